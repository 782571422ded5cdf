#include <string>

#include "catch.h"
#include "cli/rule_page.h"
#include "rule/rule.h"
#include "support/lint_archive.h"

// Every rule carries two small repositories. `macrolint explain` and docs/rules.md show them, so they have to do
// what they say.
namespace macrolint {

TEST_CASE("The bad example of a rule makes this rule report, and no other") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const LintResult result = lint_files(rule->bad);
    CHECK_FALSE(result.diagnostics.empty());
    for (const Diagnostic& diagnostic : result.diagnostics) {
      INFO(short_form(diagnostic) << "\n" << diagnostic.message);
      CHECK(diagnostic.rule == rule->name);
    }
  }
}

TEST_CASE("The page of a rule shows what the rule reports") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const std::string reported = "[" + std::string(rule->name) + "]";
    CHECK(cli::output_of_example(rule->bad, {}).find(reported) != std::string::npos);
  }
}

TEST_CASE("On the good example of a rule no rule reports anything") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const LintResult result = lint_files(rule->good);
    for (const Diagnostic& diagnostic : result.diagnostics) {
      INFO(short_form(diagnostic) << "\n" << diagnostic.message);
      CHECK(diagnostic.rule.empty());
    }
    CHECK(result.project->unreadable.empty());
  }
}

TEST_CASE("Every rule is complete and the list is in order") {
  std::string_view previous;
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    CHECK(previous < rule->name);
    CHECK_FALSE(rule->summary.empty());
    CHECK_FALSE(rule->explanation.empty());
    const int checks = (rule->check_project != nullptr ? 1 : 0) + (rule->check_macro != nullptr ? 1 : 0) +
                       (rule->check_document != nullptr ? 1 : 0) + (rule->check_suppressions != nullptr ? 1 : 0);
    CHECK(checks == 1);
    CHECK(find_rule(rule->name) == rule);
    previous = rule->name;
  }
  CHECK(find_rule("no-such-rule") == nullptr);
}

TEST_CASE("Messages are plain sentences and name what is at fault") {
  for (const Rule* rule : all_rules()) {
    for (const Diagnostic& diagnostic : lint_files(rule->bad).diagnostics) {
      INFO(short_form(diagnostic) << "\n" << diagnostic.message);
      CHECK((diagnostic.message.ends_with('.') || diagnostic.message.ends_with('?')));
      CHECK(diagnostic.message.find('!') == std::string::npos);
      CHECK(diagnostic.fingerprint.size() == 32);
      CHECK(diagnostic.place.span.begin <= diagnostic.place.span.end);
      CHECK(diagnostic.place.span.end <= diagnostic.place.source->text.size());
    }
  }
}

}  // namespace macrolint
