#include "mutation/consistent_pair.h"

// The macros of the consistent pair.
namespace macrolint {

namespace {

constexpr std::string_view reply = R"(title: 'General::{name} Reply'
previous_title: 'General::Old {name} Answer'
description: ''
active: true
actions:
- field: 'comment_value_html'
  value: 'MANAGED_CONTENT'
- field: 'comment_mode_is_public'
  value: true
- field: 'current_tags'
  value: '{slug}_sent'
- field: 'remove_tags'
  value: '{slug}_waiting'
- field: 'status'
  value: '{status}'
restriction: null
contains_managed_content: true
)";

constexpr std::string_view wording = R"(Hello {{ticket.requester.first_name}},

thank you for your interest in the {name}.
{promise}

Please send your questions to {inbox} and keep the number of this ticket at hand.
)";

constexpr std::string_view goodbye = R"(title: 'Closing::{name} Goodbye'
previous_title: ''
description: ''
active: true
actions:
- field: 'comment_value'
  value: 'Goodbye {{ticket.requester.first_name}}, it was a pleasure to help you with the {name}. Your ticket {{ticket.id}} stays open for three more days, and every reply brings it back to us.'
- field: 'comment_mode_is_public'
  value: true
- field: 'set_tags'
  value: '{slug}_closed {slug}_thanked'
- field: 'type'
  value: 'question'
- field: 'assignee_id'
  value: 'current_user'
- field: 'Field: Desk'
  value: '{slug}_desk'
restriction: null
contains_managed_content: false
)";

constexpr std::string_view form = R"(title: 'Forms::{name} Form'
previous_title: ''
description: ''
active: true
actions:
- field: 'comment_value'
  value: 'Came in by the form of the {name}.'
- field: 'comment_mode_is_public'
  value: false
- field: 'priority'
  value: 'high'
- field: 'ticket_form_id'
  value: 'Form: {name} Request'
- field: 'group_id'
  value: '{team}'
restriction: null
contains_managed_content: false
)";

constexpr std::string_view order = R"(title: 'Bulk::{name} Order'
previous_title: ''
description: ''
active: true
actions:
- field: 'status'
  value: 'open'
restriction: null
contains_managed_content: false
)";

constexpr std::string_view greeting = R"(title: 'General::Greeting'
previous_title: ''
description: ''
active: true
actions:
- field: 'status'
  value: 'open'
restriction: null
contains_managed_content: false
)";

constexpr std::string_view exported =
    R"(  {"id": {number}, "url": "https://online.zendesk.com/api/v2/macros/{number}.json",
    "title": "Online::{name} Chat", "active": true, "actions": [{"field": "status", "value": "{status}"}]})";

}  // namespace

void add_macros(Files& files) {
  std::string online;
  for (const Program& program : programs()) {
    files[filled(file::reply, program)] = filled(reply, program);
    files[filled(file::wording, program)] = filled(wording, program);
    files[filled(file::goodbye, program)] = filled(goodbye, program);
    files[filled(file::form, program)] = filled(form, program);
    files[filled(file::order, program)] = filled(order, program);
    online += (online.empty() ? "" : ",\n") + filled(exported, program);
  }
  files["retail/sync/active/General/Greeting.yaml"] = greeting;
  files["wholesale/sync/active/General/Greeting.yaml"] = greeting;
  files[std::string(file::exported)] = "{\"macros\": [\n" + online + "\n]}\n";
}

}  // namespace macrolint
