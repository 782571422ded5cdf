#include "catch.h"
#include "disk/disk.h"

namespace macrolint {

namespace {

std::string text_of(const FileText& text) { return std::string(std::get<Text>(text)); }

std::vector<std::string> paths(const ListResult& result) {
  std::vector<std::string> paths;
  for (const DiskEntry& entry : std::get<Listing>(result).entries) {
    paths.push_back(entry.path);
  }
  return paths;
}

}  // namespace

TEST_CASE("An archive holds each file under a line with its path") {
  const MemoryDisk disk = MemoryDisk::from_archive(
      "What precedes the first file is ignored.\n"
      "-- pages/a.md --\n"
      "# A\n"
      "\n"
      "-- no header\n"
      "-- empty.md --\n"
      "-- last.md --\n"
      "without a line end");
  CHECK(disk.files() == std::map<std::string, std::string>{{"empty.md", ""},
                                                           {"last.md", "without a line end"},
                                                           {"pages/a.md", "# A\n\n-- no header\n"}});
}

TEST_CASE("Files in memory are listed by folder, in byte order, without hidden ones") {
  const MemoryDisk disk = MemoryDisk::from_archive(
      "-- pages/b.md --\n-- pages/B.md --\n-- pages/a/x.md --\n-- pages/.hidden --\n"
      "-- pages/.git/x --\n-- pages.md --\n-- .macrolint.yml --\n");
  const std::vector<std::string> in_pages = {"pages/B.md", "pages/a/x.md", "pages/b.md"};
  CHECK(paths(disk.list("pages")) == in_pages);
  CHECK(paths(disk.list("pages/")) == in_pages);
  CHECK(paths(disk.list("./pages")) == in_pages);
  CHECK(paths(disk.list(".")) == std::vector<std::string>{"pages.md", "pages/B.md", "pages/a/x.md", "pages/b.md"});
  CHECK(paths(disk.list("page")).empty());
}

TEST_CASE("Files in memory are read and written like others") {
  MemoryDisk disk;
  CHECK(disk.write("out.json", "{}").message.empty());
  CHECK(text_of(disk.read("out.json", 2)) == "{}");
  CHECK(std::get<DiskError>(disk.read("out.json", 1)).message ==
        "`out.json` is larger than 1 bytes, the most that is read of one file.");
  CHECK(std::get<DiskError>(disk.read("other", 1)).machine_at_fault);
}

}  // namespace macrolint
