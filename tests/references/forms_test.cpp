#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch.h"
#include "support/lint_archive.h"

// How documents name macros. Each row is a line of a page and what `macrolint references` says of it: the form,
// the title as found, and whether it resolves.
namespace macrolint {

namespace {

constexpr std::string_view macros = R"(
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions: [{field: status, value: pending}]
-- macros/sync/data/active/Support/L&R/Card (Declined).yaml --
title: 'Support::L&R::Card (Declined)'
active: true
actions: [{field: status, value: pending}]
-- macros/sync/data/active/Support/Calls/Call Summary.yaml --
title: 'Support::Calls::Call Summary'
active: true
actions: [{field: status, value: pending}]
-- macros/sync/data/active/Unsorted/Customer asks for an Extension.yaml --
title: 'Customer asks for an Extension'
active: true
actions: [{field: status, value: pending}]
-- macros/sync/data/active/General/Käse & Größe.yaml --
title: 'General::Käse & Größe'
active: true
actions: [{field: status, value: pending}]
)";

const std::string sync = "https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/";

/// `form title` for each reference of the page, or the label where no title is written, with ` (unresolved)` behind
/// those that no macro matches.
std::vector<std::string> references_in(const std::string& page) {
  const LintResult result = lint_files(fmt::format("{}-- handbook/content/page.md --\n{}\n", macros.substr(1), page));
  std::vector<std::string> lines;
  for (const Reference& reference : result.project->references.at(0)) {
    const std::string_view label = reference.document->source->slice(reference.span);
    lines.push_back(fmt::format("{} {}{}", name_of(reference.form), reference.title.empty() ? label : reference.title,
                                reference.macro == nullptr ? " (unresolved)" : ""));
  }
  return lines;
}

struct Row {
  std::string page;
  std::vector<std::string> references;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.page);
    CHECK(references_in(row.page) == row.references);
  }
}

}  // namespace

TEST_CASE("A title in a link's label is a reference") {
  const std::string label = sync + "active/General/Return%20Label.yaml";
  check_rows({
      {"Send the [`General::Return Label`](" + label + ") macro.", {"linked-title General::Return Label"}},
      {"Send the [General::Return Label](" + label + ") macro.", {"linked-title General::Return Label"}},
      {"Send [`General::Return Label`](" + label + ").", {"linked-title General::Return Label"}},
      {"Use the [`General::Return Label` macro](" + label + ").", {"linked-title General::Return Label"}},
      {"Use [the macro `General::Return Label`](" + label + ").", {"linked-title General::Return Label"}},
      {"Use [Zendesk `Call Summary` macro](" + sync + "active/Support/Calls/Call%20Summary.yaml).",
       {"linked-title Call Summary"}},
      {"A link by [reference][label] to a macro.\n\n[label]: " + label, {"url reference"}},
      {"Use [`General::Return Label`](" + label + ") and [Call Summary](" + label + ").",
       {"linked-title General::Return Label", "linked-title Call Summary"}},
      {"Send [\"Call Summary\" macro](" + label + ").", {"linked-title Call Summary"}},
      {"Send [the \"Call Summary\" macro](" + label + ").", {"linked-title Call Summary"}},
      {"Now [send the \"Call Summary\" macro](" + label + ").", {"linked-title Call Summary"}},
      {"Send the [\"Call Summary\"](" + label + ") macro.", {"linked-title Call Summary"}},
      {"Send the [**Call Summary**](" + label + ") macro.", {"linked-title Call Summary"}},
      {"Send [General::Say \"Good Day\" macro](" + label + ").", {"linked-title General::Say \"Good Day\""}},
  });
}

TEST_CASE("A link to a macro's file is a reference whatever its label says") {
  const std::string file = sync + "active/General/Return%20Label.yaml";
  check_rows({
      {"The wording is [here](" + file + "?ref_type=heads#L3).", {"url here"}},
      {"See the [Zendesk wording of this](" + file + ").", {"url Zendesk wording of this"}},
      {"Send the [Old Label](" + file + ") then.", {"linked-title Old Label"}},
      {"Send the [`Old Paper`](" + file + ") then.", {"linked-title Old Paper"}},
      {"Send the [Send It Back macro](" + file + ") then.", {"linked-title Send It Back"}},
  });
}

