#include <sys/stat.h>

#include <algorithm>
#include <string>

#include "catch.h"
#include "disk/disk.h"
#include "support/temporary_folder.h"

using namespace macrolint;

namespace {

/// Two folders in each, so deep, with a file in each.
void add_tree(std::string& archive, const std::string& folder, int depth) {
  archive += "-- " + folder + "file.md --\n";
  for (const char* name : {"a/", "b/"}) {
    if (depth > 0) {
      add_tree(archive, folder + name, depth - 1);
    }
  }
}

std::string shown(const ListResult& result) {
  std::string text;
  for (const DiskEntry& entry : std::get<Listing>(result).entries) {
    text += entry.path + " " + entry.error.message + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("A folder is listed the same on any number of threads") {
  std::string archive;
  add_tree(archive, "s/", 7);
  const TemporaryFolder folder(archive);
  REQUIRE(::mkfifo(folder.path("s/a/b/a/pipe").c_str(), 0600) == 0);
  const std::string expected = shown(RealDisk(folder.path()).list("s"));
  CHECK(std::count(expected.begin(), expected.end(), '\n') == 256);
  for (const unsigned jobs : {0U, 1U, 2U, 3U, 16U}) {
    for (int round = 0; round < 10; ++round) {
      CAPTURE(jobs, round);
      CHECK(shown(RealDisk(folder.path(), jobs).list("s")) == expected);
    }
  }
  CHECK(std::get<DiskError>(RealDisk(folder.path(), 4).list("t")).machine_at_fault);
}
