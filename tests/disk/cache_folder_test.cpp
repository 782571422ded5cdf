#include "disk/cache_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <set>

#include "catch.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

constexpr std::uint64_t limit = 1'000;

std::string read(const CacheFolder& folder, const std::string& name = "a") {
  return std::string(std::string_view(folder.read(name, limit)));
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

std::set<std::string> names_in(const std::string& path) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    names.insert(entry.path().filename());
  }
  return names;
}

}  // namespace

TEST_CASE("A cache folder and those above it are made for this user alone") {
  const TemporaryFolder top;
  const CacheFolder folder(top.path("home/.cache/macrolint"));
  CHECK(read(folder).empty());
  CHECK(folder.write("a", "first"));
  CHECK(read(folder) == "first");
  CHECK(folder.write("a", "second"));
  CHECK(read(folder) == "second");
  CHECK(mode_of(top.path("home/.cache")) == 0700);
  CHECK(mode_of(top.path("home/.cache/macrolint")) == 0700);
  CHECK(mode_of(top.path("home/.cache/macrolint/a")) == 0600);
  CHECK(names_in(top.path("home/.cache/macrolint")) == std::set<std::string>{"a"});
}

TEST_CASE("What others may have written to a cache folder is not read") {
  const TemporaryFolder top("-- c/a --\ntext\n");
  const CacheFolder folder(top.path("c"));
  REQUIRE(::chmod(top.path("c").c_str(), 0700) == 0);
  REQUIRE(::chmod(top.path("c/a").c_str(), 0600) == 0);
  CHECK(read(folder) == "text\n");
  SECTION("a file that others may write to") { REQUIRE(::chmod(top.path("c/a").c_str(), 0622) == 0); }
  SECTION("a folder that others may write to") { REQUIRE(::chmod(top.path("c").c_str(), 0777) == 0); }
  SECTION("a file that somebody else owns") {
    if (::geteuid() != 0) {
      WARN("Skipped: only root can give a file away.");
      return;
    }
    REQUIRE(::chown(top.path("c/a").c_str(), 12345, 12345) == 0);
  }
  SECTION("a symbolic link") {
    std::filesystem::rename(top.path("c/a"), top.path("elsewhere"));
    std::filesystem::create_symlink(top.path("elsewhere"), top.path("c/a"));
  }
  SECTION("a pipe") {
    std::filesystem::remove(top.path("c/a"));
    REQUIRE(::mkfifo(top.path("c/a").c_str(), 0600) == 0);
  }
  SECTION("a folder in the place of the file") {
    std::filesystem::remove(top.path("c/a"));
    std::filesystem::create_directory(top.path("c/a"));
  }
  CHECK(read(folder).empty());
}

TEST_CASE("A file in a cache folder that is larger than expected is not read") {
  const TemporaryFolder top;
  const CacheFolder folder(top.path("c"));
  CHECK(folder.write("a", std::string(limit, 'x')));
  CHECK(read(folder).size() == limit);
  CHECK(folder.write("a", std::string(limit + 1, 'x')));
  CHECK(read(folder).empty());
}

TEST_CASE("A cache folder that cannot be written to is left alone") {
  const TemporaryFolder top("-- file --\n");
  CHECK_FALSE(CacheFolder(top.path("file/c")).write("a", "text"));
  CHECK_FALSE(CacheFolder("/dev/null/c").write("a", "text"));
  const CacheFolder open(top.path("open"));
  std::filesystem::create_directory(top.path("open"));
  REQUIRE(::chmod(top.path("open").c_str(), 0777) == 0);
  CHECK_FALSE(open.write("a", "text"));
  CHECK(names_in(top.path("open")).empty());
}

TEST_CASE("Of too many files in a cache folder, those go that were written longest ago") {
  const TemporaryFolder top;
  const CacheFolder folder(top.path("c"));
  for (std::size_t index = 0; index < CacheFolder::max_files + 3; ++index) {
    const std::string name = std::to_string(index);
    REQUIRE(folder.write(name, "text"));
    const timespec time{1'000'000 + static_cast<std::time_t>(index), 0};
    const timespec times[] = {time, time};
    REQUIRE(::utimensat(AT_FDCWD, top.path("c/" + name).c_str(), times, 0) == 0);
  }
  REQUIRE(folder.write("new", "text"));
  const std::set<std::string> names = names_in(top.path("c"));
  CHECK(names.size() == CacheFolder::max_files);
  CHECK(names.contains("new"));
  CHECK_FALSE(names.contains("0"));
  CHECK_FALSE(names.contains("3"));
  CHECK(names.contains("4"));
}

}  // namespace macrolint
