#include "git/history.h"

#include <fmt/format.h>

#include <fstream>

#include "catch.h"
#include "git/repository.h"
#include "support/git_repository.h"

namespace macrolint {

namespace {

using Renames = std::map<std::string, std::string>;
using Times = std::map<std::string, std::int64_t>;

Renames renames_in(const GitRepository& repository, const std::string& folder = "") {
  const auto opened = git::Repository::open(repository.path());
  return git::renames(std::get<git::Repository>(opened), folder);
}

/// A file of some lines that are its own.
std::string lines_of(const std::string& name, int lines = 10) {
  std::string text;
  for (int line = 0; line < lines; ++line) {
    text += fmt::format("Line {} of {}\n", line, name);
  }
  return text;
}

constexpr std::int64_t day = 24 * 60 * 60;
/// 2025-01-01 12:00 UTC.
constexpr std::int64_t first_of_january = 1735732800;

}  // namespace

TEST_CASE("A rename is found where the file stayed the same or much of it did") {
  GitRepository repository("-- m/a.md --\n" + lines_of("a") + "-- m/b.md --\n" + lines_of("b") + "-- m/c.md --\n" +
                           lines_of("c"));
  repository.git({"mv", "m/a.md", "m/a2.md"});
  repository.git({"mv", "m/b.md", "m/b2.md"});
  repository.folder().write("m/b2.md", "Another title\n" + lines_of("b"));
  repository.git({"rm", "-q", "m/c.md"});
  repository.commit("-- m/d.md --\n" + lines_of("d"));
  CHECK(renames_in(repository) == Renames{{"m/a.md", "m/a2.md"}, {"m/b.md", "m/b2.md"}});
  CHECK(renames_in(repository, "m") == Renames{{"a.md", "a2.md"}, {"b.md", "b2.md"}});
  CHECK(renames_in(repository, "nothing").empty());
}

TEST_CASE("A small macro that gets another title and another path is the same macro") {
  GitRepository repository(
      "-- General/A.yaml --\n---\ntitle: 'General::A'\nactive: true\nactions:\n- field: 'status'\n  value: 'open'\n");
  repository.git({"rm", "-q", "General/A.yaml"});
  repository.commit(
      "-- Billing/B.yaml --\n---\ntitle: 'Billing::B'\nprevious_title: 'General::A'\nactive: true\n"
      "actions:\n- field: 'status'\n  value: 'open'\n");
  CHECK(renames_in(repository) == Renames{{"General/A.yaml", "Billing/B.yaml"}});
}

TEST_CASE("Chains of renames lead to the path today") {
  GitRepository repository("-- 1.md --\n" + lines_of("x"));
  const auto move = [&](const std::string& from, const std::string& to) {
    repository.git({"mv", from, to});
    repository.commit();
  };
  move("1.md", "2.md");
  move("2.md", "3.md");
  move("3.md", "4.md");
  CHECK(renames_in(repository) == Renames{{"1.md", "4.md"}, {"2.md", "4.md"}, {"3.md", "4.md"}});

  SECTION("a path that has a file again is no former one") {
    repository.commit("-- 2.md --\n" + lines_of("y"));
    CHECK(renames_in(repository) == Renames{{"1.md", "4.md"}, {"3.md", "4.md"}});
  }
  SECTION("moved back") {
    move("4.md", "1.md");
    CHECK(renames_in(repository) == Renames{{"2.md", "1.md"}, {"3.md", "1.md"}, {"4.md", "1.md"}});
  }
  SECTION("what was deleted in the end leads nowhere") {
    repository.git({"rm", "-q", "4.md"});
    repository.commit("-- other.md --\n" + lines_of("z"));
    CHECK(renames_in(repository).empty());
  }
  SECTION("of two files with one former path the last counts") {
    repository.commit("-- 1.md --\n" + lines_of("y"));
    move("1.md", "5.md");
    CHECK(renames_in(repository) == Renames{{"1.md", "5.md"}, {"2.md", "4.md"}, {"3.md", "4.md"}});
  }
  SECTION("staged and not committed") {
    repository.git({"mv", "4.md", "6.md"});
    CHECK(renames_in(repository) == Renames{{"1.md", "6.md"}, {"2.md", "6.md"}, {"3.md", "6.md"}, {"4.md", "6.md"}});
  }
}

TEST_CASE("A rename on a branch counts when the branch is merged") {
  GitRepository repository("-- a.md --\n" + lines_of("a"));
  repository.git({"checkout", "-q", "-b", "branch"});
  repository.git({"mv", "a.md", "b.md"});
  repository.commit();
  repository.git({"checkout", "-q", "main"});
  repository.commit("-- x.md --\n" + lines_of("x"));
  CHECK(renames_in(repository).empty());
  repository.git({"merge", "-q", "--no-edit", "branch"});
  CHECK(renames_in(repository) == Renames{{"a.md", "b.md"}});
}

TEST_CASE("Equal files that move together keep their names where they can") {
  GitRepository repository;
  std::string files;
  for (const char* name : {"a", "b", "c"}) {
    files += fmt::format("-- old/{}.md --\nthe same text\n", name);
  }
  repository.commit(files);
  repository.git({"mv", "old", "new"});
  repository.commit();
  CHECK(renames_in(repository) ==
        Renames{{"old/a.md", "new/a.md"}, {"old/b.md", "new/b.md"}, {"old/c.md", "new/c.md"}});
}

TEST_CASE("The time of a file's last change is that of the commit which brought it") {
  GitRepository repository;
  repository.commit("-- a.md --\n1\n-- b.md --\n1\n");
  repository.commit("-- a.md --\n2\n");
  repository.commit("-- b.md --\n2\n");
  repository.write("-- new.md --\n");
  const auto opened = git::Repository::open(repository.path());
  const auto& open = std::get<git::Repository>(opened);
  CHECK(git::last_changes(open, {"a.md", "b.md", "new.md"}) ==
        Times{{"a.md", first_of_january + 2 * day}, {"b.md", first_of_january + 3 * day}});
  CHECK(git::last_changes(open, {}).empty());
  CHECK(git::last_changes(open, {"a.md", "b.md"}, 1) == Times{{"b.md", first_of_january + 3 * day}});
}

TEST_CASE("Where a clone is shallow the history ends, and nothing is made up") {
  GitRepository repository("-- a.md --\n" + lines_of("a"));
  repository.git({"mv", "a.md", "b.md"});
  repository.commit();
  repository.commit("-- c.md --\n1\n");
  const TemporaryFolder clones;
  const auto clone = [&](const std::string& depth) {
    run_git(clones.path(), {"clone", "-q", "--depth", depth, "file://" + repository.path(), depth});
    return std::get<git::Repository>(git::Repository::open(clones.path(depth)));
  };
  CHECK(clone("1").is_shallow());
  CHECK(git::renames(clone("2"), "").empty());
  CHECK(git::renames(clone("3"), "") == Renames{{"a.md", "b.md"}});
  CHECK(git::last_changes(clone("4"), {"b.md"}).size() == 1);
  run_git(clones.path(), {"clone", "-q", "--depth", "2", "file://" + repository.path(), "again"});
  const auto opened = git::Repository::open(clones.path("again"));
  CHECK(git::last_changes(std::get<git::Repository>(opened), {"b.md", "c.md"}) ==
        Times{{"c.md", first_of_january + 3 * day}});
}

TEST_CASE("A long history is read to its bound") {
  const GitRepository repository;
  std::string stream;
  for (int number = 1; number <= 10'100; ++number) {
    const std::string text = fmt::format("{}\n", number);
    stream += fmt::format(
        "commit refs/heads/main\nmark :{}\ncommitter C <c@example.com> {} +0000\ndata 1\nx\n"
        "{}M 100644 inline a.md\ndata {}\n{}\n",
        number, first_of_january + number, number == 1 ? "M 100644 inline first.md\ndata 1\nx\n" : "", text.size(),
        text);
    if (number == 50) {
      stream += "R first.md second.md\n";
    }
  }
  repository.folder().write("stream", stream);
  repository.git({"-c", "alias.load=!git fast-import --quiet < stream", "load"});
  repository.git({"reset", "-q", "--hard"});
  const auto opened = git::Repository::open(repository.path());
  const auto& open = std::get<git::Repository>(opened);
  CHECK(git::last_changes(open, {"a.md", "second.md"}) == Times{{"a.md", first_of_january + 10'100}});
  CHECK(git::renames(open, "").empty());
  CHECK(git::renames(open, "", 20'000) == Renames{{"first.md", "second.md"}});
}

}  // namespace macrolint
