#include "mutation/consistent_pair.h"

// What the Zendesk of the consistent pair's first instance has: the same macros, as a sync would have written them.
namespace macrolint {

namespace {

constexpr std::string_view macros_of_program = R"(
  {"id": 1{number}, "title": "General::{name} Reply", "active": true, "description": "", "restriction": null,
   "actions": [
    {"field": "comment_value_html", "value": "<p>Hello {{ticket.requester.first_name}},</p>\n<p>thank you for your interest in the {name}.<br>{promise}</p>\n<p>Please send your questions to <a href=\"mailto:{inbox}\">{inbox}</a> and keep the number of this ticket at hand.</p>"},
    {"field": "comment_mode_is_public", "value": "true"},
    {"field": "current_tags", "value": "{slug}_sent"},
    {"field": "remove_tags", "value": "{slug}_waiting"},
    {"field": "status", "value": "{status}"}]},
  {"id": 2{number}, "title": "Closing::{name} Goodbye", "active": true, "description": null, "restriction": null,
   "actions": [
    {"field": "comment_value", "value": ["channel:all", "Goodbye {{ticket.requester.first_name}}, it was a pleasure to help you with the {name}. Your ticket {{ticket.id}} stays open for three more days, and every reply brings it back to us."]},
    {"field": "comment_mode_is_public", "value": "true"},
    {"field": "set_tags", "value": "{slug}_thanked {slug}_closed"},
    {"field": "type", "value": "question"},
    {"field": "assignee_id", "value": "current_user"},
    {"field": "custom_fields_9001", "value": "{slug}_desk"}]},
  {"id": 3{number}, "title": "Forms::{name} Form", "active": true, "description": null, "restriction": null,
   "actions": [
    {"field": "comment_value", "value": ["channel:all", "Came in by the form of the {name}."]},
    {"field": "comment_mode_is_public", "value": "false"},
    {"field": "priority", "value": "high"},
    {"field": "ticket_form_id", "value": "8{number}"},
    {"field": "group_id", "value": "7{number}"}]},)";

constexpr std::string_view greeting = R"(
  {"id": 5, "title": "General::Greeting", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "open"}]}],
)";

std::string of_all_programs(std::string_view text) {
  std::string all;
  for (const Program& program : programs()) {
    all += filled(text, program);
  }
  return all;
}

/// The same without the comma at the end.
std::string list_of(std::string_view item) {
  std::string all = of_all_programs(item);
  all.pop_back();
  return all;
}

}  // namespace

Files pair_with_snapshot() {
  Files files = consistent_pair();
  std::string& configuration = files[".macrolint.yml"];
  const std::string before = "  retail:\n";
  configuration.insert(configuration.find(before) + before.size(), "    snapshot: retail/snapshot.json\n");
  files[std::string(file::snapshot)] =
      R"({"version": 1, "instance": "retail", "host": "retail.zendesk.com",
 "macros": [)" +
      of_all_programs(macros_of_program) + std::string(greeting) + " \"groups\": [" +
      list_of("\n  {\"id\": 7{number}, \"name\": \"{team}\"},") + "],\n \"ticket_forms\": [" +
      list_of("\n  {\"id\": 8{number}, \"name\": \"{name} Request\", \"active\": true},") +
      "],\n \"dynamic_content\": [" + list_of("\n  {\"name\": \"{name}\", \"placeholder\": \"{{dc.about_{slug}}}\"},") +
      "],\n \"recipient_addresses\": [" + list_of("\n  {\"email\": \"{inbox}\", \"name\": \"{name}\"},") +
      "],\n \"ticket_fields\": [{\"id\": 9001, \"title\": \"Desk\", \"type\": \"tagger\", \"active\": true, "
      "\"options\": [" +
      list_of("\n  {\"name\": \"{name}\", \"value\": \"{slug}_desk\"},") +
      "]}, {\"id\": 9002, \"title\": \"Old desk\", \"type\": \"tagger\", \"active\": false, \"options\": []}]}\n";
  return files;
}

}  // namespace macrolint
