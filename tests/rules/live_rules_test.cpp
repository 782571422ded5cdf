#include <fmt/format.h>

#include "catch.h"
#include "rules/tables.h"
#include "support/lint_archive.h"

// What the snapshot of a Zendesk instance says about macros, pages and inboxes.
namespace macrolint {

namespace {

constexpr const char* configuration =
    "-- .macrolint.yml --\nversion: 1\ninstances:\n  example:\n    sync: {path: macros/sync/data}\n"
    "    managed: {path: macros/managed}\n    snapshot: snapshot.json\n"
    "documents:\n  - {kind: plain, path: docs}\n";

/// A snapshot with these macros and, behind a comma, these lists.
std::string snapshot(const std::string& macros, const std::string& lists = "") {
  return fmt::format(
      "-- snapshot.json --\n{{\"version\": 1, \"instance\": \"example\", \"host\": \"example.zendesk.com\",\n"
      "\"macros\": [{}]{}}}\n",
      macros, lists);
}

std::string live(int id, const std::string& title, const std::string& actions, const std::string& more = "",
                 bool active = true) {
  return fmt::format("{{\"id\": {}, \"title\": \"{}\", \"active\": {}, \"description\": null{}, \"actions\": [{}]}}",
                     id, title, active, more.empty() ? ", \"restriction\": null" : more, actions);
}

constexpr const char* lists =
    ",\n\"groups\": [{\"id\": 7, \"name\": \"Billing\"}, {\"id\": 8, \"name\": \"Sales\"}],\n"
    "\"brands\": [{\"id\": 3, \"name\": \"Shop\", \"active\": true}, {\"id\": 4, \"name\": \"Old\", \"active\": "
    "false}],\n"
    "\"ticket_fields\": [\n"
    "{\"id\": 20, \"title\": \"Region\", \"type\": \"tagger\", \"active\": true,\n"
    " \"options\": [{\"name\": \"Europe\", \"value\": \"emea\"}, {\"name\": \"Asia\", \"value\": \"apac\"}]},\n"
    "{\"id\": 21, \"title\": \"Topics\", \"type\": \"multiselect\", \"active\": true,\n"
    " \"options\": [{\"name\": \"One\", \"value\": \"one\"}, {\"name\": \"Two\", \"value\": \"two\"}]},\n"
    "{\"id\": 22, \"title\": \"Checked\", \"type\": \"checkbox\", \"active\": true},\n"
    "{\"id\": 23, \"title\": \"Gone\", \"type\": \"text\", \"active\": false}],\n"
    "\"ticket_forms\": [{\"id\": 30, \"name\": \"Orders\", \"active\": true}],\n"
    "\"custom_statuses\": [{\"id\": 40, \"agent_label\": \"On the way\", \"status_category\": \"pending\", "
    "\"active\": true}],\n"
    "\"schedules\": [{\"id\": 50, \"name\": \"Weekdays\"}],\n"
    "\"dynamic_content\": [{\"name\": \"First reply\", \"placeholder\": \"{{dc.first_reply}}\"}],\n"
    "\"users\": [{\"id\": 60, \"email\": \"ann@example.com\"}]";

/// A macro's file with these lines behind its title.
std::string file(const std::string& lines) {
  return "-- macros/sync/data/active/A/One.yaml --\ntitle: 'A::One'\nactive: true\n" + lines;
}

std::string actions(const std::string& lines) { return file("actions:\n" + lines); }

std::string action(const std::string& field, const std::string& value) {
  return "- field: '" + field + "'\n  value: " + value + "\n";
}

std::string live_action(const std::string& field, const std::string& value) {
  return "{\"field\": \"" + field + "\", \"value\": " + value + "}";
}

struct Compared {
  std::string repository;
  std::string zendesk;
  Findings findings;
};

void check_actions(const std::vector<Compared>& cases) {
  for (const Compared& one : cases) {
    INFO(one.repository << one.zendesk);
    CHECK(findings_in(configuration + actions(one.repository) + snapshot(live(1, "A::One", one.zendesk), lists)) ==
          one.findings);
  }
}

}  // namespace

TEST_CASE("live-changed: names in the repository are the numbers in Zendesk") {
  check_actions({
      {action("group_id", "'Billing'"), live_action("group_id", "\"7\""), {}},
      {action("group_id", "'7'"), live_action("group_id", "7"), {}},
      {action("group_id", "'Billing'"), live_action("group_id", "\"8\""), {"live-changed group_id"}},
      {action("group_id", "''"), live_action("group_id", "\"\""), {}},
      {action("group_id", "''"), live_action("group_id", "null"), {}},
      {action("group_id", "'Billing'"), live_action("group_id", "null"), {"live-changed group_id"}},
      {action("group_id", "'current_groups'"), live_action("group_id", "\"current_groups\""), {}},
      {action("brand_id", "'Shop'"), live_action("brand_id", "\"3\""), {}},
      {action("ticket_form_id", "'Form: Orders'"), live_action("ticket_form_id", "\"30\""), {}},
      {action("ticket_form_id", "'Form: Orders'"),
       live_action("ticket_form_id", "\"31\""),
       {"live-changed ticket_form_id"}},
      {action("set_schedule", "'Schedule: Weekdays'"), live_action("set_schedule", "\"50\""), {}},
      {action("assignee_id", "'Ann@example.com'"), live_action("assignee_id", "\"60\""), {}},
      {action("assignee_id", "'ann@example.com'"),
       live_action("assignee_id", "\"current_user\""),
       {"live-changed assignee_id"}},
      // Somebody whom the snapshot does not name.
      {action("assignee_id", "'bob@example.com'"), live_action("assignee_id", "\"61\""), {}},
      {action("custom_status_id", "'40'"), live_action("custom_status_id", "40"), {}},
  });
}

TEST_CASE("live-changed: values that are written in two ways") {
  check_actions({
      {action("status", "'pending'"), live_action("status", "\"pending\""), {}},
      {action("status", "'pending'"), live_action("status", "\"open\""), {"live-changed status"}},
      {action("status", "'pending'"), live_action("custom_status_id", "\"40\""), {}},
      {action("status", "'open'"),
       live_action("custom_status_id", "\"40\""),
       {"live-changed custom_status_id", "live-changed status"}},
      {action("status", "'pending'"), live_action("custom_status_id", "\"41\""), {}},
      {action("comment_mode_is_public", "true"), live_action("comment_mode_is_public", "\"true\""), {}},
      {action("comment_mode_is_public", "'false'"),
       live_action("comment_mode_is_public", "true"),
       {"live-changed comment_mode_is_public"}},
      {action("current_tags", "'b a'"), live_action("current_tags", "\"a  b\""), {}},
      {action("current_tags", "'a'") + action("current_tags", "'b'"), live_action("current_tags", "\"a b\""), {}},
      {action("current_tags", "'a'"), live_action("current_tags", "\"a b\""), {"live-changed current_tags"}},
      {action("current_tags", "'a'"),
       live_action("remove_tags", "\"a\""),
       {"live-changed remove_tags", "live-changed current_tags"}},
      {action("Field: Region", "'emea'"), live_action("custom_fields_20", "\"emea\""), {}},
      {action("custom_fields_20", "'emea'"),
       live_action("custom_fields_20", "\"apac\""),
       {"live-changed custom_fields_20"}},
      {action("Field: Topics", "'two one'"), live_action("custom_fields_21", "[\"one\", \"two\"]"), {}},
      {action("Field: Topics", "'two'"),
       live_action("custom_fields_21", "[\"one\", \"two\"]"),
       {"live-changed Field: Topics"}},
      {action("Field: Checked", "true"), live_action("custom_fields_22", "\"true\""), {}},
      {action("status", "'open'"),
       live_action("status", "\"open\"") + ", " + live_action("custom_fields_20", "\"emea\""),
       {"live-changed Field: Region"}},
      // What Liquid makes is not known.
      {action("Field: Region", "'{{ticket.id}}'"), live_action("custom_fields_20", "\"emea\""), {}},
      {action("follower", "'current_user'"), live_action("follower", "\"current_user\""), {}},
  });
}

TEST_CASE("live-changed: texts are compared as readers see them") {
  const std::string html = "comment_value_html";
  check_actions({
      {action(html, "'<p>One <b>two</b></p>'"), live_action(html, "\"<div>One<br>two</div>\""), {}},
      {action(html, "'<p>One two</p>'"),
       live_action(html, "\"<p>One three</p>\""),
       {"live-changed comment_value_html"}},
      {action(html, "'<p>Hi {{ ticket.id }}</p>'"), live_action(html, "\"<p>Hi {{ticket.id}}</p>\""), {}},
      {action(html, "'<p>Hi {{ticket.id}}</p>'"),
       live_action(html, "\"<p>Hi {{ticket.title}}</p>\""),
       {"live-changed comment_value_html"}},
      {action(html, "'<p>{% if ticket.id %}Hi{% endif %} you</p>'"),
       live_action(html, "\"<p>{% if ticket.title %}Hi{% endif %} you</p>\""),
       {"live-changed comment_value_html"}},
      {action(html, "'<p>See <a href=\"https://a.example\">here</a></p>'"),
       live_action(html, "\"<p>See <a href='https://a.example'>here</a></p>\""),
       {}},
      {action(html, "'<p>See <a href=\"https://a.example\">here</a></p>'"),
       live_action(html, "\"<p>See <a href='https://b.example'>here</a></p>\""),
       {"live-changed comment_value_html"}},
      {action(html, "'<p>See https://a.example/x_y</p>'"),
       live_action(html, "\"<p>See <a href='https://a.example/x_y'>https://a.example/x_y</a></p>\""),
       {}},
      {action("comment_value", "'One two'"), live_action("comment_value", "[\"channel:all\", \"One\\ntwo\"]"), {}},
      {action("comment_value", "'One two'"), live_action(html, "\"<p>One two</p>\""), {}},
      {action("comment_value", "['channel:web', 'One']"),
       live_action("comment_value", "[\"channel:web\", \"Two\"]"),
       {"live-changed comment_value"}},
      {action("subject", "'Your order'"), live_action("subject", "\"Your  order\""), {}},
      {action("status", "'open'"), live_action("status", "\"open\"") + ", " + live_action("subject", "null"), {}},
      {action("subject", "'Your order'"), live_action("subject", "\"An order\""), {"live-changed subject"}},
      {action("comment_value", "'One two'"),
       live_action("status", "\"open\""),
       {"live-changed status", "live-changed comment_value"}},
  });
}

TEST_CASE("live-changed: title, state, description and restriction") {
  const std::string status = action("status", "'open'");
  const std::string live_status = live_action("status", "\"open\"");
  const auto findings = [&](const std::string& lines, const std::string& zendesk) {
    return findings_in(configuration + file(lines + "actions:\n" + status) + snapshot(zendesk, lists));
  };
  CHECK(findings("", live(1, "A::One", live_status)).empty());
  CHECK(findings("previous_title: 'A::Old'\n", live(1, "A::Old", live_status)) == Findings{"live-changed title"});
  CHECK(findings("", live(1, "A::one.", live_status)) == Findings{"live-changed title"});
  CHECK(findings("", live(1, "A::One", live_status, "", false)) == Findings{"live-changed active"});
  CHECK(findings("description: 'What  it is'\n",
                 "{\"id\": 1, \"title\": \"A::One\", \"active\": true, \"description\": \"What it is\\n\", "
                 "\"restriction\": null, \"actions\": [" +
                     live_status + "]}")
            .empty());
  CHECK(findings("description: 'Other'\n", live(1, "A::One", live_status)) == Findings{"live-changed description"});
  CHECK(findings("restriction: {type: Group, ids: ['Sales', 'Billing']}\n",
                 live(1, "A::One", live_status, ", \"restriction\": {\"type\": \"Group\", \"id\": 7, \"ids\": [7, 8]}"))
            .empty());
  CHECK(findings("restriction: {type: Group, id: 'Sales'}\n",
                 live(1, "A::One", live_status, ", \"restriction\": {\"type\": \"Group\", \"id\": 7, \"ids\": [7]}")) ==
        Findings{"live-changed restriction"});
  CHECK(findings("restriction: null\n",
                 live(1, "A::One", live_status, ", \"restriction\": {\"type\": \"Group\", \"id\": 7, \"ids\": [7]}")) ==
        Findings{"live-changed restriction"});
}

TEST_CASE("live-changed: of a macro that is out of use on one side nothing else is compared") {
  const std::string inactive =
      "-- macros/sync/data/inactive/A/One.yaml --\ntitle: 'A::One'\nactive: false\nactions:\n- field: 'brand_id'\n"
      "  value: 'Old'\ncontains_managed_content: false\n";
  const std::string left = live_action("status", "\"open\"");
  CHECK(findings_in(configuration + inactive + snapshot(live(1, "A::One", left, "", false), lists)).empty());
  CHECK(findings_in(configuration + inactive + snapshot(live(1, "A::One", left), lists)) ==
        Findings{"live-changed active"});
  CHECK(findings_in(configuration + inactive + snapshot("", lists)).empty());
}

TEST_CASE("Macros that only one side has, and titles that two have") {
  const std::string one = actions(action("status", "'open'"));
  const std::string status = live_action("status", "\"open\"");
  const auto findings = [&](const std::string& zendesk) {
    return findings_in(configuration + one + snapshot(zendesk));
  };
  CHECK(findings("") == Findings{"live-missing A::One"});
  CHECK(findings(live(1, "A::One", status) + "," + live(2, "B::Two", status)) == Findings{"live-unmanaged B::Two"});
  CHECK(findings(live(1, "A::One", status) + "," + live(2, "B::Two", status, "", false)).empty());
  CHECK(findings(live(1, "A::One", status) + "," + live(2, "A::One", status)) ==
        Findings{"live-title-collision A::One"});
  CHECK(findings(live(1, "A::One", status, "", false) + "," + live(2, "A::One", status)).empty());
  CHECK(findings(live(1, "A::One", status) + "," +
                 live(2, "Mine", status, ", \"restriction\": {\"type\": \"User\", \"id\": 60}"))
            .empty());
  // A file that cannot be read says by its path what it is.
  CHECK(findings_in(std::string(configuration) + one + "-- macros/sync/data/active/B/Two.yaml --\n[\n" +
                    snapshot(live(1, "A::One", status) + "," + live(2, "B::Two", status)))
            .size() == 1);
  // While there is no macro at all, everything would be unmanaged.
  CHECK(findings_in(std::string(configuration) + snapshot(live(1, "A::One", status)) +
                    "-- macros/sync/data/active/.keep --\n-- macros/managed/active/.keep --\n-- docs/a.md --\nText.\n")
            .empty());
}

TEST_CASE("macro-unknown-name: things that the instance does not have, or has no more") {
  const std::vector<std::pair<std::string, Findings>> cases = {
      {action("group_id", "'Billing'"), {}},
      {action("group_id", "'Biling'"), {"macro-unknown-name Biling"}},
      {action("group_id", "'9'"), {"macro-unknown-name 9"}},
      {action("group_id", "'{{ticket.group.id}}'"), {}},
      {action("brand_id", "'Old'"), {"macro-unknown-name Old"}},
      {action("brand_id", "'4'"), {"macro-unknown-name 4"}},
      {action("ticket_form_id", "'Form: Order'"), {"macro-unknown-name Order"}},
      {action("set_schedule", "'Schedule: Sundays'"), {"macro-unknown-name Sundays"}},
      {action("custom_status_id", "'41'"), {"macro-unknown-name 41"}},
      {action("Field: Regions", "'emea'"), {"macro-unknown-name Regions"}},
      {action("custom_fields_99", "'emea'"), {"macro-unknown-name 99"}},
      {action("Field: Gone", "'x'"), {"macro-unknown-name Gone"}},
      {action("Field: Region", "'emeaa'"), {"macro-unknown-name emeaa"}},
      {action("Field: Region", "'Europe'"), {"macro-unknown-name Europe"}},
      {action("Field: Region", "''"), {}},
      {action("Field: Topics", "'one three'"), {"macro-unknown-name three"}},
      {action("Field: Topics", "['one', 'four']"), {"macro-unknown-name four"}},
      {action("Field: Checked", "'true'"), {}},
      {action("comment_value", "'Hi {{dc.first_reply}}'"), {}},
      {action("comment_value", "'Hi {{dc.first_replay}}'"), {"macro-unknown-name dc.first_replay"}},
      {action("comment_value", "'Hi {{ticket.ticket_field_20}}'"), {}},
      {action("comment_value", "'Hi {{ticket.ticket_field_29}}'"), {"macro-unknown-name ticket.ticket_field_29"}},
      {action("assignee_id", "'bob@example.com'"), {}},
  };
  for (const auto& [written, expected] : cases) {
    INFO(written);
    // Zendesk itself is left out of it: what is compared with it has tests of its own.
    const std::string off = std::string(configuration) + "rules: {live-missing: off}\n";
    CHECK(findings_in(off + actions(written) + snapshot("", lists)) == expected);
    CHECK(findings_in(off + actions(written) + snapshot("")).empty());
  }
  CHECK(
      findings_in(std::string(configuration) + "rules: {live-missing: off}\n" +
                  file("restriction: {type: Group, ids: ['Sales', 'Sails']}\nactions:\n" + action("status", "'open'")) +
                  snapshot("", lists)) == Findings{"macro-unknown-name Sails"});
}

TEST_CASE("Numbers in links are looked up by the host of the snapshot") {
  const std::string status = live_action("status", "\"open\"");
  const std::string files = configuration + actions(action("status", "'open'")) +
                            snapshot(live(11, "A::One", status) + "," + live(12, "B::Two", status, "", false));
  const auto findings = [&](const std::string& link) { return findings_in(files + "-- docs/a.md --\nUse " + link); };
  CHECK(findings("[11](https://example.zendesk.com/agent/admin/macros/11).\n") == Findings{"reference-by-id 11"});
  CHECK(findings("[`A::One`](https://example.zendesk.com/agent/admin/macros/11).\n").empty());
  CHECK(findings("[the macro](https://example.zendesk.com/agent/admin/macros/13).\n") ==
        Findings{"reference-unknown-macro the macro"});
  CHECK(findings("[13](https://other.zendesk.com/agent/admin/macros/13).\n") == Findings{"reference-by-id 13"});
  CHECK(findings("[12](https://example.zendesk.com/agent/admin/macros/12).\n") ==
        Findings{"reference-by-id 12", "reference-inactive-macro 12", "macro-undocumented A::One"});
  CHECK(page_after(
            "-- .macrolint.yml --\nversion: 1\ninstances:\n  example: {sync: {path: sync}, snapshot: snapshot.json}\n"
            "documents:\n  - {kind: hugo, path: handbook}\n" +
                snapshot(live(11, "A::Zendesk only", status)) +
                "-- handbook/content/page.md --\nUse [11](https://example.zendesk.com/agent/admin/macros/11).\n"
                "-- sync/active/.keep --\n",
            "reference-by-id") ==
        "unsafe: Use [`A::Zendesk only`](https://example.zendesk.com/agent/admin/macros/11).\n");
}

TEST_CASE("A title that only Zendesk has is no unknown macro") {
  const std::string status = live_action("status", "\"open\"");
  const std::string files = configuration + actions(action("status", "'open'")) +
                            snapshot(live(11, "A::One", status) + "," + live(12, "B::Two", status)) +
                            "-- docs/a.md --\nUse the `A::One` macro, the `B::Two` macro or the `B::Three` macro.\n";
  CHECK(findings_in(files) == Findings{"reference-unknown-macro B::Three", "live-unmanaged B::Two"});
}

TEST_CASE("inbox-unknown: what Zendesk receives mail at") {
  const std::string addresses =
      snapshot("", ", \"recipient_addresses\": [{\"email\": \"Help@example.com\", \"name\": \"\"}]");
  const std::string page = "-- docs/a.md --\nWrite to help@example.com, hepl@example.com or us@example.com.\n";
  const std::string settings = std::string(configuration) + "inbox_domains: [example.com]\n";
  const std::string empty = "-- macros/sync/data/active/.keep --\n-- macros/managed/active/.keep --\n";
  CHECK(findings_in(settings + empty + addresses + page) ==
        Findings{"inbox-unknown hepl@example.com", "inbox-unknown us@example.com"});
  CHECK(findings_in(settings + "inboxes: [{address: us@example.com}]\n" + empty + addresses + page) ==
        Findings{"inbox-unknown hepl@example.com"});
  // Without a list of them, only configured inboxes count.
  CHECK(findings_in(settings + empty + snapshot("") + page).empty());
  CHECK(findings_in(settings + "inboxes: [{address: us@example.com}]\n" + empty + snapshot("") + page) ==
        Findings{"inbox-unknown help@example.com", "inbox-unknown hepl@example.com"});
}

TEST_CASE("An instance with nothing but a snapshot has the macros that Zendesk has") {
  const std::string status = live_action("status", "\"open\"");
  const std::string files =
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  example: {snapshot: snapshot.json}\n"
      "documents:\n  - {kind: plain, path: docs}\n" +
      snapshot(live(11, "A::One", status) + "," + live(12, "A::Old", status, "", false)) +
      "-- docs/a.md --\nUse the `A::One` macro, the `A::Old` macro or the `A::Ones` macro, or "
      "[11](https://example.zendesk.com/agent/admin/macros/11).\n";
  CHECK(findings_in(files) ==
        Findings{"reference-inactive-macro A::Old", "reference-unknown-macro A::Ones", "reference-by-id 11"});
}

TEST_CASE("The snapshot of another instance is not looked at") {
  const std::string wrong =
      "-- snapshot.json --\n{\"version\": 1, \"instance\": \"other\", \"host\": \"x.zendesk.com\", \"macros\": []}\n";
  CHECK(findings_in(configuration + actions(action("status", "'open'")) + wrong) == Findings{"input-unreadable other"});
}

TEST_CASE("A drift is told three ways: by the page, the repository and Zendesk") {
  const std::string files =
      configuration +
      actions(action("comment_value", "'Please send the parcel back within 7 days. The label is attached.'") +
              action("status", "'solved'")) +
      snapshot(live(1, "A::One",
                    live_action("comment_value",
                                "[\"channel:all\", \"Please send the parcel back within 14 days. The label is "
                                "attached.\"]") +
                        ", " + live_action("status", "\"open\""))) +
      "-- docs/a.md --\nUse the `A::One` macro. This macro sets the ticket to Pending.\n\nThe `A::One` macro reads:\n\n"
      "> Please send the parcel back within 5 days. The label is attached.\n";
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : lint_files(files).diagnostics) {
    messages.push_back(diagnostic.message.substr(0, diagnostic.message.find(". Find")));
  }
  CHECK(messages ==
        std::vector<std::string>{
            "The page says that the macro `A::One` sets the status `pending`, but it sets the status `solved`.",
            "This is quoted from the macro `A::One` but is not its wording any more. The macro says `… within 7 days. "
            "…`, the page `… within 5 days. …`.",
            "Zendesk has another wording: it says `… within 14 days. …`, the repository `… within 7 days. …`",
            "Zendesk sets `status` to `open`, the repository to `solved`"});
}

}  // namespace macrolint
