#include <fmt/format.h>

#include "catch.h"
#include "report/report.h"
#include "report/source_links.h"
#include "support/lint_archive.h"

// What the report says, before it is written in any format.
namespace macrolint {

namespace {

constexpr const char* configuration =
    "-- .macrolint.yml --\n"
    "version: 1\n"
    "instances:\n"
    "  example:\n"
    "    sync: {path: sync, urls: ['https://gitlab.example.com/m/-/blob/main/']}\n"
    "    managed: {path: managed}\n"
    "documents:\n"
    "  - {kind: plain, path: docs, source_url: 'https://gitlab.example.com/d/-/blob/main/docs'}\n"
    "inboxes: [{address: help@example.com, name: Help}]\n"
    "inbox_domains: [example.com]\n";

std::string macro(const char* path, const char* title, bool active = true) {
  return fmt::format("-- sync/{}.yaml --\ntitle: '{}'\nactive: {}\nactions:\n- field: 'status'\n  value: 'open'\n",
                     path, title, active);
}

struct Reported {
  LintResult result;
  Report report;
};

Reported report_on(const std::string& files) {
  Reported reported{lint_files(configuration + files), {}};
  reported.report = make_report(reported.result, Owners(reported.result.project->configuration, MemoryDisk()), {});
  return reported;
}

std::vector<std::string> places_of(const NamedPlaces& named) {
  std::vector<std::string> places;
  for (const ReportPlace& place : named.places) {
    places.push_back(fmt::format("{}:{}", place.path, place.line));
  }
  return places;
}

}  // namespace

TEST_CASE("Coverage counts active macros by folder of the menu") {
  const Reported reported =
      report_on(macro("active/A/One", "A::One") + macro("active/A/Two", "A::Two") + macro("active/Alone", "Alone") +
                macro("inactive/A/Old", "A::Old", false) + "-- docs/a.md --\nUse the `A::One` macro, not `A::Old`.\n");
  const Report& report = reported.report;
  CHECK(report.active_macros == 3);
  CHECK(report.documented_macros == 1);
  CHECK(report.documents_with_references == 1);
  REQUIRE(report.coverage.size() == 2);
  CHECK(report.coverage[0].folder.empty());
  CHECK(report.coverage[0].active == 1);
  CHECK(report.coverage[0].documented == 0);
  CHECK(report.coverage[1].folder == "A");
  CHECK(report.coverage[1].active == 2);
  CHECK(report.coverage[1].documented == 1);
}

TEST_CASE("A macro that is undocumented is not ill for it, one with a wrong value is") {
  const Reported reported = report_on(
      macro("active/A/One", "A::One") + macro("active/A/Two", "A::Two") + "-- docs/a.md --\nUse the `A::One` macro.\n" +
      "-- sync/active/A/Wrong.yaml --\ntitle: 'A::Wrong'\nactive: true\nactions:\n- field: 'status'\n  value: 'on'\n");
  REQUIRE(reported.report.macros.size() == 3);
  const ReportMacro& undocumented = reported.report.macros[1];
  CHECK(undocumented.title == "A::Two");
  CHECK_FALSE(undocumented.documented);
  CHECK(undocumented.findings.notes == 1);
  CHECK_FALSE(undocumented.health.has_value());
  CHECK(reported.report.macros[2].health == Severity::error);
}

TEST_CASE("A reference is as well as what is said about its place; broken links do not count for documents") {
  const Reported reported = report_on(macro("active/A/One", "A::One") +
                                      "-- docs/a.md --\nUse the `A::One` macro.\n\nUse the `A::Gone` macro.\n"
                                      "-- docs/b.md --\n[x](missing.md)\n"
                                      "-- docs/c.md --\nNothing.\n");
  const Report& report = reported.report;
  REQUIRE(report.references.size() == 2);
  CHECK_FALSE(report.references[0].health.has_value());
  CHECK(report.references[0].macro == std::size_t{0});
  CHECK(report.references[0].url == "https://gitlab.example.com/d/-/blob/main/docs/a.md?plain=1#L1");
  CHECK(report.references[1].health == Severity::error);
  CHECK_FALSE(report.references[1].macro.has_value());
  CHECK(report.references[1].title == "A::Gone");
  REQUIRE(report.documents.size() == 2);
  CHECK(report.documents[0].health == Severity::error);
  CHECK(report.documents[0].in_picture);
  CHECK(report.documents[1].path == "docs/b.md");
  CHECK(report.documents[1].findings.total() == 1);
  CHECK_FALSE(report.documents[1].health.has_value());
  CHECK_FALSE(report.documents[1].in_picture);
}

TEST_CASE("Inboxes and channels with every place that names them") {
  const Reported reported = report_on(
      macro("active/A/One", "A::One") +
      "-- docs/a.md --\nWrite to help@example.com or Help+x@example.com.\n\nNot to a@other.example.\n\n"
      "Ask in [`#returns`](https://x.slack.com/archives/C012345678).\n"
      "-- docs/b.md --\nAsk in `#returns`.\n\nThe channel `#new`.\n\nAn id: `#heading`, the colour `#fff`.\n\n"
      "Typo: halp@example.com\n");
  const std::vector<NamedPlaces>& inboxes = reported.report.inboxes;
  REQUIRE(inboxes.size() == 2);
  CHECK(inboxes[0].name == "halp@example.com");
  CHECK_FALSE(inboxes[0].configured);
  CHECK(inboxes[1].name == "help@example.com");
  CHECK(inboxes[1].configured);
  CHECK(inboxes[1].details == std::vector<std::string>{"Help"});
  CHECK(places_of(inboxes[1]) == std::vector<std::string>{"docs/a.md:1"});
  const std::vector<NamedPlaces>& channels = reported.report.channels;
  REQUIRE(channels.size() == 2);
  CHECK(channels[0].name == "#new");
  CHECK(channels[1].name == "#returns");
  CHECK(channels[1].details == std::vector<std::string>{"C012345678 (x)"});
  CHECK(places_of(channels[1]) == std::vector<std::string>{"docs/a.md:5", "docs/b.md:1"});
}

TEST_CASE("Wording is plain text, whatever it is written in") {
  struct Case {
    MacroText::Format format;
    const char* text;
    const char* blocks;
  };
  const Case cases[] = {
      {MacroText::Format::text, "Hello,\n\nhow <b>are</b>\nyou?", "paragraph:Hello,|paragraph:how <b>are</b> you?"},
      {MacroText::Format::html, "<p>Hi <b>you</b></p><ul><li>a</li><li><p>b</p></li></ul><script>x()</script>",
       "paragraph:Hi you|item:a|item:b"},
      {MacroText::Format::html, "a<br>b<h2>T</h2><pre>1\n 2</pre><blockquote>q</blockquote>&lt;i&gt;",
       "paragraph:a|paragraph:b|heading:T|code:1\n 2|quote:q|paragraph:<i>"},
      {MacroText::Format::markdown, "# T\n\nSee [this](https://example.com/) *now*.\n\n- a\n- b\n\n> q\n",
       "heading:T|paragraph:See this now.|item:a|item:b|quote:q"},
      {MacroText::Format::markdown, "<p onclick=\"x()\">Raw</p>\n\nEnd <https://example.com/x>\n\nmore\n",
       "paragraph:Raw|paragraph:End https://example.com/x|paragraph:more"},
      {MacroText::Format::html, "", ""},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    const Source source{"x", Text(std::string_view(one.text))};
    std::string blocks;
    for (const WordingBlock& block : wording_blocks({&source, source.text, 0, one.format})) {
      blocks += fmt::format("{}{}:{}", blocks.empty() ? "" : "|", name_of(block.kind), block.text);
    }
    CHECK(blocks == one.blocks);
  }
}

TEST_CASE("An excerpt is cut around what is at fault, between characters") {
  const Excerpt whole = make_excerpt("a\tbad one", {2, 5});
  CHECK(whole.before == "a ");
  CHECK(whole.marked == "bad");
  CHECK(whole.after == " one");
  std::string umlauts;
  for (int i = 0; i < 200; ++i) {
    umlauts += "ü";
  }
  const Excerpt cut = make_excerpt(umlauts + "x" + umlauts, {400, 401});
  CHECK(cut.marked == "x");
  CHECK(cut.before.starts_with("…ü"));
  CHECK(cut.after.ends_with("ü…"));
  CHECK(find_invalid_utf8(cut.before + cut.after) == std::string_view::npos);
  const Excerpt beyond = make_excerpt("ab", {1, 90});
  CHECK(beyond.marked == "b");
  CHECK(make_excerpt("ab", {7, 9}).before == "ab");
  CHECK(make_excerpt("\x1b[2J", {0, 4}).marked == "\\x1B[2J");
}

TEST_CASE("Links lead to lines in GitLab where the configuration says where that is") {
  const Reported reported = report_on("-- docs/a.md --\nx\n");
  const SourceLinks links(reported.result.project->configuration);
  CHECK(links.link("docs/a b/ü#.md", 7) == "https://gitlab.example.com/d/-/blob/main/docs/a%20b/ü%23.md?plain=1#L7");
  CHECK(links.link("sync/active/A.yaml", 2) == "https://gitlab.example.com/m/-/blob/main/active/A.yaml#L2");
  CHECK(links.link("docs/a.md") == "https://gitlab.example.com/d/-/blob/main/docs/a.md");
  CHECK(links.link("managed/active/A.md", 1).empty());
  CHECK(links.link("elsewhere.md", 1).empty());
}

TEST_CASE("What documents, the repository and Zendesk disagree about stands side by side") {
  LintResult result = lint_files(
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  example:\n    sync: {path: sync}\n"
      "    snapshot: snapshot.json\ndocuments:\n  - {kind: plain, path: docs}\n"
      "-- sync/active/A/One.yaml --\ntitle: 'A::One'\nactive: true\nactions:\n- field: 'comment_value'\n"
      "  value: 'Please send the parcel back within 7 days. The label is attached.'\n- field: 'status'\n"
      "  value: 'solved'\n- field: 'priority'\n  value: 'low'\n"
      "-- sync/active/A/Two.yaml --\ntitle: 'A::Two'\nactive: true\nactions:\n- field: 'status'\n"
      "  value: 'open'\n"
      "-- snapshot.json --\n"
      "{\"version\": 1, \"instance\": \"example\", \"host\": \"example.zendesk.com\", \"macros\": [\n"
      "{\"id\": 1, \"title\": \"A::One\", \"active\": true, \"description\": null, \"restriction\": null, "
      "\"actions\": [\n"
      "{\"field\": \"comment_value\", \"value\": [\"channel:all\", \"Please send the parcel back within 14 days. The "
      "label is attached.\"]},\n"
      "{\"field\": \"status\", \"value\": \"open\"}, {\"field\": \"priority\", \"value\": \"low\"}]}]}\n"
      "-- docs/a.md --\nUse the `A::One` macro. This macro sets the ticket to Pending.\n\n"
      "Use the `A::One` macro. This macro sets the priority to High.\n\nThe `A::One` macro reads:\n\n"
      "> Please send the parcel back within 5 days. The label is attached.\n\nUse the `A::Two` macro.\n");
  const Report report = make_report(result, Owners(result.project->configuration, MemoryDisk()), {});
  const auto shown = [](const Side& side) {
    return side.state == Side::State::present ? side.value : side.state == Side::State::absent ? "absent" : "unknown";
  };
  std::vector<std::string> rows;
  for (const ReportMacro& macro : report.macros) {
    for (const Disagreement& one : macro.disagreements) {
      std::string said;
      for (const Statement& statement : one.documents) {
        said += fmt::format("{}:{}", statement.text, statement.places.front().line);
      }
      rows.push_back(
          fmt::format("{} {}: {} / {} / {}", macro.title, one.field, said, shown(one.repository), shown(one.zendesk)));
    }
  }
  CHECK(rows == std::vector<std::string>{
                    "A::One comment_value: within 5 days.:7 / … within 7 days. … / … within 14 days. …",
                    "A::One priority: sets the priority to High:3 / low / low",
                    "A::One status: sets the ticket to Pending:1 / solved / open",
                    "A::Two title: A::Two:9 / A::Two / absent",
                });
  CHECK(report.macros[0].zendesk_place.has_value());
  CHECK(report.macros[0].health == Severity::warning);
  CHECK_FALSE(report.macros[1].zendesk_place.has_value());
}

}  // namespace macrolint
