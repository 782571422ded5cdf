#include "configuration/glob.h"

#include "catch.h"

namespace macrolint {

namespace {

bool matches(std::string_view pattern, std::string_view path) {
  const auto compiled = Glob::compile(pattern);
  INFO(pattern);
  REQUIRE(std::holds_alternative<Glob>(compiled));
  return std::get<Glob>(compiled).matches(path);
}

}  // namespace

TEST_CASE("Patterns for paths") {
  CHECK(matches("*.md", "a.md"));
  CHECK_FALSE(matches("*.md", "a/b.md"));
  CHECK(matches("content/**", "content/a/b.md"));
  CHECK(matches("content/**", "content/a.md"));
  CHECK_FALSE(matches("content/**", "contents/a.md"));
  CHECK(matches("**/a.md", "a.md"));
  CHECK(matches("**/a.md", "x/y/a.md"));
  CHECK(matches("a/**/b", "a/b"));
  CHECK(matches("a?c", "abc"));
  CHECK_FALSE(matches("a?c", "a/c"));
  CHECK(matches("{a,b}/*.md", "b/x.md"));
  CHECK(matches("[a-c]x", "bx"));
  CHECK(matches("\\*", "*"));
  CHECK_FALSE(matches("\\*", "x"));
  CHECK(matches("a.b+(c)$", "a.b+(c)$"));
  CHECK(matches("\xe3\x83\x9e?", "\xe3\x83\x9e\xe3\x82\xaf"));
}

TEST_CASE("What is no pattern is said") {
  for (const std::string& pattern : {std::string("[a"), std::string("{a"), std::string(1001, 'a')}) {
    const auto compiled = Glob::compile(pattern);
    REQUIRE(std::holds_alternative<std::string>(compiled));
    CHECK(std::get<std::string>(compiled).ends_with('.'));
  }
}

}  // namespace macrolint
