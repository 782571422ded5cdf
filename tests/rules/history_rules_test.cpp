#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "catch.h"
#include "rules/tables.h"
#include "support/git_repository.h"
#include "support/program.h"

// What the history of the macro repository tells about titles and links that lead nowhere today.
namespace macrolint {

namespace {

constexpr const char* configuration = R"(-- .macrolint.yml --
version: 1
instances:
  one:
    sync: {path: macros/sync/data, urls: ["https://gitlab.com/one/macros/-/blob/main/data/"]}
documents: [{kind: hugo, path: handbook}]
)";

const std::string blob = "https://gitlab.com/one/macros/-/blob/main/data/active/";

/// `rule subject` and the first suggestion's applicability for each finding.
Findings findings_in(const GitRepository& repository, const std::string& undocumented = "off") {
  const ProgramRun run =
      run_program_in(repository.path(), {"check", "--format", "json", "--rule", "macro-undocumented=" + undocumented});
  INFO(run.errors);
  REQUIRE(run.status <= 1);
  const nlohmann::json result = nlohmann::json::parse(run.output);
  Findings findings;
  for (const nlohmann::json& finding : result.at("diagnostics")) {
    const nlohmann::json& suggestions = finding.at("suggestions");
    findings.push_back(
        fmt::format("{} {} ({})", finding.at("rule").get<std::string>(), finding.at("subject").get<std::string>(),
                    suggestions.empty() ? "none" : suggestions.at(0).at("applicability").get<std::string>()));
  }
  return findings;
}

}  // namespace

TEST_CASE("A file that was renamed in git tells what became of a title and of a link") {
  GitRepository repository(configuration + sync_file("active/General/Send Label", "General::Send Label") +
                           "-- handbook/content/page.md --\nUse the `General::Send Label` macro.\n\nIts [wording](" +
                           blob + "General/Send%20Label.yaml).\n");
  CHECK(findings_in(repository).empty());
  repository.git(
      {"mv", "macros/sync/data/active/General/Send Label.yaml", "macros/sync/data/active/General/Return Label.yaml"});
  repository.commit(sync_file("active/General/Return Label", "General::Return Label"));
  CHECK(findings_in(repository, "note") ==
        Findings{"reference-renamed-macro General::Send Label (unsafe)",
                 "reference-stale-link " + blob + "General/Send%20Label.yaml (safe)"});
  // Each of the two is enough to say that the page speaks of the macro.
  repository.write("-- handbook/content/page.md --\nIts [wording](" + blob + "General/Send%20Label.yaml).\n");
  CHECK(findings_in(repository, "note") ==
        Findings{"reference-stale-link " + blob + "General/Send%20Label.yaml (safe)"});
  repository.write("-- handbook/content/page.md --\nUse the `General::Send Label` macro.\n");
  CHECK(findings_in(repository, "note") == Findings{"reference-renamed-macro General::Send Label (unsafe)"});
  repository.write("-- handbook/content/page.md --\nUse the `Send Label` macro.\n");
  CHECK(findings_in(repository, "note") == Findings{"reference-renamed-macro Send Label (unsafe)"});
}

TEST_CASE("What git says nothing about stays unknown") {
  const GitRepository repository(
      configuration + sync_file("active/General/Return Label", "General::Return Label") +
      "-- handbook/content/page.md --\nUse the `General::Send Letter` macro.\n\nIts [wording](" + blob +
      "General/Send%20Letter.yaml).\n");
  REQUIRE(findings_in(repository).size() == 2);
  CHECK(findings_in(repository).front().starts_with("reference-unknown-macro General::Send Letter"));
  CHECK(findings_in(repository).back().starts_with("reference-link-missing"));
}

}  // namespace macrolint
