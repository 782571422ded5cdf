#include <fmt/format.h>

#include "catch.h"
#include "rules/tables.h"
#include "support/lint_archive.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// What is said about links, and what is suggested. Where a link leads is tested in tests/site and tests/conformance.
namespace macrolint {

namespace {

const std::string site =
    "-- .macrolint.yml --\n"
    "version: 1\n"
    "documents:\n"
    "  - kind: hugo\n"
    "    path: .\n"
    "    base_urls: [\"https://handbook.example.com\"]\n"
    "    former_base_urls: [\"https://www.example.com/support/\"]\n"
    "-- content/support/refunds.md --\n"
    "---\naliases: [/money-back/]\n---\n# Refunds\n\n## How long it takes\n"
    "-- content/support/workflows/escalations.md --\n# Escalations\n"
    "-- content/support/later.md --\n---\ndraft: true\n---\n"
    "-- content/support/opaque.md --\n{{< generated-sections >}}\n"
    "-- static/images/Form.png --\n"
    "-- layouts/index.redirects --\n"
    "# Moved for good\n"
    "/old/* /support/:splat 301\n"
    "\n"
    "# Team moved - remove 2026-05-31\n"
    "/team/ /support/refunds/ 301\n"
    "/desk/ https://desk.example.org/start?from=site#top 301\n"
    "/tab/ /support%2Frefunds/?tab=1#how-long-it-takes 301\n"
    "\n"
    "/round/ /about/ 301\n"
    "/about/ /round/ 301\n"
    "-- content/support/_index.md --\n";

/// The findings of the page `/support/` with that text.
Findings findings_of(const std::string& text) { return findings_in(site + text + "\n"); }

/// What the only finding of the page suggests: its message, or the text that it puts in place of the destination.
std::string suggestion_for(const std::string& text) {
  const LintResult result = lint_files(site + text + "\n");
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (diagnostic.place.source->path == "content/support/_index.md") {
      if (diagnostic.suggestions.empty()) {
        return "";
      }
      const Suggestion& suggestion = diagnostic.suggestions.front();
      return std::string(name_of(suggestion.applicability)) + ": " +
             (suggestion.edits.empty() ? suggestion.message : suggestion.edits.front().replacement);
    }
  }
  return "no finding";
}

const Findings loops = {"link-redirect-loop /round/", "link-redirect-loop /about/"};

/// The finding, and those of the circle in the redirects, which are always there.
Findings with_loops(const std::string& finding) {
  Findings findings = {finding};
  findings.insert(findings.end(), loops.begin(), loops.end());
  return findings;
}

struct Row {
  std::string link;
  /// Empty: nothing is wrong with it.
  std::string finding;
  std::string suggestion;
};

}  // namespace

