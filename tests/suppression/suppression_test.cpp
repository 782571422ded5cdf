#include <fmt/format.h>

#include "catch.h"
#include "support/lint_archive.h"

// What comments keep back, and what is said about them. In all texts `x@example.com` is an unknown inbox.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

const std::string disable_next = "<!-- macrolint-disable-next-line inbox-unknown -- why -->\n";
const std::string disable = "<!-- macrolint-disable inbox-unknown -- why -->\n";
const std::string enable = "<!-- macrolint-enable inbox-unknown -->\n";

/// `line rule subject` of each finding in a file.
Lines findings_in_file(const std::string& path, const std::string& text) {
  Lines lines;
  for (const Diagnostic& diagnostic : lint_files("-- " + path + " --\n" + text).diagnostics) {
    CHECK(diagnostic.place.source->path == path);
    lines.push_back(fmt::format("{} {} {}", diagnostic.begin.line, diagnostic.rule, diagnostic.subject));
  }
  return lines;
}

Lines findings_in_page(const std::string& text) { return findings_in_file("handbook/content/a.md", text); }

Lines findings_in_macro(const std::string& text) { return findings_in_file("macros/sync/data/active/A.yaml", text); }

std::string message_in_page(const std::string& text) {
  const LintResult result = lint_files("-- handbook/content/a.md --\n" + text);
  REQUIRE(result.diagnostics.size() == 1);
  return result.diagnostics.front().message;
}

const Lines none;

}  // namespace

TEST_CASE("A comment suppresses what begins on the next line that is not blank") {
  CHECK(findings_in_page("x@example.com\n") == Lines{"1 inbox-unknown x@example.com"});
  CHECK(findings_in_page(disable_next + "x@example.com and y@example.com\n") == none);
  CHECK(findings_in_page(disable_next + "\n \t\n\nx@example.com\n") == none);
  CHECK(findings_in_page(disable_next + "fine\nx@example.com\n") ==
        Lines{"1 suppression-unused inbox-unknown", "3 inbox-unknown x@example.com"});
  CHECK(findings_in_page("x@example.com\n" + disable_next) ==
        Lines{"1 inbox-unknown x@example.com", "2 suppression-unused inbox-unknown"});
  CHECK(findings_in_page(disable_next + "<!-- macrolint-disable-next-line link-missing-page -- why -->\n\n" +
                         "[a](/nowhere/) x@example.com\n") == none);
  CHECK(findings_in_page("<!--\n  macrolint-disable-next-line\n  inbox-unknown\n  -- a longer\n  reason\n-->\n" +
                         std::string("x@example.com\n")) == none);
}

TEST_CASE("A block reaches from its comment to the one that ends it, or to the end of the file") {
  CHECK(findings_in_page("x@example.com\n\n" + disable + "\nx@example.com\n\nx@example.com") ==
        Lines{"1 inbox-unknown x@example.com"});
  CHECK(findings_in_page(disable + "\nx@example.com\n\n" + enable + "\nx@example.com\n") ==
        Lines{"7 inbox-unknown x@example.com"});
  CHECK(findings_in_page(disable + "\nx@example.com\n\n<!-- macrolint-enable -->\n\nx@example.com\n") ==
        Lines{"7 inbox-unknown x@example.com"});
  CHECK(findings_in_page(disable + "\nx@example.com\n\n" + enable + "\n" + disable + "\nx@example.com\n") == none);
  CHECK(
      findings_in_page("<!-- macrolint-disable inbox-unknown, link-missing-page -- why -->\n\n[a](/b/) x@example.com\n"
                       "\n" +
                       enable + "\n[a](/b/) x@example.com\n") == Lines{"7 inbox-unknown x@example.com"});
}

TEST_CASE("Of two suppressions of one finding the nearer one is needed") {
  CHECK(findings_in_page(disable + "\n" + disable_next + "x@example.com\n") ==
        Lines{"1 suppression-unused inbox-unknown"});
  CHECK(findings_in_page(disable + "\nx@example.com\n\n" + disable_next + "x@example.com\n") == none);
}

TEST_CASE("Comments count wherever Markdown sees a comment") {
  const std::string inside = "<!-- macrolint-disable-next-line inbox-unknown: why -->";
  CHECK(findings_in_page("- " + disable_next + "  x@example.com\n") == none);
  CHECK(findings_in_page("1. item\n\n   " + disable_next + "   x@example.com\n") == none);
  CHECK(findings_in_page("> " + disable_next + ">\n> x@example.com\n") == none);
  CHECK(findings_in_page("> - " + disable_next + ">   x@example.com\n") == none);
  CHECK(findings_in_page("| a |\n|---|\n| b " + inside + " |\n| x@example.com |\n") == none);
  CHECK(findings_in_page("Some text " + inside + "\nand x@example.com\n") == none);
  CHECK(findings_in_page("Some text\n" + disable_next + "and x@example.com\n") == none);
  CHECK(findings_in_page("<div>\n" + disable_next + "x@example.com\n</div>\n") == none);
  CHECK(findings_in_page("{{% alert %}}\n" + disable_next +
                         "x@example.com\n{{% /alert %}}\n{{% alert %}}a{{% /alert %}}\n") == none);
  CHECK(findings_in_page("---\ntitle: A\n---\n" + disable_next + "x@example.com\n") == none);
  CHECK(findings_in_file("handbook/content/a.html", "<p>\n" + disable_next + "x@example.com\n</p>\n") == none);
}

