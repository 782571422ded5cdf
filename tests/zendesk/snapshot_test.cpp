#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "catch.h"
#include "configuration/schema.h"
#include "macro/json_tree.h"
#include "support/golden.h"
#include "support/lint_archive.h"
#include "support/program.h"
#include "support/temporary_folder.h"
#include "zendesk/fake_zendesk.h"
#include "zendesk/snapshot_run.h"

// The whole program against a Zendesk on this machine.
namespace macrolint {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

void check_schema(const std::string& text) {
  const JsonTree tree = read_json(text);
  REQUIRE(tree.root.has_value());
  for (const yaml::Problem& problem : validate(*tree.root, "snapshot.schema.json")) {
    FAIL_CHECK(problem.message);
  }
}

}  // namespace

TEST_CASE("A snapshot holds what rules need of an instance, in order, and nothing else") {
  FakeZendesk zendesk(instance_lists());
  const TemporaryFolder folder = folder_for(zendesk.server().url());
  const ProgramRun run = take(folder, credentials_for(zendesk.server().url()), {"-v"});
  INFO(run.errors);
  CHECK(run.status == 0);
  CHECK(run.output.empty());
  CHECK(contains(with_host_replaced(run.errors, zendesk),
                 "Wrote 3 macros of `example.zendesk.com` to `snapshots/global.json`."));
  const std::string snapshot = folder.read("snapshots/global.json");
  check_golden("tests/zendesk/snapshot.json", with_host_replaced(snapshot, zendesk));
  check_schema(snapshot);
  check_no_token(run, folder);
  CHECK(zendesk.server().request_lines() ==
        std::vector<std::string>{"GET /api/v2/macros?page%5Bsize%5D=100", "GET /api/v2/groups?page%5Bsize%5D=100",
                                 "GET /api/v2/brands?page%5Bsize%5D=100",
                                 "GET /api/v2/ticket_fields?page%5Bsize%5D=100", "GET /api/v2/ticket_forms",
                                 "GET /api/v2/custom_statuses", "GET /api/v2/recipient_addresses?page%5Bsize%5D=100",
                                 "GET /api/v2/dynamic_content/items?page%5Bsize%5D=100",
                                 "GET /api/v2/business_hours/schedules",
                                 "GET /api/v2/users/show_many?ids=901,902,903,904"});
  CHECK(zendesk.server().connections() == 1);
}

TEST_CASE("The same instance gives the same bytes, whatever its pages are like") {
  FakeZendesk zendesk(instance_lists());
  const TemporaryFolder folder = folder_for(zendesk.server().url());
  const Variables environment = credentials_for(zendesk.server().url());
  const ProgramRun whole = take(folder, environment, {"--output", "-"});
  CHECK(whole.status == 0);
  CHECK(folder.read("snapshots/global.json") == first_snapshot);
  zendesk.set_largest_page(1);
  const ProgramRun pages = take(folder, environment, {"--output", "other.json", "-q"});
  INFO(pages.errors);
  CHECK(pages.status == 0);
  CHECK(pages.errors.empty());
  check_same_text(whole.output, folder.read("other.json"), "the snapshot of small pages");
  CHECK(contains(whole.output, "\"version\": 1\n}\n"));
}

TEST_CASE("A large instance is read with no request too many") {
  json lists = instance_lists();
  lists["macros"] = json::array();
  lists["users"] = json::array();
  for (int number = 1; number <= 230; ++number) {
    lists["macros"].push_back({{"id", number},
                               {"title", fmt::format("A::{}", number)},
                               {"active", number % 2 == 0},
                               {"actions", {{{"field", "assignee_id"}, {"value", std::to_string(1000 + number)}}}},
                               {"restriction", nullptr}});
    lists["users"].push_back({{"id", 1000 + number}, {"email", fmt::format("{}@example.com", number)}});
  }
  lists["groups"] = json::array();
  for (int number = 1; number <= 100; ++number) {
    lists["groups"].push_back({{"id", number}, {"name", fmt::format("Group {}", number)}});
  }
  FakeZendesk zendesk(lists);
  const TemporaryFolder folder = folder_for(zendesk.server().url());
  CHECK(take(folder, credentials_for(zendesk.server().url())).status == 0);
  const json snapshot = json::parse(folder.read("snapshots/global.json"));
  CHECK(snapshot["macros"].size() == 230);
  CHECK(snapshot["groups"].size() == 100);
  CHECK(snapshot["users"].size() == 230);
  CHECK(zendesk.server().requests().size() == 3 + 8 + 3);
}

