#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "catch.h"
#include "disk/disk.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

constexpr std::uint64_t limit = 1U << 20U;

std::vector<std::string> files_of(const ListResult& result) {
  std::vector<std::string> paths;
  for (const DiskEntry& entry : std::get<Listing>(result).entries) {
    if (entry.error.message.empty()) {
      paths.push_back(entry.path);
    }
  }
  return paths;
}

std::vector<std::string> errors_of(const ListResult& result) {
  std::vector<std::string> messages;
  for (const DiskEntry& entry : std::get<Listing>(result).entries) {
    if (!entry.error.message.empty()) {
      messages.push_back(entry.error.message);
    }
  }
  return messages;
}

std::string text_of(const FileText& text) { return std::string(std::get<Text>(text)); }
std::string error_of(const FileText& text) { return std::get<DiskError>(text).message; }

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A folder is listed in byte order, without hidden files and folders") {
  const TemporaryFolder folder(
      "-- s/b.md --\n-- s/B.md --\n-- s/a/x.md --\n-- s/a-b.md --\n-- s/.x --\n-- s/.git/x --\n");
  const RealDisk disk(folder.path());
  const Lines expected = {"s/B.md", "s/a-b.md", "s/a/x.md", "s/b.md"};
  CHECK(files_of(disk.list("s")) == expected);
  CHECK(files_of(disk.list("./s/")) == expected);
  CHECK(files_of(RealDisk(folder.path("s")).list(".")) == Lines{"B.md", "a-b.md", "a/x.md", "b.md"});
  CHECK(files_of(disk.list(folder.path("s/a"))) == Lines{folder.path("s/a/x.md")});
}

TEST_CASE("A folder that is missing or none is an error of the machine") {
  const TemporaryFolder folder("-- file --\n");
  const RealDisk disk(folder.path());
  CHECK(std::get<DiskError>(disk.list("s")).message == "`s` cannot be read: it does not exist.");
  CHECK(std::get<DiskError>(disk.list("s")).machine_at_fault);
  CHECK(std::get<DiskError>(disk.list("file")).machine_at_fault);
}

TEST_CASE("A symbolic link is followed only to a file in the listed folder") {
  const TemporaryFolder folder("-- s/a.md --\ntext of a\n-- s/inner/x.md --\n-- outside.md --\nsecret\n");
  const RealDisk disk(folder.path());
  std::filesystem::create_symlink("../s/a.md", folder.path("s/link.md"));
  CHECK(files_of(disk.list("s")) == Lines{"s/a.md", "s/inner/x.md", "s/link.md"});
  CHECK(text_of(disk.read("s/link.md", limit)) == "text of a\n");

  SECTION("what a linked folder holds is listed where it is") {
    std::filesystem::create_directory_symlink("inner", folder.path("s/again"));
    std::filesystem::create_directory_symlink(".", folder.path("s/circle"));
    CHECK(files_of(disk.list("s")) == Lines{"s/a.md", "s/inner/x.md", "s/link.md"});
    CHECK(errors_of(disk.list("s")).empty());
  }
  SECTION("what leaves the folder, leads to nothing or to itself is reported") {
    std::filesystem::create_symlink("../outside.md", folder.path("s/1"));
    std::filesystem::create_symlink("/", folder.path("s/2"));
    std::filesystem::create_symlink("nothing", folder.path("s/3"));
    std::filesystem::create_symlink("4", folder.path("s/4"));
    CHECK(files_of(disk.list("s")) == Lines{"s/a.md", "s/inner/x.md", "s/link.md"});
    CHECK(errors_of(disk.list("s")) == Lines{
                                           "`s/1` is a symbolic link that leaves the folder; it is not followed.",
                                           "`s/2` is a symbolic link that leaves the folder; it is not followed.",
                                           "`s/3` is a symbolic link to something that does not exist.",
                                           "`s/4` is a symbolic link that leads to itself.",
                                       });
  }
  SECTION("a file that became a link out of the project after it was listed is not read") {
    std::filesystem::create_symlink(folder.path("outside.md"), folder.path("s/1"));
    const RealDisk inner(folder.path("s"));
    CHECK(error_of(inner.read("1", limit)) ==
          "`1` is a symbolic link that leaves the folder of the configuration; name the file itself.");
  }
}

