#include "mutation/consistent_pair.h"

#include <fmt/format.h>

namespace macrolint {

namespace {

constexpr const char* configuration = R"(version: 1
instances:
  retail:
    sync:
      path: retail/sync
      urls: ["https://gitlab.example.com/support/retail/-/blob/main/data/"]
      former_urls: ["https://gitlab.example.com/legacy/retail/-/blob/master/macros/"]
    managed:
      path: retail/managed
      urls: ["https://gitlab.example.com/support/retail-wording/-/blob/main/"]
  wholesale:
    sync:
      path: wholesale/sync
      urls: ["https://gitlab.example.com/support/wholesale/-/blob/main/data/"]
documents:
  - {kind: hugo, path: handbook, base_urls: ["https://handbook.example.com"]}
inbox_domains: [example.com]
)";

/// `%20` for spaces, as addresses have them.
std::string encoded(const std::string& path) {
  std::string result;
  for (const char byte : path) {
    byte == ' ' ? result += "%20" : result += byte;
  }
  return result;
}

std::string reply_of(const Program& program) {
  return fmt::format(
      "title: '{0}'\n"
      "previous_title: 'General::Old {1} Answer'\n"
      "description: ''\n"
      "active: true\n"
      "actions:\n"
      "- field: 'comment_value_html'\n"
      "  value: 'MANAGED_CONTENT'\n"
      "- field: 'comment_mode_is_public'\n"
      "  value: true\n"
      "- field: 'current_tags'\n"
      "  value: '{2}_sent'\n"
      "- field: 'remove_tags'\n"
      "  value: '{2}_waiting'\n"
      "- field: 'status'\n"
      "  value: '{3}'\n"
      "restriction: null\n"
      "contains_managed_content: true\n",
      reply_title(program), program.name, program.slug, program.status);
}

std::string wording_of(const Program& program) {
  return fmt::format(
      "Hello {{{{ticket.requester.first_name}}}},\n\n"
      "thank you for your interest in the {0}.\n"
      "{1}\n\n"
      "Please send your questions to {2} and keep the number of this ticket at hand.\n",
      program.name, program.promise, program.inbox);
}

std::string form_of(const Program& program) {
  return fmt::format(
      "title: '{0}'\n"
      "previous_title: ''\n"
      "description: ''\n"
      "active: true\n"
      "actions:\n"
      "- field: 'comment_value'\n"
      "  value: 'Came in by the form of the {1}.'\n"
      "- field: 'comment_mode_is_public'\n"
      "  value: false\n"
      "- field: 'priority'\n"
      "  value: 'high'\n"
      "restriction: null\n"
      "contains_managed_content: false\n",
      form_title(program), program.name);
}

std::string page_of(const Program& program) {
  return fmt::format(
      "---\n"
      "title: {name}\n"
      "---\n\n"
      "# {name}\n\n"
      "When somebody asks about the {name}, send the [`{reply}`]({url}) macro.\n"
      "This macro adds the `{slug}_sent` tag, removes the `{slug}_waiting` tag and sets the ticket to {written}.\n\n"
      "The text of the `{reply}` macro:\n\n"
      "> Hello [name],\n"
      ">\n"
      "> thank you for your interest in the {name}.\n"
      "> {promise}\n\n"
      "## Forms\n\n"
      "Use the `{form}` macro, which adds an internal note.\n\n"
      "1. Open the form.\n"
      "1. Apply the macro `{form}`. This macro:\n"
      "   1. Sets the priority to High\n"
      "   1. Leaves a private comment\n\n"
      "## Whom to ask\n\n"
      "- {name}: `{inbox}`\n\n"
      "The team is in [#{slug}](https://example.slack.com/archives/{channel}).\n",
      fmt::arg("name", program.name), fmt::arg("reply", reply_title(program)), fmt::arg("url", reply_url(program)),
      fmt::arg("slug", program.slug), fmt::arg("written", program.written_status), fmt::arg("promise", program.promise),
      fmt::arg("form", form_title(program)), fmt::arg("inbox", program.inbox), fmt::arg("channel", program.channel_id));
}

std::string overview() {
  std::string text = "---\ntitle: Programs\n---\n\n| Program | Inbox | Macro |\n|---|---|---|\n";
  for (const Program& program : programs()) {
    text += fmt::format("| [{0}](/programs/{1}/) | {2} | `{3}` |\n", program.name, program.slug, program.inbox,
                        reply_title(program));
  }
  text += "\nAll of them can be reached by chat:\n\n";
  for (const Program& program : programs()) {
    text += fmt::format("- [#{0}](https://example.slack.com/archives/{1})\n", program.slug, program.channel_id);
  }
  return text;
}

}  // namespace

