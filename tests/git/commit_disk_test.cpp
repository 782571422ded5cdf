#include "git/commit_disk.h"

#include <fmt/format.h>

#include <filesystem>

#include "catch.h"
#include "support/git_repository.h"
#include "support/program.h"

namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

constexpr std::uint64_t limit = 1000;

std::unique_ptr<git::CommitDisk> disk_of(const GitRepository& repository, const std::string& commit,
                                         const std::vector<std::string>& folders, const std::string& root = "") {
  const auto opened = git::Repository::open(repository.path());
  const auto& open = std::get<git::Repository>(opened);
  const std::string base = std::filesystem::canonical(repository.path() + "/" + root).string();
  auto disk = git::CommitDisk::open(open, std::get<git::CommitId>(open.find_revision(commit)),
                                    base.ends_with('/') ? base.substr(0, base.size() - 1) : base, folders);
  return std::get<std::unique_ptr<git::CommitDisk>>(std::move(disk));
}

/// Paths of files, and messages of what is none.
Lines listed(const ReadableDisk& disk, const std::string& folder) {
  const ListResult result = disk.list(folder);
  if (const auto* error = std::get_if<DiskError>(&result)) {
    return {error->message};
  }
  Lines lines;
  for (const DiskEntry& entry : std::get<Listing>(result).entries) {
    lines.push_back(entry.error.message.empty() ? entry.path : entry.error.message);
  }
  return lines;
}

std::string read(const ReadableDisk& disk, const std::string& path) {
  const FileText text = disk.read(path, limit);
  const auto* error = std::get_if<DiskError>(&text);
  return error != nullptr ? error->message : std::string(std::get<Text>(text));
}

}  // namespace

TEST_CASE("The files of a commit are those that it has, by their paths in the work tree") {
  GitRepository repository(
      "-- c/s/b.md --\nold b\n-- c/s/B.md --\nold B\n-- c/s/a/x.md --\nold x\n-- c/s/a-b.md --\n-- c/s/.x --\n"
      "-- c/s/large.md --\n" +
      std::string(limit + 1, 'x'));
  repository.git({"rm", "-q", "c/s/b.md"});
  repository.commit("-- c/s/a/x.md --\nnew x\n-- c/s/new.md --\n");
  repository.write("-- c/s/newer.md --\n");
  const Lines expected = {"s/B.md", "s/a-b.md", "s/a/x.md", "s/b.md", "s/large.md"};
  const auto disk = disk_of(repository, "HEAD~1", {"s"}, "c");
  CHECK(listed(*disk, "s") == expected);
  CHECK(listed(*disk, "s/a") == Lines{"s/a/x.md"});
  CHECK(read(*disk, "s/b.md") == "old b\n");
  CHECK(read(*disk, "s/a/x.md") == "old x\n");
  CHECK(read(*disk, "s/new.md") == "`s/new.md` cannot be read: it does not exist.");
  CHECK(read(*disk, "s/newer.md") == "`s/newer.md` cannot be read: it does not exist.");
  CHECK(read(*disk, "s/large.md") == "`s/large.md` is larger than 1000 bytes, the most that is read of one file.");
  CHECK(listed(*disk, "s/gone") == Lines{"`s/gone` cannot be read: it does not exist."});
  CHECK(std::get<DiskError>(disk->list("s/gone")).missing);
  CHECK(disk->taken_as_they_are().empty());

  SECTION("the whole work tree") {
    const auto all = disk_of(repository, "HEAD~1", {"."});
    CHECK(listed(*all, ".").size() == expected.size());
    CHECK(read(*all, "c/s/b.md") == "old b\n");
  }
  SECTION("by an absolute path, and by one that goes up") {
    const std::string absolute = std::filesystem::canonical(repository.path("c/s")).string();
    const auto all = disk_of(repository, "HEAD~1", {absolute, "../../s"}, "c/s/a");
    CHECK(listed(*all, absolute).size() == expected.size());
    CHECK(read(*all, absolute + "/b.md") == "old b\n");
    CHECK(listed(*all, "../../s").size() == expected.size());
  }
}

