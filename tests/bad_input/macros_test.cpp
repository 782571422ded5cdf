#include <fmt/format.h>

#include "bad_input/bad_input.h"
#include "catch.h"

// A macro file that is broken, hostile or both costs one finding, and the rest of the run goes on.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t deep = 100'000;

/// Nine levels of nine aliases each: 600 bytes that stand for 387 million nodes.
std::string alias_bomb() {
  std::string text = "title: Bomb\nl0: &l0 [x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level <= 8; ++level) {
    text += fmt::format("l{0}: &l{0} [{1}*l{2}]\n", level, repeated(fmt::format("*l{}, ", level - 1), 8), level - 1);
  }
  return text;
}

std::string nested_block_mapping() {
  std::string text = "title: Deep\nactions:\n";
  // A hundred thousand levels of ever more indentation would be five gigabytes; a thousand are far beyond the bound.
  for (std::size_t level = 1; level <= 1000; ++level) {
    text += std::string(level, ' ') + "a:\n";
  }
  return text;
}

/// The macro with this text gets exactly one finding, by this rule.
void check_one_finding(const std::string& text, const std::string& rule) {
  const RepositoryWithBadInput repository;
  repository.add_macro("Bad", text);
  const Lines findings = repository.findings();
  INFO(text.substr(0, 100) << "\n" << fmt::format("{}", fmt::join(findings, "\n")));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().starts_with(repository.macro_path("Bad") + ":"));
  CHECK(findings.front().ends_with(" " + rule));
}

}  // namespace

TEST_CASE("A macro that is not YAML is one finding") {
  check_one_finding("title: 'no closing quote\nactive: true\n", "macro-syntax");
  check_one_finding("title: [\n", "macro-syntax");
  check_one_finding("\ttitle: x\n", "macro-syntax");
  check_one_finding("title: x\n%YAML 9.9\n--- a\n--- b\n", "macro-syntax");
  check_one_finding("title: *nowhere\n", "macro-syntax");
  check_one_finding("title: Bad\ntitle: Bad\n", "macro-syntax");
}

TEST_CASE("A macro that is not UTF-8 is one finding") {
  check_one_finding("title: 'caf\xe9'\n", "macro-syntax");
  check_one_finding(std::string("title: 'a\0b'\n", 13), "macro-syntax");
  check_one_finding(
      "\xff\xfe"
      "t\0i\0t\0",
      "macro-syntax");
}

TEST_CASE("An empty macro file is one finding") {
  check_one_finding("", "macro-schema");
  check_one_finding("---\n", "macro-schema");
  check_one_finding("# only a comment\n", "macro-schema");
  check_one_finding("- a list\n", "macro-schema");
  check_one_finding("just text\n", "macro-schema");
}

TEST_CASE("An alias bomb is one finding") { check_one_finding(alias_bomb(), "macro-syntax"); }

TEST_CASE("YAML nested 100,000 deep is one finding") {
  check_one_finding(repeated("[", deep), "macro-syntax");
  check_one_finding(repeated("{a: ", deep), "macro-syntax");
  check_one_finding(repeated("[", deep) + repeated("]", deep), "macro-syntax");
  check_one_finding(repeated("- ", deep) + "x\n", "macro-syntax");
  check_one_finding(repeated("? ", deep) + "x\n", "macro-syntax");
  check_one_finding(nested_block_mapping(), "macro-syntax");
}

TEST_CASE("HTML nested 100,000 deep in a comment does not take the run down") {
  const RepositoryWithBadInput repository;
  const auto findings_in_html = [&](const std::string& html) {
    repository.add_macro("Bad", macro_with("Bad", "- field: comment_value_html\n  value: '" + html + "'\n"));
    return repository.findings().size();
  };
  CHECK(findings_in_html(repeated("<b>", deep) + "x" + repeated("</b>", deep)) <= 1);
  CHECK(findings_in_html(repeated("<b>", deep)) <= 100);
  CHECK(findings_in_html(repeated("</b>", deep)) <= 100);
  CHECK(findings_in_html(repeated("<table>", deep)) <= 100);
  CHECK(findings_in_html(repeated("<a b=", deep)) <= 100);
  CHECK(findings_in_html(repeated("&", deep)) <= 100);
}

TEST_CASE("Liquid blocks nested 100,000 deep in a comment are few findings") {
  const RepositoryWithBadInput repository;
  for (const std::string_view liquid : {"{%if 1%}", "{% raw %}", "{{", "{%", "{{a|b:", "}}", "%}", "{{ (", "{{\"\""}) {
    INFO(liquid);
    const std::string text = repeated(liquid, deep);
    repository.add_macro("Bad", macro_with("Bad", "- field: comment_value\n  value: '" + text + "'\n"));
    CHECK(repository.findings().size() <= 100);
  }
}

TEST_CASE("A macro with a hundred thousand actions does not take the run down") {
  const RepositoryWithBadInput repository;
  repository.add_macro("Bad", macro_with("Bad", repeated("- {field: status, value: open}\n", deep)));
  CHECK_FALSE(repository.findings().empty());
}

TEST_CASE("A macro with a million placeholders does not take the run down") {
  const RepositoryWithBadInput repository;
  const std::string text = repeated("{{ticket.idd}}", 50'000) + repeated("{{", 100'000) + repeated("{%", 100'000);
  repository.add_macro("Bad", macro_with("Bad", "- field: comment_value\n  value: '" + text + "'\n"));
  CHECK_FALSE(repository.findings().empty());
}

}  // namespace macrolint
