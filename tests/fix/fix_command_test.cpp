#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "support/golden.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// `macrolint check --fix` and `--diff` as people run them.
namespace macrolint {

namespace {

namespace fs = std::filesystem;

constexpr const char* configuration = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros}
documents:
  - {kind: plain, path: docs, include: ["**"]}
inboxes:
  - {address: education@example.com, name: Education}
inbox_domains: [example.com]
-- macros/active/General/Greeting.yaml --
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value'
  value: 'Hello {{ticket.requester.First_name}}'
- field: 'current_tags'
  value: 'VIP greeted'
)";

TemporaryFolder example(const std::string& files) { return TemporaryFolder(configuration + files); }

}  // namespace

TEST_CASE("Safe edits are applied, and what is left is reported") {
  const TemporaryFolder folder =
      example("-- docs/a.md --\nUse the `General::greeting` macro, or eduction@example.com.\n");
  const ProgramRun run = run_program_in(folder.path(), {"check", "--fix", "--fail-on", "warning"});
  INFO(run.output << run.errors);
  CHECK(run.status == 1);
  CHECK(folder.read("docs/a.md") == "Use the `General::Greeting` macro, or eduction@example.com.\n");
  CHECK(folder.read("macros/active/General/Greeting.yaml").find("'Hello {{ticket.requester.first_name}}'") !=
        std::string::npos);
  CHECK(folder.read("macros/active/General/Greeting.yaml").find("'vip greeted'") != std::string::npos);
  CHECK(run.output.find("inbox-unknown") != std::string::npos);
  CHECK(run.output.find("reference-inexact-title") == std::string::npos);
  CHECK(run.output.ends_with("\nFixed 3 findings in 2 files; 1 more can be fixed with `--unsafe-fixes`.\n"));

  SECTION("unsafe ones only when they are asked for, and then nothing is left") {
    const ProgramRun unsafe = run_program_in(folder.path(), {"check", "--unsafe-fixes", "--format", "json"});
    CHECK(unsafe.status == 0);
    CHECK(folder.read("docs/a.md") == "Use the `General::Greeting` macro, or education@example.com.\n");
    const nlohmann::json result = nlohmann::json::parse(unsafe.output);
    CHECK(result.at("summary").at("fixed").dump() == R"({"files":1,"findings":1,"unsafe_left":0})");
    CHECK(result.at("diagnostics").empty());
    CHECK(run_program_in(folder.path(), {"check", "--unsafe-fixes", "--diff"}).output.empty());
  }
}

TEST_CASE("Byte order mark, line ends, odd spaces and permissions stay as they are") {
  const std::string before = "\xef\xbb\xbf# A\r\n\r\nthe `General::greeting` macro\t \n\r\n\xc2\xa0x\rlast line";
  const TemporaryFolder folder = example("-- docs/b.md --\n");
  folder.write("docs/a.md", before);
  fs::permissions(folder.path("docs/a.md"), fs::perms(0640));
  CHECK(run_program_in(folder.path(), {"check", "--fix"}).status == 0);
  std::string expected = before;
  expected.replace(expected.find("greeting"), 8, "Greeting");
  CHECK(folder.read("docs/a.md") == expected);
  CHECK(fs::status(folder.path("docs/a.md")).permissions() == fs::perms(0640));
}

TEST_CASE("A diff is printed instead of writing, and says in its status whether there is one") {
  const TemporaryFolder folder = example("-- docs/a.md --\nUse the `General::greeting` macro.\n");
  const ProgramRun run = run_program_in(folder.path(), {"check", "--diff"});
  CHECK(run.status == 1);
  check_golden("tests/fix/check.diff", run.output);
  CHECK(run.errors == "macrolint: info: Would fix 3 findings in 2 files; nothing was written.\n");
  CHECK(folder.read("docs/a.md") == "Use the `General::greeting` macro.\n");
  CHECK(run_program_in(folder.path(), {"check", "--fix"}).status == 0);
  const ProgramRun again = run_program_in(folder.path(), {"check", "--diff", "--quiet"});
  CHECK(again.status == 0);
  CHECK(again.output.empty());
  CHECK(again.errors.empty());
  CHECK(run_program_in(folder.path(), {"check", "--diff", "--format", "json"}).status == 2);
}

