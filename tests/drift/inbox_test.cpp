#include <string>

#include "catch.h"
#include "drift/inbox_rows.h"
#include "support/lint_archive.h"

// Which inboxes pages, macros and the configuration give for one thing.
namespace macrolint {

namespace {

const std::string plain = inbox_configuration("inbox_domains: [acme.org]\n");
const std::string with_inboxes = inbox_configuration(
    "inbox_domains: [acme.org]\n"
    "inboxes:\n"
    "- {address: edu@acme.org, name: Education Program (EDU)}\n"
    "- {address: legal@acme.org, name: Legal}\n"
    "- {address: legal-internal@acme.org, name: Legal internal}\n"
    "- {address: jane.roe@acme.org, name: Events}\n");
const std::string schools = macro("General::EDU Response", "Please write to edu@acme.org.");
const std::string send_schools = "## Education (EDU)\n\nSend the `General::EDU Response` macro.\n\n## Inboxes\n\n";

}  // namespace

TEST_CASE("drift-inbox: a page and the macro of a program") {
  check_rows(
      plain,
      {
          {"the same inbox", schools + page("a", send_schools + "- EDU: edu@acme.org\n"), {}},
          {"another inbox",
           schools + page("a", send_schools + "- EDU: schools@acme.org\n"),
           {"a.md:7:8 schools@acme.org"}},
          {"in code, in an ordered list",
           schools + page("a", send_schools + "1. **EDU**: `schools@acme.org`\n"),
           {"a.md:7:14 schools@acme.org"}},
          {"with a dash",
           schools + page("a", send_schools + "- EDU - schools@acme.org\n"),
           {"a.md:7:9 schools@acme.org"}},
          {"the address first",
           schools + page("a", send_schools + "- schools@acme.org (EDU)\n"),
           {"a.md:7:3 schools@acme.org"}},
          {"in a table",
           schools + page("a", send_schools + "| Program | Inbox |\n|---|---|\n| EDU | schools@acme.org |\n"),
           {"a.md:9:9 schools@acme.org"}},
          {"in a sentence",
           schools + page("a", send_schools + "For EDU, please write to schools@acme.org.\n"),
           {"a.md:7:26 schools@acme.org"}},
          {"a link that writes",
           schools + page("a", send_schools + "- EDU: [the team](mailto:schools@acme.org)\n"),
           {"a.md:7:26 schools@acme.org"}},
          {"the long name",
           schools + page("a", send_schools + "- Education program: schools@acme.org\n"),
           {"a.md:7:22 schools@acme.org"}},
          {"in HTML",
           html_macro("General::EDU Response", "<a href=\"mailto:edu@acme.org\">Write to us</a>") +
               page("a", send_schools + "- EDU: schools@acme.org\n"),
           {"a.md:7:8 schools@acme.org"}},
          {"case and detail do not matter",
           macro("General::EDU Response", "Write to Edu+zendesk@ACME.org.") +
               page("a", send_schools + "- EDU: edu@acme.org\n"),
           {}},
          {"among others the macro has the page's",
           macro("General::EDU Response", "Write to x@acme.org or schools@acme.org.") +
               page("a", send_schools + "- EDU: schools@acme.org\n"),
           {}},
          {"the macro has several others",
           macro("General::EDU Response", "Write to x@acme.org or y@acme.org.") +
               page("a", send_schools + "- EDU: schools@acme.org\n"),
           {}},
          {"the macro has none",
           macro("General::EDU Response", "Hello") + page("a", send_schools + "- EDU: schools@acme.org\n"),
           {}},
          {"the macro has one of another domain",
           macro("General::EDU Response", "Write to edu@partner.org.") +
               page("a", send_schools + "- EDU: schools@acme.org\n"),
           {}},
          {"the macro names the address that it is sent from",
           macro("General::EDU Response", "Sent by no-reply@acme.org.") +
               page("a", send_schools + "- EDU: edu@acme.org\n"),
           {}},
          {"another program", schools + page("a", send_schools + "- OSS: opensource@acme.org\n"), {}},
          {"a name that the macro's title has only as a part of a word",
           schools + page("a", send_schools + "- ED: ed@acme.org\n"),
           {}},
          {"a macro that the page does not refer to", schools + page("a", "## EDU\n\n- EDU: schools@acme.org\n"), {}},
          {"two inboxes on purpose",
           schools + page("a", send_schools + "- EDU: edu@acme.org\n- EDU: schools@acme.org\n"),
           {}},
          {"under a heading with another name",
           schools +
               page("a",
                    "## Refunds\n\nSend the `General::EDU Response` macro.\n\n## Inboxes\n\n- EDU: schools@acme.org\n"),
           {}},
          {"behind the name in a list",
           schools +
               page("a", "- Schools (EDU): the `General::EDU Response` macro\n\n## Inboxes\n\n- EDU: x@acme.org\n"),
           {"a.md:5:8 x@acme.org"}},
          {"in the row of the name",
           schools + page("a",
                          "| Program | Macro |\n|---|---|\n| EDU | `General::EDU Response` |\n\n## Inboxes\n\n"
                          "- EDU: x@acme.org\n"),
           {"a.md:7:8 x@acme.org"}},
          {"by a name that a list explains",
           schools + page("a",
                          "- Acme for Education (EDU): the `General::EDU Response` macro\n\n## Inboxes\n\n"
                          "- Acme for Education: x@acme.org\n"),
           {"a.md:5:23 x@acme.org"}},
          {"in the same section",
           schools + page("a", "## Help\n\nSend the `General::EDU Response` macro.\n\n- EDU: schools@acme.org\n"),
           {"a.md:5:8 schools@acme.org"}},
      });
}

TEST_CASE("drift-inbox: a page that says what a macro names") {
  check_rows(
      plain,
      {
          {"in a list",
           schools + page("a", "- `General::EDU Response` macro: schools@acme.org\n"),
           {"a.md:1:34 schools@acme.org"}},
          {"in a table",
           schools + page("a", "| Macro | Inbox |\n|---|---|\n| `General::EDU Response` | schools@acme.org |\n"),
           {"a.md:3:29 schools@acme.org"}},
          {"in a sentence",
           schools + page("a", "The `General::EDU Response` macro directs the customer to schools@acme.org.\n"),
           {"a.md:1:59 schools@acme.org"}},
          {"a use of it",
           schools + page("a", "Use the `General::EDU Response` macro to send customers to schools@acme.org.\n"),
           {"a.md:1:60 schools@acme.org"}},
          {"the right one", schools + page("a", "The `General::EDU Response` macro names edu@acme.org.\n"), {}},
          {"something else to do",
           schools + page("a", "Send the `General::EDU Response` macro and forward the ticket to legal@acme.org.\n"),
           {}},
          {"a negation",
           schools + page("a", "The `General::EDU Response` macro no longer names schools@acme.org.\n"),
           {}},
          {"two macros",
           schools + macro("General::OSS Response", "Write to oss@acme.org.") +
               page("a",
                    "The `General::EDU Response` macro and the `General::OSS Response` macro name oss@acme.org.\n"),
           {}},
      });
}

TEST_CASE("drift-inbox: the configuration names things") {
  check_rows(
      with_inboxes,
      {
          {"the right inbox", page("a", "- Education: edu@acme.org\n- Legal: legal@acme.org\n"), {}},
          {"another inbox", page("a", "- Education: legal@acme.org\n"), {"a.md:1:14 legal@acme.org"}},
          {"by the short form", page("a", "- EDU: legal@acme.org\n"), {"a.md:1:8 legal@acme.org"}},
          {"an inbox that is not configured",
           page("a", "- Legal team: lawyers@acme.org\n"),
           {"a.md:1:15 lawyers@acme.org"}},
          {"two inboxes on purpose", page("a", "- Education: edu@acme.org\n- Education: legal@acme.org\n"), {}},
          {"a page that is right against one that is not",
           page("a", "- Education Program: legal@acme.org\n") + page("b", "- Education Program: legal@acme.org\n") +
               page("c", "- Education Program: edu@acme.org\n"),
           {"a.md:1:22 legal@acme.org", "b.md:1:22 legal@acme.org"}},
          {"a topic", page("a", "For legal questions: edu@acme.org\n"), {}},
          {"of one family", page("a", "- Legal: legal-internal@acme.org\n"), {}},
          {"a configured address of a person", page("a", "- Events: jane.roe@acme.org\n"), {}},
          {"for it another", page("a", "- Events: edu@acme.org\n"), {"a.md:1:11 edu@acme.org"}},
          {"a name that is not configured", page("a", "- Press: legal@acme.org\n"), {}},
      });
}

TEST_CASE("drift-inbox: both sides are shown, and an edit that is to be looked at") {
  const std::string archive =
      plain + schools + page("a", send_schools + "- EDU: [schools@acme.org](mailto:schools@acme.org)\n");
  const LintResult result = lint_files(archive);
  REQUIRE(result.diagnostics.size() == 1);
  const Diagnostic& finding = result.diagnostics.front();
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related.front().place.source->path == "macros/active/General/EDU Response.yaml");
  CHECK(finding.related_positions.front().line == 5);
  CHECK(finding.cause == finding.related.front().place.source);
  REQUIRE(finding.suggestions.size() == 1);
  CHECK(finding.suggestions.front().applicability == Applicability::unsafe);
  REQUIRE(finding.suggestions.front().edits.size() == 2);
  CHECK(finding.suggestions.front().edits.back().replacement == "edu@acme.org");
}

TEST_CASE("drift-inbox: the configuration's line is shown") {
  const LintResult result = lint_files(with_inboxes + page("a", "- Legal: edu@acme.org\n"));
  REQUIRE(result.diagnostics.size() == 1);
  const Diagnostic& finding = result.diagnostics.front();
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related.front().place.source->path == ".macrolint.yml");
  CHECK(finding.related.front().place.source->slice(finding.related.front().place.span) == "legal@acme.org");
}

}  // namespace macrolint