TEST_CASE("In code, in other text and within another comment there is no suppression") {
  const Lines found = {"4 inbox-unknown x@example.com"};
  CHECK(findings_in_page("```\n" + disable + "```\nx@example.com\n") == found);
  CHECK(findings_in_page("~~~html\n" + disable + "~~~\nx@example.com\n") == found);
  CHECK(findings_in_page("\n    " + disable + "\nx@example.com\n") == found);
  CHECK(findings_in_page("`<!-- macrolint-disable inbox-unknown: why -->`\n\n\nx@example.com\n") == found);
  CHECK(findings_in_page("\\<!-- macrolint-disable inbox-unknown: why -->\n\n\nx@example.com\n") == found);
  CHECK(findings_in_page("<!-- see macrolint-disable inbox-unknown -- why -->\n\n\nx@example.com\n") == found);
  CHECK(findings_in_page("<!-- Macrolint-disable inbox-unknown -- why -->\n\n\nx@example.com\n") == found);
  CHECK(findings_in_page("# macrolint-disable inbox-unknown -- why\n\n\nx@example.com\n") == found);
  CHECK(findings_in_page("<script>\n" + disable + "</script>\nx@example.com\n") == found);
}

TEST_CASE("What is wrong with a suppression is reported at its place") {
  const auto findings = [](const std::string& comment) { return findings_in_page(comment + "\nx@example.com\n"); };
  CHECK(findings("<!-- macrolint-disable-next-line inbox-unknown -->") ==
        Lines{"1 suppression-unused macrolint-disable-next-line"});
  CHECK(findings("<!-- macrolint-disable-next-line inbox-unknown -- -->") ==
        Lines{"1 suppression-unused macrolint-disable-next-line"});
  CHECK(findings("<!-- macrolint-disable-next-line inbox-unknown, link-missing-page -- why -->") ==
        Lines{"1 suppression-unused link-missing-page"});
  const std::string found = "2 inbox-unknown x@example.com";
  CHECK(findings("<!-- macrolint-disable-next-line -- why -->") ==
        Lines{"1 suppression-unused macrolint-disable-next-line", found});
  CHECK(findings("<!-- macrolint-disable-next-line inbox-unknwon -- why -->") ==
        Lines{"1 suppression-unused inbox-unknwon", found});
  CHECK(findings("<!-- macrolint-disable-line inbox-unknown -- why -->") ==
        Lines{"1 suppression-unused macrolint-disable-line", found});
  CHECK(findings("<!-- macrolint-enable inbox-unknown -->") == Lines{"1 suppression-unused inbox-unknown", found});
  CHECK(findings("<!-- macrolint-enable -->") == Lines{"1 suppression-unused macrolint-enable", found});
  CHECK(findings("<!-- macrolint- -->") == Lines{"1 suppression-unused macrolint-", found});
  CHECK(message_in_page("<!-- macrolint-disable inbox-unknwon -- why -->\n") ==
        "There is no rule `inbox-unknwon`, so this suppresses nothing.");
  CHECK(message_in_page("<!-- macrolint-disable inbox-unknown -- why -->\n") ==
        "`inbox-unknown` reports nothing between here and where it is enabled again, so there is nothing to suppress.");
}

TEST_CASE("suppression-unused can be suppressed itself") {
  CHECK(findings_in_page("<!-- macrolint-disable suppression-unused -- comes and goes -->\n\n" + disable_next +
                         "fine\n") == none);
  CHECK(findings_in_page("<!-- macrolint-disable suppression-unused -- comes and goes -->\n") == none);
}

