#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "drift/inbox_rows.h"

// Which inboxes two pages, or two places of a page, give for one thing.
namespace macrolint {

namespace {

const std::string plain = inbox_configuration("inbox_domains: [acme.org]\n");
const std::string open = inbox_configuration("");

}  // namespace

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
          {"a program with a name of one word",
           page("a", "- School Program: schools@acme.org\n") + page("b", "- School Program: helpers@acme.org\n"),
           {"b.md:1:19 helpers@acme.org"}},
          {"a team or a program of that name",
           page("a", "- School Program: schools@acme.org\n") + page("b", "- School team: helpers@acme.org\n"),
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

TEST_CASE("drift-inbox: pages full of names and addresses take no long time") {
  std::string lists;
  std::string line;
  std::string sentences;
  std::string blocks;
  for (int number = 0; number < 5'000; ++number) {
    lists += fmt::format("- Acme Thing: inbox{}@acme.org\n", number);
    line += fmt::format("Acme Thing: inbox{}@acme.org, ", number);
    blocks += fmt::format("- Acme Thing: inbox{}@acme.org\n\n", number);
    sentences += fmt::format("Contact the Acme Thing {0} team at inbox{0}@acme.org. ", number);
  }
  check_rows(plain, {{"one name, many inboxes", page("a", lists) + page("b", lists), {}},
                     {"one name, many blocks", page("a", blocks) + page("b", blocks), {}},
                     {"one line", page("a", line + "\n") + page("b", lists), {}},
                     {"one paragraph", page("a", sentences + "\n") + page("b", lists), {}}});
}

}  // namespace macrolint