TEST_CASE("Lists that the credentials have no right to are left out") {
  FakeZendesk zendesk(instance_lists());
  zendesk.fail("/api/v2/business_hours/schedules", {{403, R"({"error": "Forbidden"})"}}, true);
  zendesk.fail("/api/v2/dynamic_content/items", {{404, R"({"error": "InvalidEndpoint"})"}}, true);
  zendesk.fail("/api/v2/users/show_many", {{403, R"({"error": "Forbidden"})"}}, true);
  const TemporaryFolder folder = folder_for(zendesk.server().url());
  const ProgramRun run = take(folder, credentials_for(zendesk.server().url()));
  CHECK(run.status == 0);
  CHECK(contains(run.errors,
                 "warning: Left out, since the credentials have no right to it or the plan does not have it: "
                 "dynamic_content (404), schedules (403), users (403). Rules that need it stay silent.\n"));
  const std::string text = folder.read("snapshots/global.json");
  check_schema(text);
  const json snapshot = json::parse(text);
  CHECK_FALSE(snapshot.contains("schedules"));
  CHECK_FALSE(snapshot.contains("dynamic_content"));
  CHECK_FALSE(snapshot.contains("users"));
  CHECK(snapshot["ticket_forms"].size() == 2);
}

TEST_CASE("Credentials come from the environment, and go to Zendesk or to the address that it names") {
  FakeZendesk zendesk(instance_lists());
  const std::string address = zendesk.server().url();
  const auto errors_for = [&](const std::string& configured, const Variables& environment, int status) {
    const TemporaryFolder folder = folder_for(configured);
    const ProgramRun run = take(folder, environment, {"-v", "--max-time", "5"});
    CHECK(run.status == status);
    CHECK((status == 0) == (folder.read("snapshots/global.json") != first_snapshot));
    check_no_token(run, folder);
    return run.errors;
  };
  const Variables login = {{"ZENDESK_EMAIL", FakeZendesk::email}, {"ZENDESK_TOKEN", FakeZendesk::token}};
  for (const std::string& other :
       {address, std::string("http://example.zendesk.com"), std::string("https://zendesk.com.example.com"),
        std::string("https://example.zendesk.com:8443"), std::string("https://example.com/.zendesk.com"),
        std::string("https://evilzendesk.com"), std::string("https://example.zendesk.com@127.0.0.1/")}) {
    INFO(other);
    CHECK(contains(errors_for(other, login, 2), "so no token is sent to it."));
  }
  Variables elsewhere = login;
  elsewhere.emplace_back("ZENDESK_URL", address + "/other");
  CHECK(contains(errors_for(address, elsewhere, 2), "so no token is sent to it."));
  Variables insecure = login;
  insecure.emplace_back("ZENDESK_URL", "http://zendesk.example.com");
  CHECK(contains(errors_for("http://zendesk.example.com", insecure, 2), "is not encrypted"));
  const Variables here = {{"ZENDESK_URL", address}};
  CHECK(contains(errors_for(address, here, 2), "There are no credentials for `zendesk-global`. Set `ZENDESK_EMAIL`"));
  CHECK(contains(errors_for(address, {{"ZENDESK_URL", address}, {"ZENDESK_TOKEN", FakeZendesk::token}}, 2),
                 "`ZENDESK_TOKEN` is set, but `ZENDESK_EMAIL` is not"));
  const std::string split = std::string(FakeZendesk::token) + "\r\nX-Other: b";
  CHECK(contains(errors_for(address, {{"ZENDESK_URL", address}, {"ZENDESK_OAUTH_TOKEN", split}}, 2), "has line ends"));
  CHECK(zendesk.server().requests().empty());

  errors_for(address,
             {{"ZENDESK_URL", address},
              {"ZENDESK_EMAIL", FakeZendesk::email},
              {"ZENDESK_TOKEN", "of another instance"},
              {"ZENDESK_TOKEN_ZENDESK_GLOBAL", FakeZendesk::token}},
             0);
  zendesk.set_authorization(std::string("Bearer ") + FakeZendesk::token);
  errors_for(address, {{"ZENDESK_URL", address + "/"}, {"ZENDESK_OAUTH_TOKEN", FakeZendesk::token}}, 0);
  CHECK(contains(errors_for(address, credentials_for(address), 3), "answers 401 Unauthorized"));
}