TEST_CASE("In YAML a comment counts for its line, for the next one, or as a block where it stands alone") {
  const std::string rest = "active: true\nactions:\n- {field: status, value: open}\n";
  CHECK(findings_in_macro("title: 'X::A'\n" + rest) == Lines{"1 macro-path-mismatch X::A"});
  CHECK(findings_in_macro("title: 'X::A' # macrolint-disable macro-path-mismatch -- why\n" + rest) == none);
  CHECK(findings_in_macro("title: X::A   # macrolint-disable macro-path-mismatch -- why\n" + rest) == none);
  CHECK(findings_in_macro("---\n# macrolint-disable-next-line macro-path-mismatch -- why\n\ntitle: 'X::A'\n" + rest) ==
        none);
  CHECK(findings_in_macro("# macrolint-disable macro-path-mismatch -- why\nactive: true\ntitle: 'X::A'\nactions:\n"
                          "- {field: status, value: open}\n") == none);
  CHECK(findings_in_macro("# macrolint-disable macro-path-mismatch -- why\n# macrolint-enable macro-path-mismatch\n"
                          "title: 'X::A'\n" +
                          rest) == Lines{"1 suppression-unused macro-path-mismatch", "3 macro-path-mismatch X::A"});
  CHECK(findings_in_macro("title: 'X::A'\nactive: true # macrolint-disable macro-path-mismatch -- why\nactions:\n"
                          "- {field: status, value: open}\n") ==
        Lines{"1 macro-path-mismatch X::A", "2 suppression-unused macro-path-mismatch"});
}

TEST_CASE("What is no comment to YAML is none") {
  const std::string comment = "# macrolint-disable macro-path-mismatch -- why";
  const auto findings = [&](const std::string& value) {
    return findings_in_macro("title: 'X::A'\nactive: true\nactions:\n- field: comment_value\n  value: " + value);
  };
  const Lines found = {"1 macro-path-mismatch X::A"};
  CHECK(findings("|\n    Text\n    " + comment + "\n    text\n") == found);
  CHECK(findings(">-\n    Text\n\n    " + comment + "\n") == found);
  CHECK(findings("'Text " + comment + "'\n") == found);
  CHECK(findings("\"Text\n    " + comment + "\n    text\"\n") == found);
  CHECK(findings("text" + comment + "\n") == found);
  const std::string unused = "suppression-unused macro-path-mismatch";
  CHECK(findings("| " + comment + "\n    Text\n") == Lines{found[0], "5 " + unused});
  CHECK(findings("|\n    Text\n" + comment + "\n") == Lines{found[0], "7 " + unused});
  CHECK(findings("text " + comment + "\n") == Lines{found[0], "5 " + unused});
}

TEST_CASE("Front matter in YAML has comments of its own") {
  CHECK(findings_in_page("---\ntitle: [A\n---\n").size() == 1);
  CHECK(findings_in_page("---\n# macrolint-disable doc-front-matter -- why\ntitle: 1\n---\n") ==
        Lines{"2 suppression-unused doc-front-matter"});
  CHECK(findings_in_page("---\ntitle: |\n  # macrolint-disable inbox-unknown -- why\n---\n") == none);
}

TEST_CASE("Managed content is Markdown") {
  const std::string macro =
      "-- macros/sync/data/active/A.yaml --\ntitle: 'A'\nactive: true\nactions:\n- field: 'comment_value_html'\n"
      "  value: 'MANAGED_CONTENT'\ncontains_managed_content: true\n-- macros/managed/active/A.md --\n";
  CHECK(lint_archive(macro + "Write to x@example.com\n").size() == 1);
  CHECK(lint_archive(macro + disable_next + "Write to x@example.com\n").empty());
}

TEST_CASE("A finding about the whole project is suppressed at its own place") {
  const auto macro = [](const std::string& name, const std::string& comment) {
    return "-- macros/sync/data/active/" + name + ".yaml --\ntitle: 'A' " + comment +
           "\nactive: true\nactions:\n- {field: status, value: open}\n";
  };
  const std::string comment = "# macrolint-disable macro-duplicate-title, macro-path-mismatch -- why";
  CHECK(lint_archive(macro("A", "") + macro("B", "")).size() == 2);
  CHECK(lint_archive(macro("A", "") + macro("B", comment)) == none);
}

TEST_CASE("A suppression is not called unneeded because the run did not look") {
  const std::string page = "-- handbook/content/a.md --\n" + disable_next + "x@example.com\n";
  const std::string unneeded = "-- handbook/content/a.md --\n" + disable_next + "fine\n";
  const std::string configuration = "-- .macrolint.yml --\nversion: 1\ndocuments:\n  - {kind: hugo, path: handbook";
  const std::string inboxes = "}\ninboxes: []\ninbox_domains: [example.com]\n";
  CHECK(lint_archive(configuration + inboxes + page) == none);
  CHECK(lint_archive(configuration + inboxes + unneeded).size() == 1);
  CHECK(lint_archive(configuration + inboxes + "rules: {inbox-unknown: off}\n" + unneeded) == none);
  CHECK(lint_archive(configuration + inboxes + "rules: {suppression-unused: off}\n" + unneeded) == none);
  CHECK(lint_archive(configuration + ", include: ['content/other/**']" + inboxes + unneeded +
                     "-- handbook/content/other/b.md --\ntext\n") == none);
}

TEST_CASE("The summary counts what was suppressed") {
  CHECK(
      lint_files("-- handbook/content/a.md --\n" + disable + "\nx@example.com\n\nx@example.com\n").summary.suppressed ==
      2);
}

}  // namespace macrolint
