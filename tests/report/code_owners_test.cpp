#include "report/code_owners.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "catch.h"

// The examples follow GitLab's reference of the syntax.
namespace macrolint {

namespace {

std::string owners_in(std::string_view file, std::string_view path) {
  return fmt::format("{}", fmt::join(CodeOwners(file).owners_of(path), " "));
}

}  // namespace

TEST_CASE("The last entry that matches says who owns a file") {
  const std::string_view file =
      "# owners\n* @default\n*.md @docs\n/handbook/support/ @support @group/sub\nREADME.md @readme\n"
      "/config/database.txt @dba\n\\#odd.md @odd\nwith\\ space/*.md @space\n/a/**/z.md mail@example.com\nempty.md\n";
  struct Case {
    const char* path;
    const char* owners;
  };
  const Case cases[] = {
      {"x.yaml", "@default"},
      {"deep/er/x.md", "@docs"},
      {"handbook/support/a/b.md", "@support @group/sub"},
      {"other/handbook/support/b.md", "@docs"},
      {"handbook/support/README.md", "@readme"},
      {"config/database.txt", "@dba"},
      {"x/config/database.txt", "@default"},
      {"#odd.md", "@odd"},
      {"p/with space/q.md", "@space"},
      {"a/z.md", "mail@example.com"},
      {"a/b/c/z.md", "mail@example.com"},
      {"empty.md", ""},
      {".hidden/x.md", "@docs"},
  };
  for (const Case& one : cases) {
    INFO(one.path);
    CHECK(owners_in(file, one.path) == one.owners);
  }
}

TEST_CASE("Each section has its own last match, and the same name means the same section") {
  const std::string_view file =
      "*.md @general\n"
      "[Documentation] @docs-team @second\n*.md\ndocs/ @writers\n"
      "^[Legal][2] @legal\nterms.md\n"
      "[documentation]\nREADME.md @readme\n";
  CHECK(owners_in(file, "a.md") == "@general @docs-team @second");
  CHECK(owners_in(file, "docs/a.md") == "@general @writers");
  CHECK(owners_in(file, "docs/README.md") == "@general @readme");
  CHECK(owners_in(file, "terms.md") == "@general @docs-team @second @legal");
  CHECK(owners_in(file, "a.txt").empty());
}

TEST_CASE("An exclusion is final for its section") {
  const std::string_view file = "* @all\n!secret/\n/secret/open.md @open\n[Other]\n*.md @other\n";
  CHECK(owners_in(file, "a.txt") == "@all");
  CHECK(owners_in(file, "secret/open.md") == "@other");
}

TEST_CASE("What cannot be read in CODEOWNERS is passed over") {
  CHECK(owners_in("[open @a\n* @b\n", "x") == "@b");
  CHECK(owners_in("x[ @a\n", "x[").empty());
  CHECK(owners_in("{a,b}.md @braces\n", "a.md").empty());
  CHECK(owners_in("{a,b}.md @braces\n", "{a,b}.md") == "@braces");
  CHECK(owners_in("* not-an-owner\n", "x").empty());
  CHECK(owners_in("*\t@tab # @comment\r\n", "x") == "@tab");
  CHECK(owners_in("\\", "x").empty());
  CHECK(owners_in("", "x").empty());
}

TEST_CASE("CODEOWNERS is looked for from a configured folder up to that of the configuration") {
  Configuration configuration;
  const auto add = [&](const char* folder) {
    configuration.documents.emplace_back();
    configuration.documents.back().folder.path = folder;
  };
  add("docs/site");
  add("own");
  add("../outside");
  const MemoryDisk disk = MemoryDisk::from_archive(
      "-- .gitlab/CODEOWNERS --\n* @never\n-- docs/CODEOWNERS --\n* @root\n"
      "-- own/docs/CODEOWNERS --\n/a.md @own\n-- CODEOWNERS --\n/docs/site/a.md @first\n");
  const Owners owners(configuration, disk);
  // docs/CODEOWNERS is found in `docs` before CODEOWNERS is found above it.
  CHECK(owners.of("docs/site/a.md", "docs/site") == std::vector<std::string>{"@root"});
  CHECK(owners.of("own/a.md", "own") == std::vector<std::string>{"@own"});
  CHECK(owners.of("own/b.md", "own").empty());
  CHECK(owners.of("../outside/a.md", "../outside").empty());
  CHECK(owners.of("elsewhere.md", "").empty());
}

}  // namespace macrolint
