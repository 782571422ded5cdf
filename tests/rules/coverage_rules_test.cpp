#include <string>

#include "catch.h"
#include "rules/tables.h"

// What pages say about whole sets of macros: which are documented, which instance is meant, which have numbers only.
namespace macrolint {

namespace {

const std::string blob = "https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/";

const std::string instances = R"(-- .macrolint.yml --
version: 1
instances:
  world:
    sync: {path: macros/world, urls: ["https://gitlab.com/world/macros/-/blob/main/"]}
    pages: ["content/both/**"]
  government:
    sync: {path: macros/government, urls: ["https://gitlab.com/government/macros/-/blob/main/"]}
    pages: ["content/government/**", "content/both/**"]
documents:
  - {kind: hugo, path: handbook}
rules: {macro-undocumented: off, macro-path-mismatch: off, configuration-unused: off}
-- macros/world/active/General/Intro.yaml --
title: 'General::Intro'
active: true
actions: [{field: status, value: pending}]
-- macros/world/active/General/Both.yaml --
title: 'General::Both'
active: true
actions: [{field: status, value: pending}]
-- macros/government/active/General/Both.yaml --
title: 'General::Both'
active: true
actions: [{field: status, value: pending}]
-- macros/government/active/General/Switch.yaml --
title: 'General::Switch'
active: true
actions: [{field: status, value: pending}]
-- macros/world/inactive/General/Switch.yaml --
title: 'General::Switch'
active: false
actions: [{field: brand_id, value: '1'}]
)";

Findings on_page(const std::string& path, const std::string& text) {
  return findings_in(instances + "-- handbook/content/" + path + " --\n" + text + "\n");
}

const std::string numbered = R"(-- .macrolint.yml --
version: 1
instances:
  one: {export: macros.json}
documents:
  - {kind: hugo, path: handbook}
-- macros.json --
{"macros": [{"id": 360001, "url": "https://one.zendesk.com/api/v2/macros/360001.json",
  "title": "General::Return Label", "active": true, "actions": [{"field": "status", "value": "pending"}]}]}
-- handbook/content/other.md --
The `General::Return Label` macro.
-- handbook/content/page.md --
)";

}  // namespace

TEST_CASE("macro-undocumented: every way to name a macro counts") {
  const std::string macros = renamed_file("active/General/Intro", "General::Intro", "General::Hello") +
                             sync_file("active/General/Outro", "General::Outro") +
                             sync_file("inactive/General/Fax", "General::Fax", false) +
                             "-- handbook/content/other.md --\nThe `General::Outro` macro.\n";
  const auto is_documented = [&](const std::string& text) {
    const Findings findings = findings_in(macros + "-- handbook/content/page.md --\n" + text + "\n");
    return std::find(findings.begin(), findings.end(), "macro-undocumented General::Intro") == findings.end();
  };
  for (const std::string& text : {
           std::string("The `General::Intro` macro."),
           std::string("The `General::intro` macro."),
           std::string("The `Intro` macro."),
           std::string("The `General::Hello` macro."),
           std::string("`General::Intro`"),
           "[wording](" + blob + "active/General/Intro.yaml)",
           "<" + blob + "active/General/Intro.yaml>",
           "<a href=\"" + blob + "active/General/Intro.yaml\">wording</a>",
           "[wording](" + blob + "inactive/../active/General/Intro.yaml)",
           "[wording](" + blob + "active/Letters/Intro.yaml)",
       }) {
    INFO(text);
    CHECK(is_documented(text));
  }
  CHECK_FALSE(is_documented("Nothing about it."));
  CHECK_FALSE(is_documented("[a folder](" + blob + "active/General)"));
}

TEST_CASE("macro-undocumented: silent where nobody documents macros") {
  const std::string macro = sync_file("active/General/Intro", "General::Intro");
  CHECK(findings_in(macro).empty());
  CHECK(findings_in(macro + "-- handbook/content/page.md --\nNothing here.\n").empty());
}

