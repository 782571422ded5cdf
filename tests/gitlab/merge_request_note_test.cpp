#include <fmt/format.h>

#include "catch.h"
#include "gitlab/fake_gitlab.h"
#include "gitlab/gitlab_program.h"
#include "output/markdown.h"

// `macrolint note` against a GitLab on this machine.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;
using Deed = ServerReply::Deed;

const std::string marker = std::string(note_marker) + "\n";
const std::string findings = marker + "## macrolint: 1 error\n\n- **error** in line 3\n";
const std::string good_news = marker + std::string(note_without_findings) + "\n\n2 documents were checked.\n";

const std::string list = "GET 34/merge_requests/12/notes?";
const std::string post = "POST 34/merge_requests/12/notes";

Environment in_job(const FakeGitLab& gitlab, const std::string& token = FakeGitLab::token) {
  return only({{"CI_API_V4_URL", gitlab.url("/api/v4")},
               {"CI_JOB_TOKEN", FakeGitLab::job_token},
               {"CI_PROJECT_ID", "99"},
               {"CI_MERGE_REQUEST_PROJECT_ID", "34"},
               {"CI_MERGE_REQUEST_IID", "12"},
               {"GITLAB_TOKEN", token}});
}

ProgramRun write_note(const std::string& text, const Environment& environment, const Lines& more = {}) {
  const TemporaryFolder folder("");
  folder.write("note.md", text);
  Lines arguments = {"note", "note.md"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ProgramOptions options;
  options.folder = folder.path();
  options.environment = environment;
  ProgramRun run = run_program(arguments, options);
  CHECK(is_discreet(run.output + run.errors));
  return run;
}

}  // namespace

TEST_CASE("A note is made, changed and left alone, and there is only one") {
  FakeGitLab gitlab;
  gitlab.notes = {{1, 8, "Nice"}, {2, 8, findings}, {3, FakeGitLab::user, "I quote:\n" + findings}};
  ProgramRun run = write_note(good_news, in_job(gitlab));
  CHECK(run.status == 0);
  CHECK(run.errors == "macrolint: info: There is nothing to say in the merge request 12.\n");
  CHECK(gitlab.notes.size() == 3);
  run = write_note(findings, in_job(gitlab));
  CHECK(run.errors == "macrolint: info: Wrote a note to the merge request 12.\n");
  REQUIRE(gitlab.notes.size() == 4);
  CHECK(gitlab.notes.back().body == findings);
  run = write_note(findings, in_job(gitlab));
  CHECK(run.errors == "macrolint: info: The note of the merge request 12 says that already.\n");
  run = write_note(good_news, in_job(gitlab), {"-q"});
  CHECK(run.errors.empty());
  REQUIRE(gitlab.notes.size() == 4);
  CHECK(gitlab.notes.back().body == good_news);
  // Others who copy the marker are left alone.
  CHECK(gitlab.notes[1].body == findings);
  CHECK(gitlab.requests() == Lines{"GET /user", list, "GET /user", list, post, "GET /user", list, "GET /user", list,
                                   "PUT 34/merge_requests/12/notes/1003"});
  for (const ServerRequest& request : gitlab.server().requests()) {
    CHECK(request.header("private-token") == FakeGitLab::token);
    CHECK(request.header("job-token").empty());
  }
}

TEST_CASE("The note is found among many") {
  FakeGitLab gitlab;
  for (int id = 1; id <= 230; ++id) {
    gitlab.notes.push_back({id, 8, "note"});
  }
  CHECK(write_note(findings, in_job(gitlab)).status == 0);
  CHECK(gitlab.requests() == Lines{"GET /user", list, list + "&page=2", list + "&page=3", post});
  CHECK(write_note(good_news, in_job(gitlab)).status == 0);
  CHECK(gitlab.notes.size() == 231);
  CHECK(gitlab.notes.back().body == good_news);
}