TEST_CASE("Links of a page, what is wrong with them and what is suggested") {
  const std::vector<Row> rows = {
      {"[a](refunds.md) [b](/support/refunds/#how-long-it-takes) [c](#top) ![d](/images/Form.png)", "", ""},

      {"[a](/support/refund/)", "link-missing-page /support/refund/", "unsafe: /support/refunds/"},
      {"[a](/help/escalations#x)", "link-missing-page /help/escalations#x",
       "unsafe: /support/workflows/escalations/#x"},
      {"[a](https://handbook.example.com/nothing)", "link-missing-page https://handbook.example.com/nothing", ""},
      {"<a href='/nothing/'>a</a>", "link-missing-page /nothing/", ""},
      {"[a](later.md)", "link-missing-page later.md", ""},

      {"[a](refunds.md#how-long)", "link-missing-anchor refunds.md#how-long", ""},
      {"[a](refunds.md#How-long-it-takes)", "link-missing-anchor refunds.md#How-long-it-takes",
       "unsafe: refunds.md#how-long-it-takes"},
      {"[a](#nothing)", "link-missing-anchor #nothing", ""},
      {"[a](opaque.md#generated)", "", ""},
      {"[a](refunds.md#:~:text=long) [b](refunds.md#how-long-it-takes:~:text=x)", "", ""},

      {"![a](/images/form.png)", "link-missing-file /images/form.png", "unsafe: /images/Form.png"},
      {"[a](/pictures/Form.png)", "link-missing-file /pictures/Form.png", "unsafe: /images/Form.png"},
      {"![a](form.gif)", "link-missing-file form.gif", ""},

      {"[a](/money-back/#how-long-it-takes)", "link-redirected /money-back/#how-long-it-takes",
       "safe: /support/refunds/#how-long-it-takes"},
      {"[a](https://handbook.example.com/old/refunds?x=y)",
       "link-redirected https://handbook.example.com/old/refunds?x=y", "safe: /support/refunds?x=y"},
      {"[a](/money-back/?x=\\)y&amp;z&#41;&lt;#\\))", "link-redirected /money-back/?x=\\)y&amp;z&#41;&lt;#\\)",
       "safe: /support/refunds/?x=%29y&z%29%3C#%29"},
      {"[a](/old/nothing/)", "link-missing-page /old/nothing/", ""},
      {"[a](/team/)", "link-redirect-expired /team/", "safe: /support/refunds/"},
      {"[a](/desk)", "link-redirect-expired /desk", "safe: https://desk.example.org/start?from=site#top"},
      {"[a](/desk/?x=y#z)", "link-redirect-expired /desk/?x=y#z", "safe: https://desk.example.org/start?from=site#top"},
      {"[a](/tab/?x=y#z)", "link-redirect-expired /tab/?x=y#z", "safe: /support/refunds/?tab=1#how-long-it-takes"},
      {"[a](/round/)", "link-redirect-loop /round/", ""},

      {"[a](https://handbook.example.com/support/refunds/)",
       "link-former-host https://handbook.example.com/support/refunds/", "safe: /support/refunds/"},
      {"[a](https://www.example.com/support/refunds/)", "link-former-host https://www.example.com/support/refunds/",
       "safe: /support/refunds/"},
      {"<https://www.example.com/support/refunds/>", "link-former-host https://www.example.com/support/refunds/",
       "safe: https://handbook.example.com/support/refunds/"},
      {"<https://handbook.example.com/support/refunds/>", "", ""},
      {"[a](https://www.example.com/support/nothing/) [b](https://www.example.com/)", "", ""},

      {"[a][nothing]", "link-reference-undefined [a][nothing]",
       "unsafe: add a line `[nothing]: ADDRESS` behind a blank line"},
      {"[a][refund]\n\n[refunds]: refunds.md", "link-reference-undefined [a][refund]", "unsafe: refunds"},
      {"[a][refunds]\n[refunds]: refunds.md", "link-reference-undefined [a][refunds]",
       "unsafe: put a blank line before the definition"},

      {"`[a](/nothing/)`\n\n```\n[a](/nothing/)\n```\n\n<!-- [a](/nothing/) <a href=\"/nothing/\"> -->", "", ""},
      {"{{</* note */>}} [a]({{< ref \"refunds\" >}}) [b]({{< relref \"refunds.md#how-long-it-takes\" >}})", "", ""},
      {"[a]({{< ref \"nothing\" >}})", "link-missing-page {{< ref \"nothing\" >}}", ""},
      {"[a]({{< made-by-a-template >}})", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.link);
    CHECK(findings_of(row.link) == (row.finding.empty() ? loops : with_loops(row.finding)));
    CHECK(suggestion_for(row.link) == (row.finding.empty() ? "no finding" : row.suggestion));
  }
}

TEST_CASE("In plain documents a path is relative to the document") {
  const std::string documents =
      "-- .macrolint.yml --\nversion: 1\n"
      "documents: [{kind: plain, path: notes, base_urls: [\"https://git.example.com/team/notes\"]}]\n"
      "-- notes/desk/returns.md --\n# Returns\n-- notes/form.md --\n# Form\n-- notes/desk/page.md --\n";
  const auto suggested = [&](const std::string& link) {
    const LintResult result = lint_files(documents + link + "\n");
    REQUIRE(result.diagnostics.size() == 1);
    return result.diagnostics.front().suggestions.front().edits.front().replacement;
  };
  CHECK(suggested("[a](return.md)") == "returns.md");
  CHECK(suggested("[a](form.md#form)") == "../form.md#form");
  CHECK(suggested("[a](https://git.example.com/team/notes/form.md)") == "../form.md");
}

