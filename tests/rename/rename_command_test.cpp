#include <filesystem>

#include "catch.h"
#include "support/golden.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

namespace fs = std::filesystem;

std::string archive() { return text_of(project_path("tests/rename/example.txtar")); }

std::string error_of(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder(archive());
  std::vector<std::string> all = {"rename"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const ProgramRun run = run_program_in(folder.path(), all);
  CHECK(run.status == 2);
  CHECK(run.output.empty());
  return run.errors;
}

/// What is found in documents, but for a former address that was there before and is not a rename's business.
std::string findings_in(const TemporaryFolder& folder) {
  return run_program_in(folder.path(), {"check", "--quiet", "--rule", "reference-stale-link=off", "docs"}).output;
}

}  // namespace

TEST_CASE("A rename changes titles, partial titles, links, diagrams and files") {
  const TemporaryFolder folder(archive());
  const std::vector<std::string> rename = {"rename", "Support::L&R::Late reply", "Support::L&R::Delay & it's ours"};
  const ProgramRun dry = run_program_in(folder.path(), rename);
  CHECK(dry.status == 0);
  check_golden("tests/rename/rename.diff", dry.output);
  check_golden("tests/rename/rename.log", dry.errors);
  const TemporaryFolder untouched(archive());
  CHECK(folder.read("docs/a.md") == untouched.read("docs/a.md"));

  std::vector<std::string> write = rename;
  write.push_back("--write");
  CHECK(run_program_in(folder.path(), write).output == dry.output);
  CHECK(findings_in(folder).empty());
  CHECK_FALSE(fs::exists(folder.path("macros/active/Support/L&R/Late reply.yaml")));
  CHECK(run_program_in(folder.path(), write).status == 2);

  SECTION("and git takes the diff") {
    if (fs::exists("/usr/bin/git")) {
      untouched.write("the.diff", dry.output);
      ProgramOptions options;
      options.folder = untouched.path();
      options.program = "/usr/bin/git";
      const ProgramRun git = run_program({"apply", "the.diff"}, options);
      INFO(git.errors);
      CHECK(git.status == 0);
      for (const char* path : {"docs/a.md", "macros/active/Support/L&R/Delay & it's ours.yaml",
                               "wording/active/Support/L&R/Delay & it's ours.md"}) {
        CHECK(folder.read(path) == untouched.read(path));
      }
      CHECK_FALSE(fs::exists(untouched.path("wording/active/Support/L&R/Late reply.md")));
    }
  }
  SECTION("and back again") {
    CHECK(run_program_in(folder.path(), {"rename", rename[2], rename[1], "--write"}).status == 0);
    CHECK(
        folder.read("macros/active/Support/L&R/Late reply.yaml").find("previous_title: 'Support::L&R::Delay & it''s") !=
        std::string::npos);
    CHECK(findings_in(folder).empty());
  }
}

TEST_CASE("A title that would break a diagram is left for a person there") {
  const TemporaryFolder folder(archive());
  const ProgramRun run =
      run_program_in(folder.path(), {"rename", "Support::L&R::Late reply", "Support::L&R::Late (1)"});
  CHECK(run.errors.find(
            "docs/a.md:14:26: left as it is: the new title has characters that mean something in a diagram") !=
        std::string::npos);
  CHECK(run.errors.find("docs/a.md:14:26: new with this rename: The macro that was") != std::string::npos);
}

TEST_CASE("A title that several instances have is renamed in the one that is chosen") {
  const TemporaryFolder folder(archive());
  const ProgramRun run =
      run_program_in(folder.path(), {"rename", "General::Shared", "General::Own", "--instance", "other", "--write"});
  INFO(run.errors);
  CHECK(run.status == 0);
  CHECK(folder.read("other/active/General/Own.yaml").find("title: General::Own\nprevious_title: General::Shared\n") !=
        std::string::npos);
  CHECK(folder.read("macros/active/General/Shared.yaml").find("title: General::Shared") != std::string::npos);
  CHECK(run.errors.find("no link says which one is meant") != std::string::npos);
}

TEST_CASE("What cannot be renamed is said") {
  struct Row {
    std::vector<std::string> arguments;
    const char* error;
  };
  const Row rows[] = {
      {{"Support::L&R::Late repyl", "X"}, "Did you mean `Support::L&R::Late reply`?"},
      {{"late reply", "X"}, "Did you mean `Support::L&R::Late reply`?"},
      {{"Support::Former", "X"}, "It was renamed to `Support::L&R::Late reply`."},
      {{"General::Shared", "X"}, "Choose one with `--instance NAME`: `main`, `other`."},
      {{"General::Shared", "X", "--instance", "mian"}, "Did you mean `main`?"},
      {{"From Zendesk", "X"}, "comes from the export `export.json`"},
      {{"Support::L&R::Late reply", "Support::L&R::Late reply"}, "has the title `Support::L&R::Late reply` already"},
      {{"Support::L&R::Late reply", "General::Shared"}, "`macros/active/General/Shared.yaml` has the title"},
      {{"General::Shared", "Support::Former", "--instance", "main"},
       "is the former title of `Support::L&R::Late reply`"},
      {{"Support::L&R::Late reply", ""}, "has an empty part"},
      {{"Support::L&R::Late reply", "A::::B"}, "has an empty part"},
      {{"Support::L&R::Late reply", "A:: ::B"}, "has an empty part"},
      {{"Support::L&R::Late reply", "A::B "}, "begins or ends with a space"},
      {{"Support::L&R::Late reply", "A:::B"}, "begins or ends with a space or a colon"},
      {{"Support::L&R::Late reply", "A/B"}, "has a slash"},
      {{"Support::L&R::Late reply", "..::B"}, "begins with a dot"},
      {{"Support::L&R::Late reply", "A\x1b[2J"}, "has control characters"},
      {{"Support::L&R::Late reply", "A\xff"}, "has control characters"},
      {{"Support::L&R::Late reply", "Support::" + std::string(300, 'x')}, "is too long"},
      {{"Support::L&R::Late reply", "General::Taken"}, "`wording/active/General/Taken.md`, is there already"},
      {{"Support::L&R::Late reply", "General::Mismatch"}, "`macros/active/General/Mismatch.yaml`, is there already"},
  };
  for (const Row& row : rows) {
    INFO(row.arguments[1]);
    const std::string error = error_of(row.arguments);
    INFO(error);
    CHECK(error.find(row.error) != std::string::npos);
  }
}

TEST_CASE("A linked page is left alone, and the page that it leads to is changed") {
  const TemporaryFolder folder(archive());
  fs::remove(folder.path("docs/link.md"));
  fs::create_symlink("a.md", folder.path("docs/link.md"));
  const ProgramRun run =
      run_program_in(folder.path(), {"rename", "Support::L&R::Late reply", "Support::L&R::Sorry", "--write"});
  CHECK(run.status == 0);
  CHECK(fs::is_symlink(folder.path("docs/link.md")));
  CHECK(folder.read("docs/a.md").find("Send the `Support::L&R::Sorry` macro") != std::string::npos);
  CHECK(run.errors.find("docs/link.md") == std::string::npos);
}

}  // namespace macrolint
