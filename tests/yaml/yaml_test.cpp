#include "yaml/yaml.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "catch.h"

namespace macrolint {

namespace {

std::string as_json(std::string_view text) {
  const yaml::Document document = yaml::parse(text);
  REQUIRE(document.root.has_value());
  return yaml::to_json(*document.root).dump();
}

/// `line:column subject` of the problems.
std::vector<std::string> problems_of(std::string_view text) {
  std::vector<std::string> lines;
  const LineIndex index(text);
  for (const yaml::Problem& problem : yaml::parse(text).problems) {
    const Position position = index.position(problem.span.begin);
    CHECK(problem.message.ends_with('.'));
    lines.push_back(fmt::format("{}:{} {}", position.line, position.column, problem.subject));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Every escape becomes a character") {
  CHECK(as_json(R"("a\_b\Nc\_\_\L\P\u00e9")") == "\"a\u00a0b\u0085c\u00a0\u00a0\u2028\u2029\u00e9\"");
}

TEST_CASE("A quotation mark that is never closed is a problem") {
  CHECK(problems_of("a: 'b\nc: d\n") == Lines{"1:4 '"});
  CHECK(problems_of("a: \"b\nc: d\n") == Lines{"1:4 \""});
}

TEST_CASE("Plain scalars have the types of YAML 1.2, quoted ones are text") {
  CHECK(as_json("[true, True, 'true', yes, no, on]") == R"([true,true,"true","yes","no","on"])");
  CHECK(as_json("[null, ~, '', ]") == R"([null,null,""])");
  CHECK(as_json("[1, -1, '1', 1.5, 0x1F, 1_000, 12:30]").starts_with(R"([1,-1,"1",1.5,)"));
  CHECK(as_json("{a: , b: x}") == R"({"a":null,"b":"x"})");
}

TEST_CASE("A scalar knows where it stands, with its quotes") {
  struct Case {
    std::string text;
    std::string written;
    std::string value;
    yaml::Style style;
  };
  const Case example = GENERATE(Case{"a: plain text # comment\n", "plain text", "plain text", yaml::Style::plain},
                                Case{"a: 'it''s'\n", "'it''s'", "it's", yaml::Style::single_quoted},
                                Case{"a: \"caf\\u00e9 \\\"x\\\"\"\n", "\"caf\\u00e9 \\\"x\\\"\"", "caf\xc3\xa9 \"x\"",
                                     yaml::Style::double_quoted},
                                Case{"\xe3\x83\x9e: 'b'\n", "'b'", "b", yaml::Style::single_quoted},
                                Case{"---\na:\n  - b\n", "b", "b", yaml::Style::plain},
                                Case{"a: b\n  c # d\ne: f\n", "b\n  c", "b c", yaml::Style::plain},
                                Case{"a: b\n\n  c\ne: f\n", "b\n\n  c", "b\nc", yaml::Style::plain},
                                Case{"a:\n- b\n  c\n- d\n", "b\n  c", "b c", yaml::Style::plain},
                                Case{"{a: b\n c, d: e}\n", "b\n c", "b c", yaml::Style::plain},
                                Case{"a: |2\n    b\n  c\nd: e\n", "|2\n    b\n  c", "  b\nc\n", yaml::Style::literal});
  const yaml::Document document = yaml::parse(example.text);
  REQUIRE(document.root.has_value());
  const yaml::Node* node = &document.root->members.at(0).second;
  if (node->kind == yaml::Kind::sequence) {
    node = &node->items.at(0);
  }
  CHECK(node->value == example.value);
  CHECK(node->style == example.style);
  CHECK(example.text.substr(node->span.begin, node->span.size()) == example.written);
}

TEST_CASE("The inside of a scalar keeps its place in the source") {
  const std::string text =
      GENERATE(std::string("a: 'before NEEDLE after'\n"), std::string("a: \"\\t\\u00e9 NEEDLE\"\n"),
               std::string("a: |\n  first\n  NEEDLE\n"), std::string("a: >-\n  first\n\n  NEEDLE\n"),
               std::string("a: 'it''s NEEDLE'\n"), std::string("a: plain NEEDLE\n"));
  const yaml::Document document = yaml::parse(text);
  REQUIRE(document.root.has_value());
  const yaml::RawText raw = yaml::raw_text(text, document.root->members.at(0).second);
  const std::size_t found = raw.text.find("NEEDLE");
  REQUIRE(found != std::string::npos);
  CHECK(text.substr(raw.region.begin + found, 6) == "NEEDLE");
}

TEST_CASE("What yaml-cpp accepts and YAML forbids is a problem with a place") {
  CHECK(problems_of("a: 1\nb: 2\na: 3\n") == Lines{"3:1 a"});
  CHECK(problems_of("x:\n  - {b: 1, b: 2}\n") == Lines{"2:12 b"});
  CHECK(problems_of("a: 1\n---\nb: 2\n").size() == 1);
  CHECK(problems_of("{a: 1, b: {a: 2}}").empty());
  CHECK(problems_of("---\na: 1\n").empty());
}

TEST_CASE("What is no YAML has no tree and one problem") {
  for (const std::string_view text :
       {"a: [", "a: 'x", "a: b: c\n", "\t- a\n", "a: *b\n", "{a", "\"\\q\"", "a: &a [*a]\n"}) {
    INFO(text);
    const yaml::Document document = yaml::parse(text);
    CHECK_FALSE(document.root.has_value());
    CHECK(document.problems.size() == 1);
  }
}

TEST_CASE("Front matter is parsed in its place") {
  const std::string_view text = "---\ntitle: [\n---\n# A\n";
  const yaml::Document document = yaml::parse(text, {4, 13});
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems.front().span.begin >= 4);
  CHECK(document.problems.front().span.end <= 13);
}

}  // namespace macrolint
