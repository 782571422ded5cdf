#include <string>
#include <vector>

#include "catch.h"
#include "rules/tables.h"

// Titles that pages write otherwise than the macros have them, and what becomes of the pages.
namespace macrolint {

namespace {

struct Row {
  std::string written;
  std::string after;
};

void check_rows(const std::string& macros, std::string_view rule, const std::vector<Row>& rows) {
  for (const auto& [written, after] : rows) {
    INFO(written);
    const std::string text = after.find(": ") == std::string::npos ? after : after + "\n";
    CHECK(page_after(macros + "-- handbook/content/page.md --\n" + written + "\n", rule) == text);
  }
}

const std::string macros =
    sync_file("active/Support/L&R/Card (Declined)", "Support::L&R::Card (Declined)") +
    sync_file("active/General/Return Label", "General::Return Label") +
    sync_file("active/General/A_B [C]", "General::A_B [C]") + sync_file("active/General/Stars", "General::5*") +
    sync_file("active/General/Twin", "Pair::Twin A") + sync_file("active/General/Twins", "Pair::Twin-a");

const std::string blob = "https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/";

}  // namespace

TEST_CASE("reference-inexact-title: the edit replaces the title and nothing else") {
  check_rows(
      macros, "reference-inexact-title",
      {
          {"Send the `general::return label` macro.", "safe: Send the `General::Return Label` macro."},
          {"Send the `general::return label macro`.", "safe: Send the `General::Return Label macro`."},
          {"Send the **general::return label** macro.", "safe: Send the **General::Return Label** macro."},
          {"Send the \"general::return label\" macro.", "safe: Send the \"General::Return Label\" macro."},
          {"Apply the general::return label macro.", "safe: Apply the General::Return Label macro."},
          {"Apply the macro general::return label, then wait.",
           "safe: Apply the macro General::Return Label, then wait."},
          {"Use the `general::return label` and `support::l&r::card (declined)` macros.",
           "safe: Use the `General::Return Label` and `Support::L&R::Card (Declined)` macros."},
          {"| macro |\n|---|\n| `general::return label` |", "safe: | macro |\n|---|\n| `General::Return Label` |"},
      });
}

TEST_CASE("reference-inexact-title: over a line break and in block quotes") {
  check_rows(
      macros, "reference-inexact-title",
      {
          {"Send the `general::return\nlabel` macro.", "safe: Send the `General::Return Label` macro."},
          {"> Send the `general::return\n> label` macro.", "safe: > Send the `General::Return Label` macro."},
          {"Apply the general::return\nlabel macro.", "safe: Apply the General::Return Label macro."},
          {"* Apply the general::return\n  label\n  macro.", "safe: * Apply the General::Return Label\n  macro."},
          {"Send **general::return label**\nmacro.", "safe: Send **General::Return Label**\nmacro."},
      });
}

TEST_CASE("reference-inexact-title: entities, escapes and marks") {
  check_rows(macros, "reference-inexact-title",
             {
                 {"Use the **support::L&amp;R::card (declined)** macro.",
                  "safe: Use the **Support::L&R::Card (Declined)** macro."},
                 {"Use the **Support::L&amp;R::card (declined&#41;** macro.",
                  "safe: Use the **Support::L&R::Card (Declined)** macro."},
                 {"Use the **General::a\\_b \\[c\\]** macro.", "safe: Use the **General::A\\_B \\[C\\]** macro."},
                 {"Use the `General::a_b [c]` macro.", "safe: Use the `General::A_B [C]` macro."},
                 {"Use the `general::5` macro.", "safe: Use the `General::5*` macro."},
                 {"Use the **general::5** macro.", "safe: Use the **General::5\\*** macro."},
                 // Marks within the title: what would become of them is for people to say.
                 {"Apply the general::*return* label macro.", "none: Apply the general::*return* label macro."},
             });
}

TEST_CASE("reference-inexact-title: diagrams") {
  check_rows(macros, "reference-inexact-title",
             {
                 {"```mermaid\ngraph TD\n  A(Send<br>general::return label<br>macro)\n```",
                  "safe: ```mermaid\ngraph TD\n  A(Send<br>General::Return Label<br>macro)\n```"},
                 {"```mermaid\ngraph TD\n  A --> B[Apply general::return label macro]\n```",
                  "safe: ```mermaid\ngraph TD\n  A --> B[Apply General::Return Label macro]\n```"},
                 // Parentheses are marks there.
                 {"```mermaid\ngraph TD\n  A --> B[Apply Support::L&R::Card Declined macro]\n```",
                  "none: ```mermaid\ngraph TD\n  A --> B[Apply Support::L&R::Card Declined macro]\n```"},
             });
}

TEST_CASE("reference-inexact-title: labels, headings and doubt") {
  const std::string to_label = "](" + blob + "General/Return%20Label.yaml)";
  check_rows(
      macros, "reference-inexact-title",
      {
          {"Use the [`general::return label`" + to_label + ".",
           "safe: Use the [`General::Return Label`" + to_label + "."},
          {"Use the [`general::return label` macro" + to_label + ".",
           "safe: Use the [`General::Return Label` macro" + to_label + "."},
          {"The [general::return label][l] macro\n\n[l]: " + blob + "General/Return%20Label.yaml",
           "safe: The [General::Return Label][l] macro\n\n[l]: " + blob + "General/Return%20Label.yaml"},
          // The link is found by its label.
          {"The [general::return label] macro\n\n[general::return label]: " + blob + "General/Return%20Label.yaml",
           "none: The [general::return label] macro\n\n[general::return label]: " + blob +
               "General/Return%20Label.yaml"},
          // Links to the heading go by its text.
          {"## The `general::return label` macro", "unsafe: ## The `General::Return Label` macro"},
          {"## The `general::return label` macro {#label}", "safe: ## The `General::Return Label` macro {#label}"},
          // Two macros have titles like this.
          {"Use the `Pair::twin a` macro.", "unsafe: Use the `Pair::Twin A` macro."},
          {"Use the [`Pair::twin a`](" + blob + "General/Twins.yaml) macro.",
           "safe: Use the [`Pair::Twin-a`](" + blob + "General/Twins.yaml) macro."},
          // The link goes to another macro.
          {"Use the [`general::return label`](" + blob + "General/Stars.yaml) macro.",
           "unsafe: Use the [`General::Return Label`](" + blob + "General/Stars.yaml) macro."},
          {"Use the `Return Label` macro.", "nothing"},
      });
}

TEST_CASE("reference-renamed-macro: former titles become those of today") {
  const std::string renamed =
      renamed_file("active/General/Return Label", "General::Return Label", "General::Send Label") +
      renamed_file("active/General/Fax", "General::Fax", "Fax") +
      renamed_file("active/General/Same", "General::Same", "General::Same") +
      renamed_file("active/A/One", "A::One", "Old::Twin") + renamed_file("active/A/Two", "A::Two", "Old::Twin") +
      renamed_file("active/General/GitLab.com", "General::GitLab.com", "General::Gitlab.com");
  check_rows(renamed, "reference-renamed-macro",
             {
                 {"Use the `General::Send Label` macro.", "safe: Use the `General::Return Label` macro."},
                 {"Use the `General::Send\nLabel` macro.", "safe: Use the `General::Return Label` macro."},
                 {"Apply the General::Send Label macro.", "safe: Apply the General::Return Label macro."},
                 {"```mermaid\ngraph TD\n  A(Use<br>General::Send Label<br>macro)\n```",
                  "safe: ```mermaid\ngraph TD\n  A(Use<br>General::Return Label<br>macro)\n```"},
                 {"The [`General::Send Label`](" + blob + "General/Return%20Label.yaml) macro.",
                  "safe: The [`General::Return Label`](" + blob + "General/Return%20Label.yaml) macro."},
                 {"The [`General::Send Label`](" + blob + "General/Fax.yaml) macro.",
                  "unsafe: The [`General::Return Label`](" + blob + "General/Fax.yaml) macro."},
                 {"Use the `general::send label` macro.", "unsafe: Use the `General::Return Label` macro."},
                 {"Nothing but `General::Send Label` here.", "unsafe: Nothing but `General::Return Label` here."},
                 {"Nothing but `general::send label` here.", "nothing"},
                 {"Use the `Send Label` macro.", "unsafe: Use the `General::Return Label` macro."},
                 {"Nothing but `Send Label` here.", "nothing"},
                 {"[Send Label](" + blob + "General/Fax.yaml)", "nothing"},
                 // Several macros had this title.
                 {"Use the `Old::Twin` macro.", "unsafe: Use the `A::One` macro."},
                 {"Use the `Twin` macro.", "nothing"},
                 {"Use the `General::Gitlab.com` macro.", "safe: Use the `General::GitLab.com` macro."},
                 // The last part of the title is one way to name it.
                 {"Use the `Fax` macro.", "nothing"},
                 {"Use the `General::Same` macro.", "nothing"},
             });
}

TEST_CASE("Each title is reported by one rule") {
  const std::string all = renamed_file("active/General/Return Label", "General::Return Label", "General::Send Label");
  const auto findings = [&](const std::string& title) {
    return findings_in(all + "-- handbook/content/page.md --\nUse the `" + title + "` macro.\n");
  };
  CHECK(findings("General::Return Label").empty());
  CHECK(findings("General::return label") == Findings{"reference-inexact-title General::return label"});
  CHECK(findings("General::Send Label") == Findings{"reference-renamed-macro General::Send Label"});
  CHECK(findings("General::Send Labels") == Findings{"reference-unknown-macro General::Send Labels"});
}

TEST_CASE("macro-title-reused: a former title is free or left to a deactivated macro") {
  const std::string renamed = renamed_file("active/General/New", "General::New", "General::Old");
  CHECK(findings_in(renamed).empty());
  CHECK(findings_in(renamed + sync_file("active/General/Old", "General::Old")) ==
        Findings{"macro-title-reused General::Old"});
  CHECK(findings_in(renamed + sync_file("inactive/General/Old", "General::Old", false)).empty());
  CHECK(findings_in(renamed_file("active/General/New", "General::New", "General::New")).empty());
  CHECK(findings_in(renamed_file("active/General/A", "General::A", "General::B") +
                    renamed_file("active/General/B", "General::B", "General::A")) ==
        Findings{"macro-title-reused General::B", "macro-title-reused General::A"});
}

}  // namespace macrolint
