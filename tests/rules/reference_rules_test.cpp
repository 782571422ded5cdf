#include "catch.h"
#include "rules/tables.h"

// Pages and macros together.
namespace macrolint {

namespace {

const std::string macros = sync_file("active/General/Return Label", "General::Return Label") +
                           sync_file("active/General/Repair Quote", "General::Repair Quote") +
                           sync_file("inactive/General/Fax Request", "General::Fax Request", false);

const std::string blob = "https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/";

/// The findings of a page where another one documents all macros.
Findings findings_beside_macros(const std::string& text) {
  return findings_in(macros +
                     "-- handbook/content/all.md --\nThe macros `General::Return Label` and `General::Repair Quote`.\n"
                     "-- handbook/content/page.md --\n" +
                     text);
}

}  // namespace

TEST_CASE("reference-unknown-macro: what is called a macro is one") {
  CHECK(findings_beside_macros("Send the `General::Return Label` macro.\n").empty());
  CHECK(findings_beside_macros("Send the `Return Label` macro.\n").empty());
  CHECK(findings_beside_macros("Send the `General::Return Labels` macro.\n") ==
        Findings{"reference-unknown-macro General::Return Labels"});
  CHECK(findings_beside_macros("Send the macro **General::Shipping**.\n") ==
        Findings{"reference-unknown-macro General::Shipping"});
}

TEST_CASE("reference-unknown-macro: in a column for macros, a title with folders is meant as one") {
  const std::string table = "| Macro | When |\n|---|---|\n";
  CHECK(findings_beside_macros(table + "| General::Return Lable | now |\n") ==
        Findings{"reference-unknown-macro General::Return Lable"});
  CHECK(findings_beside_macros(table + "| General::Return Label | now |\n").empty());
  CHECK(findings_beside_macros(table + "| None, or the label status::done. | now |\n").empty());
  CHECK(findings_beside_macros(table + "| Return Lable | now |\n").empty());
}

TEST_CASE("reference-unknown-macro: the title of a macro whose file is broken is not judged") {
  const std::string broken = "-- macros/sync/data/active/General/Broken Seal.yaml --\ntitle: [\n";
  const std::string page = "-- handbook/content/page.md --\nSend the `General::Broken Seal` macro, or the ";
  CHECK(findings_in(macros + broken + page + "`General::Return Label` macro.\n").front().starts_with("macro-syntax "));
  for (const std::string& finding : findings_in(macros + broken + page + "`General::Sealed` macro.\n")) {
    CHECK(finding != "reference-unknown-macro General::Broken Seal");
  }
}

TEST_CASE("A page that cannot be read is there, and may document any macro") {
  CHECK(findings_in(macros +
                    "-- handbook/content/page.md --\n[a](bad.md#caf), [b](nowhere.md); the `General::Return Label` "
                    "macro.\n-- handbook/content/bad.md --\n# Caf\xE9\n") ==
        Findings{"input-unreadable \xE9", "link-missing-page nowhere.md"});
}

TEST_CASE("inbox-unknown: an inbox is suggested for its name, not for its domain") {
  CHECK(page_after("-- handbook/content/page.md --\nWrite to educaton@example.com.\n", "inbox-unknown") ==
        "unsafe: Write to education@example.com.\n");
  CHECK(page_after("-- handbook/content/page.md --\nWrite to oncall@example.com.\n", "inbox-unknown") ==
        "none: Write to oncall@example.com.\n");
}

TEST_CASE("configuration-unused: folders and patterns that find nothing") {
  const auto findings_with = [](const std::string& configuration, const std::string& file) {
    return findings_in("-- .macrolint.yml --\nversion: 1\n" + configuration + "-- " + file + " --\ntext\n");
  };
  const std::string site = "documents: [{kind: hugo, path: site, include: [\"";
  CHECK(findings_with(site + "content/a/**\"]}]\n", "site/content/a/b.md").empty());
  CHECK(findings_with(site + "a/**\"]}]\n", "site/content/a/b.md") == Findings{"configuration-unused site"});
  CHECK(findings_with(site + "a/**\"]}]\n", "elsewhere.md").empty());
  const std::string macros_in = "instances: {one: {sync: {path: macros}}}\n";
  CHECK(findings_with(macros_in, "macros/data/active/a.yaml") == Findings{"configuration-unused macros"});
  CHECK(findings_with(macros_in, "elsewhere.md").empty());
}

TEST_CASE("reference-unknown-macro: labels, constants and triggers are no macros") {
  for (const char* other :
       {"Set the label `Status::Done`.\n", "The constant `Security::Scan` is defined there.\n",
        "The trigger `General::Notify Requester` runs.\n", "Add ~\"pod::secure\" to the issue.\n"}) {
    INFO(other);
    CHECK(findings_beside_macros(other).empty());
  }
}

TEST_CASE("reference-inactive-macro: a macro that is recommended is active") {
  CHECK(findings_beside_macros("Send the `General::Fax Request` macro.\n") ==
        Findings{"reference-inactive-macro General::Fax Request"});
}

TEST_CASE("reference-inexact-title: titles are written as they are") {
  CHECK(findings_beside_macros("Send the `General::return label` macro.\n") ==
        Findings{"reference-inexact-title General::return label"});
}

TEST_CASE("reference-link-missing: links into the macro repository lead to a file") {
  CHECK(findings_beside_macros("[file](" + blob + "active/General/Return%20Label.yaml)\n").empty());
  CHECK(findings_beside_macros("[file](" + blob + "active/General/Return%20Label.yaml?ref_type=heads)\n").empty());
  CHECK(findings_beside_macros("[folder](" + blob + "active/General)\n").empty());
  CHECK(findings_beside_macros("[file](" + blob + "active/General/Label.yaml)\n") ==
        Findings{"reference-link-missing " + blob + "active/General/Label.yaml"});
  const std::string once = "https://gitlab.com/example/zendesk-global/macros-sync/-/blob/0123456789abcdef0123/data/";
  CHECK(findings_beside_macros("[as it was](" + once + "active/General/Label.yaml)\n").empty());
}

TEST_CASE("reference-link-mismatch: label and link name the same macro") {
  const std::string to_label = "](" + blob + "active/General/Return%20Label.yaml)";
  CHECK(findings_beside_macros("[`General::Return Label`" + to_label + " macro\n").empty());
  CHECK(findings_beside_macros("[`General::Return Label` macro" + to_label + "\n").empty());
  const Findings findings = findings_beside_macros("[`General::Repair Quote`" + to_label + " macro\n");
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().starts_with("reference-link-mismatch "));
}

}  // namespace macrolint
