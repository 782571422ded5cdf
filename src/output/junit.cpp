#include "output/junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <vector>

#include "output/printable.h"
#include "output/text.h"
#include "output/unique_names.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// A finding and what text output says of it.
struct Finding {
  const Diagnostic* diagnostic = nullptr;
  std::string text;
};

using FindingsOfRules = std::map<std::string_view, std::vector<Finding>>;

FindingsOfRules by_rule(const LintResult& result, const ReportPaths& paths) {
  FindingsOfRules findings;
  const std::vector<Instance>& instances = result.project->configuration.instances;
  const bool has_snapshots = std::any_of(instances.begin(), instances.end(),
                                         [](const Instance& instance) { return instance.snapshot.has_value(); });
  for (const Rule* rule : all_rules()) {
    // What the web says is not asked in most runs, nor what Zendesk has; a test that nobody made has not passed.
    const bool was_sought = !rule->is_about_web && (!rule->is_about_zendesk || has_snapshots);
    if (is_on(result.project->configuration, rule->name) && was_sought) {
      findings[rule->name];
    }
  }
  std::vector<std::string> texts = format_each(result.diagnostics, {false, false, paths.prefix()});
  for (std::size_t i = 0; i < result.diagnostics.size(); ++i) {
    const Diagnostic& diagnostic = result.diagnostics[i];
    findings[diagnostic.rule].push_back({&diagnostic, std::move(texts[i])});
  }
  return findings;
}

/// What the finding is, without its line: GitLab compares tests between branches by their names.
std::string name_of_test(const Diagnostic& diagnostic, const ReportPaths& paths) {
  constexpr std::size_t limit = 200;
  std::string name = printable(paths.path(*diagnostic.place.source));
  for (std::string_view subject = diagnostic.subject; !subject.empty() && name.size() < limit;) {
    name += subject.size() == diagnostic.subject.size() ? ": " : "";
    const Cell cell = first_cell(subject);
    name += cell.text;
    subject.remove_prefix(cell.bytes);
  }
  return name;
}

/// Several readers take `[[ATTACHMENT|file]]` in the output of a test for a file to publish.
std::string without_attachments(std::string text) {
  for (std::size_t at = text.find("[[ATT"); at != std::string::npos; at = text.find("[[ATT", at)) {
    text.insert(at + 1, " ");
  }
  return text;
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  node.append_attribute(attribute).set_value(without_attachments(value).c_str());
}

/// GitLab shows the text of a failure and not its message; others do the reverse.
void add_test(pugi::xml_node suite, const Finding& finding, const std::string& name, const ReportPaths& paths,
              bool fails) {
  const Diagnostic& diagnostic = *finding.diagnostic;
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", std::string(diagnostic.rule));
  set(test, "name", name);
  set(test, "file", printable(paths.path(*diagnostic.place.source)));
  pugi::xml_node outcome = test.append_child(fails ? "failure" : "system-out");
  if (fails) {
    set(outcome, "message", printable(diagnostic.message));
    set(outcome, "type", std::string(name_of(diagnostic.severity)));
  }
  const std::string_view text = finding.text;
  outcome.text().set(without_attachments(std::string(text.substr(0, text.find_last_not_of('\n') + 1))).c_str());
}

std::size_t add_suite(pugi::xml_node suites, std::string_view rule, const std::vector<Finding>& findings,
                      const ReportPaths& paths, Severity fail_on) {
  pugi::xml_node suite = suites.append_child("testsuite");
  std::size_t failures = 0;
  for (const Finding& finding : findings) {
    failures += finding.diagnostic->severity >= fail_on ? 1U : 0U;
  }
  set(suite, "name", std::string(rule));
  set(suite, "tests", fmt::format("{}", std::max<std::size_t>(findings.size(), 1)));
  set(suite, "failures", fmt::format("{}", failures));
  set(suite, "errors", "0");
  set(suite, "skipped", "0");
  // Of several tests with one name GitLab shows one.
  UniqueNames names;
  for (const Finding& finding : findings) {
    const std::string name = names.unique(name_of_test(*finding.diagnostic, paths));
    add_test(suite, finding, name, paths, finding.diagnostic->severity >= fail_on);
  }
  if (findings.empty()) {
    pugi::xml_node test = suite.append_child("testcase");
    set(test, "classname", std::string(rule));
    set(test, "name", "nothing found");
  }
  return failures;
}

}  // namespace

std::string format_junit(const LintResult& result, const ReportPaths& paths, Severity fail_on) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node suites = document.append_child("testsuites");
  set(suites, "name", "macrolint");
  pugi::xml_attribute tests = suites.append_attribute("tests");
  pugi::xml_attribute failures = suites.append_attribute("failures");
  set(suites, "errors", "0");
  std::size_t number = 0;
  std::size_t failed = 0;
  for (const auto& [rule, findings] : by_rule(result, paths)) {
    number += std::max<std::size_t>(findings.size(), 1);
    failed += add_suite(suites, rule, findings, paths, fail_on);
  }
  tests.set_value(fmt::format("{}", number).c_str());
  failures.set_value(fmt::format("{}", failed).c_str());
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  return std::move(text).str();
}

}  // namespace macrolint
