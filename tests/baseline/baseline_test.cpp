#include "baseline/baseline.h"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "configuration/schema.h"
#include "rule/rule.h"
#include "support/lint_archive.h"
#include "yaml/yaml.h"

namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

std::string page(const std::string& text) { return "-- handbook/content/a.md --\n" + text; }

std::vector<Diagnostic> findings_in(const LintResult& result) { return result.diagnostics; }

Baseline baseline_of(const std::string& text) { return make_baseline(findings_in(lint_files(page(text)))); }

/// What is left of the findings in a page, as `line subject`, then how many were held back and are gone.
Lines left_of(const std::string& text, const Baseline& baseline) {
  const LintResult result = lint_files(page(text));
  std::vector<Diagnostic> diagnostics = result.diagnostics;
  const BaselineUse use = hold_back(
      baseline, [](const KnownFinding&) { return true; }, diagnostics);
  Lines lines;
  for (const Diagnostic& diagnostic : diagnostics) {
    lines.push_back(fmt::format("{} {}", diagnostic.begin.line, diagnostic.subject));
  }
  lines.push_back(fmt::format("{} {}", use.held_back, use.gone));
  return lines;
}

std::string error_of(const std::string& text) {
  const auto read = read_baseline(text);
  const auto* errors = std::get_if<std::vector<ConfigurationError>>(&read);
  if (errors == nullptr) {
    return "";
  }
  const ConfigurationError& first = errors->front();
  return fmt::format("{}:{}: {}", first.position.line, first.position.column, first.message);
}

}  // namespace

TEST_CASE("What is in the baseline is not reported, wherever it has moved") {
  const Baseline baseline = baseline_of("x@example.com\n\ny@example.com\n");
  CHECK(left_of("x@example.com\n\ny@example.com\n", baseline) == Lines{"2 0"});
  CHECK(left_of("# New\n\ny@example.com\n\nText\n\nx@example.com\n", baseline) == Lines{"2 0"});
  CHECK(left_of("x@example.com, y@example.com, z@example.com\n", baseline) == Lines{"1 z@example.com", "2 0"});
  CHECK(left_of("y@example.com\n", baseline) == Lines{"1 1"});
  CHECK(left_of("fine\n", baseline) == Lines{"0 2"});
  CHECK(left_of("x@example.com\n", {}) == Lines{"1 x@example.com", "0 0"});
}

TEST_CASE("Equal findings are counted: the third copy of two known ones is new") {
  const Baseline baseline = baseline_of("x@example.com\n\nx@example.com\n");
  CHECK(baseline.findings.size() == 1);
  CHECK(left_of("x@example.com\n\nx@example.com\n", baseline) == Lines{"2 0"});
  CHECK(left_of("x@example.com\n\nx@example.com\n\nx@example.com\n", baseline) == Lines{"5 x@example.com", "2 0"});
  CHECK(left_of("x@example.com\n", baseline) == Lines{"1 1"});
}

TEST_CASE("A baseline is written with one line for each finding, in order") {
  const Baseline baseline = baseline_of("z@example.com \"x\\\"@example.com\n\nx@example.com, x@example.com\n");
  const std::string text = format_baseline(baseline);
  CHECK(text.starts_with(
      "{\n  \"version\": 1,\n  \"findings\": [\n    {\"path\": \"handbook/content/a.md\", \"rule\": "));
  CHECK(text.find(R"("subject": "x@example.com", "count": 2, "fingerprint": ")") != std::string::npos);
  CHECK(text.find("x@example.com\"") < text.find("z@example.com\""));
  const auto read = read_baseline(text);
  REQUIRE(std::holds_alternative<Baseline>(read));
  CHECK(format_baseline(std::get<Baseline>(read)) == text);
  CHECK(format_baseline({}) == "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
  CHECK(error_of(format_baseline({})).empty());
}

TEST_CASE("The baseline of every rule's example conforms to its schema and can be read again") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const LintResult result = lint_files(rule->bad);
    const std::string text = format_baseline(make_baseline(result.diagnostics));
    const yaml::Document document = yaml::parse(text);
    REQUIRE(document.root.has_value());
    CHECK(validate(*document.root, "baseline.schema.json").empty());
    CHECK(nlohmann::json::accept(text));
    const auto read = read_baseline(text);
    REQUIRE(std::holds_alternative<Baseline>(read));
    std::vector<Diagnostic> diagnostics = result.diagnostics;
    const BaselineUse use = hold_back(
        std::get<Baseline>(read), [](const KnownFinding&) { return true; }, diagnostics);
    CHECK(diagnostics.empty());
    CHECK(use.held_back == result.diagnostics.size());
    CHECK(use.gone == 0);
  }
}

TEST_CASE("A baseline that cannot be used is refused with the place") {
  const std::string fingerprint = fingerprint_of("inbox-unknown", "a.md", "x", 0);
  const auto entry = [&](const std::string& from, const std::string& to) {
    std::string text = fmt::format(
        "{{\"version\": 1, \"findings\": [\n{{\"path\": \"a.md\", \"rule\": \"inbox-unknown\", \"subject\": \"x\", "
        "\"count\": 2, \"fingerprint\": \"{}\"}}\n]}}",
        fingerprint);
    if (const std::size_t at = text.find(from); !from.empty() && at != std::string::npos) {
      text.replace(at, from.size(), to);
    }
    return text;
  };
  CHECK(error_of(entry("", "")).empty());
  CHECK(error_of("") == "1:1: Not valid JSON: the file ends too early.");
  CHECK(error_of("not JSON").find("1:2: Not valid JSON from here on.") == 0);
  CHECK(error_of("\xff").find("1:1: The baseline is not UTF-8 from here on.") == 0);
  CHECK(error_of("[]").find("1:1: `version` is missing here.") == 0);
  CHECK(error_of("{\"version\": 1}").find("1:1: `findings` is missing here.") == 0);
  CHECK(error_of("{\"version\": 2, \"findings\": []}").find("1:13: The baseline has version `2`") == 0);
  CHECK(error_of("{\"version\": 1,\n\"findings\": {}}") ==
        "2:13: `findings` is not a list; expected one entry for each finding.");
  CHECK(error_of(entry("\"a.md\"", "7")) == "2:10: `path` is not a text.");
  CHECK(error_of(entry("\"path\"", "\"pfad\"")).find("2:1: `path` is missing here.") == 0);
  for (const char* count : {"0", "-1", "1.5", "\"2\"", "99999999999", "null", "[2]"}) {
    CHECK(error_of(entry("2,", std::string(count) + ",")).find("`count` is ") != std::string::npos);
  }
  CHECK(error_of(entry("a.md", "b.md")).find("2:1: The fingerprint is not that of this rule, path and subject.") == 0);
  const std::string text = entry("", "");
  const std::string line = text.substr(text.find('\n') + 1, text.rfind('\n') - text.find('\n') - 1);
  CHECK(error_of(entry("\n]", ",\n" + line + "\n]")).find("3:1: This finding has an entry already.") == 0);
}

TEST_CASE("A baseline of garbage is refused in short time") {
  const auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(error_of(std::string(1'000'000, '[')).empty());
  std::string many = "{\"version\": 1, \"findings\": [0";
  for (int index = 0; index < 300'000; ++index) {
    many += ",{}";
  }
  const auto read = read_baseline(many + "]}");
  REQUIRE(std::holds_alternative<std::vector<ConfigurationError>>(read));
  CHECK(std::get<std::vector<ConfigurationError>>(read).size() == 20);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

}  // namespace macrolint