const std::vector<Program>& programs() {
  static const std::vector<Program> all = {
      {"Return Program", "returns", "returns@example.com", "pending", "Pending", "C0RETURNS",
       "We take back every device within 14 days of its delivery."},
      {"Repair Program", "repairs", "repairs@example.com", "open", "**Open**", "C0REPAIRS",
       "A repair takes our workshop five working days at most."},
      {"Trade-in Program", "trade-in", "tradein@example.com", "solved", "solved", "C0TRADEIN",
       "We estimate the value of your device from the pictures that you send."},
      {"School Program", "schools", "schools@example.com", "hold", "on hold", "C0SCHOOLS",
       "Schools get a third off every order above 20 devices."},
      {"Museum Program", "museums", "museums@example.com", "pending", "`pending`", "C0MUSEUMS",
       "Museums lend our devices for a whole exhibition free of charge."},
      {"Student Discount", "students", "students@example.com", "solved", "Solved", "C0STUDENTS",
       "Your discount is valid until the end of the semester."},
      {"Spare Parts Service", "parts", "parts@example.com", "open", "Open", "C0PARTS",
       "Spare parts leave our store on the day after you order them."},
      {"Warranty Extension", "warranty", "warranty@example.com", "pending", "Pending", "C0WARRANTY",
       "The extension begins on the day on which the warranty ends."},
      {"Newsletter Service", "newsletter", "newsletter@example.com", "solved", "solved", "C0NEWSLETTER",
       "You can leave the newsletter at any time with one click."},
      {"Rental Program", "rentals", "rentals@example.com", "hold", "On-hold", "C0RENTALS",
       "A rented device has to be back on the first Monday of the month."},
  };
  return all;
}

std::string reply_title(const Program& program) { return fmt::format("General::{} Reply", program.name); }
std::string reply_file(const Program& program) {
  return fmt::format("retail/sync/active/General/{} Reply.yaml", program.name);
}
std::string reply_wording_file(const Program& program) {
  return fmt::format("retail/managed/active/General/{} Reply.md", program.name);
}
std::string form_title(const Program& program) { return fmt::format("Forms::{} Form", program.name); }
std::string form_file(const Program& program) {
  return fmt::format("retail/sync/active/Forms/{} Form.yaml", program.name);
}
std::string page_file(const Program& program) { return fmt::format("handbook/content/programs/{}.md", program.slug); }
std::string reply_url(const Program& program) {
  return "https://gitlab.example.com/support/retail/-/blob/main/data/" +
         encoded(fmt::format("active/General/{} Reply.yaml", program.name));
}

Files consistent_pair() {
  Files files;
  files[".macrolint.yml"] = configuration;
  for (const Program& program : programs()) {
    files[reply_file(program)] = reply_of(program);
    files[reply_wording_file(program)] = wording_of(program);
    files[form_file(program)] = form_of(program);
    files[page_file(program)] = page_of(program);
  }
  files["handbook/content/programs/_index.md"] = overview();
  files["wholesale/sync/active/Desk/Bulk Order.yaml"] =
      "title: 'Desk::Bulk Order'\nprevious_title: ''\ndescription: ''\nactive: true\nactions:\n"
      "- field: 'status'\n  value: 'open'\nrestriction: null\ncontains_managed_content: false\n";
  files["handbook/content/wholesale/orders.md"] =
      "---\ntitle: Orders\n---\n\nFor a large order use the `Desk::Bulk Order` macro, which sets the ticket to Open.\n";
  return files;
}

std::string archive_of(const Files& files) {
  std::string archive;
  for (const auto& [path, text] : files) {
    archive += fmt::format("-- {} --\n{}", path, text);
  }
  return archive;
}

}  // namespace macrolint
