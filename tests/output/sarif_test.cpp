#include "output/sarif.h"

#include <nlohmann/json.hpp>
#include <regex>

#include "catch.h"
#include "link/url.h"
#include "output/hostile.h"
#include "output/json_schema.h"
#include "output/printable.h"
#include "output/sarif_text.h"
#include "rule/rule.h"
#include "support/golden.h"
#include "support/lint_archive.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

const std::string& published_schema() {
  static const std::string schema = text_of(project_path("tests/output/sarif-2.1.0-rtm.5.json"));
  return schema;
}

nlohmann::json sarif_of(const LintResult& result, const ReportPaths& paths = plain_paths()) {
  return nlohmann::json::parse(format_sarif(result, paths, "1.2.3"));
}

/// What the schema does not say: indexes lead to rules, and regions lie in their files.
void check_results(const nlohmann::json& run, const LintResult& result) {
  const nlohmann::json& results = run.at("results");
  const nlohmann::json& rules = run.at("tool").at("driver").at("rules");
  REQUIRE(results.size() == result.diagnostics.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    const nlohmann::json& one = results[i];
    const Diagnostic& diagnostic = result.diagnostics[i];
    CHECK(rules.at(one.at("ruleIndex").get<std::size_t>()).at("id") == one.at("ruleId"));
    const nlohmann::json& location = one.at("locations").at(0).at("physicalLocation");
    const nlohmann::json& region = location.at("region");
    CHECK(region.at("startLine").get<std::uint32_t>() == diagnostic.begin.line);
    CHECK(region.at("endColumn").get<std::uint32_t>() == diagnostic.end.column);
    CHECK(region.at("byteOffset").get<std::uint32_t>() == diagnostic.place.span.begin);
    const auto uri = location.at("artifactLocation").at("uri").get<std::string>();
    CHECK(std::regex_match(uri, std::regex("[A-Za-z0-9%._~/-]+")));
    CHECK(percent_decoded(uri) == diagnostic.place.source->path);
  }
}

}  // namespace

TEST_CASE("The SARIF of every rule's example conforms to the published schema") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const LintResult result = lint_files(rule->bad);
    const nlohmann::json sarif = sarif_of(result);
    CHECK(violations(sarif, published_schema()) == std::vector<std::string>());
    check_results(sarif.at("runs").at(0), result);
  }
}

TEST_CASE("SARIF without findings conforms to the published schema") {
  const nlohmann::json sarif = sarif_of(lint_files("-- handbook/content/_index.md --\n# Start\n"));
  CHECK(violations(sarif, published_schema()) == std::vector<std::string>());
  CHECK(sarif.at("runs").at(0).at("results").empty());
}

TEST_CASE("The published schema refuses what SARIF does not know") {
  nlohmann::json sarif = sarif_of(lint_files(find_rule("inbox-unknown")->bad));
  nlohmann::json& result = sarif["runs"][0]["results"][0];
  result["level"] = "fatal";
  CHECK_FALSE(violations(sarif, published_schema()).empty());
  result["level"] = "error";
  CHECK(violations(sarif, published_schema()).empty());
  result["locations"][0]["physicalLocation"]["region"]["startLine"] = 0;
  CHECK_FALSE(violations(sarif, published_schema()).empty());
}

TEST_CASE("Hostile texts stay in their places in SARIF") {
  const LintResult result = hostile_result();
  const nlohmann::json sarif = sarif_of(result);
  CHECK(violations(sarif, published_schema()) == std::vector<std::string>());
  for (const nlohmann::json& one : sarif.at("runs").at(0).at("results")) {
    const auto message = one.at("message").at("text").get<std::string>();
    CHECK(printable(message) == message);
    CHECK_FALSE(std::regex_search(message, std::regex(R"((^|[^\\])\]\()")));
    CHECK_FALSE(std::regex_search(message, std::regex(R"((^|[^{])\{(\{\{)*[0-9]+\}(\}\})*([^}]|$))")));
  }
}

TEST_CASE("Messages of SARIF have no placeholders and no links") {
  CHECK(sarif_message("{{x}} {0}") == "{{{{x}}}} {{0}}");
  CHECK(sarif_message("[a](b) [c]") == "[a\\](b) [c]");
}

TEST_CASE("Paths become URIs") {
  CHECK(relative_uri("a b/c%d/\xc3\xa9.md") == "a%20b/c%25d/%C3%A9.md");
  CHECK(relative_uri("a:b/&(c).md") == "a%3Ab/%26%28c%29.md");
  CHECK(file_uri("/srv/a b.md") == "file:///srv/a%20b.md");
}

TEST_CASE("Files outside of the repository are named by their whole path in SARIF") {
  LintResult result = lint_files(find_rule("inbox-unknown")->bad);
  Source outside;
  outside.path = "../macros/a.yaml";
  outside.text = Text("title: A\n");
  result.diagnostics.resize(1);
  result.diagnostics.front().place = {&outside, {0, 5}};
  const nlohmann::json sarif = sarif_of(result, ReportPaths("/srv/handbook", "/srv/handbook"));
  const nlohmann::json& location = sarif.at("runs").at(0).at("results").at(0).at("locations").at(0);
  CHECK(location.at("physicalLocation").at("artifactLocation").dump() == R"({"uri":"file:///srv/macros/a.yaml"})");
}

TEST_CASE("A byte order mark is no column in SARIF") {
  const LintResult result = lint_files("-- handbook/content/a.md --\n\xEF\xBB\xBFWrite to educations@example.com.\n");
  REQUIRE(result.diagnostics.size() == 1);
  const nlohmann::json sarif = sarif_of(result);
  const nlohmann::json& region =
      sarif.at("runs").at(0).at("results").at(0).at("locations").at(0).at("physicalLocation").at("region");
  CHECK(region.at("startColumn").get<int>() == 10);
  CHECK(region.at("byteOffset").get<int>() == 12);
}

TEST_CASE("SARIF's fixes replace what the suggestions replace") {
  const LintResult result = lint_files(find_rule("inbox-unknown")->bad);
  const nlohmann::json sarif = sarif_of(result);
  const nlohmann::json& fix = sarif.at("runs").at(0).at("results").at(0).at("fixes").at(0);
  const Edit& edit = result.diagnostics.at(0).suggestions.at(0).edits.at(0);
  const nlohmann::json& replacement = fix.at("artifactChanges").at(0).at("replacements").at(0);
  CHECK(replacement.at("insertedContent").at("text").get<std::string>() == edit.replacement);
  CHECK(replacement.at("deletedRegion").at("byteOffset").get<std::uint32_t>() == edit.place.span.begin);
  CHECK(replacement.at("deletedRegion").at("byteLength").get<std::uint32_t>() == edit.place.span.size());
  CHECK(replacement.at("deletedRegion").at("endLine") == replacement.at("deletedRegion").at("startLine"));
}

}  // namespace macrolint
