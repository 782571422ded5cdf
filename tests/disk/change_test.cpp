#include <sys/stat.h>

#include <filesystem>

#include "catch.h"
#include "disk/disk.h"
#include "disk/overlay_disk.h"
#include "support/temporary_folder.h"

// Changes of files that people wrote.
namespace macrolint {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t limit = 1U << 20U;

fs::perms permissions(const std::string& path) { return fs::status(path).permissions(); }

std::size_t count_files(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::recursive_directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("A file is replaced if it still reads as expected, and keeps its permissions") {
  const TemporaryFolder folder("-- s/a.md --\nold\n");
  fs::permissions(folder.path("s/a.md"), fs::perms(0640));
  RealDisk disk(folder.path());
  CHECK(disk.check_change("s/a.md").message.empty());
  CHECK(disk.replace("s/a.md", "old\n", "new\n").message.empty());
  CHECK(folder.read("s/a.md") == "new\n");
  CHECK(permissions(folder.path("s/a.md")) == fs::perms(0640));
  for (const char* other : {"old\n", "new", "new\n\n", ""}) {
    CHECK(disk.replace("s/a.md", other, "newer\n").message ==
          "`s/a.md` has changed since it was read; it was left as it is.");
  }
  CHECK(folder.read("s/a.md") == "new\n");
  CHECK(count_files(folder.path()) == 2);
}

TEST_CASE("No file is changed through a symbolic link, and nothing but files") {
  const TemporaryFolder folder("-- s/a.md --\ntext\n-- outside.md --\ntext\n");
  RealDisk disk(folder.path());
  fs::create_symlink("a.md", folder.path("s/link.md"));
  fs::create_symlink("../outside.md", folder.path("s/away.md"));
  fs::create_directory(folder.path("s/folder.md"));
  REQUIRE(::mkfifo(folder.path("s/pipe.md").c_str(), 0600) == 0);
  for (const char* path : {"s/link.md", "s/away.md", "s/folder.md", "s/pipe.md", "s/nothing.md"}) {
    INFO(path);
    CHECK_FALSE(disk.check_change(path).message.empty());
    CHECK_FALSE(disk.replace(path, "text\n", "new\n").message.empty());
    CHECK_FALSE(disk.remove("s", path, "text\n").message.empty());
  }
  CHECK(folder.read("s/a.md") == "text\n");
  CHECK(folder.read("outside.md") == "text\n");
}

TEST_CASE("A new file gets the folders that it needs, and never takes the place of another") {
  const TemporaryFolder folder("-- s/a.yaml --\n1\n");
  fs::permissions(folder.path("s/a.yaml"), fs::perms(0600));
  RealDisk disk(folder.path());
  CHECK(disk.create("s", "s/active/New Folder/b.yaml", "2\n", "s/a.yaml").message.empty());
  CHECK(folder.read("s/active/New Folder/b.yaml") == "2\n");
  CHECK(permissions(folder.path("s/active/New Folder/b.yaml")) == fs::perms(0600));
  CHECK(disk.create("s", "s/a.yaml", "3\n", "s/a.yaml").message == "`s/a.yaml` cannot be created: it exists already.");
  fs::create_symlink("nowhere", folder.path("s/link.yaml"));
  CHECK_FALSE(disk.create("s", "s/link.yaml", "3\n", "s/a.yaml").message.empty());
  CHECK_FALSE(disk.create("s", "s/../out.yaml", "3\n", "s/a.yaml").message.empty());
  CHECK_FALSE(disk.create("s", "s/a.yaml/b.yaml", "3\n", "s/a.yaml").message.empty());
  CHECK(folder.read("s/a.yaml") == "1\n");
  CHECK_FALSE(fs::exists(folder.path("out.yaml")));
}

TEST_CASE("Nothing is created or deleted below a folder that is a symbolic link") {
  const TemporaryFolder folder("-- s/a.yaml --\n1\n-- elsewhere/x.yaml --\n1\n");
  RealDisk disk(folder.path());
  fs::create_directory_symlink("../elsewhere", folder.path("s/linked"));
  CHECK_FALSE(disk.create("s", "s/linked/new.yaml", "2\n", "s/a.yaml").message.empty());
  CHECK_FALSE(disk.remove("s", "s/linked/x.yaml", "1\n").message.empty());
  CHECK(count_files(folder.path("elsewhere")) == 1);

  SECTION("but the configured folder itself may be one") {
    fs::create_directory_symlink("s", folder.path("t"));
    CHECK(disk.create("t", "t/b/new.yaml", "2\n", "s/a.yaml").message.empty());
    CHECK(folder.read("s/b/new.yaml") == "2\n");
  }
}

TEST_CASE("A deleted file takes the folders along that are empty then, but not the first one") {
  const TemporaryFolder folder("-- s/active/A/B/a.yaml --\n1\n-- s/inactive/b.yaml --\n1\n");
  RealDisk disk(folder.path());
  CHECK(disk.remove("s", "s/active/A/B/a.yaml", "2\n").message.find("has changed") != std::string::npos);
  CHECK(disk.remove("s", "s/active/A/B/a.yaml", "1\n").message.empty());
  CHECK(disk.remove("s", "s/inactive/b.yaml", "1\n").message.empty());
  CHECK_FALSE(fs::exists(folder.path("s/active/A")));
  CHECK(fs::is_directory(folder.path("s/active")));
  CHECK(fs::is_directory(folder.path("s/inactive")));
}

TEST_CASE("Changes over another disk are seen, and leave it alone") {
  MemoryDisk base = MemoryDisk::from_archive("-- s/a --\n1\n-- s/b --\n1\n");
  OverlayDisk disk(base);
  CHECK(disk.replace("s/a", "1\n", "2\n").message.empty());
  CHECK(disk.create("s", "s/c", "3\n", "s/a").message.empty());
  CHECK(disk.remove("s", "s/b", "1\n").message.empty());
  CHECK_FALSE(disk.replace("s/b", "1\n", "2\n").message.empty());
  CHECK_FALSE(disk.create("s", "s/a", "3\n", "s/a").message.empty());
  CHECK_FALSE(disk.remove("s", "s/a", "1\n").message.empty());
  const ListResult list = disk.list("s");
  std::vector<std::string> paths;
  for (const DiskEntry& entry : std::get<Listing>(list).entries) {
    paths.push_back(entry.path);
  }
  CHECK(paths == std::vector<std::string>{"s/a", "s/c"});
  CHECK(std::string_view(std::get<Text>(disk.read("s/a", limit))) == "2\n");
  CHECK(std::get<DiskError>(disk.read("s/b", limit)).missing);
  CHECK_FALSE(std::get<DiskError>(disk.read("s/c", 1)).message.empty());
  CHECK_FALSE(disk.check_change("s/b").message.empty());
  CHECK(base.files().size() == 2);
  CHECK(base.files().at("s/a") == "1\n");
}

}  // namespace macrolint