TEST_CASE("What git does not hold is taken as it is") {
  GitRepository repository("-- .gitignore --\nexport.json\nbuilt\n-- s/a.md --\nold\n");
  GitRepository other("-- b.md --\nold\n");
  repository.git({"-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.path(), "s/module"});
  repository.commit();
  repository.commit("-- s/a.md --\nnew\n");
  repository.write("-- export.json --\n{}\n-- s/built/x.md --\nbuilt\n-- s/untracked.md --\n");
  run_git(repository.path(), {"clone", "-q", other.path(), "s/nested"});
  const TemporaryFolder outside("-- o.md --\noutside\n");
  const auto disk = disk_of(repository, "HEAD~1", {"s", "export.json", "s/nested", outside.path()});
  CHECK(listed(*disk, "s") == Lines{"s/a.md", "s/built/x.md", "s/module/b.md", "s/nested/b.md"});
  CHECK(read(*disk, "s/a.md") == "old\n");
  CHECK(read(*disk, "s/built/x.md") == "built\n");
  CHECK(read(*disk, "s/module/b.md") == "old\n");
  CHECK(read(*disk, "s/nested/b.md") == "old\n");
  CHECK(listed(*disk, "s/nested") == Lines{"s/nested/b.md"});
  CHECK(read(*disk, "export.json") == "{}\n");
  CHECK(read(*disk, outside.path("o.md")) == "outside\n");
  CHECK(disk->taken_as_they_are() == Lines{"s/nested", outside.path()});
}

TEST_CASE("Links of a commit are followed to files in the listed folder and nowhere else") {
  GitRepository repository("-- s/a.md --\ntext of a\n-- s/inner/x.md --\n-- outside.md --\nsecret\n");
  namespace fs = std::filesystem;
  const std::string top = fs::canonical(repository.path()).string();
  const std::vector<std::pair<std::string, std::string>> links = {{"link.md", "../s/a.md"},
                                                                  {"folder", "inner"},
                                                                  {"circle", "."},
                                                                  {"1", "../outside.md"},
                                                                  {"2", "/etc/passwd"},
                                                                  {"3", "nothing"},
                                                                  {"4", "4"},
                                                                  {"5", "../../../../etc/passwd"},
                                                                  {"6", top + "/s/a.md"},
                                                                  {"7", "folder/x.md"},
                                                                  {"8", "inner/x.md/more"},
                                                                  {"9", "inner/../inner/x.md"}};
  for (const auto& [name, target] : links) {
    fs::create_symlink(target, repository.path("s/" + name));
  }
  repository.commit();
  const auto disk = disk_of(repository, "HEAD", {"s"});
  CHECK(listed(*disk, "s") == Lines{"`s/1` is a symbolic link that leaves the folder; it is not followed.",
                                    "`s/2` is a symbolic link that leaves the folder; it is not followed.",
                                    "`s/3` is a symbolic link to something that does not exist.",
                                    "`s/4` is a symbolic link that leads to itself.",
                                    "`s/5` is a symbolic link that leaves the folder; it is not followed.", "s/6",
                                    "s/7", "`s/8` is a symbolic link to something that does not exist.", "s/9",
                                    "s/a.md", "s/inner/x.md", "s/link.md"});
  CHECK(listed(*disk, "s") == listed(RealDisk(top), "s"));
  CHECK(read(*disk, "s/link.md") == "text of a\n");
  CHECK(read(*disk, "s/2").find("root:") == std::string::npos);
}

TEST_CASE("A hostile tree is read within bounds") {
  const GitRepository repository("-- s/a.md --\nx\n");
  repository.folder().write("x", "x");
  const std::string blob = repository.git({"hash-object", "-w", "x"});
  const auto tree = [&](const std::string& entries) {
    repository.folder().write("entries", entries);
    return repository.git({"-c", "alias.load=!git hash-object -w -t tree --literally --stdin < entries", "load"});
  };
  const auto raw = [](const std::string& id) {
    std::string bytes;
    for (std::size_t at = 0; at < id.size(); at += 2) {
      bytes += static_cast<char>(std::stoi(id.substr(at, 2), nullptr, 16));
    }
    return bytes;
  };
  const auto commit = [&](const std::string& top) {
    return repository.git({"commit-tree", "-m", "x", tree("40000 s" + std::string(1, '\0') + raw(top))});
  };
  const std::string end(1, '\0');

  SECTION("names that no file system has") {
    const std::string top =
        tree("100644 ../x" + end + raw(blob) + "100644 .." + end + raw(blob) + "100644 .git" + end + raw(blob) +
             "100644 a\x1b[31m" + end + raw(blob) + "100644 b\xff" + end + raw(blob) + "100644 c.md" + end + raw(blob) +
             "100644 c.md" + end + raw(blob) + "160000 module" + end + raw(blob));
    const auto disk = disk_of(repository, commit(top), {"s"});
    CHECK(listed(*disk, "s") == Lines{"`s/a?[31m` has a name that is not UTF-8 or holds control characters; rename it.",
                                      "`s/b?` has a name that is not UTF-8 or holds control characters; rename it.",
                                      "s/c.md"});
    CHECK(read(*disk, "s/../x") != "x");
  }
  SECTION("a few trees that unfold to more files than there are atoms") {
    std::string level = blob;
    for (int depth = 0; depth < 30; ++depth) {
      std::string entries;
      for (const char name : {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}) {
        entries += (depth == 0 ? "100644 " : "40000 ") + std::string(1, name) + end + raw(level);
      }
      level = tree(entries);
    }
    const auto disk = disk_of(repository, commit(level), {"s"});
    CHECK(listed(*disk, "s") == Lines{"`s` holds more than a million files; name the folder that holds the documents "
                                      "or macros."});
  }
  SECTION("folders nested without end") {
    std::string level = blob;
    for (int depth = 0; depth < 5000; ++depth) {
      level = tree((depth == 0 ? "100644 x" : "40000 x") + end + raw(level));
      depth += depth > 80 ? 5000 : 0;
    }
    const auto disk = disk_of(repository, commit(level), {"s"});
    CHECK(listed(*disk, "s").size() == 1);
    CHECK(listed(*disk, "s").front().find("below 64 other folders") != std::string::npos);
  }
  SECTION("a file that is missing") {
    const std::string top = tree("100644 gone.md" + end + std::string(20, 'x'));
    const auto disk = disk_of(repository, commit(top), {"s"});
    CHECK(listed(*disk, "s") == Lines{"s/gone.md"});
    CHECK(read(*disk, "s/gone.md").find("cannot be read") != std::string::npos);
  }
}

}  // namespace macrolint