TEST_CASE("A title followed by a link on the word macro is a reference") {
  check_rows({
      {"Send the `General::Return Label` [macro](" + sync + "active/General/Return%20Label.yaml).",
       {"linked-word General::Return Label"}},
      {"Reply with `General::Return Label` [macro](https://gitlab.com/search?search=id%3A+360056569419).",
       {"linked-word General::Return Label"}},
  });
}

TEST_CASE("A title with the word macro beside it is a reference") {
  check_rows({
      {"Use the `General::Return Label` macro.", {"plain General::Return Label"}},
      {"Use the macro `General::Return Label`.", {"plain General::Return Label"}},
      {"Use macro: `General::Return Label`", {"plain General::Return Label"}},
      {"Use the macro called `General::Return Label`.", {"plain General::Return Label"}},
      {"The macro template 'Good Reply' helps.", {"plain Good Reply (unresolved)"}},
      {"Use the `General::Return Label` Zendesk Macro.", {"plain General::Return Label"}},
      {"Use the **General::Return Label** macro.", {"plain General::Return Label"}},
      {"Apply the \"Call Summary\" macro.", {"plain Call Summary"}},
      {"Apply “Call Summary” macro.", {"plain Call Summary"}},
      {"Use the `Customer asks for an Extension` macro.", {"plain Customer asks for an Extension"}},
      {"Use the `Customer asks for an Extension macro`.", {"plain Customer asks for an Extension"}},
      {"Use the `General::Return Label`\n  macro.", {"plain General::Return Label"}},
      {"> Use the macro\n> `General::Return Label`.", {"plain General::Return Label"}},
      {"| Request | `General::Return Label` Macro. |\n|---|---|\n", {"plain General::Return Label"}},
      {"| When | Macro |\n|---|---|\n| late | Call Summary |\n| General::Return Label | General::Nothing |",
       {"bare Call Summary", "bare General::Nothing (unresolved)"}},
      {"| When | Apply the Zendesk macro... |\n|---|---|\n| late | `Call Summary` and `Return Label` |",
       {"plain Call Summary", "plain Return Label"}},
      {"Use the `General::Return Label` and `Support::Calls::Call Summary` macros.",
       {"plain General::Return Label", "plain Support::Calls::Call Summary"}},
      {"Use the macros `General::Return Label`, or `General::Nothing`.",
       {"plain General::Return Label", "plain General::Nothing (unresolved)"}},
      {"## The `General::Return Label` macro {#label}", {"plain General::Return Label"}},
      {"Use the `Support::L&R::Card (Declined)` macro.", {"plain Support::L&R::Card (Declined)"}},
      {"Use the **Support::L&amp;R::Card (Declined)** macro.", {"plain Support::L&R::Card (Declined)"}},
  });
}

TEST_CASE("A title in a code span may go over a line break") {
  check_rows({
      {"Use the macro `General::Return\nLabel` for it.", {"plain General::Return Label"}},
      {"> Use the [`General::Return\n> Label`](" + sync + "active/General/Return%20Label.yaml) macro.",
       {"linked-title General::Return Label"}},
      {"Use `General::Return Label`\n`x` macro.", {"plain General::Return Label"}},
  });
}

TEST_CASE("The word may be of another language") {
  check_rows({
      {"`General::Return Label` マクロを使います。", {"plain General::Return Label"}},
      {"`General::Return Label`のマクロを送ります。", {"plain General::Return Label"}},
      {"マクロ「General::Return Label」を送ります。", {"plain General::Return Label"}},
  });
}

