#include "output/diff.h"

#include <filesystem>
#include <random>

#include "catch.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

std::string diff_of(const std::string& path, const std::string& text, const std::vector<Replacement>& changes,
                    const DiffStyle& style = {}) {
  return format_diff({{path, text, &changes, ""}}, style);
}

bool has(const char* program) { return std::filesystem::exists(program); }

/// The file after a program has applied the diff to it.
std::string applied(const std::string& program, const std::vector<std::string>& arguments, const std::string& text,
                    const std::string& diff) {
  const TemporaryFolder folder;
  folder.write("a file.md", text);
  folder.write("the.diff", diff);
  ProgramOptions options;
  options.folder = folder.path();
  options.program = program;
  const ProgramRun run = run_program(arguments, options);
  INFO(run.output << run.errors << "\n" << diff);
  CHECK(run.status == 0);
  return folder.read("a file.md");
}

void check_applies(const std::string& text, const std::vector<Replacement>& changes) {
  const std::string diff = diff_of("a file.md", text, changes);
  const std::string expected = with_replacements(text, changes);
  if (has("/usr/bin/patch")) {
    CHECK(applied("/usr/bin/patch", {"-p1", "-s", "-i", "the.diff"}, text, diff) == expected);
  }
  if (has("/usr/bin/git")) {
    CHECK(applied("/usr/bin/git", {"apply", "--whitespace=nowarn", "the.diff"}, text, diff) == expected);
  }
}

}  // namespace

TEST_CASE("A diff has three lines of context and one hunk for changes near each other") {
  std::string text;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    text += std::string(1, letter) + "\n";
  }
  CHECK(diff_of("x/letters.md", text, {{{8, 9}, "E"}, {{14, 14}, "new\n"}, {{50, 52}, ""}}) ==
        "--- a/x/letters.md\n"
        "+++ b/x/letters.md\n"
        "@@ -2,9 +2,10 @@\n b\n c\n d\n-e\n+E\n f\n g\n+new\n h\n i\n j\n"
        "@@ -23,4 +24,3 @@\n w\n x\n y\n-z\n");
}

TEST_CASE("Lines that stay the same are not shown as changed") {
  CHECK(diff_of("a", "1\n2\n3\n", {{{0, 6}, "1\n2\nthree\n"}}) ==
        "--- a/a\n+++ b/a\n@@ -1,3 +1,3 @@\n 1\n 2\n-3\n+three\n");
}

TEST_CASE("The end of a file without a line end is marked") {
  CHECK(diff_of("a", "1\n2", {{{0, 1}, "one"}}) ==
        "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n-1\n+one\n 2\n\\ No newline at end of file\n");
  CHECK(diff_of("a", "1\n2", {{{3, 3}, "\n"}}) ==
        "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+2\n");
}

TEST_CASE("A path with spaces ends in a tab, and one with quotation marks is quoted") {
  CHECK(diff_of("a b.md", "1\n", {{{0, 1}, "2"}}).starts_with("--- a/a b.md\t\n+++ b/a b.md\t\n"));
  CHECK(diff_of("a\"b.md", "1\n", {{{0, 1}, "2"}}).starts_with("--- \"a/a\\\"b.md\"\n+++ \"b/a\\\"b.md\"\n"));
}

TEST_CASE("A file that moves gets Git's header") {
  const std::vector<Replacement> change = {{{0, 1}, "2"}};
  const std::vector<Replacement> none;
  CHECK(format_diff({{"old name.md", "1\nsame\n", &change, "new/name.md"}, {"b.md", "x", &none, "c.md"}}, {}) ==
        "diff --git a/old name.md b/new/name.md\n"
        "similarity index 50%\n"
        "rename from old name.md\nrename to new/name.md\n"
        "--- a/old name.md\t\n+++ b/new/name.md\n@@ -1,2 +1,2 @@\n-1\n+2\n same\n"
        "diff --git a/b.md b/c.md\nsimilarity index 100%\nrename from b.md\nrename to c.md\n");
}

TEST_CASE("A diff for a terminal shows what a terminal would obey; one for a file has the bytes") {
  const std::string text = "\x1b[2J\t\xff\r\n";
  CHECK(diff_of("a", text, {{{0, 0}, "x"}}).ends_with("-\x1b[2J\t\xff\r\n+x\x1b[2J\t\xff\r\n"));
  CHECK(diff_of("a", text, {{{0, 0}, "x"}}, {false, true}).ends_with("-\\x1B[2J\t\\xFF\\r\n+x\\x1B[2J\t\\xFF\\r\n"));
  CHECK(diff_of("a", "1\n", {{{0, 1}, "2"}}, {true, true}).find("\x1b[1;31m-1\x1b[0m\n") != std::string::npos);
}

TEST_CASE("patch and git take every diff") {
  check_applies("1\r\n2\r\n3\r\n", {{{3, 4}, "two"}});
  check_applies("\xef\xbb\xbf# 1\n", {{{5, 6}, "one"}});
  check_applies("only", {{{0, 4}, "other"}});
  check_applies("only", {{{4, 4}, "\nmore\n"}});
  check_applies("a\nb\n", {{{0, 4}, "b"}});
  check_applies("-- x\n++ y\n", {{{3, 4}, "z"}});
  std::mt19937 random(20260102);
  const auto up_to = [&](std::size_t limit) { return static_cast<std::uint32_t>(random() % (limit + 1)); };
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (std::uint32_t line = up_to(40); line > 0; --line) {
      text += std::string(up_to(3), static_cast<char>('a' + up_to(2))) + (up_to(3) == 0 ? "\r\n" : "\n");
    }
    text += up_to(1) == 0 ? "end" : "x\n";
    std::vector<Replacement> changes;
    for (std::uint32_t at = up_to(9); at < text.size(); at += 1 + up_to(20)) {
      const auto end = std::min(static_cast<std::uint32_t>(text.size()), at + up_to(5));
      changes.push_back({{at, end}, up_to(1) == 0 ? "new" : "two\nlines"});
      at = end;
    }
    if (!changes.empty()) {
      check_applies(text, changes);
    }
  }
}

}  // namespace macrolint