TEST_CASE("What is missing for a snapshot is said before anything is asked") {
  FakeZendesk zendesk(instance_lists());
  const std::string address = zendesk.server().url();
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  global: {sync: {path: macros}}\n  linked: {sync: {path: "
      "macros}, "
      "zendesk: '" +
      address + "', snapshot: linked.json}\nlinks: {allow_addresses: [127.0.0.0/8]}\n-- target.json --\nbefore\n");
  REQUIRE(::symlink("target.json", folder.path("linked.json").c_str()) == 0);
  const auto errors_of = [&](const std::vector<std::string>& arguments, int status) {
    ProgramOptions options;
    options.folder = folder.path();
    options.environment = credentials_for(address);
    const ProgramRun run = run_program(arguments, options);
    CHECK(run.status == status);
    return run.errors;
  };
  CHECK(contains(errors_of({"snapshot"}, 2), "INSTANCE is required"));
  CHECK(contains(errors_of({"snapshot", "globl"}, 2),
                 "The configuration has no instance `globl`. Did you mean `global`?"));
  CHECK(contains(errors_of({"snapshot", "global"}, 2), "has no key `snapshot` in the configuration"));
  CHECK(contains(errors_of({"snapshot", "linked"}, 2), "is a symbolic link"));
  CHECK(zendesk.server().requests().empty());
  CHECK(contains(errors_of({"snapshot", "global", "--output", "no/such.json"}, 3), "its folder does not exist"));
  CHECK(folder.read("target.json") == "before\n");
}

TEST_CASE("An address in the machine's own network is not asked unless the configuration allows it") {
  FakeZendesk zendesk(instance_lists());
  const std::string address = zendesk.server().url();
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ninstances: {zendesk-global: {sync: {path: macros}}}\n");
  const ProgramRun run = take(folder, credentials_for(address), {"--output", "out.json"});
  CHECK(run.status == 3);
  CHECK(contains(run.errors, "is at an address that is not public"));
  CHECK(zendesk.server().connections() == 0);
}

TEST_CASE("Ctrl-C ends a snapshot within a second and leaves the file as it was") {
  FakeZendesk zendesk(instance_lists());
  zendesk.fail("/api/v2/brands", {{429, "{}", {"Retry-After: 60"}}}, true);
  const std::string address = zendesk.server().url();
  const TemporaryFolder folder = folder_for(address);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::chdir(folder.path().c_str()) == 0) {
      for (const auto& [name, value] : credentials_for(address)) {
        ::setenv(name.c_str(), value.c_str(), 1);
      }
      ::dup2(::open("errors", O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
      ::execl(MACROLINT_PROGRAM, MACROLINT_PROGRAM, "snapshot", "zendesk-global", nullptr);
    }
    ::_exit(127);
  }
  for (int attempt = 0; attempt < 500 && zendesk.server().requests().size() < 3; ++attempt) {
    std::this_thread::sleep_for(20ms);
  }
  ::kill(child, SIGINT);
  const auto begin = std::chrono::steady_clock::now();
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(std::chrono::steady_clock::now() - begin < 1s);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 3));
  CHECK(contains(folder.read("errors"), "Interrupted before "));
  CHECK(folder.read("snapshots/global.json") == first_snapshot);
}

TEST_CASE("Checks read what the snapshot command writes") {
  const std::string snapshot = text_of(project_path("tests/zendesk/snapshot.json"));
  const std::string files =
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  zendesk-global: {sync: {path: sync}, snapshot: snapshot.json}\n"
      "-- sync/active/General/First reply.yaml --\ntitle: 'General::First reply'\n"
      "description: 'Übliche Antwort – erste'\nactive: true\nactions:\n"
      "- {field: comment_value_html, value: '<p>{{dc.first_reply}} <em>Hello</em></p>'}\n"
      "- {field: comment_value, value: ['channel:web', 'Hello']}\n- {field: comment_mode_is_public, value: 'true'}\n"
      "- {field: 'Field: Reason', value: 'refund'}\n- {field: assignee_id, value: ''}\nrestriction: null\n"
      "-- sync/active/General/Hand over.yaml --\ntitle: 'General::Hand over'\ndescription: ''\nactive: true\n"
      "actions:\n- {field: assignee_id, value: 'ada@example.com'}\n- {field: follower, value: 'bo@example.com'}\n"
      "- {field: cc, value: 'current_user'}\n- {field: group_id, value: 'Support'}\n"
      "restriction: {type: User, ids: ['cy@example.com', 904]}\n"
      "-- sync/inactive/General/Old.yaml --\ntitle: 'General::Old'\nactive: false\nactions:\n"
      "- {field: brand_id, value: 'Shop'}\n"
      "-- snapshot.json --\n";
  CHECK(lint_archive(files, snapshot) == std::vector<std::string>{});
}

}  // namespace macrolint
