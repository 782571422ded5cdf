#include "diagnostic/diagnostic.h"

#include "catch.h"

namespace macrolint {

namespace {

Diagnostic finding(const Source& source, std::uint32_t begin, std::string subject) {
  Diagnostic diagnostic;
  diagnostic.rule = "inbox-unknown";
  diagnostic.place = {&source, {begin, begin + 1}};
  diagnostic.subject = std::move(subject);
  diagnostic.message = "A message.";
  return diagnostic;
}

std::vector<Diagnostic> finished(std::vector<Diagnostic> diagnostics) {
  finish_diagnostics(diagnostics, 2);
  return diagnostics;
}

}  // namespace

TEST_CASE("Findings are sorted by path and place, and the same finding is told once") {
  const Source a{"a.md", "one\ntwo\n"};
  const Source b{"b.md", "one\ntwo\n"};
  const auto result = finished({finding(b, 0, "x"), finding(a, 4, "y"), finding(a, 0, "x"), finding(a, 4, "y")});
  REQUIRE(result.size() == 3);
  CHECK(result[0].place.source->path == "a.md");
  CHECK(result[1].begin.line == 2);
  CHECK(result[2].place.source->path == "b.md");
}

TEST_CASE("A fingerprint stays the same when lines above move, and differs between findings") {
  const Source before{"a.md", "one\ntwo\n"};
  const Source after{"a.md", "new\none\ntwo\n"};
  const auto first = finished({finding(before, 0, "x"), finding(before, 4, "x"), finding(before, 5, "y")});
  const auto second = finished({finding(after, 4, "x"), finding(after, 8, "x"), finding(after, 9, "y")});
  REQUIRE(first.size() == 3);
  for (std::size_t index = 0; index < first.size(); ++index) {
    CHECK(first[index].fingerprint == second[index].fingerprint);
    CHECK(first[index].fingerprint.size() == 32);
  }
  CHECK(first[0].fingerprint != first[1].fingerprint);
  CHECK(first[1].fingerprint != first[2].fingerprint);
}

TEST_CASE("Severities have names") {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    CHECK(severity_named(name_of(severity)) == severity);
  }
  CHECK(severity_named("off") == std::nullopt);
}

}  // namespace macrolint
