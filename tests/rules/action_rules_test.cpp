#include "catch.h"
#include "rules/tables.h"

// What a macro does to a ticket: fields, values, and actions that do not go together.
namespace macrolint {

namespace {

std::string action(const std::string& field, const std::string& value) {
  return "- field: '" + field + "'\n  value: " + value + "\n";
}

struct Case {
  std::string actions;
  Findings findings;
};

void check_cases(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.actions);
    CHECK(findings_of_actions(one.actions) == one.findings);
  }
}

}  // namespace

TEST_CASE("macro-unknown-action: fields that a macro can set") {
  check_cases({
      {action("status", "'open'"), {}},
      {action("custom_fields_360001234567", "'x'"), {}},
      {action("Field: Region", "'emea'"), {}},
      {action("brand_id", "'Example'"), {}},
      {action("follower", "'current_user'"), {}},
      {action("statuss", "'open'"), {"macro-unknown-action statuss"}},
      {action("custom_fields_abc", "'x'"), {"macro-unknown-action custom_fields_abc"}},
      {action("Field:", "'x'"), {"macro-unknown-action Field:"}},
      {action("notification_user", "'x'"), {"macro-unknown-action notification_user"}},
  });
}

TEST_CASE("macro-invalid-value: values whose form is the same everywhere") {
  check_cases({
      {action("status", "'hold'"), {}},
      {action("status", "'new'"), {"macro-invalid-value new"}},
      {action("status", "'closed'"), {"macro-invalid-value closed"}},
      {action("status", "'Open'"), {"macro-invalid-value Open"}},
      {action("status", "''"), {"macro-invalid-value "}},
      {action("type", "'incident'"), {}},
      {action("type", "'bug'"), {"macro-invalid-value bug"}},
      {action("priority", "'urgent'"), {}},
      {action("priority", "'critical'"), {"macro-invalid-value critical"}},
      {action("comment_mode_is_public", "true"), {}},
      {action("comment_mode_is_public", "'false'"), {}},
      {action("comment_mode_is_public", "'public'"), {"macro-invalid-value public"}},
      {action("assignee_id", "'current_user'"), {}},
      {action("assignee_id", "''"), {}},
      {action("group_id", "'Billing'"), {}},
      {action("ticket_form_id", "'Form: Billing'"), {}},
      {action("ticket_form_id", "'Billing'"), {"macro-invalid-value Billing"}},
      {action("comment_value", "['channel:web', 'Hello']"), {}},
      {action("comment_value", "['channel:fax', 'Hello']"), {"macro-invalid-value channel:fax"}},
  });
}

TEST_CASE("macro-conflicting-actions: the same field twice, and fields that exclude each other") {
  check_cases({
      {action("status", "'open'") + action("priority", "'low'"), {}},
      {action("status", "'open'") + action("status", "'open'"), {"macro-conflicting-actions status"}},
      {action("current_tags", "'a'") + action("remove_tags", "'b'"), {}},
      {action("current_tags", "'a'") + action("current_tags", "'b'"), {}},
      {action("set_tags", "'a'") + action("current_tags", "'b'"), {"macro-conflicting-actions current_tags"}},
      {action("current_tags", "'a b'") + action("remove_tags", "'b'"), {"macro-conflicting-actions b"}},
      {action("comment_value", "'a'") + action("comment_value_html", "'<p>a</p>'"),
       {"macro-conflicting-actions comment_value"}},
      {action("comment_value", "['channel:web', 'a']") + action("comment_value", "['channel:chat', 'a']"), {}},
      {action("follower", "'1'") + action("follower", "'2'"), {}},
      {action("custom_fields_1", "'a'") + action("custom_fields_2", "'a'"), {}},
      {action("custom_fields_1", "'a'") + action("custom_fields_1", "'b'"),
       {"macro-conflicting-actions custom_fields_1"}},
  });
}

TEST_CASE("macro-invalid-tag: tags are lower case words") {
  check_cases({
      {action("current_tags", "'one two_three four-five'"), {}},
      {action("set_tags", "'team/support'"), {}},
      {action("current_tags", "'Urgent'"), {"macro-invalid-tag Urgent"}},
      {action("current_tags", "'one,two'"), {"macro-invalid-tag one,two"}},
      {action("remove_tags", "'fine q&a'"), {"macro-invalid-tag q&a"}},
  });
}

TEST_CASE("macro-empty-comment: a comment has words") {
  check_cases({
      {action("comment_value", "'Hello'"), {}},
      {action("comment_value", "''"), {"macro-empty-comment "}},
      {action("comment_value", "'   '"), {"macro-empty-comment    "}},
      {action("comment_value_html", "'<p><br></p>'"), {"macro-empty-comment <p><br></p>"}},
      {action("comment_value_html", "'<img src=\"https://example.com/a.png\">'"), {}},
  });
}

}  // namespace macrolint
