#include "support/program.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "support/golden.h"
#include "support/temporary_folder.h"

// `macrolint baseline` and `macrolint check` with a baseline, as people run them.
namespace macrolint {

namespace {

constexpr const char* files =
    "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\ninboxes: []\n"
    "inbox_domains: [example.com]\n"
    "-- docs/a.md --\nx@example.com\n-- docs/b.md --\ny@example.com\n";

nlohmann::json summary_of(const ProgramRun& run) { return nlohmann::json::parse(run.output).at("summary"); }

}  // namespace

TEST_CASE("A baseline is written beside the configuration, and the next run reports nothing") {
  const TemporaryFolder folder(files);
  const ProgramRun written = run_program_in(folder.path("docs"), {"baseline"});
  CHECK(written.status == 0);
  CHECK(written.errors.find("Wrote 2 findings to `.macrolint-baseline.json`.") != std::string::npos);
  const std::string text = folder.read(".macrolint-baseline.json");
  const ProgramRun run =
      run_program_in(folder.path(), {"check", "--fail-on", "note", "--baseline", ".macrolint-baseline.json"});
  CHECK(run.status == 0);
  CHECK(run.output.find("2 findings held back by the baseline\n") != std::string::npos);
  CHECK(run.output.find("no longer there") == std::string::npos);
  CHECK(run_program_in(folder.path(), {"check", "--fail-on", "note"}).status == 1);

  SECTION("the configuration may name it") {
    folder.write(".macrolint.yml", folder.read(".macrolint.yml") + "baseline: known.json\n");
    const ProgramRun missing = run_program_in(folder.path("docs"), {"check"});
    CHECK(missing.status == 2);
    CHECK(missing.errors.find("The baseline `../known.json` does not exist. Run `macrolint baseline`") !=
          std::string::npos);
    CHECK(run_program_in(folder.path("docs"), {"baseline"}).status == 0);
    CHECK(folder.read("known.json") == text);
    CHECK(run_program_in(folder.path("docs"), {"check", "--fail-on", "note"}).status == 0);
  }
  SECTION("what is new is reported, what is gone is counted") {
    folder.write("docs/a.md", "fine\n");
    folder.write("docs/c.md", "z@example.com\n");
    const auto check = [&](const std::vector<std::string>& more) {
      std::vector<std::string> arguments = {"check", "--baseline", ".macrolint-baseline.json", "--format", "json"};
      arguments.insert(arguments.end(), more.begin(), more.end());
      return summary_of(run_program_in(folder.path(), arguments));
    };
    const auto all = check({});
    CHECK(all.at("warnings").get<int>() == 1);
    CHECK(all.at("baseline").dump() == R"({"gone":1,"held_back":1})");
    CHECK(check({"docs/b.md"}).at("baseline").dump() == R"({"gone":0,"held_back":1})");
    CHECK(check({"--rule", "inbox-unknown=off"}).at("baseline").dump() == R"({"gone":0,"held_back":0})");
  }
  SECTION("the same again gives the same bytes") {
    CHECK(run_program_in(folder.path(), {"baseline", "--jobs", "1", "-o", "again.json"}).status == 0);
    CHECK(folder.read("again.json") == text);
  }
}

TEST_CASE("A broken baseline is refused with its place") {
  const TemporaryFolder folder(files);
  folder.write("b.json", "{\n  \"version\": 7\n}");
  const ProgramRun run = run_program_in(folder.path(), {"check", "--baseline", "b.json"});
  CHECK(run.status == 2);
  CHECK(run.errors.find("b.json:2:14: ") != std::string::npos);
  CHECK(run.output.empty());
  folder.write("b.json", std::string(17 << 20, ' '));
  CHECK(run_program_in(folder.path(), {"check", "--baseline", "b.json"}).status == 2);
  CHECK(run_program_in(folder.path(), {"check", "--baseline", "docs"}).status != 0);
  CHECK(run_program_in(folder.path(), {"check", "--baseline", ""}).status == 2);
  CHECK(run_program_in(folder.path(), {"baseline", "-o", "nowhere/b.json"}).status == 3);
}

}  // namespace macrolint