TEST_CASE("Pipes and sockets are reported and never opened") {
  const TemporaryFolder folder("-- s/a.md --\n");
  const RealDisk disk(folder.path());
  REQUIRE(::mkfifo(folder.path("s/pipe.md").c_str(), 0644) == 0);
  CHECK(files_of(disk.list("s")) == Lines{"s/a.md"});
  const std::string message = "`s/pipe.md` is a pipe, a socket or a device; only regular files are read.";
  CHECK(errors_of(disk.list("s")) == Lines{message});
  CHECK(error_of(disk.read("s/pipe.md", limit)) == message);
  CHECK_FALSE(std::get<DiskError>(disk.read("s/pipe.md", limit)).machine_at_fault);
}

TEST_CASE("A name that a terminal or JSON cannot show is reported with the odd bytes replaced") {
  const TemporaryFolder folder;
  folder.write("s/\x1b[31m.md", "");
  folder.write("s/caf\xe9.md", "");
  folder.write("s/café マクロ.md", "");
  const RealDisk disk(folder.path());
  CHECK(files_of(disk.list("s")) == Lines{"s/café マクロ.md"});
  CHECK(errors_of(disk.list("s")) ==
        Lines{"`s/?[31m.md` has a name that is not UTF-8 or holds control characters; rename it.",
              "`s/caf?.md` has a name that is not UTF-8 or holds control characters; rename it."});
}

TEST_CASE("Folders are read to a depth of 64") {
  const TemporaryFolder folder;
  std::string below = "s";
  for (int depth = 0; depth < 64; ++depth) {
    below += "/d";
  }
  folder.write(below + "/readable.md", "");
  folder.write(below + "/e/too-deep.md", "");
  const RealDisk disk(folder.path());
  CHECK(files_of(disk.list("s")) == Lines{below + "/readable.md"});
  CHECK(errors_of(disk.list("s")) ==
        Lines{"`" + below + "/e` lies below 64 other folders; folders nested that deeply are not read."});
}

TEST_CASE("Files are read whole, up to a limit") {
  const TemporaryFolder folder;
  const RealDisk disk(folder.path());
  for (const std::size_t size : {0U, 1U, 4095U, 4096U, 100'000U, 1'048'576U}) {
    const std::string text(size, 'x');
    folder.write("file", text);
    CHECK(text_of(disk.read("file", limit)) == text);
  }
  folder.write("file", std::string(limit + 1, 'x'));
  CHECK(error_of(disk.read("file", limit)) ==
        "`file` is larger than 1048576 bytes, the most that is read of one file.");
  CHECK_FALSE(std::get<DiskError>(disk.read("file", limit)).machine_at_fault);
  CHECK(error_of(disk.read("nothing", limit)) == "`nothing` cannot be read: it does not exist.");
  CHECK(error_of(disk.read(".", limit)) == "`.` cannot be read: it is a folder.");
}

TEST_CASE("A file whose size is not known beforehand is read to its end") {
  const RealDisk disk("/");
  CHECK_FALSE(text_of(disk.read("/proc/self/status", limit)).empty());
  CHECK(error_of(disk.read("/proc/self/status", 10)) ==
        "`/proc/self/status` is larger than 10 bytes, the most that is read of one file.");
}

TEST_CASE("Writing replaces a file as a whole and leaves nothing else behind") {
  const TemporaryFolder folder;
  RealDisk disk(folder.path());
  CHECK(disk.write("out.json", "first").message.empty());
  CHECK(folder.read("out.json") == "first");

  SECTION("an existing file keeps its mode") {
    REQUIRE(::chmod(folder.path("out.json").c_str(), 0600) == 0);
    CHECK(disk.write("out.json", "second").message.empty());
    CHECK(folder.read("out.json") == "second");
    struct stat status {};
    REQUIRE(::stat(folder.path("out.json").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
  }
  SECTION("a symbolic link stays, the file that it leads to is replaced") {
    std::filesystem::create_symlink("out.json", folder.path("link"));
    CHECK(disk.write("link", "second").message.empty());
    CHECK(folder.read("out.json") == "second");
    CHECK(std::filesystem::is_symlink(folder.path("link")));
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    CHECK_FALSE(entry.path().filename().string().starts_with('.'));
  }
}

TEST_CASE("What cannot be written is said with the reason") {
  const TemporaryFolder folder("-- a/b --\n");
  RealDisk disk(folder.path());
  CHECK(disk.write("no/such/folder.json", "").message ==
        "`no/such/folder.json` cannot be written: its folder does not exist.");
  CHECK(disk.write("a", "").message == "`a` cannot be written: it is a folder.");
  CHECK(disk.write("/dev/full", "text").message == "`/dev/full` cannot be written: no space left on the device.");
  CHECK(disk.write("/dev/null", "text").message.empty());
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0644) == 0);
  CHECK(disk.write("pipe", "text").message == "`pipe` cannot be written: nothing reads from this pipe.");
}

}  // namespace macrolint