TEST_CASE("A title without quotes beside the word is a reference") {
  check_rows({
      {"1. Apply the macro General::Return Label", {"bare General::Return Label"}},
      {"1. Apply the macro General::Return Label. Then wait.", {"bare General::Return Label"}},
      {"1. Apply the General::Return Label macro.", {"bare General::Return Label"}},
      {"### Using the Call Summary macro", {"bare Call Summary"}},
      {"1. Apply the macro General::Nothing, then wait.", {"bare General::Nothing (unresolved)"}},
      {"1. Use the Zendesk Macro `General::Return Label'", {"plain General::Return Label"}},
  });
}

TEST_CASE("A macro in a diagram is a reference") {
  check_rows({
      {"```mermaid\ngraph TD\n  C(Support uses<br>Support::L&R::Nothing<br>macro)\n```",
       {"diagram Support::L&R::Nothing (unresolved)"}},
      {"```mermaid\ngraph TD\n  A --> B[Apply Call Summary Macro]\n```", {"diagram Call Summary"}},
      {"```mermaid\ngraph TD\n  A --> B[Apply Status::Blocked and inform]\n```", {}},
      {"```mermaid\ngraph TD\n  A --> B[Send reply macro]\n```", {}},
  });
}

TEST_CASE("A macro may be named by its number") {
  check_rows({
      {"The [Pass on Zendesk macro](https://example.zendesk.com/agent/admin/macros/360025924680).",
       {"linked-title Pass on (unresolved)"}},
      {"The [`General::Return Label`](https://example.zendesk.com/agent/admin/macros/360025924680).",
       {"linked-title General::Return Label"}},
      {"The [Call Summary](https://example.zendesk.com/agent/admin/macros/360025924680).",
       {"linked-title Call Summary"}},
      {"Use [this macro](https://example.zendesk.com/agent/admin/macros/360025924680).",
       {"id this macro (unresolved)"}},
      {"See it [in the admin center](https://example.zendesk.com/admin/workspaces/agent-workspace/macros/36002592).",
       {"id in the admin center (unresolved)"}},
      {"See [All of it](https://example.zendesk.com/agent/admin/macros/360025924680).", {"id All of it (unresolved)"}},
      {"All [Our Zendesk macros](https://example.zendesk.com/agent/admin/macros).", {}},
      {"The [\"Good Old Reply\" macro](https://gitlab.com/search?group_id=1&search=id%3A+360056569419).",
       {"linked-title Good Old Reply (unresolved)"}},
      {"The [Good Old Reply macro](https://gitlab.com/search?group_id=1&search=id%3A+360056569419).",
       {"linked-title Good Old Reply (unresolved)"}},
      {"The [`General::Return Label`](https://gitlab.com/search?search=id%3A+360056569419) macro.",
       {"linked-title General::Return Label"}},
  });
}

TEST_CASE("The exact title of a macro is a reference without the word") {
  check_rows({
      {"Reply with `General::Return Label`.", {"title General::Return Label"}},
      {"Reply with **General::Return Label**.", {"title General::Return Label"}},
      {"Reply with `General::return label`.", {}},
      {"Add the `General::Return Label` label.", {}},
      {"The trigger `General::Return Label` fires.", {}},
  });
}