TEST_CASE("A link to a draft says that the page is there") {
  const LintResult result = lint_files(site + "[a](/support/later/)\n");
  CHECK(result.diagnostics.front().message ==
        "The page `/support/later/` is in `content`, but not published: it is a draft, its time has not come or is "
        "over, its build options keep it back, or it lies in another page's bundle.");
}

TEST_CASE("Macros name the site by its host, and their links count too") {
  const auto macro = [](const std::string& link) {
    return "-- macros/sync/data/active/A.yaml --\ntitle: 'A'\nactive: true\nactions:\n"
           "- field: 'comment_value'\n  value: 'See " +
           link +
           " for more.'\n"
           "-- handbook/content/refunds.md --\n# Refunds\n";
  };
  CHECK(findings_in(macro("https://handbook.example.com/refunds/#refunds")).empty());
  CHECK(findings_in(macro("https://handbook.example.com/refund/")) ==
        Findings{"link-missing-page https://handbook.example.com/refund/"});
  const LintResult result = lint_files(macro("https://handbook.example.com/refund/"));
  CHECK(result.diagnostics.front().suggestions.front().edits.front().replacement ==
        "https://handbook.example.com/refunds/");
  CHECK(findings_in(macro("https://handbook.example.com/refunds/#x")) ==
        Findings{"link-missing-anchor https://handbook.example.com/refunds/#x"});
}

TEST_CASE("An included text is judged as part of the page that includes it") {
  const std::string include = "-- handbook/assets/parts/note.md --\n## Note\n\n[a](other.md) [b](#before) [c](#gone)\n";
  CHECK(findings_in(include + "-- handbook/content/a/page.md --\n## Before\n\n{{% include \"parts/note.md\" %}}\n\n"
                              "[a](#note) [b](#note-1)\n-- handbook/content/a/other.md --\n") ==
        Findings{"link-missing-anchor #gone", "link-missing-anchor #note-1"});
}

TEST_CASE("A check of one page reports what its headings break in others, and nothing else of them") {
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: hugo, path: .}]\n"
      "-- content/renamed.md --\n## New name\n"
      "-- content/linking.md --\n[a](renamed.md#old-name) [b](renamed.md#new-name) [c](/nothing/)\n");
  const ProgramRun run = run_program_in(folder.path(), {"check", "content/renamed.md", "--color", "never"});
  CHECK(run.output.find("content/linking.md:1:5: warning[link-missing-anchor]") != std::string::npos);
  CHECK(run.output.find("link-missing-page") == std::string::npos);
  CHECK(run.output.find("0 errors, 1 warning") != std::string::npos);
}

TEST_CASE("The day decides which redirects are overdue and which pages are published") {
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: hugo, path: .}]\n"
      "-- layouts/index.redirects --\n# remove 2026-03-31\n/a/ /b/\n"
      "-- content/b.md --\n"
      "-- content/news.md --\n---\ndate: 2026-03-15\nexpiryDate: 2026-06-01\n---\n"
      "-- content/page.md --\n[a](/a/) [news](/news/)\n");
  const auto rules_on = [&](const std::string& day) {
    const ProgramRun run = run_program_in(folder.path(), {"check", "--today", day, "--color", "never"});
    std::string rules;
    for (const char* rule : {"link-missing-page", "link-redirect-expired", "link-redirected"}) {
      rules += run.output.find(fmt::format("[{}]", rule)) == std::string::npos ? "" : fmt::format("{} ", rule);
    }
    return rules;
  };
  CHECK(rules_on("2026-03-14") == "link-missing-page link-redirected ");
  CHECK(rules_on("2026-03-31") == "link-redirected ");
  CHECK(rules_on("2026-04-01") == "link-redirect-expired ");
  CHECK(rules_on("2026-06-01") == "link-missing-page link-redirect-expired ");
  CHECK(run_program_in(folder.path(), {"check", "--today", "2026-02-30"}).status == 2);
  CHECK(run_program_in(folder.path(), {"check", "--today", "tomorrow"}).status == 2);
}

}  // namespace macrolint
