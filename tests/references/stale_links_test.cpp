#include <string>
#include <vector>

#include "catch.h"
#include "rules/tables.h"

// Links to where a file of a macro repository was before, and what becomes of them: each row is a link and the address
// that is suggested.
namespace macrolint {

namespace {

const std::string macros = sync_file("active/Legal & Co/Seizure (Court order)", "Legal & Co::Seizure (Court order)") +
                           sync_file("inactive/General/Fax Request", "General::Fax Request", false) +
                           sync_file("active/General/Intro", "General::Intro") +
                           sync_file("active/Billing/Refund Policy", "Billing::Refund Policy") +
                           sync_file("active/Sales/Outro", "Sales::Outro") +
                           sync_file("active/Support/Outro", "Support::Outro");

const std::string today = "https://gitlab.com/example/zendesk-global/macros-sync/-/";
const std::string former = "https://gitlab.com/example/old/zendesk-global/macros/-/";
const std::string managed = "https://gitlab.com/example/zendesk-global/macros/-/";

struct Row {
  std::string link;
  std::string suggested;
};

std::string after(const std::string& text) {
  return page_after(macros + "-- handbook/content/page.md --\n" + text, "reference-stale-link");
}

void check_rows(const std::vector<Row>& rows) {
  for (const auto& [link, suggested] : rows) {
    INFO(link);
    const bool nothing = suggested == "nothing";
    const std::size_t colon = suggested.find(": ");
    CHECK(
        after("[wording](<" + link + ">)\n") ==
        (nothing ? suggested : suggested.substr(0, colon + 2) + "[wording](<" + suggested.substr(colon + 2) + ">)\n"));
  }
}

}  // namespace

TEST_CASE("reference-stale-link: a former address becomes that of today, in its own form") {
  check_rows({
      {former + "blob/main/macros/active/General/Intro.yaml",
       "safe: " + today + "blob/main/data/active/General/Intro.yaml"},
      {former + "tree/main/macros/active/General", "safe: " + today + "tree/main/data/active/General"},
      {former + "raw/main/macros/active/General/Intro.yaml?inline=false",
       "safe: " + today + "raw/main/data/active/General/Intro.yaml?inline=false"},
      {former + "blob/main/macros/active/General/Intro.yaml?ref_type=heads#L3",
       "safe: " + today + "blob/main/data/active/General/Intro.yaml?ref_type=heads#L3"},
      {former + "blob/main/macros/active/Legal%20%26%20Co/Seizure%20%28Court%20order%29.yaml",
       "safe: " + today + "blob/main/data/active/Legal%20%26%20Co/Seizure%20%28Court%20order%29.yaml"},
      {former + "blob/main/macros/active/Legal & Co/Seizure (Court order).yaml",
       "safe: " + today + "blob/main/data/active/Legal & Co/Seizure (Court order).yaml"},
      {"https://gitlab.com/example/old/zendesk-global/macros/blob/main/macros/active/General/Intro.yaml",
       "safe: " + today + "blob/main/data/active/General/Intro.yaml"},
      // Another branch or commit may not be there.
      {former + "blob/0a1b2c3d/macros/active/General/Intro.yaml",
       "unsafe: " + today + "blob/0a1b2c3d/data/active/General/Intro.yaml"},
      {today + "blob/main/data/active/General/Intro.yaml", "nothing"},
      {former + "blob/main/macros/active/Gone.yaml", "nothing"},
  });
}

TEST_CASE("reference-stale-link: a file that has moved is found again") {
  check_rows({
      {today + "blob/main/data/active/General/Fax%20Request.yaml?ref_type=heads",
       "safe: " + today + "blob/main/data/inactive/General/Fax%20Request.yaml?ref_type=heads"},
      {today + "blob/main/data/inactive/Legal%20&%20Co/Seizure%20(Court%20order).yaml",
       "safe: " + today + "blob/main/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml"},
      {former + "blob/main/macros/active/General/Fax%20Request.yaml",
       "safe: " + today + "blob/main/data/inactive/General/Fax%20Request.yaml"},
      {today + "blob/main/data/active/General/Intro.md", "safe: " + today + "blob/main/data/active/General/Intro.yaml"},
      {today + "tree/main/data/inactive/Legal%20&%20Co", "safe: " + today + "tree/main/data/active/Legal%20&%20Co"},
      // The macro keeps its wording itself.
      {managed + "blob/main/active/General/Intro.md#L4", "safe: " + today + "blob/main/data/active/General/Intro.yaml"},
      // The only file of that name, and one of two.
      {today + "blob/main/data/active/General/Refund%20Policy.yaml",
       "unsafe: " + today + "blob/main/data/active/Billing/Refund%20Policy.yaml"},
      {today + "blob/main/data/active/General/Outro.yaml", "nothing"},
      // The file may still be on the branch.
      {today + "blob/feature/x/data/active/General/Fax%20Request.yaml",
       "unsafe: " + today + "blob/feature/x/data/inactive/General/Fax%20Request.yaml"},
  });
}

TEST_CASE("reference-stale-link: the label tells which file is meant") {
  const std::string gone = today + "blob/main/data/active/General/Refund%20Policy.yaml";
  CHECK(after("the [`Billing::Refund Policy`](" + gone + ") macro\n") ==
        "safe: the [`Billing::Refund Policy`](" + today +
            "blob/main/data/active/Billing/Refund%20Policy.yaml) macro\n");
  // Then the label is right or the link, and nobody can say which.
  CHECK(after("the [`General::Intro`](" + gone + ") macro\n") == "nothing");
  CHECK(after("the [`General::Intro`](" + former + "blob/main/macros/active/Sales/Outro.yaml) macro\n") ==
        "unsafe: the [`General::Intro`](" + today + "blob/main/data/active/Sales/Outro.yaml) macro\n");
}

TEST_CASE("reference-stale-link: links are written in many ways") {
  const std::string old_intro = former + "blob/main/macros/active/General/Intro.yaml";
  const std::string new_intro = today + "blob/main/data/active/General/Intro.yaml";
  CHECK(after("<" + old_intro + ">\n") == "safe: <" + new_intro + ">\n");
  CHECK(after("<a href=\"" + old_intro + "\">wording</a>\n") == "safe: <a href=\"" + new_intro + "\">wording</a>\n");
  CHECK(after("[wording][w]\n\n[w]: " + old_intro + " \"Title\"\n") ==
        "safe: [wording][w]\n\n[w]: " + new_intro + " \"Title\"\n");
  CHECK(after("[wording](" + old_intro + "?a=b&amp;c=d)\n") == "safe: [wording](" + new_intro + "?a=b&c=d)\n");
  CHECK(
      after("[wording](" + former + "blob/main/macros/active/General/../General/Intro.yaml)\n").starts_with("none: "));
}

TEST_CASE("A link is either stale, or missing its file, or right") {
  const std::string page = macros + "-- handbook/content/page.md --\nThe macros `General::Intro`, `Sales::Outro`, " +
                           "`Support::Outro`, `Billing::Refund Policy` and `Legal & Co::Seizure (Court order)`.\n";
  const std::string stale = today + "blob/main/data/active/General/Fax%20Request.yaml";
  const std::string gone = today + "blob/main/data/active/General/Outro.yaml";
  const Findings findings = findings_in(page + "[a](" + stale + ")\n[b](" + gone + ")\n");
  CHECK(findings == Findings{"reference-stale-link " + stale, "reference-link-missing " + gone});
}

TEST_CASE("reference-stale-link: without an address of today only moves are reported") {
  const std::string configuration =
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  one:\n    sync:\n      path: macros/sync/data\n"
      "      former_urls: [\"https://gitlab.com/old/macros/-/blob/main/macros/\"]\n"
      "documents: [{kind: hugo, path: handbook}]\n";
  const std::string old = "https://gitlab.com/old/macros/-/blob/main/macros/";
  CHECK(
      page_after(configuration + macros + "-- handbook/content/page.md --\n[a](" + old + "active/General/Intro.yaml)\n",
                 "reference-stale-link") == "nothing");
}

}  // namespace macrolint