TEST_CASE("A title may be marked in any way and stand anywhere") {
  check_rows({
      // Emphasis
      {"Use the ***General::Return Label*** macro.", {"plain General::Return Label"}},
      {"Use the **_General::Return Label_** macro.", {"plain General::Return Label"}},
      {"Use the *General::Return Label* macro.", {"bare General::Return Label"}},
      {"Use the ***`General::Return Label`*** macro.", {"plain General::Return Label"}},
      {"Use the ~~`General::Return Label`~~ macro.", {"plain General::Return Label"}},
      {"Use the ==General::Return Label== macro.", {"bare General::Return Label"}},
      {"Use **the `General::Return Label` macro**.", {"plain General::Return Label"}},
      {"Use the `General::Return Label` **macro**.", {"plain General::Return Label"}},
      // Places
      {"# Macro `General::Return Label`", {"plain General::Return Label"}},
      {"General::Return Label macro\n===", {"bare General::Return Label"}},
      {"Text.[^1]\n\n[^1]: Use the `General::Return Label` macro.", {"plain General::Return Label"}},
      {"- [ ] `General::Return Label` macro", {"plain General::Return Label"}},
      {"Term\n: `General::Return Label` macro", {"plain General::Return Label"}},
      {"{{% alert %}}\nUse the `General::Return Label` macro.\n{{% /alert %}}", {"plain General::Return Label"}},
      {"`General::Return Label` macro", {"plain General::Return Label"}},
      {"macro `General::Return Label`", {"plain General::Return Label"}},
      {"Use the `General::Return Label`\r\nmacro.\r\n", {"plain General::Return Label"}},
      // Over the end of a line
      {"Use the `General::Return\nLabel` macro.", {"plain General::Return Label"}},
      {"- Use the `General::Return\n  Label` macro.", {"plain General::Return Label"}},
      {"> Use the `General::Return\n> Label` macro.", {"plain General::Return Label"}},
      {"Use the `General::Return\r\nLabel` macro.", {"plain General::Return Label"}},
      {"Use the `Call`\n`Summary` macro.", {}},
      // HTML
      {"Use the <code>General::Return Label</code> macro.", {"plain General::Return Label"}},
      {"Use the macro <b>Good Reply</b>.", {"plain Good Reply (unresolved)"}},
      {"Reply with <code>General::Return Label</code>.", {"title General::Return Label"}},
      {"Use [the <code>Call Summary</code>](x.md) macro.", {"linked-title Call Summary"}},
      {"Use the <code>**Call Summary**</code> macro.", {"plain Call Summary"}},
      {"Use **the <code>Call Summary** macro</code>.", {"plain Call Summary"}},
      {"Use the <code>Call Summary macro.", {"bare Call Summary"}},
      {"Use the </code>Call Summary</b> macro.", {"bare Call Summary"}},
      // Spaces and what nobody sees
      {"Use the `General::Return Label ` macro.", {"plain General::Return Label"}},
      {"Use the `  General::Return  Label  ` macro.", {"plain General::Return Label"}},
      {"Use the `General::Return\u00A0Label`\u00A0macro.", {"plain General::Return Label"}},
      {"Use the **General::Return&nbsp;Label** macro.", {"plain General::Return Label"}},
      {"Use the `General::Re\u00ADturn\u200B Label` macro.", {"plain General::Return Label"}},
      // Characters
      {"Use the `General::Käse & Größe` macro.", {"plain General::Käse & Größe"}},
      {"Use the `General::Ka\u0308se & Größe` macro.", {"plain General::Ka\u0308se & Größe"}},
      {"Use the General::Käse &amp; Größe macro.", {"bare General::Käse & Größe"}},
      {"| Do |\n|---|\n| `General::Nothing \\| More` macro |", {}},
      {"Use the „Call Summary“ macro.", {"plain Call Summary"}},
      {"Use the «Call Summary» macro.", {"plain Call Summary"}},
      {"Use the ‘Call Summary’ macro.", {"plain Call Summary"}},
      {"マクロ『Call Summary』を送ります。", {"plain Call Summary"}},
      {"We can’t send the ‘simple’ macros, don’t.", {}},
  });
}

TEST_CASE("A link in HTML is like one in Markdown") {
  const std::string link = "<a href=\"" + sync + "active/General/Return%20Label.yaml\">";
  check_rows({
      {"Use the " + link + "General::Return Label</a> macro.", {"linked-title General::Return Label"}},
      {"Use " + link + "<code>General::Return Label</code></a>.", {"linked-title General::Return Label"}},
      {"It is " + link + "here</a>, and <a name=\"x\"></a>not here.", {"url here"}},
      {"It is <A\nHREF='" + sync + "active/General/Return%20Label.yaml'>here</A>.", {"url here"}},
      {"Use [<a name=\"x\"></a>`General::Return Label`](" + sync + "active/General/Return%20Label.yaml).",
       {"linked-title General::Return Label"}},
      {"Left open: " + link + "General::Return Label", {}},
      {"See ![" + link + "x</a> macro](y.png) or the `Call Summary` macro.", {"plain Call Summary"}},
  });
}

