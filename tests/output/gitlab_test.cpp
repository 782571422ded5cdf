#include "output/gitlab.h"

#include <nlohmann/json.hpp>
#include <set>

#include "catch.h"
#include "configuration/schema.h"
#include "output/hostile.h"
#include "output/json_schema.h"
#include "output/printable.h"
#include "rule/rule.h"
#include "support/lint_archive.h"

// GitLab drops everything behind the first entry of a report that it does not understand.
namespace macrolint {

namespace {

nlohmann::json report_of(const LintResult& result, const ReportPaths& paths = plain_paths()) {
  return nlohmann::json::parse(format_gitlab(result, paths));
}

void check_report(const nlohmann::json& report) {
  CHECK(violations(report, schema_text("gitlab.schema.json")) == std::vector<std::string>());
  std::set<std::string> fingerprints;
  for (const nlohmann::json& entry : report) {
    CHECK(fingerprints.insert(entry.at("fingerprint").get<std::string>()).second);
    const auto description = entry.at("description").get<std::string>();
    CHECK(printable(description) == description);
  }
}

}  // namespace

TEST_CASE("The Code Quality report of every rule's example conforms to its schema") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const nlohmann::json report = report_of(lint_files(rule->bad));
    CHECK_FALSE(report.empty());
    check_report(report);
  }
}

TEST_CASE("A Code Quality report without findings is an empty list") {
  CHECK(format_gitlab(lint_files("-- handbook/content/_index.md --\n# Start\n"), plain_paths()) == "[]\n");
}

TEST_CASE("The schema of the Code Quality report refuses what GitLab would") {
  nlohmann::json report = report_of(lint_files(find_rule("inbox-unknown")->bad));
  const std::string_view schema = schema_text("gitlab.schema.json");
  REQUIRE(violations(report, schema).empty());
  for (const char* path : {"./a.md", "/a.md", ""}) {
    report[0]["location"]["path"] = path;
    CHECK_FALSE(violations(report, schema).empty());
  }
  report[0]["location"]["path"] = "a.md";
  report[0]["severity"] = "error";
  CHECK_FALSE(violations(report, schema).empty());
}

TEST_CASE("Hostile texts stay in their places in the Code Quality report") {
  const LintResult result = hostile_result();
  const nlohmann::json report = report_of(result);
  CHECK(report.size() == result.diagnostics.size());
  check_report(report);
}

TEST_CASE("Fingerprints in GitLab do not change when lines move") {
  const std::string page = "Write to educations@example.com, or to educations@example.com.\n";
  const auto fingerprints = [](const nlohmann::json& report) {
    std::vector<std::string> all;
    for (const nlohmann::json& entry : report) {
      all.push_back(entry.at("fingerprint").get<std::string>());
    }
    return all;
  };
  const nlohmann::json before = report_of(lint_files("-- handbook/content/a.md --\n" + page));
  const nlohmann::json after = report_of(lint_files("-- handbook/content/a.md --\nNew.\n\n" + page));
  REQUIRE(before.size() == 2);
  CHECK(fingerprints(before) == fingerprints(after));
  CHECK(before[0].at("location").at("lines").at("begin").get<int>() == 1);
  CHECK(after[0].at("location").at("lines").at("begin").get<int>() == 3);
}

TEST_CASE("Two findings with the same fingerprint are both shown") {
  LintResult result = lint_files(find_rule("inbox-unknown")->bad);
  result.diagnostics.push_back(result.diagnostics.front());
  result.diagnostics.push_back(result.diagnostics.front());
  check_report(report_of(result));
}

}  // namespace macrolint
