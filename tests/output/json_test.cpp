#include "output/json.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "configuration/schema.h"
#include "output/json_text.h"
#include "output/text.h"
#include "rule/rule.h"
#include "support/lint_archive.h"

// Scripts depend on the JSON; its schemas are part of the program's documentation.
namespace macrolint {

namespace {

/// JSON is YAML, so the schemas that check macros check our own output too.
void check_against_schema(const std::string& json, std::string_view schema) {
  const yaml::Document document = yaml::parse(json);
  REQUIRE(document.root.has_value());
  for (const yaml::Problem& problem : validate(*document.root, schema)) {
    FAIL_CHECK(problem.message);
  }
}

std::vector<Reference> references_of(const LintResult& result) {
  std::vector<Reference> all;
  for (const auto& references : result.project->references) {
    all.insert(all.end(), references.begin(), references.end());
  }
  return all;
}

}  // namespace

TEST_CASE("The JSON of every rule's example conforms to its schema") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const LintResult result = lint_files(rule->bad);
    check_against_schema(format_json(result, 12, "1.2.3", 2), "result.schema.json");
    check_against_schema(format_references_json(references_of(result)), "references.schema.json");
  }
}

TEST_CASE("The JSON has the members that scripts rely on") {
  const Rule* rule = find_rule("inbox-unknown");
  REQUIRE(rule != nullptr);
  const nlohmann::json json = nlohmann::json::parse(format_json(lint_files(rule->bad), 12, "1.2.3", 2));
  CHECK(json.at("version").get<int>() == 1);
  CHECK(json.at("tool").dump() == R"({"name":"macrolint","version":"1.2.3"})");
  CHECK(json.at("summary").at("elapsed_ms").get<int>() == 12);
  const nlohmann::json& first = json.at("diagnostics").at(0);
  CHECK(first.at("rule").get<std::string>() == "inbox-unknown");
  CHECK(first.at("subject").get<std::string>().find('@') != std::string::npos);
  CHECK(first.at("line").get<int>() >= 1);
  CHECK(first.at("column").get<int>() >= 1);
}

TEST_CASE("A list written in parts is the list written at once") {
  for (const std::size_t count : {0, 1, 15, 16, 17, 40}) {
    for (const unsigned jobs : {1U, 3U}) {
      CAPTURE(count, jobs);
      nlohmann::ordered_json whole = {{"kind", "] of [\n  ]"}, {"items", nlohmann::ordered_json::array()}};
      nlohmann::ordered_json rest = {{"kind", "] of [\n  ]"}};
      const auto item = [](std::size_t index) {
        return nlohmann::ordered_json{{"text", "[\n  ]"}, {"number", index}, {"none", nlohmann::ordered_json::array()}};
      };
      for (std::size_t index = 0; index < count; ++index) {
        whole["items"].push_back(item(index));
      }
      CHECK(to_text(rest, {"items", count, item, jobs}) == to_text(whole));
    }
  }
}

TEST_CASE("Edits replace bytes that are there") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    for (const Diagnostic& diagnostic : lint_files(rule->bad).diagnostics) {
      for (const Suggestion& suggestion : diagnostic.suggestions) {
        for (const Edit& edit : suggestion.edits) {
          CHECK(edit.place.span.begin <= edit.place.span.end);
          CHECK(edit.place.span.end <= edit.place.source->text.size());
        }
      }
    }
  }
}

TEST_CASE("Text that is not UTF-8 does not reach the JSON") {
  const LintResult result = lint_files("-- handbook/content/a.md --\n# A\n\nnobody\xff@gitlab.com\n");
  CHECK(nlohmann::json::accept(format_json(result, 0, "1", 2)));
}

}  // namespace macrolint
