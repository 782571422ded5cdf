#include "bad_input/bad_input.h"
#include "catch.h"

// A configuration that cannot be used: status 2, the place, the name at fault and what was probably meant.
namespace macrolint {

namespace {

struct Case {
  std::string text;
  std::vector<std::string> said;
};

}  // namespace

TEST_CASE("A broken configuration is explained with its place") {
  const Case example = GENERATE(
      Case{"version: 1\ninstance: {}\n", {".macrolint.yml:2:1", "`instance`", "`instances`"}},
      Case{"version: 1\nrules: {macro-syntx: off}\n", {".macrolint.yml:2:9", "`macro-syntx`", "`macro-syntax`"}},
      Case{"version: 1\nrules: {macro-syntax: loud}\n", {".macrolint.yml:2", "`loud`"}},
      Case{"version: 2\n", {".macrolint.yml:1", "`2`"}}, Case{"version: [\n", {".macrolint.yml:"}},
      Case{"version: 1\nversion: 1\n", {".macrolint.yml:2", "`version`"}},
      Case{"version: 1\ndocuments: [{kind: hugoo, path: x}]\n", {".macrolint.yml:2", "`hugoo`", "`hugo`"}},
      Case{"version: 1\ndocuments: x\n", {".macrolint.yml:2"}}, Case{"caf\xe9: 1\n", {".macrolint.yml:1"}},
      Case{"", {".macrolint.yml:1"}}, Case{repeated("[", 100'000), {".macrolint.yml:1"}});
  const TemporaryFolder folder;
  folder.write(".macrolint.yml", example.text);
  const ProgramRun run = run_program_in(folder.path(), {"check"});
  INFO(example.text.substr(0, 200) << "\n" << run.errors);
  CHECK(run.status == 2);
  CHECK(run.output.empty());
  for (const std::string& words : example.said) {
    INFO(words);
    CHECK(run.errors.find(words) != std::string::npos);
  }
}

TEST_CASE("A configuration that is missing is a matter of usage") {
  const TemporaryFolder folder;
  CHECK(run_program_in(folder.path(), {"check"}).status == 2);
  const ProgramRun run = run_program_in(folder.path(), {"check", "--config", "other.yml"});
  CHECK((run.status == 2 || run.status == 3));
  CHECK(run.errors.find("other.yml") != std::string::npos);
}

TEST_CASE("Wrong usage ends with status 2") {
  const RepositoryWithBadInput repository;
  const auto status_of = [&](const std::vector<std::string>& arguments) {
    return run_program_in(repository.folder().path(), arguments).status;
  };
  CHECK(status_of({"chekc"}) == 2);
  CHECK(status_of({"check", "--no-such-option"}) == 2);
  CHECK(status_of({"check", "--format", "xml"}) == 2);
  CHECK(status_of({"check", "--fail-on", "never"}) == 2);
  CHECK(status_of({"check", "--rule", "no-such-rule=off"}) == 2);
  CHECK(status_of({"check", "--rule", "inbox-unknown=loud"}) == 2);
  CHECK(status_of({"check", "--jobs", "0"}) == 2);
  CHECK(status_of({"check", "--output", "xml=file"}) == 2);
  CHECK(status_of({"check", "no/such/path.md"}) == 2);
  CHECK(status_of({"explain", "no-such-rule"}) == 2);
}

TEST_CASE("Good usage ends with the status of the findings") {
  const RepositoryWithBadInput repository;
  const auto status_of = [&](const std::vector<std::string>& arguments) {
    return run_program_in(repository.folder().path(), arguments).status;
  };
  CHECK(status_of({"check", "--rule", "inbox-unknown=off"}) == 0);
  CHECK(status_of({"check", "--rule", "inbox-unknown=error"}) == 1);
  CHECK(status_of({"check", "--rule", "inbox-unknown=warning"}) == 0);
  CHECK(status_of({"check", "--rule", "inbox-unknown=warning", "--fail-on", "warning"}) == 1);
  CHECK(status_of({"check", "--rule", "inbox-unknown=note", "--fail-on", "warning"}) == 0);
  CHECK(status_of({"check", "--rule", "inbox-unknown=note", "--fail-on", "note"}) == 1);
  CHECK(status_of({"check", "macros", "--fail-on", "note"}) == 0);
  CHECK(status_of({"check", "handbook/content/other.md", "--fail-on", "note"}) == 1);
  CHECK(status_of({"--version"}) == 0);
  CHECK(status_of({"--help"}) == 0);
  CHECK(status_of({"check", "--help"}) == 0);
  CHECK(status_of({"rules"}) == 0);
  CHECK(status_of({"explain", "inbox-unknown"}) == 0);
  CHECK(status_of({"references"}) == 0);
}

}  // namespace macrolint
