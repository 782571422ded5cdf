#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch.h"
#include "support/lint_archive.h"

// Which inboxes pages, macros and the configuration give for one thing.
namespace macrolint {

namespace {

constexpr std::string_view sites =
    "documents:\n- {kind: hugo, path: site, base_urls: [\"https://docs.example.net\"]}\n"
    "instances:\n  main:\n    sync:\n      path: macros\n      urls: "
    "[\"https://gitlab.com/acme/macros/-/blob/main/\"]\n"
    "rules: {inbox-unknown: off}\n";

std::string configured(std::string_view rest) {
  return fmt::format("-- .macrolint.yml --\nversion: 1\n{}{}", sites, rest);
}

const std::string plain = configured("inbox_domains: [acme.org]\n");
const std::string open = configured("");
const std::string with_inboxes = configured(
    "inbox_domains: [acme.org]\n"
    "inboxes:\n"
    "- {address: edu@acme.org, name: Education Program (EDU)}\n"
    "- {address: legal@acme.org, name: Legal}\n"
    "- {address: legal-internal@acme.org, name: Legal internal}\n"
    "- {address: jane.roe@acme.org, name: Events}\n");

std::string macro(std::string_view title, std::string_view text) {
  std::string path(title);
  for (std::size_t colons = path.find("::"); colons != std::string::npos; colons = path.find("::")) {
    path.replace(colons, 2, "/");
  }
  return fmt::format(
      "-- macros/active/{}.yaml --\ntitle: '{}'\nactive: true\nactions:\n- field: 'comment_value'\n  value: '{}'\n",
      path, title, text);
}

std::string html_macro(std::string_view title, std::string_view html) {
  std::string text = macro(title, html);
  text.replace(text.find("comment_value"), 13, "comment_value_html");
  return text;
}

std::string page(std::string_view name, std::string_view text) {
  return fmt::format("-- site/content/{}.md --\n{}", name, text);
}

struct Row {
  std::string_view what;
  std::string files;
  /// `path:line:column rule subject`, less the folder of the pages.
  std::vector<std::string> findings;
};

void check_rows(const std::string& configuration, const std::vector<Row>& rows) {
  const std::string rule = " drift-inbox ";
  const std::string folder = "site/content/";
  for (const Row& row : rows) {
    INFO(row.what);
    std::vector<std::string> found;
    for (std::string finding : lint_archive(configuration, row.files)) {
      const std::size_t at = finding.find(rule);
      if (at != std::string::npos) {
        finding.replace(at, rule.size(), " ");
        found.push_back(finding.starts_with(folder) ? finding.substr(folder.size()) : finding);
      }
    }
    CHECK(found == row.findings);
  }
}

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

TEST_CASE("drift-inbox: two pages") {
  const std::string schools_page = page("a", "- Acme for Schools: schools@acme.org\n");
  check_rows(
      plain,
      {
          {"a name of several words",
           schools_page + page("b", "- Acme for Schools: startups@acme.org\n"),
           {"b.md:1:21 startups@acme.org"}},
          {"the majority is right",
           page("a", "- Acme for Schools: startups@acme.org\n") + page("b", "- Acme for Schools: schools@acme.org\n") +
               page("c", "Contact the Acme for Schools team at schools@acme.org.\n"),
           {"a.md:1:21 startups@acme.org"}},
          {"the same inbox", schools_page + page("b", "- Acme for Schools Program: Schools+x@acme.org\n"), {}},
          {"another spelling of the name",
           schools_page + page("b", "| Program | Contact |\n|---|---|\n| Acme for schools | schol@acme.org |\n"),
           {}},
          {"a short form that some page explains",
           page("a", "# Acme for Schools (AFS)\n\n- AFS: schools@acme.org\n") + page("b", "- AFS: teachers@acme.org\n"),
           {"b.md:1:8 teachers@acme.org"}},
          {"long here, short there",
           page("a", "# Acme for Schools (AFS)\n\n- Acme for Schools: schools@acme.org\n") +
               page("b", "- AFS: teachers@acme.org\n"),
           {"b.md:1:8 teachers@acme.org"}},
          {"a short form of two things",
           page("a", "# Acme for Schools (AFS)\n\n- AFS: schools@acme.org\n") +
               page("b", "# Account Freeze Service (AFS)\n\n- AFS: freeze@acme.org\n"),
           {}},
          {"parentheses that tell two things apart",
           page("a", "- Acme Payroll (US): acmepayroll@acme.org\n") +
               page("b", "- Acme Payroll (UK): london@acme.org\n"),
           {}},
          {"a short name says little",
           page("a", "- Security: security@acme.org\n") + page("b", "- Security: guards@acme.org\n"),
           {}},
          {"under one heading",
           page("a", "## Who to write to\n\n- Schools: schools@acme.org\n") +
               page("b", "## Who to write to\n\n- Schools: oss@acme.org\n"),
           {"b.md:3:12 oss@acme.org"}},
          {"a topic under one heading",
           page("a", "## Who to write to\n\n- Sick pay: payroll@acme.org\n") +
               page("b", "## Who to write to\n\n- Sick pay: leaves@acme.org\n"),
           {}},
          {"linked to the same page",
           page("a", "- [Schools](/edu/): team-one@acme.org\n") +
               page("b", "- [Schools](/edu/#top): team-two@acme.org\n") + page("edu", "Hello\n"),
           {"b.md:1:25 team-two@acme.org"}},
          {"a kind of inbox that each page has its own of",
           page("steering", "- Closed Forum: steering@acme.org\n") +
               page("conduct", "- Closed Forum: conduct-forum@acme.org\n"),
           {}},
          {"three inboxes and no majority",
           page("a", "- Acme for Schools: schools@acme.org\n") + page("b", "- Acme for Schools: startups@acme.org\n") +
               page("c", "- Acme for Schools: clubs@acme.org\n"),
           {}},
          {"two inboxes on purpose",
           page("a", "- Acme for Schools: schools@acme.org\n- Acme for Schools: startups@acme.org\n") +
               page("b", "- Acme for Schools: startups@acme.org\n"),
           {}},
          {"inboxes of one family",
           page("a", "- Acme Field Sales: sales@acme.org\n") +
               page("b", "- Acme Field Sales: sales-support@acme.org\n"),
           {}},
          {"what is no name",
           page("a", "- Email: schools@acme.org\n- Contact: oss@acme.org\n") +
               page("b", "- Email: oss@acme.org\n- General questions: schools@acme.org\n"),
           {}},
          {"a person", page("a", "- Jane Roe: jroe@acme.org\n") + page("b", "- Jane Roe: janer@acme.org\n"), {}},
          {"addresses of persons",
           page("a", "- Acme for Schools: jane.roe@acme.org\n") + schools_page +
               page("b", "- Acme for Schools: schools@acme.org\n"),
           {}},
          {"another domain",
           page("a", "- Acme for Schools: schools@acme.org\n") + page("b", "- Acme for Schools: acme@schools.org\n"),
           {}},
          {"a sentence about the past",
           schools_page + page("b", "The Acme for Schools inbox was formerly startups@acme.org.\n"),
           {}},
          {"a sentence about some cases",
           schools_page + page("b", "If you are in Peru, contact the Acme for Schools team at startups@acme.org.\n"),
           {}},
          {"two names in a sentence",
           schools_page + page("b", "Contact Legal or Acme for Schools at legal@acme.org.\n"),
           {}},
          {"two addresses in a sentence",
           schools_page + page("b", "Contact Acme for Schools at startups@acme.org or at x@acme.org.\n"),
           {}},
          {"code", schools_page + page("b", "```\nAcme for Schools: startups@acme.org\n```\n"), {}},
          {"a table of people",
           schools_page + page("b", "| Manager | Email |\n|---|---|\n| Acme for Schools | startups@acme.org |\n"),
           {}},
          {"a table with two columns of addresses",
           schools_page + page("b",
                               "| Program | Email | Inbox |\n|---|---|---|\n| Acme for Schools | startups@acme.org | "
                               "x@acme.org |\n"),
           {}},
          {"sentences that give the inbox",
           page("a",
                "- Acme for Schools: schools@acme.org\n- Acme for Clubs: clubs@acme.org\n- Acme Field Trips: "
                "trips@acme.org\n"
                "- Acme Lost Parcels: parcels@acme.org\n") +
               page("b",
                    "The Acme for Schools inbox is s@acme.org. Reach out to the Acme for Clubs team (c@acme.org). Send "
                    "Acme "
                    "Field Trips requests to t@acme.org. For Acme Lost Parcels, please email p@acme.org.\n"),
           {"b.md:1:31 s@acme.org", "b.md:1:81 c@acme.org", "b.md:1:128 t@acme.org", "b.md:1:176 p@acme.org"}},
          {"lines of a paragraph",
           schools_page + page("b", "Inboxes:\nAcme for Clubs: clubs@acme.org\nAcme for Schools: startups@acme.org\n"),
           {"b.md:3:19 startups@acme.org"}},
      });
}

TEST_CASE("drift-inbox: two places of a page") {
  check_rows(
      plain,
      {
          {"a sentence and a list",
           page("a",
                "## Acme for Schools\n\nFor Acme for Schools, write to startups@acme.org.\n\n"
                "## Inboxes\n\n- Acme for Schools: schools@acme.org\n"),
           {"a.md:3:32 startups@acme.org"}},
          {"two sections of one country each",
           page("a", "## Peru\n\n- Payroll: payroll-pe@acme.org\n\n## Chile\n\n- Payroll: payroll-cl@acme.org\n"),
           {}},
          {"a list of two", page("a", "- Payroll: peru@acme.org\n- Payroll: payroll@acme.org\n"), {}},
      });
}

TEST_CASE("drift-inbox: the domain is that of both if none is configured") {
  check_rows(open, {
                       {"of one domain",
                        page("a", "- Acme for Schools: schools@acme.org\n") +
                            page("b", "- Acme for Schools: startups@acme.org\n"),
                        {"b.md:1:21 startups@acme.org"}},
                       {"of two domains",
                        page("a", "- Acme for Schools: schools@acme.org\n") +
                            page("b", "- Acme for Schools: startups@partner.org\n"),
                        {}},
                       {"of a domain for examples",
                        page("a", "- Acme for Schools: schools@example.com\n") +
                            page("b", "- Acme for Schools: startups@example.com\n"),
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

TEST_CASE("drift-inbox: pages full of names and addresses take no long time") {
  std::string lists;
  std::string line;
  std::string sentences;
  for (int number = 0; number < 5'000; ++number) {
    lists += fmt::format("- Acme Thing: inbox{}@acme.org\n", number);
    line += fmt::format("Acme Thing: inbox{}@acme.org, ", number);
    sentences += fmt::format("Contact the Acme Thing {0} team at inbox{0}@acme.org. ", number);
  }
  check_rows(plain, {{"one name, many inboxes", page("a", lists) + page("b", lists), {}},
                     {"one line", page("a", line + "\n") + page("b", lists), {}},
                     {"one paragraph", page("a", sentences + "\n") + page("b", lists), {}}});
}

}  // namespace macrolint