TEST_CASE("The place of a reference is that of the title alone") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Use the General::Käse &amp; größe macro.", "General::Käse &amp; größe"},
      {"Use the General::Return\nlabel macro.", "General::Return\nlabel"},
      {"> Use the General::Return\n> label macro.", "General::Return\n> label"},
      {"Use the *General::Return* label macro.", "General::Return* label"},
      {"Use the ==General::return label== macro.", "General::return label"},
      {"Macros: General::return label, then stop.", "General::return label"},
      {"Use the macro Support::L&R::card (declined), then stop.", "Support::L&R::card (declined)"},
      {"Use the macro General::Gone, then stop.", "General::Gone"},
  };
  for (const auto& [page, place] : rows) {
    INFO(page);
    const LintResult result = lint_files(fmt::format("{}-- handbook/content/page.md --\n{}\n", macros.substr(1), page));
    std::vector<std::string_view> places;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      if (diagnostic.rule.starts_with("reference-")) {
        places.push_back(diagnostic.place.source->slice(diagnostic.place.span));
      }
    }
    CHECK(places == std::vector<std::string_view>{place});
  }
}

TEST_CASE("A way through Zendesk's menu is a reference") {
  check_rows({
      {"Start with the \"General -> Return Label\"\n  macro.", {"plain General -> Return Label"}},
      {"Start with the \"General -> Good Reply\" macro.", {"plain General -> Good Reply (unresolved)"}},
      {"Use the macro `Support > Calls > Call Summary`.", {"plain Support > Calls > Call Summary"}},
      {"Use the macro General → Return Label.", {"bare General → Return Label"}},
      {"Use the General &gt; Return Label macro.", {"bare General > Return Label"}},
      {"Click **Apply Macro** and select **General > Return label**.", {"title General > Return label"}},
      {"In the menu, select **General > Return Label**.", {}},
      {"Click **Apply Macro** and select **Calls > Call Summary**.", {}},
      {"Edit macros under **Admin > Agent tools**.", {}},
      {"The **Admin > Agent tools** macros are these.", {}},
      {"The macro **General > ** is cut off, and **> General** macros too.", {}},
  });
}

TEST_CASE("What only looks like a macro is none") {
  check_rows({
      {"Add the `Support Priority::1` label and `Status::Done`.", {}},
      {"Apply `pod::secure` before you use the macro.", {}},
      {"In Kibana, filter on `Projects::ImportExport`; `Security::Scan` runs later.", {}},
      {"The [`Status::Open::Reopen after a week`](https://gitlab.com/search?search=id%3A+94693) automation.", {}},
      {"The [`Auto-close Trial Tickets`](https://gitlab.com/search?search=id%3A+54758) trigger.", {}},
      {"Go to `Workspaces > Agent tools > Macros`, then `Clone`.", {}},
      {"Click `Delete macro` in the box, or **Apply Macro**.", {}},
      {"Use the `mask_model` macro of the warehouse, or `get_date_pt_id` dbt macro.", {}},
      {"The [`get_salt` macro](https://dbt.example.com/#!/macro/macro.project.get_salt).", {}},
      {"Choose 'Edit a Zendesk macro' in the form.", {}},
      {"The \"simple\" macros and the \"complex\" ones.", {}},
      {"All [Zendesk macros](https://gitlab.com/example/zendesk-global/macros) are here.", {}},
      {"Look in the [folder](" + sync + "active/General) of the macro.", {}},
      {"Take a macro view of the `Big Picture`.", {}},
      {"<!-- Use the `General::Gone` macro. -->", {}},
      {"    Use the `General::Gone` macro.", {}},
      {"```ruby\n# the `General::Gone` macro\n```", {}},
      {"Support-macros such as `Call Handling` differ.", {}},
      {"After the macro, `Close Ticket` appears.", {}},
      {"This macro `Billing Team` field is set.", {}},
      {"Read \"Working With Macros\" or [“The Book of Macros”](x.md), or **Our Best Macros**.", {}},
      {"Read [“All of `this` Macros”](x.md).", {}},
  });
}

}  // namespace macrolint
