#include "mutation/drift.h"

// What pages say that macros do: each claim is wrong once because of the page, once because of the macro.
namespace macrolint {

namespace {

constexpr std::string_view rule = "drift-claim";

std::vector<Drift> tags() {
  return {
      {"a tag that the macro no longer adds",
       {replaced(file::reply, "value: '{slug}_sent'", "value: '{slug}_answered'")},
       {{rule, file::page, "«adds the `{slug}_sent` tag»", Fix::unsafe}}},
      {"a tag that the macro no longer removes",
       {replaced(file::reply, "value: '{slug}_waiting'", "value: '{slug}_new'")},
       {{rule, file::page, "«removes the `{slug}_waiting` tag»", Fix::unsafe}}},
      {"a tag that is no longer among those that are set",
       {replaced(file::goodbye, "'{slug}_closed {slug}_thanked'", "'{slug}_closed'")},
       {{rule, file::desk, "«applies the `{slug}_closed` and `{slug}_thanked` tags»", Fix::unsafe}}},
      {"a tag that is no longer set, said twice",
       {replaced(file::goodbye, "'{slug}_closed {slug}_thanked'", "'{slug}_thanked'")},
       {{rule, file::desk, "«tags the ticket with `{slug}_closed`»", Fix::unsafe},
        {rule, file::desk, "«applies the `{slug}_closed` and `{slug}_thanked` tags»", Fix::unsafe}}},
      {"another tag in the page",
       {replaced(file::page, "`{slug}_sent`", "`{slug}_send`")},
       {{rule, file::page, "«adds the `{slug}_send` tag»", Fix::unsafe}}},
      {"another tag to be removed",
       {replaced(file::page, "removes the `{slug}_waiting` tag", "removes the tag {slug}_wait")},
       {{rule, file::page, "«removes the tag {slug}_wait»", Fix::unsafe}}},
      {"a tag that the macro removes and does not add",
       {added(file::contacts, "\nThe `General::{name} Reply` macro applies the `{slug}_waiting` tag.\n")},
       {{rule, file::contacts, "«applies the `{slug}_waiting` tag»", Fix::unsafe}}},
      {"a macro without tags, in a list",
       {added(file::contacts, "\n- `Forms::{name} Form` macro, which adds the `by_form` tag\n")},
       {{rule, file::contacts, "«adds the `by_form` tag»", Fix::none}}},
  };
}

std::vector<Drift> values() {
  return {
      {"another status in the macro",
       {replaced(file::reply, "value: '{status}'", "value: '{other}'")},
       {{rule, file::page, "«sets the ticket to {written}»", Fix::unsafe}}},
      {"another status in the page",
       {replaced(file::page, "sets the ticket to {written}.", "marks the ticket as `{other}`.")},
       {{rule, file::page, "«marks the ticket as `{other}`»", Fix::unsafe}}},
      {"a status that the macro of another instance no longer sets",
       {replaced(file::order, "- field: 'status'\n  value: 'open'", "- field: 'priority'\n  value: 'low'")},
       {{rule, file::wholesale, "{path}%20Order.yaml) macro, which «sets the ticket to Open»", Fix::none}}},
      {"another priority in a list",
       {replaced(file::page, "Sets the priority to High", "Sets the priority to Low")},
       {{rule, file::page, "«Sets the priority to Low»", Fix::unsafe}}},
      {"another priority in the macro",
       {replaced(file::form, "value: 'high'", "value: 'urgent'")},
       {{rule, file::page, "«Sets the priority to High»", Fix::unsafe}}},
      {"another type",
       {replaced(file::goodbye, "value: 'question'", "value: 'task'")},
       {{rule, file::desk, "«sets the ticket type to question»", Fix::unsafe}}},
      {"a type that is no longer set",
       {replaced(file::goodbye, "- field: 'type'\n  value: 'question'\n", "")},
       {{rule, file::desk, "«sets the ticket type to question»", Fix::none}}},
      {"another form in the page",
       {replaced(file::page, "Changes the form to `{name} Request`", "Changes the form to `{name} Complaint`")},
       {{rule, file::page, "«Changes the form to `{name} Complaint`»", Fix::unsafe}}},
      {"another form in the macro",
       {replaced(file::form, "Form: {name} Request", "Form: {name} Order")},
       {{rule, file::page, "«Changes the form to `{name} Request`»", Fix::unsafe}}},
      {"another value of a field in the page",
       {replaced(file::desk, "to `{slug}_desk`", "to `{slug}_shop`")},
       {{rule, file::desk, "«sets the `Desk` field to `{slug}_shop`»", Fix::unsafe}}},
      {"another value of a field in the macro",
       {replaced(file::goodbye, "'{slug}_desk'", "'second_desk'")},
       {{rule, file::desk, "«sets the `Desk` field to `{slug}_desk`»", Fix::unsafe}}},
      {"a field that is no longer set",
       {replaced(file::goodbye, "- field: 'Field: Desk'\n  value: '{slug}_desk'\n", "")},
       {{rule, file::desk, "«sets the `Desk` field to `{slug}_desk`»", Fix::none}}},
      {"a form that is no longer changed",
       {replaced(file::form, "- field: 'ticket_form_id'\n  value: 'Form: {name} Request'\n", "")},
       {{rule, file::page, "«Changes the form to `{name} Request`»", Fix::none}}},
  };
}

std::vector<Drift> comments_and_assignments() {
  return {
      {"a comment that is public now",
       {replaced(file::form, "value: false", "value: true")},
       {{rule, file::page, "«adds an internal note»", Fix::none},
        {rule, file::page, "«Leaves a private comment»", Fix::none}}},
      {"a comment that is internal now",
       {replaced(file::goodbye, "value: true", "value: false")},
       {{rule, file::desk, "«writes a public reply»", Fix::none}}},
      {"an internal note that is a public reply, in the page",
       {replaced(file::page, "which adds an internal note", "which adds a public comment")},
       {{rule, file::page, "«adds a public comment»", Fix::none}}},
      {"a private comment that is a public one, in a list",
       {replaced(file::page, "Leaves a private comment", "Posts a public reply")},
       {{rule, file::page, "«Posts a public reply»", Fix::none}}},
      {"a macro that no longer writes anything",
       {replaced(file::form, "- field: 'comment_value'\n  value: 'Came in by the form of the {name}.'\n", "")},
       {{rule, file::page, "«adds an internal note»", Fix::none},
        {rule, file::page, "«Leaves a private comment»", Fix::none}}},
      {"another group in the macro",
       {replaced(file::form, "value: '{team}'", "value: 'Second Level'")},
       {{rule, file::page, "«Assigns the ticket to the `{team}` group»", Fix::unsafe}}},
      {"another group in the page",
       {replaced(file::page, "to the `{team}` group", "to the `Second Level` group")},
       {{rule, file::page, "«Assigns the ticket to the `Second Level` group»", Fix::unsafe}}},
      {"a ticket that is assigned to somebody else",
       {replaced(file::goodbye, "value: 'current_user'", "value: 'desk@example.com'")},
       {{rule, file::desk, "«assigns the ticket to you»", Fix::none}}},
      {"a ticket that is not assigned any more",
       {replaced(file::goodbye, "- field: 'assignee_id'\n  value: 'current_user'\n", "")},
       {{rule, file::desk, "«assigns the ticket to you»", Fix::none}}},
      {"a group that is not assigned any more",
       {replaced(file::form, "- field: 'group_id'\n  value: '{team}'\n", "")},
       {{rule, file::page, "«Assigns the ticket to the `{team}` group»", Fix::none}}},
  };
}

}  // namespace

std::vector<Drift> drifts_of_claims() {
  std::vector<Drift> drifts = tags();
  for (auto* more : {values, comments_and_assignments}) {
    for (Drift& drift : more()) {
      drifts.push_back(std::move(drift));
    }
  }
  return drifts;
}

}  // namespace macrolint
