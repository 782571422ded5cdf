#include <fmt/format.h>

#include "catch.h"
#include "support/golden.h"
#include "zendesk/snapshot_run.h"

// What `macrolint snapshot` makes of what Zendesk should not do, as the documentation says it.
namespace macrolint {

TEST_CASE("The table of what can go wrong with Zendesk in docs/zendesk.md") {
  using Deed = ServerReply::Deed;
  const std::string macro = R"({"macros": [{"id": 1, "title": "A", "active": true}], "meta": {"has_more": false}})";
  const std::string circle =
      R"({"macros": [], "meta": {"has_more": true}, "links": {"next": "HERE/api/v2/macros?page%5Bsize%5D=100"}})";
  const std::string away =
      R"({"macros": [], "meta": {"has_more": true}, "links": {"next": "https://example.com/api/v2/macros"}})";
  const std::string endless = R"({"macros": [], "meta": {"has_more": true}, "links": {}})";
  const ServerReply half{200, R"({"brands": []})", {}, "application/json", Deed::break_off};
  const ServerReply hang_up{200, "", {}, "", Deed::hang_up};
  constexpr bool once = false;
  constexpr bool always = true;
  const std::string fails = "exit status 3";
  const std::string goes_on = "asks again, then goes on";
  const std::string leaves_out = "leaves the list out, exit status 0";
  struct Case {
    std::string what;
    const char* path;
    ServerReply reply;
    bool is_lasting;
    std::string outcome;
    const char* message;
  };
  const Case cases[] = {
      {"answers 401", "/api/v2/macros", {401, "{}"}, always, fails, "answers 401 Unauthorized: the credentials are"},
      {"answers 401 in the middle", "/api/v2/groups", {401, "{}"}, always, fails, "=100` answers 401 Unauthorized"},
      {"answers 403 to macros", "/api/v2/macros", {403, "{}"}, always, fails, "answers 403 Forbidden: the credentials"},
      {"answers 404 to macros", "/api/v2/macros", {404, "{}"}, always, fails, "answers 404 Not Found."},
      {"answers 403 to the second page of macros", "/api/v2/macros.json", {403, "{}"}, always, fails, "403 Forbidden"},
      {"answers 402 to another list",
       "/api/v2/business_hours/schedules",
       {402, "{}"},
       always,
       leaves_out,
       "schedules (402)"},
      {"answers 403 to another list",
       "/api/v2/business_hours/schedules",
       {403, "{}"},
       always,
       leaves_out,
       "schedules (403)"},
      {"answers 404 to another list",
       "/api/v2/business_hours/schedules",
       {404, "{}"},
       always,
       leaves_out,
       "schedules (404)"},
      {"answers 400", "/api/v2/brands", {400, "{}"}, always, fails, "answers 400 Bad Request."},
      {"answers 429 once, with `Retry-After: 1`",
       "/api/v2/macros.json",
       {429, "{}", {"Retry-After: 1"}},
       once,
       goes_on,
       "answers 429 Too Many Requests. Asking again in "},
      {"answers 429 once, without `Retry-After`", "/api/v2/groups", {429, "{}"}, once, goes_on, "Asking again in "},
      {"answers 429 with a `Retry-After` of ten minutes",
       "/api/v2/groups",
       {429, "{}", {"Retry-After: 600"}},
       always,
       fails,
       "it wants to be left alone for 600 seconds, which is too long."},
      {"answers 500 once", "/api/v2/groups", {500, "{}"}, once, goes_on, "Asking again in "},
      {"answers 500 each time", "/api/v2/brands", {500, "{}"}, always, fails, "there is no time left to ask again."},
      {"closes the connection without an answer, once", "/api/v2/ticket_forms", hang_up, once, goes_on,
       "Wrote 3 macros"},
      {"closes the connection without an answer each time", "/api/v2/brands", hang_up, always, fails, "be asked: "},
      {"does not answer",
       "/api/v2/brands",
       {200, "", {}, "", Deed::hang},
       always,
       fails,
       "did not answer in full within"},
      {"sends half of a page, once", "/api/v2/brands", half, once, goes_on, "breaks off. Asking again in "},
      {"sends half of a page each time", "/api/v2/users/show_many", half, always, fails, "breaks off; there is no"},
      {"sends JSON that breaks off", "/api/v2/macros", {200, "{\"macros\": [{\"id\":"}, always, fails, "not JSON, or"},
      {"sends a page for signing in", "/api/v2/macros", {200, "<html>", {}, "text/html"}, always, fails, "`text/html`"},
      {"sends more than 32 MB",
       "/api/v2/macros",
       {200, std::string(100'000, ' '), {}, "", Deed::go_on},
       always,
       fails,
       "answers with more than 32 MB"},
      {"sends JSON without the list", "/api/v2/macros", {200, "{\"a\": 1}"}, always, fails, "has no list `macros`"},
      {"sends JSON that is a list", "/api/v2/macros", {200, "[]"}, always, fails, "has no list `macros`"},
      {"sends a macro without actions", "/api/v2/macros", {200, macro}, always, fails, "that lacks a name, an id"},
      {"leads from page to page in a circle", "/api/v2/macros", {200, circle}, always, fails, "without an end"},
      {"has more pages and does not say where", "/api/v2/macros", {200, endless}, always, fails, "where its next page"},
      {"leads to a page on another host", "/api/v2/macros", {200, away}, always, fails, "is on another host than"},
      {"redirects to another host",
       "/api/v2/macros",
       {302, "", {"Location: https://example.com/login"}},
       always,
       fails,
       "leads to `https://example.com/login`, which is another host; nothing is sent there."},
  };
  const std::string document = text_of(project_path("docs/zendesk.md"));
  std::string rows;
  for (const Case& test : cases) {
    INFO(test.what);
    rows += fmt::format("| {} | {} |\n", test.what, test.outcome);
    FakeZendesk zendesk(instance_lists());
    zendesk.set_largest_page(2);
    const std::string address = zendesk.server().url();
    ServerReply reply = test.reply;
    if (const std::size_t here = reply.body.find("HERE"); here != std::string::npos) {
      reply.body.replace(here, 4, address);
    }
    zendesk.fail(test.path, {reply}, test.is_lasting);
    const TemporaryFolder folder = folder_for(address);
    const ProgramRun run = take(folder, credentials_for(address), {"-v", "--max-time", test.is_lasting ? "2" : "10"});
    INFO(run.errors);
    CHECK(run.status == (test.outcome == fails ? 3 : 0));
    CHECK(contains(run.errors, test.message));
    CHECK(contains(run.errors, " Nothing was written.\n") == (test.outcome == fails));
    CHECK((folder.read("snapshots/global.json") == first_snapshot) == (test.outcome == fails));
    CHECK(run.output.empty());
    check_no_token(run, folder);
    if (test.outcome == goes_on) {
      check_golden("tests/zendesk/snapshot.json", with_host_replaced(folder.read("snapshots/global.json"), zendesk));
    }
  }
  CHECK(contains(document, "| Zendesk … | Outcome |\n|---|---|\n" + rows + "\n"));
}

}  // namespace macrolint