TEST_CASE("Only the files that are asked for are changed, and never an export") {
  const TemporaryFolder folder = example(
      "-- docs/a.md --\nthe `General::greeting` macro\n-- docs/b.md --\nthe `General::greeting` macro\n"
      "-- export.json --\n{\"macros\": [{\"id\": 1, \"title\": \"A\", \"active\": true, \"actions\": "
      "[{\"field\": \"current_tags\", \"value\": \"VIP\"}]}]}\n");
  const std::string before = folder.read("export.json");
  std::string with_export = folder.read(".macrolint.yml");
  with_export.insert(with_export.find("documents:"), "  exported:\n    export: export.json\n");
  folder.write(".macrolint.yml", with_export);
  CHECK(run_program_in(folder.path(), {"check", "--fix", "docs/a.md"}).output.find("Fixed 1 finding in 1 file") !=
        std::string::npos);
  CHECK(folder.read("docs/a.md") == "the `General::Greeting` macro\n");
  CHECK(folder.read("docs/b.md") == "the `General::greeting` macro\n");
  CHECK(run_program_in(folder.path(), {"check", "--unsafe-fixes"}).status == 0);
  CHECK(folder.read("docs/b.md") == "the `General::Greeting` macro\n");
  CHECK(folder.read("export.json") == before);
}

TEST_CASE("A linked file is left alone, and the one that it leads to is changed") {
  const TemporaryFolder folder = example("-- docs/a.md --\nthe `General::greeting` macro\n");
  fs::create_symlink("a.md", folder.path("docs/link.md"));
  const ProgramRun run = run_program_in(folder.path(), {"check", "--fix"});
  CHECK(fs::is_symlink(folder.path("docs/link.md")));
  CHECK(folder.read("docs/a.md") == "the `General::Greeting` macro\n");
  CHECK(run.errors ==
        "macrolint: warning: `docs/link.md` is a symbolic link; only the file that it leads to is changed.\n");
}

TEST_CASE("Of files in a folder that cannot be written, each is said, and what is left is reported") {
  if (::geteuid() == 0) {
    WARN("Skipped: nothing is forbidden to root.");
    return;
  }
  const TemporaryFolder folder = example("-- docs/x/a.md --\nthe `General::greeting` macro\n");
  fs::permissions(folder.path("docs/x"), fs::perms(0500));
  const ProgramRun run = run_program_in(folder.path(), {"check", "--fix"});
  fs::permissions(folder.path("docs/x"), fs::perms(0700));
  CHECK(run.status == 3);
  CHECK(run.errors.find("cannot be written") != std::string::npos);
  CHECK(run.output.find("reference-inexact-title") != std::string::npos);
}

namespace {

constexpr int killed_files = 60;

/// A page that is long enough for writing it to take time.
std::string page(const std::string& title) { return std::string(20'000, 'x') + "\n\nthe `" + title + "` macro\n"; }

/// Lets `macrolint check --fix` run, and kills it as soon as a page is changed.
void run_fix_until(const TemporaryFolder& folder, const std::string& page_path) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const bool there = ::chdir(folder.path().c_str()) == 0;
    there ? ::execl(MACROLINT_PROGRAM, "macrolint", "check", "--fix", "--quiet", nullptr) : 0;
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (folder.read(page_path) != page("General::greeting")) {
      ::kill(child, SIGKILL);
      REQUIRE(::waitpid(child, &status, 0) == child);
      return;
    }
  }
}

/// How many pages were changed; each has to be as it was or as it is to be.
int count_changed(const TemporaryFolder& folder) {
  int changed = 0;
  for (int file = 0; file < killed_files; ++file) {
    const std::string text = folder.read("docs/" + std::to_string(file) + ".md");
    REQUIRE((text == page("General::greeting") || text == page("General::Greeting")));
    changed += text == page("General::Greeting") ? 1 : 0;
  }
  return changed;
}

}  // namespace

TEST_CASE("A run that is killed leaves each file as it was or as it is to be") {
  int half_way = 0;
  // Files are written in the order of their paths: these are the first and some that come soon.
  for (const char* last : {"docs/0.md", "docs/1.md", "docs/10.md", "docs/13.md", "docs/2.md", "docs/25.md"}) {
    const TemporaryFolder folder = example("-- docs/z.md --\n");
    for (int file = 0; file < killed_files; ++file) {
      folder.write("docs/" + std::to_string(file) + ".md", page("General::greeting"));
    }
    run_fix_until(folder, last);
    const int changed = count_changed(folder);
    CHECK(changed > 0);
    half_way += changed < killed_files ? 1 : 0;
  }
  // Some were killed half way, or the test says nothing.
  CHECK(half_way > 0);
}

}  // namespace macrolint
