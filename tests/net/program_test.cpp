#include "support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include "catch.h"
#include "net/fault_server.h"
#include "net/web_server.h"
#include "support/git_repository.h"
#include "support/temporary_folder.h"

// The whole program against real servers.
namespace macrolint {

namespace {

using namespace std::chrono_literals;

const std::string local_allowed =
    "-- .macrolint.yml --\n"
    "version: 1\n"
    "documents: [{kind: plain, path: docs}]\n"
    "links: {allow_addresses: [127.0.0.0/8], timeout: 1}\n";

std::string page(const std::vector<std::string>& urls) {
  std::string text = "-- docs/page.md --\n";
  for (const std::string& url : urls) {
    text += "See [this](" + url + ").\n\n";
  }
  return text;
}

ProgramRun check_online(const TemporaryFolder& folder, std::vector<std::string> more = {},
                        std::vector<std::pair<std::string, std::string>> environment = {}) {
  std::vector<std::string> arguments = {"check", "--online", "--cache", ".cache/links.sqlite"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ProgramOptions options;
  options.folder = folder.path();
  options.environment = std::move(environment);
  return run_program(arguments, options);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("Links are checked once each, and remembered") {
  const FaultServer server;
  const std::string gone = server.url("/status/404");
  const std::string moved = server.url("/to/301/status/200/new");
  const TemporaryFolder folder(local_allowed + page({gone, gone, moved, server.url("/page#printing"),
                                                     server.url("/page#folding"), server.url("/status/403")}));
  ProgramRun run = check_online(folder);
  INFO(run.output << run.errors);
  CHECK(run.status == 1);
  CHECK(count(run.output, "error[link-broken]: Nothing is at this address: its host answers 404 Not Found.") == 2);
  CHECK(count(run.output, "note[link-moved-permanently]") == 1);
  CHECK(count(run.output, "warning[link-missing-fragment]") == 1);
  CHECK(count(run.output, "note[link-unchecked]") == 1);
  CHECK(run.errors.find("Checked 4 external links, 0 of them from the cache.") != std::string::npos);
  const std::size_t asked = server.requests().size();
  CHECK(asked == 2 + 2 + 1 + 2);
  const ProgramRun again = check_online(folder);
  CHECK(again.output.substr(0, again.output.rfind(" in ")) == run.output.substr(0, run.output.rfind(" in ")));
  CHECK(again.errors.find("4 of them from the cache") != std::string::npos);
  CHECK(server.requests().size() == asked);
  CHECK(check_online(folder, {"-q"}).errors.empty());
}

TEST_CASE("Without --online nothing is asked, and nothing is said about the web") {
  const FaultServer server;
  const TemporaryFolder folder(local_allowed +
                               "-- docs/page.md --\n<!-- macrolint-disable link-broken -- known -->\n[this](" +
                               server.url("/status/404") + ")\n");
  const ProgramRun run = run_program_in(folder.path(), {"check", "--fail-on", "note"});
  CHECK(run.status == 0);
  CHECK(server.requests().empty());
  CHECK(check_online(folder).status == 0);
  CHECK_FALSE(server.requests().empty());
}

TEST_CASE("Addresses of the machine's own network are not asked unless the configuration allows it") {
  const FaultServer server;
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\n" +
      page({server.url("/status/404"), "http://localhost:" + std::to_string(server.port()) + "/",
            "http://[::1]:" + std::to_string(server.port()) + "/", "http://169.254.169.254/"}));
  const ProgramRun run = check_online(folder, {}, {{"http_proxy", server.url("")}, {"ALL_PROXY", server.url("")}});
  INFO(run.output << run.errors);
  CHECK(run.status == 0);
  CHECK(count(run.output, "note[link-unchecked]") == 4);
  CHECK(server.requests().empty());
}

TEST_CASE("An address that moved for good is corrected where only the way to it changed") {
  const FaultServer server;
  const TemporaryFolder folder(local_allowed + page({server.url("/to/301/deep/status/200") + "#part",
                                                     server.url("/to/301/status/200") + "#part"}));
  const std::string before = folder.read("docs/page.md");
  const ProgramRun run = check_online(folder, {"--fix"});
  INFO(run.output << run.errors);
  CHECK(folder.read("docs/page.md").find(server.url("/status/200#part")) != std::string::npos);
}

TEST_CASE("With the network gone, one line says so, and the rest is as it was") {
  const TemporaryFolder folder(local_allowed + page({"http://127.0.0.1:1/a", "http://127.0.0.1:1/b", "missing.md"}));
  const ProgramRun offline = run_program_in(folder.path(), {"check"});
  const ProgramRun run = check_online(folder);
  INFO(run.errors);
  CHECK(run.status == 3);
  CHECK(run.errors ==
        "macrolint: error: No host answered, so 2 of 2 external links are not checked. Is there a network?\n");
  CHECK(run.output.substr(0, run.output.rfind(" in ")) == offline.output.substr(0, offline.output.rfind(" in ")));
}

TEST_CASE("The time that is given is kept to") {
  const FaultServer server;
  std::vector<std::string> urls;
  for (int index = 0; index < 60; ++index) {
    urls.push_back(server.url("/status/200?" + std::to_string(index)));
  }
  const TemporaryFolder folder(local_allowed + page(urls));
  const auto begin = std::chrono::steady_clock::now();
  const ProgramRun run = check_online(folder, {"--max-time", "1"});
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
  INFO(run.errors);
  CHECK(run.status == 0);
  CHECK(run.errors.find("The time is over: ") != std::string::npos);
}

TEST_CASE("Ctrl-C ends the check within a second, and what is known is reported") {
  const FaultServer server;
  std::vector<std::string> urls = {server.url("/get/404/404")};
  for (int index = 0; index < 1000; ++index) {
    urls.push_back(server.url("/status/200?" + std::to_string(index)));
  }
  const TemporaryFolder folder(local_allowed + page(urls));
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::chdir(folder.path().c_str()) == 0) {
      ::dup2(::open("output", O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
      ::dup2(::open("errors", O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
      ::execl(MACROLINT_PROGRAM, MACROLINT_PROGRAM, "check", "--online", "--cache", "cache.sqlite", nullptr);
    }
    ::_exit(127);
  }
  for (int attempt = 0; attempt < 500 && server.requests().size() < 10; ++attempt) {
    std::this_thread::sleep_for(20ms);
  }
  ::kill(child, SIGINT);
  const auto begin = std::chrono::steady_clock::now();
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(std::chrono::steady_clock::now() - begin < 1s);
  INFO(folder.read("errors"));
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 3));
  CHECK(folder.read("output").find("link-broken") != std::string::npos);
  CHECK(folder.read("errors").find("Interrupted: ") != std::string::npos);
}

TEST_CASE("A credential goes to its host only, and is shown nowhere") {
  const auto server = WebServer::with_certificates();
  if (server == nullptr) {
    WARN("Not tried, since there is no nginx or no openssl.");
    return;
  }
  const std::string secret = "s3cret-t0ken";
  const std::string host = "localhost:" + std::to_string(server->port());
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\n"
      "links:\n  allow_addresses: [127.0.0.0/8, '::1']\n  hosts:\n    " +
      host + ":\n      headers_from_environment: {PRIVATE-TOKEN: TEST_TOKEN}\n" +
      page({server->url("localhost"), server->url("localhost", "/away"), server->url("127.0.0.1"),
            server->plain_url("localhost")}));
  const std::vector<std::pair<std::string, std::string>> environment = {{"TEST_TOKEN", secret},
                                                                        {"SSL_CERT_FILE", server->authority()}};
  const ProgramRun run = check_online(folder, {"-v", "--format", "json"}, environment);
  const std::string log = server->log();
  INFO(run.output << run.errors << log);
  CHECK(run.status == 0);
  CHECK(count(run.output, "link-unchecked") == 0);
  CHECK(count(log, "localhost token=" + secret + " HTTP/2.0") == 2);
  CHECK(count(log, secret) == 2);
  CHECK(count(log, "127.0.0.1 token=- HTTP/2.0") >= 1);
  CHECK(count(run.output + run.errors + folder.read(".cache/links.sqlite"), secret) == 0);
  const ProgramRun split = check_online(folder, {}, {{"TEST_TOKEN", "a\r\nX-Other: b"}});
  CHECK(split.status == 2);
  CHECK(count(split.errors, "X-Other") == 0);
}

TEST_CASE("In a merge request, only the links of changed pages are asked for") {
  const FaultServer server;
  const GitRepository repository(local_allowed + page({server.url("/status/404?old")}) +
                                 "-- docs/new.md --\nNothing.\n");
  repository.write("-- docs/new.md --\n[this](" + server.url("/status/404?new") + ")\n");
  const ProgramRun run = check_online(repository.folder(), {"--changed-since", "HEAD"});
  INFO(run.output << run.errors);
  CHECK(count(run.output, "link-broken") == 1);
  CHECK(server.requests().size() == 2);
}

}  // namespace macrolint