TEST_CASE("What GitLab does wrong never makes a second note") {
  struct Case {
    const char* what;
    const char* where;
    ServerReply reply;
    bool is_obeyed;
    bool stays;
    int status;
    std::size_t notes;
    std::size_t posts;
  };
  const ServerReply lost{201, "{}", {}, "application/json", Deed::hang_up};
  const ServerReply broken{201, R"({"id": 5, "body": "x"})", {}, "application/json", Deed::break_off};
  const Case cases[] = {
      {"a lost answer to what was obeyed", "POST", lost, true, false, 0, 1, 1},
      {"an answer that breaks off to what was obeyed", "POST", broken, true, false, 0, 1, 1},
      {"500 to what was obeyed", "POST", {500, "{}"}, true, false, 0, 1, 1},
      {"a lost request", "POST", lost, false, false, 0, 1, 2},
      {"requests that are lost each time", "POST", lost, false, true, 3, 0, 2},
      {"500 each time", "POST", {500, "{}"}, false, true, 3, 0, 2},
      {"truncated JSON", "POST", {201, R"({"id": )"}, true, false, 0, 1, 1},
      {"429, then success", "POST", {429, "{}", {"Retry-After: 1"}}, false, false, 0, 1, 2},
      {"403", "POST", {403, "{}"}, false, true, 3, 0, 1},
      {"401 for whoever has the token", "/user", {401, "{}"}, false, true, 3, 0, 0},
      {"a user without a number", "/user", {200, "{}"}, false, true, 3, 0, 0},
      {"404 for the merge request", "/notes", {404, "{}"}, false, true, 3, 0, 0},
      {"notes that are no list", "GET /gitlab/api/v4/projects/34", {200, "{}"}, false, true, 3, 0, 0},
      {"500 for the list once", "/notes", {500, "{}"}, false, false, 0, 1, 1},
  };
  for (const Case& test : cases) {
    INFO(test.what);
    FakeGitLab gitlab;
    gitlab.faults.push_back({test.where, {test.reply}, test.is_obeyed, test.stays});
    const ProgramRun run = write_note(findings, in_job(gitlab), {"-v"});
    INFO(run.errors);
    CHECK(run.status == test.status);
    CHECK(gitlab.notes.size() == test.notes);
    std::size_t posts = 0;
    for (const std::string& request : gitlab.requests()) {
      posts += request == post ? 1 : 0;
    }
    CHECK(posts == test.posts);
  }
}

TEST_CASE("What is missing to write a note is said") {
  FakeGitLab gitlab;
  const std::string known = findings;
  struct Case {
    std::string text;
    Environment environment;
    Lines more;
    const char* message;
  };
  const Environment without_token = in_job(gitlab, "");
  const Case cases[] = {
      {"# Something else\n", in_job(gitlab), {}, "`note.md` is no note; expected what"},
      {known, without_token, {}, "`GITLAB_TOKEN` is not set."},
      {known, only({{"GITLAB_TOKEN", "x"}}), {}, "There is no project to write to; give `--project`"},
      {known, only({{"GITLAB_TOKEN", "x"}}), {"--project", "g/p"}, "There is no merge request to write to"},
      {known, in_job(gitlab), {"--merge-request", "!12"}, "`!12` is not the number of a merge request."},
      {known,
       only({{"GITLAB_TOKEN", "x"}, {"GITLAB_URL", "http://gitlab.example.com"}}),
       {"--project", "g/p", "--merge-request", "1"},
       "is not encrypted, so no token is sent to it"},
  };
  for (const Case& test : cases) {
    const ProgramRun run = write_note(test.text, test.environment, test.more);
    INFO(run.errors);
    CHECK(run.status == 2);
    CHECK(run.errors.find(test.message) != std::string::npos);
  }
  CHECK(gitlab.requests().empty());
  Environment elsewhere = in_job(gitlab);
  const ProgramRun run = write_note(known, elsewhere, {"--project", "g/p", "--merge-request", "5"});
  CHECK(run.status == 3);
  CHECK(gitlab.requests().back() == "GET g/p/merge_requests/5/notes?");
}

}  // namespace macrolint
