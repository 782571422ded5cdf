#include "catch.h"
#include "rules/tables.h"

// What a macro says: Liquid, placeholders and HTML.
namespace macrolint {

namespace {

/// The findings by name only; what exactly is underlined is shown in docs/rules.md.
Findings rules_of(const Findings& findings) {
  Findings rules;
  for (const std::string& finding : findings) {
    rules.push_back(finding.substr(0, finding.find(' ')));
  }
  return rules;
}

}  // namespace

TEST_CASE("macro-unknown-placeholder: names as Zendesk has them") {
  for (const char* known :
       {"{{ticket.id}}", "{{ ticket.requester.first_name }}", "{{current_user.name}}", "{{ticket.ticket_field_123}}",
        "{{ticket.ticket_field_option_title_123}}", "{{ticket.requester.custom_fields.plan}}", "{{dc.greeting}}",
        "{{ticket.requester.first_name | capitalize}}", "{% assign who = ticket.requester.name %}{{who}}",
        "{% for comment in ticket.comments %}{{comment.value}}{% endfor %}", "{% raw %}{{no.such}}{% endraw %}",
        "{% comment %}{{no.such}}{% endcomment %}", "no placeholder"}) {
    INFO(known);
    CHECK(findings_of_comment(known).empty());
  }
  CHECK(findings_of_comment("{{ticket.requester.firstname}}") ==
        Findings{"macro-unknown-placeholder ticket.requester.firstname"});
  CHECK(findings_of_comment("{{Ticket.id}}") == Findings{"macro-unknown-placeholder Ticket.id"});
  CHECK(findings_of_comment("{{tikcet.id}} {{ticket.idd}}") ==
        Findings{"macro-unknown-placeholder tikcet.id", "macro-unknown-placeholder ticket.idd"});
  CHECK(findings_of_html("<p>{{ticket.idd}}</p>") == Findings{"macro-unknown-placeholder ticket.idd"});
}

TEST_CASE("macro-liquid-syntax: tags and outputs are closed and known") {
  for (const char* good :
       {"{% if ticket.id %}a{% elsif ticket.title %}b{% else %}c{% endif %}", "{% unless ticket.id %}a{% endunless %}",
        "{% case ticket.status %}{% when \"open\" %}a{% else %}b{% endcase %}", "{%- if ticket.id -%}a{%- endif -%}",
        "{{ ticket.id | default: \"none\" }}", "a { b } c", "100 % sure"}) {
    INFO(good);
    CHECK(findings_of_comment(good).empty());
  }
  for (const char* bad :
       {"{% if ticket.id %}a", "a{% endif %}", "{% if ticket.id %}a{% endfor %}", "{{ticket.id", "{% if ticket.id",
        "{% iff ticket.id %}a{% endif %}", "{{ticket.id | capitalise}}", "{% else %}"}) {
    INFO(bad);
    const Findings rules = rules_of(findings_of_comment(bad));
    CHECK_FALSE(rules.empty());
    for (const std::string& rule : rules) {
      CHECK(rule == "macro-liquid-syntax");
    }
  }
}

TEST_CASE("macro-invalid-html: elements are closed and known") {
  for (const char* good : {"<p>a<br>b</p>", "<ul><li>a<li>b</ul>", "<p>a<p>b", "<a href=\"https://example.com/\">a</a>",
                           "a &lt; b &amp; c", "1 < 2", "{% if ticket.id %}<b>a</b>{% endif %}",
                           "<img src=\"https://example.com/a.png\">"}) {
    INFO(good);
    CHECK(findings_of_html(good).empty());
  }
  for (const char* bad : {"<p>a <b>b</p>", "a</b>", "<pp>a</pp>", "<b>a", "<a href=\"x>a</a>"}) {
    INFO(bad);
    const Findings rules = rules_of(findings_of_html(bad));
    CHECK_FALSE(rules.empty());
    CHECK(rules.front() == "macro-invalid-html");
  }
}

TEST_CASE("The rules on text read managed content too") {
  const std::string macro =
      "-- macros/sync/data/active/General/Greeting.yaml --\ntitle: 'General::Greeting'\nactive: true\nactions:\n"
      "- field: 'comment_value_html'\n  value: 'MANAGED_CONTENT'\ncontains_managed_content: true\n"
      "-- macros/managed/active/General/Greeting.md --\n";
  CHECK(findings_in(macro + "Hello {{ticket.requester.first_name}}\n").empty());
  CHECK(findings_in(macro + "Hello {{ticket.requester.firstname}}\n") ==
        Findings{"macro-unknown-placeholder ticket.requester.firstname"});
  CHECK(rules_of(findings_in(macro + "{% if ticket.id %}\n")) == Findings{"macro-liquid-syntax"});
  CHECK(findings_in(macro + "Write to nobody@example.com.\n") == Findings{"inbox-unknown nobody@example.com"});
  CHECK(rules_of(findings_in(macro + "[a] (https://example.com/)\n")) == Findings{"link-malformed"});
}

}  // namespace macrolint