TEST_CASE("reference-wrong-instance: a page sends the macros of its own instance") {
  const std::string of_world = "https://gitlab.com/world/macros/-/blob/main/active/General/Both.yaml";
  const std::string of_government = "https://gitlab.com/government/macros/-/blob/main/active/General/Both.yaml";
  CHECK(on_page("government/a.md", "Use the `General::Intro` macro.") ==
        Findings{"reference-wrong-instance General::Intro"});
  CHECK(on_page("government/a.md", "Use the `Intro` macro.").empty());
  CHECK(on_page("government/a.md", "Use the `General::Both` macro.").empty());
  CHECK(on_page("government/a.md", "Use the [`General::Both`](" + of_world + ") macro.") ==
        Findings{"reference-wrong-instance General::Both"});
  CHECK(on_page("government/a.md", "Use the [`General::Both`](" + of_government + ") macro.").empty());
  // About both, and about none.
  CHECK(on_page("both/a.md", "Use the [`General::Both`](" + of_world + ") macro and `General::Intro`.").empty());
  CHECK(on_page("a.md", "Use the [`General::Both`](" + of_world + ") macro and `General::Intro`.").empty());
}

TEST_CASE("Of macros with one title, that of the page's instance is meant") {
  CHECK(on_page("government/a.md", "Use the `General::Switch` macro.").empty());
  CHECK(
      on_page(
          "government/a.md",
          "The [`General::Switch`](https://gitlab.com/world/macros/-/blob/main/inactive/General/Switch.yaml) macro") ==
      Findings{"reference-inactive-macro General::Switch", "reference-wrong-instance General::Switch"});
}

TEST_CASE("reference-by-id: a number is replaced by the title that an export has for it") {
  const std::string page = "https://one.zendesk.com/agent/admin/macros/360001";
  const auto after = [&](const std::string& text) { return page_after(numbered + text + "\n", "reference-by-id"); };
  CHECK(after("Use the [360001](" + page + ") macro.") ==
        "unsafe: Use the [`General::Return Label`](" + page + ") macro.\n");
  CHECK(after("Use <" + page + ">.") == "unsafe: Use [`General::Return Label`](" + page + ").\n");
  CHECK(after("Use [" + page + "](" + page + ").") == "unsafe: Use [`General::Return Label`](" + page + ").\n");
  CHECK(after("Use [this macro](" + page + ").") == "none: Use [this macro](" + page + ").\n");
  CHECK(after("Use [the shipping macro](" + page + ").").starts_with("none"));
  CHECK(after("Use the [return label macro](" + page + ").") == "nothing");
  CHECK(after("Use the [`General::Return Label`](" + page + ") macro.") == "nothing");
}

TEST_CASE("reference-by-id: without an export only the number is known") {
  const std::string macros = sync_file("active/General/Intro", "General::Intro") +
                             "-- handbook/content/page.md --\nThe `General::Intro` macro.\n";
  const auto findings = [&](const std::string& text) { return findings_in(macros + text + "\n"); };
  const std::string page = "https://one.zendesk.com/agent/admin/macros/360001";
  CHECK(findings("Use the [360001](" + page + ") macro.") == Findings{"reference-by-id 360001"});
  CHECK(findings("Use [this](" + page + ").") == Findings{"reference-by-id this"});
  CHECK(findings("Use the [360001 macro](https://gitlab.com/search?scope=blobs&search=id%3A+360001).") ==
        Findings{"reference-by-id 360001"});
  // This may well be its title.
  CHECK(findings("Use the [Return Label macro](" + page + ").").empty());
  CHECK(findings("Search for [360001](https://gitlab.com/search?scope=blobs&search=id%3A+360001).").empty());
}

TEST_CASE("reference-unknown-macro: numbers are looked up in the export of the instance that the host means") {
  const auto findings = [&](const std::string& text) { return findings_in(numbered + text + "\n"); };
  CHECK(findings("Use [this](https://one.zendesk.com/agent/admin/macros/360002).") ==
        Findings{"reference-unknown-macro this"});
  CHECK(findings("Use the [360002 macro](https://gitlab.com/search?search=id%3A+360002).") ==
        Findings{"reference-unknown-macro 360002"});
  CHECK(findings("Use the [360001 macro](https://gitlab.com/search?search=id%3A+360001).") ==
        Findings{"reference-by-id 360001"});
  CHECK(findings("Use [this](https://two.zendesk.com/agent/admin/macros/360002).") == Findings{"reference-by-id this"});
}

}  // namespace macrolint
