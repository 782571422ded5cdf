#include <fmt/format.h>

#include <set>
#include <sstream>

#include "catch.h"
#include "gitlab/fake_gitlab.h"
#include "gitlab/gitlab_program.h"
#include "support/golden.h"

// Links into GitLab, by the whole program against a GitLab on this machine.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

std::map<std::string, std::string> tree(std::initializer_list<const char*> paths) {
  std::map<std::string, std::string> files;
  for (const char* path : paths) {
    files[path] = "one\ntwo\nthree";
  }
  return files;
}

/// 250 files in 5 folders: three pages of a listing.
std::map<std::string, std::string> large_tree() {
  std::map<std::string, std::string> files;
  for (int number = 0; number < 250; ++number) {
    files[fmt::format("folder-{}/file-{}.md", number % 5, number)] = "text\n";
  }
  return files;
}

/// `description | outcome` of each row of the table under `## Faults`.
std::map<std::string, std::string> rows_of_documentation() {
  std::istringstream text(text_of(project_path("docs/gitlab-api.md")));
  std::map<std::string, std::string> rows;
  bool is_inside = false;
  for (std::string line; std::getline(text, line);) {
    is_inside = line.starts_with("#") ? line == "## Faults" : is_inside;
    if (is_inside && line.starts_with("| ") && !line.starts_with("| GitLab")) {
      const std::size_t middle = line.find(" | ", 2);
      rows.emplace(line.substr(2, middle - 2), line.substr(middle + 3, line.rfind(" |") - middle - 3));
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("Where links go to many folders of a project, its tree is listed once") {
  FakeGitLab gitlab;
  gitlab.projects["g/p"].trees["main"] = large_tree();
  const TemporaryFolder folder(
      configured(gitlab) +
      page_with(gitlab, {"g/p/-/blob/main/folder-0/file-0.md", "G/P/-/tree/main/folder-1",
                         "g/p/-/raw/main/folder-2/file-2.md", "g/p/-/tree/main",
                         "g/p/-/blob/main/folder-3/file-3.md?plain=1#heading", "g/p/-/blob/main/folder-4/file-4.md",
                         "g/p/-/blob/main/folder-4/file-24.md", "g/p/-/blob/main/folder-0/file-4.md",
                         "g/p/-/blob/main/folder-0/fil-0.md#L3", "g/p/-/blob/main/folder-0/zzzzzzzzz.md"}));
  const ProgramRun run = check_gitlab(folder, only());
  INFO(run.errors);
  CHECK(
      findings_of(run) ==
      Lines{
          "link-broken: The project `g/p` has no `folder-0/file-4.md` at `main`. | the only file of that name is at `" +
              gitlab.url("/g/p/-/blob/main/folder-4/file-4.md") + "`",
          "link-broken: The project `g/p` has no `folder-0/fil-0.md` at `main`. | did you mean `" +
              gitlab.url("/g/p/-/blob/main/folder-0/file-0.md") + "`?",
          "link-broken: The project `g/p` has no `folder-0/zzzzzzzzz.md` at `main`."});
  CHECK(run.status == 1);
  CHECK(gitlab.requests() == Lines{"GET G/P/tree?ref=main&recursive=true",
                                   "GET G/P/tree?ref=main&recursive=true&page_token=2",
                                   "GET G/P/tree?ref=main&recursive=true&page_token=3",
                                   "GET G/P/branches?search=^main/", "GET G/P/tags?search=^main/"});
  CHECK(run.errors.find("Checked 10 external links, 0 of them from the cache.") != std::string::npos);
}

TEST_CASE("Where links go to few folders, only these are listed") {
  FakeGitLab gitlab;
  gitlab.projects["g/p"].trees["main"] = large_tree();
  gitlab.projects["g/p"].trees["1234567890abcdef"] = tree({"old/a.md"});
  const TemporaryFolder folder(
      configured(gitlab) +
      page_with(gitlab, {"g/p/-/blob/main/folder-0/file-0.md", "g/p/-/blob/main/folder-0/file-5.md",
                         "g/p/-/blob/main/folder-1/file-1.md", "g/p/-/blob/1234567890abcdef/old/a.md"}));
  CHECK(findings_of(check_gitlab(folder, only())).empty());
  CHECK(gitlab.requests() == Lines{"GET g/p/tree?ref=1234567890abcdef&path=old", "GET g/p/tree?ref=main&path=folder-0",
                                   "GET g/p/tree?ref=main&path=folder-1"});
}

TEST_CASE("What is too large to be read to its end lacks nothing") {
  FakeGitLab gitlab;
  auto& project = gitlab.projects["g/p"];
  for (int number = 0; number < 5'200; ++number) {
    project.trees["main"][fmt::format("large/file-{:04}.md", number)] = "";
  }
  project.trees["main"]["small/a.md"] = "";
  for (int number = 0; number < 501; ++number) {
    project.trees[fmt::format("feature/{:04}", number)]["a.md"] = "";
  }
  const Lines links = {"g/p/-/blob/main/large/file-0001.md", "g/p/-/blob/main/large/file-5199.md",
                       "g/p/-/blob/main/small/b.md", "g/p/-/blob/feature/0500/b.md"};
  const TemporaryFolder folder(configured(gitlab) + page_with(gitlab, links));
  const std::string unchecked = "link-unchecked: It could not be found out whether this address works: ";
  const Lines few = {"link-broken: The project `g/p` has no `small/b.md` at `main`. | did you mean `" +
                         gitlab.url("/g/p/-/blob/main/small/a.md") + "`?",
                     unchecked + "the project has more files than are read.",
                     unchecked + "the project has more branches that begin with `feature/` than are read."};
  Lines found = findings_of(check_gitlab(folder, only()));
  CHECK(std::set<std::string>(found.begin(), found.end()) == std::set<std::string>(few.begin(), few.end()));
}

TEST_CASE("Branches and tags may have slashes in their names") {
  FakeGitLab gitlab;
  auto& project = gitlab.projects["g/p"];
  project.trees["feature/new/look"] = tree({"docs/a.md"});
  project.trees["v1"] = tree({"b.md"});
  project.trees["v1/long"] = tree({"docs/c.md"});
  project.tags = {"v1"};
  const TemporaryFolder folder(
      configured(gitlab) +
      page_with(gitlab, {"g/p/-/blob/feature/new/look/docs/a.md", "g/p/-/tree/feature/new/look",
                         "g/p/-/blob/feature/new/look/docs/b.md", "g/p/-/blob/feature/old/docs/a.md",
                         "g/p/-/blob/v1/b.md", "g/p/-/blob/v1/long/docs/c.md", "g/p/-/blob/fedcba0987654321/b.md"}));
  CHECK(
      findings_of(check_gitlab(folder, only())) ==
      Lines{
          "link-broken: The project `g/p` has no `docs/b.md` at `feature/new/look`. | did you mean `" +
              gitlab.url("/g/p/-/blob/feature/new/look/docs/a.md") + "`?",
          "link-broken: The project `g/p` has no branch, tag or commit that `feature/old/docs/a.md` could begin with.",
          "link-broken: The project `g/p` has no branch, tag or commit that `fedcba0987654321/b.md` could begin "
          "with."});
}

TEST_CASE("Lines that links name have to be there, and each file is read once") {
  FakeGitLab gitlab;
  auto& files = gitlab.projects["g/p"].trees["main"];
  files = {{"three.rb", "one\ntwo\nthree"},
           {"one.rb", "one\n"},
           {"large.bin", "version https://git-lfs.github.com/spec/v1"}};
  const TemporaryFolder folder(
      configured(gitlab) +
      page_with(gitlab, {"g/p/-/blob/main/three.rb#L3", "g/p/-/blob/main/three.rb#L2-4", "g/p/-/blob/main/one.rb#L2",
                         "g/p/-/blob/main/three.rb#other", "g/p/-/blob/main/large.bin#L7"}));
  const ProgramRun run = check_gitlab(folder, only());
  CHECK(findings_of(run) ==
        Lines{"link-missing-fragment: The file at this address has 3 lines, which `#L2-4` goes beyond.",
              "link-missing-fragment: The file at this address has 1 line, which `#L2` goes beyond."});
  CHECK(run.status == 0);
  CHECK(gitlab.requests() == Lines{"GET g/p/tree?ref=main", "GET g/p/files/large.bin/raw?ref=main",
                                   "GET g/p/files/one.rb/raw?ref=main", "GET g/p/files/three.rb/raw?ref=main"});
}

TEST_CASE("Issues and merge requests are asked for by the hundred") {
  FakeGitLab gitlab;
  auto& project = gitlab.projects["g/p"];
  project.level = 20;
  project.merge_requests = {5};
  project.confidential_issues = {3};
  Lines links = {"g/p/-/merge_requests/5/diffs", "g/p/-/merge_requests/6", "g/p/-/issues/500#note_1"};
  for (std::uint64_t number = 1; number <= 101; ++number) {
    project.issues.insert(number);
    links.push_back(fmt::format("g/p/-/issues/{}", number));
  }
  project.issues.erase(3);
  const TemporaryFolder folder(configured(gitlab) + page_with(gitlab, links));
  CHECK(findings_of(check_gitlab(folder, with_token(gitlab))) ==
        Lines{"link-broken: The project `g/p` has no merge request 6.",
              "link-broken: The project `g/p` has no issue 500."});
  Lines methods;
  for (const std::string& request : gitlab.requests()) {
    methods.push_back(request.substr(0, request.find('?')));
  }
  CHECK(methods == Lines{"GET g/p/issues", "GET g/p/issues", "GET g/p/merge_requests", "GET g/p"});
  // Whoever may not see confidential issues cannot tell them from missing ones.
  CHECK(findings_of(check_gitlab(folder, only())) ==
        Lines{"link-broken: The project `g/p` has no merge request 6.",
              "link-unchecked: It could not be found out whether this address works: GitLab lists no issue 500 of the "
              "project `g/p`, but perhaps does to others.",
              "link-unchecked: It could not be found out whether this address works: GitLab lists no issue 3 of the "
              "project `g/p`, but perhaps does to others."});
}

TEST_CASE("What one may not see is unchecked, never broken") {
  FakeGitLab gitlab;
  gitlab.projects["g/private"] = {true, 30, {{"main", tree({"a.md"})}}, {}, {4}};
  gitlab.projects["g/closed"].trees["main"] = tree({"a.md"});
  gitlab.projects["g/closed"].features = {{"repository_access_level", "private"}, {"issues_access_level", "disabled"}};
  const Lines links = {"g/private/-/blob/main/a.md", "g/private/-/blob/main/b/c.md", "g/private/-/issues/4",
                       "g/closed/-/blob/main/b.md",  "g/closed/-/issues/4",          "g/none/-/blob/main/a.md"};
  const TemporaryFolder folder(configured(gitlab) + page_with(gitlab, links));
  const std::string unchecked = "link-unchecked: It could not be found out whether this address works: ";
  const auto expected = [&](const std::string& visitor) {
    return Lines{unchecked + "GitLab does not show this of the project `g/closed` " + visitor + ".",
                 unchecked + "GitLab does not show this of the project `g/closed` " + visitor + ".",
                 unchecked + "there is no project `g/none` that can be seen " + visitor + "."};
  };
  Lines anonymous(3, unchecked + "there is no project `g/private` that can be seen without a token.");
  for (const std::string& line : expected("without a token")) {
    anonymous.push_back(line);
  }
  const ProgramRun run = check_gitlab(folder, only());
  CHECK(findings_of(run) == anonymous);
  CHECK(run.status == 0);
  CHECK(gitlab.requests() == Lines{"GET g/closed/tree?ref=main", "GET g/closed/issues?iids[]=4",
                                   "GET g/none/tree?ref=main", "GET g/none", "GET g/private/tree?ref=main",
                                   "GET g/private"});
  Lines owner = {"link-broken: The project `g/private` has no `b/c.md` at `main`."};
  for (const std::string& line : expected("with this token")) {
    owner.push_back(line);
  }
  CHECK(findings_of(check_gitlab(folder, with_token(gitlab))) == owner);
}

TEST_CASE("A private project costs two requests") {
  FakeGitLab gitlab;
  const TemporaryFolder folder(configured(gitlab) +
                               page_with(gitlab, {"g/p/-/blob/main/a/b.md", "g/p/-/blob/other/c.md"}));
  CHECK(findings_of(check_gitlab(folder, only())).size() == 2);
  CHECK(gitlab.requests() == Lines{"GET g/p/tree?ref=main&path=a", "GET g/p"});
}

TEST_CASE("Only the projects that the configuration names are asked about") {
  FakeGitLab gitlab;
  gitlab.projects["g/p"].trees["main"] = tree({"a.md"});
  const std::string page =
      page_with(gitlab, {"g/p/-/blob/main/b.md", "h/q/-/blob/main/b.md", "g/p", "G/skipped/-/issues/1"});
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\ngitlab: {url: '" + gitlab.url() +
      "/', projects: [g/*]}\nlinks: {allow_addresses: [127.0.0.0/8], skip: ['" + gitlab.url() + "/*/skipped/**']}\n" +
      page);
  CHECK(findings_of(check_gitlab(folder, only())).front() ==
        "link-broken: The project `g/p` has no `b.md` at `main`. | did you mean `" +
            gitlab.url("/g/p/-/blob/main/a.md") + "`?");
  std::size_t api = 0;
  std::size_t pages = 0;
  for (const std::string& line : gitlab.server().request_lines()) {
    (line.find("/api/v4") == std::string::npos ? pages : api)++;
    CHECK(line.find("skipped") == std::string::npos);
  }
  CHECK(api == 4);
  CHECK(pages == 2 * 2);
}

TEST_CASE("What GitLab does has the outcome that docs/gitlab-api.md says") {
  using Deed = ServerReply::Deed;
  struct Case {
    const char* what;
    ServerReply reply;
    bool stays;
    /// What is said of the link, or of all of them.
    const char* message;
    std::size_t requests;
  };
  const auto status = [](int number, std::vector<std::string> headers = {}) {
    return ServerReply{number, R"({"message": "no"})", std::move(headers)};
  };
  const auto deed = [](Deed what) { return ServerReply{200, R"([{"type": "blob"}])", {}, "application/json", what}; };
  const std::string own_tree = "/gitlab/api/v4/projects/g%2Fp/repository/tree?ref=main";
  const Case cases[] = {
      {"answers 401", status(401), true, "GitLab does not accept the token.", 1},
      {"answers 403", status(403), true, "GitLab does not show this of the project `g/p` with this token.", 1},
      {"answers 404 for the project", status(404), true, "there is no project `g/p` that can be seen with this token.",
       2},
      {"answers 429 once with `Retry-After: 1`", status(429, {"Retry-After: 1"}), false, "", 2},
      {"answers 429 each time", status(429), true, "Too Many Requests; it was asked 3 times.", 3},
      {"answers 429 with a `Retry-After` of a day", status(429, {"Retry-After: 86400"}), true, "which is too long.", 1},
      {"answers 500 once", status(500), false, "", 2},
      {"answers 502 each time", status(502), true, "Bad Gateway; it was asked 3 times.", 3},
      {"closes the connection without an answer once", deed(Deed::hang_up), false, "", 2},
      {"closes each connection without an answer", deed(Deed::hang_up), true, "No host answered", 3},
      {"breaks off each answer", deed(Deed::break_off), true, "breaks off; it was asked 3 times.", 3},
      {"sends JSON that ends too early", {200, R"([{"type": "blo)"}, true, "something that is not JSON", 1},
      {"sends a page for signing in", {200, "<html>", {}, "text/html"}, true, "something that is not JSON", 1},
      {"sends JSON that is no list", {200, R"({"message": "hello"})"}, true, "something that is no list.", 1},
      {"sends a list of other things",
       {200, R"([1, null, {"path": 5}, {"type": "blob"}])"},
       true,
       "The project `g/p` has no `a.md` at `main`.",
       4},
      {"names a next page on another host",
       {200, "[]", {"Link: <http://127.0.0.1:1/x>; rel=\"next\""}},
       true,
       "`http://127.0.0.1:1/x` is on another host",
       1},
      {"redirects to another host", status(302, {"Location: http://127.0.0.1:1/x"}), true, "nothing is sent there", 1},
      {"redirects within itself", status(301, {"Location: " + own_tree}), false, "", 2},
  };
  std::map<std::string, std::string> found;
  for (const Case& test : cases) {
    INFO(test.what);
    FakeGitLab gitlab;
    gitlab.projects["g/p"].trees["main"] = tree({"a.md"});
    const bool is_whole_project = std::string(test.what).ends_with("for the project");
    gitlab.faults.push_back({is_whole_project ? "/projects/g%2Fp" : "/tree", {test.reply}, false, test.stays});
    const TemporaryFolder folder(configured(gitlab) + page_with(gitlab, {"g/p/-/blob/main/a.md"}));
    const ProgramRun run = check_gitlab(folder, with_token(gitlab), {"-v"});
    INFO(run.output << run.errors);
    const Lines findings = findings_of(run);
    REQUIRE(findings.size() <= 1);
    found[test.what] = !findings.empty() ? "`" + findings.front().substr(0, findings.front().find(':')) + "`"
                       : run.status == 0 ? "works"
                                         : "nothing is said";
    CHECK((findings.empty() ? run.errors : findings.front()).find(test.message) != std::string::npos);
    CHECK(run.status == (findings.empty() ? found[test.what] == "works" ? 0 : 3 : findings.front()[5] == 'b' ? 1 : 0));
    CHECK(gitlab.requests().size() == test.requests);
    CHECK(is_discreet(run.output + run.errors + folder.read(".cache/links.sqlite")));
  }
  CHECK(found == rows_of_documentation());
}

TEST_CASE("A GitLab that is silent is asked no more, and what the files say is as ever") {
  FakeGitLab gitlab;
  gitlab.faults.push_back({"", {{200, "", {}, "", ServerReply::Deed::hang_up}}, false, true});
  const TemporaryFolder folder(configured(gitlab) +
                               page_with(gitlab, {"g/p/-/blob/main/a.md", "g/q/-/blob/main/a.md", "g/q/-/issues/3"}) +
                               "[gone](missing.md)\n");
  ProgramOptions offline;
  offline.folder = folder.path();
  offline.environment = only();
  const ProgramRun before = run_program({"check", "--format", "json"}, offline);
  const ProgramRun run = check_gitlab(folder, only());
  CHECK(findings_of(run) == findings_of(before));
  CHECK(findings_of(run).size() == 1);
  CHECK(run.status == 3);
  CHECK(run.errors ==
        "macrolint: error: No host answered, so 3 of 3 external links are not checked. Is there a network?\n");
  CHECK(gitlab.requests().size() == 3);
}

TEST_CASE("A token goes where the environment says, whatever the configuration says") {
  FakeGitLab gitlab;
  FakeGitLab other;
  for (FakeGitLab* one : {&gitlab, &other}) {
    one->projects["g/p"].trees["main"] = tree({"a.md"});
  }
  const auto tokens = [](const FakeGitLab& asked) {
    std::set<std::string> sent;
    for (const ServerRequest& request : asked.server().requests()) {
      sent.insert(request.header("private-token") + "/" + request.header("job-token"));
    }
    return sent;
  };
  const TemporaryFolder folder(
      configured(other) + page_with(other, {"g/p/-/blob/main/a.md"}) +
      page_with(gitlab, {"g/p/-/blob/main/a.md"}).substr(std::string("-- docs/page.md --\n").size()));
  for (const Environment& environment : {with_token(gitlab), with_job_token(gitlab)}) {
    const ProgramRun run = check_gitlab(folder, environment, {"-v"});
    // Of the GitLab that is not configured, the page is asked for, which it does not have.
    CHECK(findings_of(run).size() == 1);
    CHECK(is_discreet(run.output + run.errors + folder.read(".cache/links.sqlite")));
  }
  CHECK(tokens(other) == std::set<std::string>{"/"});
  const TemporaryFolder own(configured(gitlab) + page_with(gitlab, {"g/p/-/blob/main/a.md"}));
  Environment both = with_job_token(gitlab);
  CHECK(check_gitlab(own, both).status == 0);
  both.emplace_back("GITLAB_TOKEN", FakeGitLab::token);
  CHECK(check_gitlab(own, both).status == 0);
  // Another folder of the same host may be somebody else's.
  CHECK(check_gitlab(own, only({{"GITLAB_TOKEN", FakeGitLab::token}, {"GITLAB_URL", gitlab.server().url("/git")}}))
            .status == 0);
  CHECK(tokens(gitlab) ==
        std::set<std::string>{"/", std::string("/") + FakeGitLab::job_token, std::string(FakeGitLab::token) + "/"});
}

TEST_CASE("A token that no header can have is not sent, and not shown") {
  FakeGitLab gitlab;
  gitlab.projects["g/p"].trees["main"] = tree({"a.md"});
  const TemporaryFolder folder(configured(gitlab) + page_with(gitlab, {"g/p/-/blob/main/a.md"}));
  const ProgramRun run =
      check_gitlab(folder, only({{"GITLAB_TOKEN", "s3cret\r\nX-Other: b"}, {"GITLAB_URL", gitlab.url()}}));
  INFO(run.errors);
  CHECK(run.status == 0);
  CHECK(run.errors.find("GitLab is asked without a token.") != std::string::npos);
  CHECK(is_discreet(run.errors));
}

TEST_CASE("A GitLab in the machine's own network is asked only where the environment or the configuration says so") {
  FakeGitLab gitlab;
  gitlab.projects["g/p"].trees["main"] = tree({"a.md"});
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\ngitlab: {url: '" + gitlab.url() +
      "'}\n" + page_with(gitlab, {"g/p/-/blob/main/b.md"}));
  CHECK(check_gitlab(folder, only()).status == 3);
  CHECK(gitlab.requests().empty());
  CHECK(check_gitlab(folder, with_job_token(gitlab)).status == 1);
  CHECK(gitlab.requests().size() == 4);
}

}  // namespace macrolint
