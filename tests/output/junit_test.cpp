#include "output/junit.h"

#include <algorithm>
#include <filesystem>
#include <pugixml.hpp>
#include <regex>
#include <set>

#include "catch.h"
#include "output/hostile.h"
#include "output/printable.h"
#include "rule/rule.h"
#include "support/golden.h"
#include "support/lint_archive.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// One character that XML forbids, and GitLab shows no test at all.
namespace macrolint {

namespace {

void check_against_schema(const std::string& xml) {
  if (!std::filesystem::exists(MACROLINT_XMLLINT)) {
    WARN("There is no xmllint; the XML is not validated.");
    return;
  }
  const TemporaryFolder folder;
  folder.write("report.xml", xml);
  ProgramOptions options;
  options.program = MACROLINT_XMLLINT;
  const ProgramRun run =
      run_program({"--noout", "--schema", project_path("tests/output/junit.xsd"), folder.path("report.xml")}, options);
  INFO(run.errors);
  CHECK(run.status == 0);
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  REQUIRE(document.load_buffer(xml.data(), xml.size()));
  return document;
}

void check_counts(pugi::xml_node node, unsigned tests, unsigned failures) {
  CHECK(node.attribute("tests").as_uint() == tests);
  CHECK(node.attribute("failures").as_uint() == failures);
}

/// Compares the counts that suites state with what is in them.
void check_all_counts(const pugi::xml_document& document) {
  unsigned tests = 0;
  unsigned failures = 0;
  for (const pugi::xml_node suite : document.child("testsuites")) {
    unsigned in_suite = 0;
    unsigned failed = 0;
    for (const pugi::xml_node test : suite) {
      ++in_suite;
      failed += test.child("failure") ? 1U : 0U;
    }
    check_counts(suite, in_suite, failed);
    tests += in_suite;
    failures += failed;
  }
  check_counts(document.child("testsuites"), tests, failures);
}

pugi::xml_node suite_of(const pugi::xml_document& document, const char* rule) {
  return document.child("testsuites").find_child_by_attribute("testsuite", "name", rule);
}

}  // namespace

TEST_CASE("The JUnit XML of every rule's example conforms to its schema") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const std::string xml = format_junit(lint_files(rule->bad), plain_paths(), Severity::note);
    check_against_schema(xml);
    const pugi::xml_document document = parsed(xml);
    check_all_counts(document);
    CHECK(suite_of(document, rule->name.data()).child("testcase").child("failure"));
  }
}

TEST_CASE("A run without findings is a passed test for each rule that is on") {
  LintResult result = lint_files("-- handbook/content/_index.md --\n# Start\n");
  result.project->configuration.rules["inbox-unknown"] = std::nullopt;
  const pugi::xml_document document = parsed(format_junit(result, plain_paths(), Severity::error));
  check_all_counts(document);
  const auto offline = std::count_if(all_rules().begin(), all_rules().end(),
                                     [](const Rule* rule) { return !rule->is_about_web && !rule->is_about_zendesk; });
  check_counts(document.child("testsuites"), static_cast<unsigned>(offline - 1), 0);
  CHECK_FALSE(suite_of(document, "inbox-unknown"));
  CHECK_FALSE(suite_of(document, "link-broken"));
  CHECK_FALSE(suite_of(document, "live-missing"));
  CHECK(suite_of(document, "inbox-malformed").child("testcase").attribute("name").as_string() ==
        std::string("nothing found"));
}

TEST_CASE("What fails is what the exit status tells") {
  const LintResult result = lint_files(find_rule("inbox-unknown")->bad);
  REQUIRE(result.diagnostics.front().severity == Severity::warning);
  const pugi::xml_document strict = parsed(format_junit(result, plain_paths(), Severity::warning));
  const pugi::xml_node failed = suite_of(strict, "inbox-unknown").child("testcase");
  CHECK(failed.child("failure").attribute("type").as_string() == std::string("warning"));
  CHECK(failed.child("failure").text().as_string() != std::string());
  const pugi::xml_document lenient = parsed(format_junit(result, plain_paths(), Severity::error));
  const pugi::xml_node passed = suite_of(lenient, "inbox-unknown").child("testcase");
  CHECK_FALSE(passed.child("failure"));
  CHECK(passed.child("system-out"));
  CHECK(passed.attribute("name").as_string() == std::string(failed.attribute("name").as_string()));
}

TEST_CASE("Names of tests do not change when lines move, and are not given twice") {
  const std::string page = "Write to educations@example.com, or to educations@example.com.\n";
  const auto names = [](const std::string& archive) {
    const pugi::xml_document document = parsed(format_junit(lint_files(archive), plain_paths(), Severity::note));
    std::vector<std::string> all;
    for (const pugi::xml_node test : suite_of(document, "inbox-unknown")) {
      all.emplace_back(test.attribute("name").as_string());
    }
    return all;
  };
  const std::vector<std::string> expected = {"handbook/content/a.md: educations@example.com",
                                             "handbook/content/a.md: educations@example.com (2)"};
  CHECK(names("-- handbook/content/a.md --\n" + page) == expected);
  CHECK(names("-- handbook/content/a.md --\nNew.\n\n" + page) == expected);
}

TEST_CASE("Hostile texts stay in their places in JUnit XML") {
  const LintResult result = hostile_result();
  for (const Severity fail_on : {Severity::note, Severity::error}) {
    const std::string xml = format_junit(result, plain_paths(), fail_on);
    check_against_schema(xml);
    CHECK(xml.find("[[ATTACHMENT|") == std::string::npos);
    CHECK(xml.find('\x1b') == std::string::npos);
    const pugi::xml_document document = parsed(xml);
    check_all_counts(document);
    std::set<std::string> messages;
    for (const pugi::xml_node test : suite_of(document, "reference-unknown-macro")) {
      messages.insert(test.child("failure").attribute("message").as_string());
    }
    for (const Diagnostic& diagnostic : result.diagnostics) {
      const std::string shown = printable(diagnostic.message);
      CHECK(messages.contains(std::regex_replace(shown, std::regex("\\[\\[ATT"), "[ [ATT")));
    }
  }
}

}  // namespace macrolint
