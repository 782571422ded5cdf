#include <string>

#include "catch.h"
#include "rules/tables.h"

// What pages say that macros do, compared with what they do.
namespace macrolint {

namespace {

/// A macro of that title which does a bit of everything, one that answers only, one with names and placeholders.
const std::string macros =
    "-- macros/sync/data/active/General/Repair Quote.yaml --\n"
    "title: 'General::Repair Quote'\n"
    "active: true\n"
    "actions:\n"
    "- {field: 'comment_value_html', value: '<p>Hello</p>'}\n"
    "- {field: 'comment_mode_is_public', value: true}\n"
    "- {field: 'current_tags', value: 'quote sent_quote'}\n"
    "- {field: 'remove_tags', value: 'waiting'}\n"
    "- {field: 'status', value: 'pending'}\n"
    "- {field: 'priority', value: 'high'}\n"
    "- {field: 'type', value: 'task'}\n"
    "- {field: 'ticket_form_id', value: 'Form: Repairs'}\n"
    "- {field: 'assignee_id', value: 'current_user'}\n"
    "- {field: 'group_id', value: 'Workshop'}\n"
    "- {field: 'Field: Region', value: 'region_north'}\n"
    "-- macros/sync/data/active/General/Shipping Note.yaml --\n"
    "title: 'General::Shipping Note'\n"
    "active: true\n"
    "actions:\n"
    "- {field: 'comment_value', value: 'Sent'}\n"
    "- {field: 'comment_mode_is_public', value: false}\n"
    "-- macros/sync/data/active/General/Unknown Values.yaml --\n"
    "title: 'General::Unknown Values'\n"
    "active: true\n"
    "actions:\n"
    "- {field: 'comment_value', value: 'Sent'}\n"
    "- {field: 'set_tags', value: 'x_{{ticket.id}}'}\n"
    "- {field: 'custom_status_id', value: '123'}\n"
    "- {field: 'ticket_form_id', value: '456'}\n"
    "- {field: 'group_id', value: '789'}\n"
    "- {field: 'custom_fields_17', value: 'from_a_menu'}\n"
    "-- macros/sync/data/inactive/General/Fax.yaml --\n"
    "title: 'General::Fax'\n"
    "active: false\n"
    "actions:\n"
    "- {field: 'brand_id', value: '1'}\n"
    "-- handbook/content/page.md --\n";

Findings claims_refuted(const std::string& page) {
  Findings found;
  for (const std::string& finding : findings_in(macros + page)) {
    if (finding.starts_with("drift-claim ")) {
      found.push_back(finding.substr(12));
    }
  }
  return found;
}

/// The page speaks of Repair Quote, then says this.
Findings said_of_quote(const std::string& sentence) {
  return claims_refuted("Send the `General::Repair Quote` macro. " + sentence + "\n");
}

}  // namespace

TEST_CASE("drift-claim: what a macro does is no finding") {
  for (const char* sentence :
       {"This macro adds the `quote` tag.", "The macro applies the `quote` and `sent_quote` tags.",
        "This macro will add the tags `quote`, `sent_quote`.", "The macro tags the ticket with `quote`.",
        "This macro removes the `waiting` tag.", "This macro sets the ticket to Pending.",
        "This macro sets the ticket status to **pending** and the priority to high.",
        "This will mark the ticket as `pending`.", "The macro sets the priority to `High`.",
        "The macro sets the type to Task.", "This macro changes the form to `Repairs`.",
        "This macro sets the `Region` field to `region_north`.", "This macro sets the `Region` field to `North`.",
        "This macro sets the `Region` field to `north`.", "This macro sets the region field to `region_south`.",
        "This macro assigns the ticket to you.", "This macro assigns the ticket to you and adds the `quote` tag.",
        "This macro assigns the ticket to the `Workshop` group.",
        "The macro writes a public reply, adds the `quote` tag, and sets the status to Pending."}) {
    INFO(sentence);
    CHECK(said_of_quote(sentence).empty());
  }
}

TEST_CASE("drift-claim: what a macro does not do is a finding") {
  struct Row {
    const char* sentence;
    Findings findings;
  };
  for (const Row& row : std::vector<Row>{
           {"This macro adds the `quoted` tag.", {"adds the `quoted` tag"}},
           {"The macro applies the `quote` and `offer` tags.", {"applies the `quote` and `offer` tags"}},
           {"This macro will add the tags `quote`, `x_y`.", {"add the tags `quote`, `x_y`"}},
           {"This macro adds the tag sent_offer.", {"adds the tag sent_offer"}},
           {"The macro tags the ticket with `offer`.", {"tags the ticket with `offer`"}},
           {"This macro removes the `quote` tag.", {"removes the `quote` tag"}},
           {"This macro sets the ticket to Solved.", {"sets the ticket to Solved"}},
           {"The macro will set your ticket status to `On-hold`, just submit.",
            {"set your ticket status to `On-hold`"}},
           {"This will reply and mark the ticket `solved`.", {"mark the ticket `solved`"}},
           {"This macro puts the ticket on hold.", {"puts the ticket on hold"}},
           {"The macro sets the priority to Urgent.", {"sets the priority to Urgent"}},
           {"The macro sets the ticket type to question.", {"sets the ticket type to question"}},
           {"This macro changes the form to `Returns`.", {"changes the form to `Returns`"}},
           {"This macro sets the `Region` field to `region_south`.", {"sets the `Region` field to `region_south`"}},
           {"This macro changes the field `region` to \"true\".", {"changes the field `region` to \"true\""}},
           {"This macro sets the `Urgency` field to `very_high`.", {"sets the `Urgency` field to `very_high`"}},
           {"This macro assigns the ticket to you, and adds the `offer` tag.", {"adds the `offer` tag"}},
           {"This macro assigns the ticket to the `Billing` group.", {"assigns the ticket to the `Billing` group"}},
           {"This macro adds an internal note.", {"adds an internal note"}},
           {"The macro leaves a template as a private comment.", {"leaves a template as a private comment"}},
           {"The macro adds the customer to the list, and adds the `offer` tag.", {"adds the `offer` tag"}},
       }) {
    INFO(row.sentence);
    CHECK(said_of_quote(row.sentence) == row.findings);
  }
}

TEST_CASE("drift-claim: a sentence may name the macro itself") {
  struct Row {
    const char* page;
    Findings findings;
  };
  for (const Row& row : std::vector<Row>{
           {"Use the `General::Shipping Note` macro, which adds the `sent` tag.\n", {"adds the `sent` tag"}},
           {"Use the `General::Shipping Note` macro that adds the `sent` tag.\n", {"adds the `sent` tag"}},
           {"The `General::Shipping Note` macro writes a public reply.\n", {"writes a public reply"}},
           {"Use the `General::Shipping Note` macro to add the `sent` tag.\n", {"add the `sent` tag"}},
           {"Use the [`General::Shipping Note`](x) macro, which\nadds the `sent` tag.\n", {"adds the `sent` tag"}},
           {"- Use the `General::Shipping Note` macro, which sets the status to Open.\n", {"sets the status to Open"}},
           {"Use the `General::Shipping Note` macro. This macro:\n\n1. Adds the `sent` tag\n1. Writes an internal "
            "note\n"
            "   - with the `x_y` tag\n1. Sets the ticket to Solved\n",
            {"Adds the `sent` tag", "Sets the ticket to Solved"}},
           {"1. Use the `General::Shipping Note` macro, which:\n   1. Adds the `sent` tag\n1. Adds the `other` tag\n",
            {"Adds the `sent` tag"}},
           {"Send the `General::Shipping Note` macro.\n\nThe macro adds the `sent` tag.\n", {"adds the `sent` tag"}},
           {"The `General::Shipping Note` macro reads:\n\n> Sent\n\nThe macro adds the `sent` tag.\n",
            {"adds the `sent` tag"}},
           {"The `General::Shipping Note` macro reads:\n\n```\nSent\n```\n\nThis macro:\n\n- adds the `sent` tag\n",
            {"adds the `sent` tag"}},
       }) {
    INFO(row.page);
    CHECK(claims_refuted(row.page) == row.findings);
  }
}

TEST_CASE("drift-claim: nothing is said where somebody else may be meant, or something else") {
  for (const char* page :
       {"Send the `General::Shipping Note` macro, and mark the ticket as solved.\n",
        "Send the `General::Shipping Note` macro and add the `sent` tag.\n",
        "Send the `General::Shipping Note` macro, which tells the customer, and set the status to Open.\n",
        "Send the `General::Shipping Note` macro, which will reply, and set the status to Open.\n",
        "Send the `General::Shipping Note` macro to reply and add the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. You add the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. Then a trigger adds the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. This macro replies, and a trigger adds the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. This macro does not add the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. This macro adds the `sent` tag or the `gone` tag.\n",
        "Send the `General::Shipping Note` macro. If urgent, the macro adds the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. This macro may add the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. This macro adds a sentence about pending approval.\n",
        "Send the `General::Shipping Note` macro. This macro sets the ticket to pending approval.\n",
        "Send the `General::Shipping Note` macro. This macro tags the ticket.\n",
        "Send the `General::Shipping Note` macro once done. This will add the `sent` tag.\n",
        "Send `General::Shipping Note` macro or `General::Repair Quote` macro. This macro adds the `sent` tag.\n",
        "Send the `General::Shipping Note` macro or the `General::Lost` macro. This macro adds the `sent` tag.\n",
        "Send the `General::Shipping Note` macro.\n\n## Next\n\nSomething.\n\nThe macro adds the `sent` tag.\n",
        "Send the `General::Shipping Note` macro.\n\n> Or the `General::Lost` macro.\n\nThe macro adds the `sent` "
        "tag.\n",
        "Send the `General::Shipping Note` macro.\n\n> Sent\n\nWait.\n\nThe macro adds the `sent` tag.\n",
        "Send the `General::Shipping Note` macro. This macro leaves it to you, you add the `sent` tag.\n",
        "Does the `General::Shipping Note` macro add the `sent` tag?\n",
        "> The `General::Lost` macro adds the `sent` tag.\n",
        "```\nThe `General::Shipping Note` macro adds the `sent` tag.\n```\n",
        "The macro adds the `sent` tag.\n",
        "Send the `General::Fax` macro. This macro adds the `sent` tag.\n"}) {
    INFO(page);
    CHECK(claims_refuted(page).empty());
  }
}

TEST_CASE("drift-claim: values that only Zendesk knows are not judged") {
  for (const char* sentence :
       {"adds the `sent` tag", "removes the `sent` tag", "adds the `from_a_menu` tag",
        "sets the `Region` field to `region_north`", "sets the status to Open", "changes the form to `Returns`",
        "assigns the ticket to the `Billing` group", "writes an internal note"}) {
    INFO(sentence);
    CHECK(claims_refuted("The `General::Unknown Values` macro " + std::string(sentence) + ".\n").empty());
  }
}

}  // namespace macrolint
