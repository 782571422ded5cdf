#include "mutation/drift.h"

// What Zendesk has, by its snapshot, and what the repository and pages say.
namespace macrolint {

namespace {

constexpr std::string_view rule = "live-changed";
constexpr std::string_view unknown = "macro-unknown-name";

std::vector<Drift> edits_in_zendesk() {
  return {
      {"a word of the wording",
       {replaced(file::snapshot, "interest in the {name}.", "questions about the {name}.")},
       {{rule, file::wording, "«interest in» the"}}},
      {"a sentence more",
       {replaced(file::snapshot,
                 "keep the number of this ticket at hand.</p>\"},\n    {\"field\": "
                 "\"comment_mode_is_public\", \"value\": \"true\"},\n    {\"field\": \"current_tags\", "
                 "\"value\": \"{slug}_sent\"}",
                 "keep the number of this ticket at hand.</p><p>Rate us.</p>\"},\n    {\"field\": "
                 "\"comment_mode_is_public\", \"value\": \"true\"},\n    {\"field\": \"current_tags\", "
                 "\"value\": \"{slug}_sent\"}")},
       {{rule, file::wording, "at «hand.»"}}},
      {"another inbox in the wording",
       {replaced(file::snapshot, "<a href=\\\"mailto:{inbox}\\\">{inbox}</a>", "helpers@example.com")},
       {{rule, file::wording, "to «{inbox}» and"}}},
      {"a placeholder",
       {replaced(file::snapshot, "pleasure to help you with the {name}. Your ticket {{ticket.id}}",
                 "pleasure to help you with the {name}. Your ticket {{ticket.url}}")},
       {{rule, file::goodbye,
         "«'Goodbye {{ticket.requester.first_name}}, it was a pleasure to help you with the {name}. Your ticket "
         "{{ticket.id}} stays open for three more days, and every reply brings it back to us.'»"}}},
      {"the status",
       {replaced(file::snapshot, "\"{slug}_waiting\"},\n    {\"field\": \"status\", \"value\": \"{status}\"}",
                 "\"{slug}_waiting\"},\n    {\"field\": \"status\", \"value\": \"{other}\"}")},
       {{rule, file::reply, "value: «'{status}'»"}}},
      {"no status any more",
       {replaced(file::snapshot, "\"{slug}_waiting\"},\n    {\"field\": \"status\", \"value\": \"{status}\"}",
                 "\"{slug}_waiting\"}")},
       {{rule, file::reply, "value: «'{status}'»"}}},
      {"an action more",
       {replaced(file::snapshot, "\"value\": \"{slug}_sent\"}",
                 "\"value\": \"{slug}_sent\"}, {\"field\": \"priority\", \"value\": \"low\"}")},
       {{rule, file::reply, "«actions»:"}}},
      {"another tag",
       {replaced(file::snapshot, "{slug}_thanked {slug}_closed", "{slug}_thanked")},
       {{rule, file::goodbye, "value: «'{slug}_closed {slug}_thanked'»"}}},
      {"another tag to remove",
       {replaced(file::snapshot, "\"{slug}_waiting\"", "\"{slug}_new\"")},
       {{rule, file::reply, "value: «'{slug}_waiting'»"}}},
      {"the option of a field",
       {replaced(file::snapshot, "\"custom_fields_9001\", \"value\": \"{slug}_desk\"",
                 "\"custom_fields_9001\", \"value\": \"{slug}\"")},
       {{rule, file::goodbye, "value: «'{slug}_desk'»"}}},
      {"another form",
       {replaced(file::snapshot, "\"ticket_form_id\", \"value\": \"8{number}\"",
                 "\"ticket_form_id\", \"value\": \"4711\"")},
       {{rule, file::form, "value: «'Form: {name} Request'»"}}},
      {"another group",
       {replaced(file::snapshot, "\"group_id\", \"value\": \"7{number}\"", "\"group_id\", \"value\": \"4711\"")},
       {{rule, file::form, "value: «'{team}'»"}}},
      {"a description",
       {replaced(file::snapshot, "\"General::{name} Reply\", \"active\": true, \"description\": \"\"",
                 "\"General::{name} Reply\", \"active\": true, \"description\": \"Ask first\"")},
       {{rule, file::reply, "description: «''»"}}},
      {"a restriction",
       {replaced(file::snapshot,
                 "\"Forms::{name} Form\", \"active\": true, \"description\": null, \"restriction\": null",
                 "\"Forms::{name} Form\", \"active\": true, \"description\": null, \"restriction\": {\"type\": "
                 "\"Group\", \"id\": 7{number}, \"ids\": [7{number}]}")},
       {{rule, file::form, "«restriction»: null"}}},
      {"the state",
       {replaced(file::snapshot, "\"Closing::{name} Goodbye\", \"active\": true",
                 "\"Closing::{name} Goodbye\", \"active\": false")},
       {{rule, file::goodbye, "active: «true»"}}},
      {"the title, in punctuation only",
       {replaced(file::snapshot, "\"Forms::{name} Form\"", "\"Forms::{name} - Form\"")},
       {{rule, file::form, "title: «'Forms::{name} Form'»"}}},
      {"the title, with all words the same",
       {replaced(file::snapshot, "\"Closing::{name} Goodbye\"", "\"Closing::Farewell\"")},
       {{rule, file::goodbye, "title: «'Closing::{name} Goodbye'»"}}},
      {"the title of before, as if the sync had not run",
       {replaced(file::snapshot, "\"General::{name} Reply\"", "\"General::Old {name} Answer\"")},
       {{rule, file::reply, "title: «'General::{name} Reply'»"}}},
  };
}

std::vector<Drift> macros_of_one_side() {
  return {
      {"deleted in Zendesk, and another one in its place",
       {replaced(file::snapshot, "\"Forms::{name} Form\"", "\"Forms::Entry\""),
        replaced(file::snapshot, "Came in by the form of the {name}.", "Somebody called.")},
       {{"live-missing", file::form, "title: «'Forms::{name} Form'»"},
        {"live-unmanaged", file::snapshot, "\"title\": «\"Forms::Entry\"»"}}},
      {"a macro that was never brought to Zendesk",
       {added("retail/sync/active/General/{name} Voucher.yaml",
              "title: 'General::{name} Voucher'\nactive: true\nactions:\n- field: 'status'\n  value: 'open'\n"),
        added("handbook/content/vouchers.md", "Send the `General::{name} Voucher` macro.\n")},
       {{"live-missing", "retail/sync/active/General/{name} Voucher.yaml", "title: «'General::{name} Voucher'»"}}},
      {"a macro that was made by hand",
       {replaced(file::snapshot, "\n  {\"id\": 5,",
                 "\n  {\"id\": 6, \"title\": \"General::{name} Trick\", \"active\": true, \"description\": null, "
                 "\"restriction\": null, \"actions\": []},\n  {\"id\": 5,")},
       {{"live-unmanaged", file::snapshot, "«\"General::{name} Trick\"»"}}},
      {"a second macro with the title",
       {replaced(file::snapshot, "\n  {\"id\": 5,",
                 "\n  {\"id\": 6, \"title\": \"Forms::{name} Form\", \"active\": true, \"description\": null, "
                 "\"restriction\": null, \"actions\": []},\n  {\"id\": 5,")},
       {{"live-title-collision", file::snapshot, "{\"id\": 6, \"title\": «\"Forms::{name} Form\"»"}}},
      {"one with the title of before",
       {replaced(file::snapshot, "\n  {\"id\": 5,",
                 "\n  {\"id\": 6, \"title\": \"General::Old {name} Answer\", \"active\": true, \"description\": null, "
                 "\"restriction\": null, \"actions\": []},\n  {\"id\": 5,")},
       {{"live-title-collision", file::reply, "title: «'General::{name} Reply'»"}}},
  };
}

std::vector<Drift> unknown_names() {
  return {
      {"a group that was renamed in Zendesk",
       {replaced(file::snapshot, "\"name\": \"{team}\"", "\"name\": \"{team}s\"")},
       {{unknown, file::form, "value: «'{team}'»", Fix::any}},
       false},
      {"a form that was deactivated",
       {replaced(file::snapshot, "\"{name} Request\", \"active\": true", "\"{name} Request\", \"active\": false")},
       {{unknown, file::form, "value: «'Form: {name} Request'»"}}},
      {"an option that is gone",
       {replaced(file::snapshot, "\"value\": \"{slug}_desk\"},\n  {\"name\"",
                 "\"value\": \"{slug}_old\"},\n  {\"name\"")},
       {{unknown, file::goodbye, "value: «'{slug}_desk'»", Fix::any}},
       false},
      {"a field with a typing mistake, and the field in Zendesk",
       {replaced(file::goodbye, "Field: Desk", "Field: Desk name"),
        replaced(file::desk, "`Desk` field", "`Desk name` field")},
       {{unknown, file::goodbye, "field: «'Field: Desk name'»", Fix::any}},
       false},
      {"dynamic content",
       {replaced(file::goodbye, "Your ticket", "{{dc.about_{slug}s}} Your ticket"),
        replaced(file::snapshot, "help you with the {name}. Your ticket",
                 "help you with the {name}. {{dc.about_{slug}s}} Your ticket")},
       {{unknown, file::goodbye, "{{«dc.about_{slug}s»}}", Fix::any}},
       false},
  };
}

void append(std::vector<Drift>& all, std::vector<Drift> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Drift> drifts_of_live() {
  std::vector<Drift> all = edits_in_zendesk();
  append(all, macros_of_one_side());
  append(all, unknown_names());
  return all;
}

std::vector<Drift> harmless_changes_of_live() {
  return {
      {"tags in another order and case",
       {replaced(file::snapshot, "{slug}_thanked {slug}_closed", "{slug}_CLOSED  {slug}_thanked")},
       {}},
      {"the mode of a comment as a truth value",
       {replaced(file::snapshot,
                 "\"comment_mode_is_public\", \"value\": \"true\"},\n    {\"field\": \"set_tags\", "
                 "\"value\": \"{slug}_thanked",
                 "\"comment_mode_is_public\", \"value\": true},\n    {\"field\": \"set_tags\", \"value\": "
                 "\"{slug}_thanked")},
       {}},
      {"other elements around the same words",
       {replaced(file::snapshot, "<p>thank you for your interest in the {name}.<br>",
                 "<div><em>thank you</em> for&nbsp;your interest in the <strong>{name}</strong>.<br/>")},
       {}},
      {"typographic quotes and dashes",
       {replaced(file::wording, "at hand.", "at hand - \"please\"."),
        replaced(file::snapshot,
                 "keep the number of this ticket at hand.</p>\"},\n    {\"field\": "
                 "\"comment_mode_is_public\", \"value\": \"true\"},\n    {\"field\": \"current_tags\", "
                 "\"value\": \"{slug}_sent\"}",
                 "keep the number of this ticket at hand – “please”.</p>\"},\n    {\"field\": "
                 "\"comment_mode_is_public\", \"value\": \"true\"},\n    {\"field\": \"current_tags\", "
                 "\"value\": \"{slug}_sent\"}")},
       {}},
      {"the text without a channel",
       {replaced(file::snapshot, "[\"channel:all\", \"Came in by the form of the {name}.\"]",
                 "\"Came in by the form of the {name}.\"")},
       {}},
      {"plain text turned into HTML",
       {replaced(file::snapshot,
                 "{\"field\": \"comment_value\", \"value\": [\"channel:all\", \"Came in by the form of the {name}.\"]}",
                 "{\"field\": \"comment_value_html\", \"value\": \"<p>Came in by the form of the {name}.</p>\"}")},
       {}},
      {"names of groups where the number is", {replaced(file::form, "value: '{team}'", "value: '7{number}'")}, {}},
      {"an inactive copy",
       {replaced(file::snapshot, "\n  {\"id\": 5,",
                 "\n  {\"id\": 6, \"title\": \"Forms::{name} Form\", \"active\": false, \"description\": null, "
                 "\"restriction\": null, \"actions\": []},\n  {\"id\": 5,")},
       {}},
      {"a macro that an agent has for herself",
       {replaced(file::snapshot, "\n  {\"id\": 5,",
                 "\n  {\"id\": 6, \"title\": \"My {name}\", \"active\": true, \"description\": null, "
                 "\"restriction\": {\"type\": \"User\", \"id\": 9}, \"actions\": []},\n  {\"id\": 5,")},
       {}},
      {"a snapshot that does not know the groups",
       {replaced(file::snapshot, "\"group_id\", \"value\": \"7{number}\"", "\"group_id\", \"value\": \"1\""),
        replaced(file::snapshot, " \"groups\": [", " \"schedules\": [")},
       {}},
  };
}

}  // namespace macrolint
