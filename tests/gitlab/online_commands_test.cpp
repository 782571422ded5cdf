#include <nlohmann/json.hpp>

#include "catch.h"
#include "gitlab/fake_gitlab.h"
#include "gitlab/gitlab_program.h"

// The other commands that ask.
namespace macrolint {

namespace {

ProgramRun run_online(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--online", "--cache", ".cache/links.sqlite"});
  ProgramOptions options;
  options.folder = folder.path();
  options.environment = only();
  return run_program(arguments, options);
}

}  // namespace

TEST_CASE("A baseline and a report have what GitLab says, if they ask") {
  FakeGitLab gitlab;
  gitlab.projects["g/p"].merge_requests = {1};
  const TemporaryFolder folder(configured(gitlab) + page_with(gitlab, {"g/p/-/merge_requests/2"}));
  const ProgramRun report = run_online(folder, {"report", "--format", "json", "--output", "-"});
  CHECK(report.status == 0);
  CHECK(report.output.find("has no merge request 2") != std::string::npos);
  CHECK(report.errors.find("Checked 1 external link, ") != std::string::npos);
  const ProgramRun baseline = run_online(folder, {"baseline", "--output", "known.json"});
  CHECK(baseline.status == 0);
  CHECK(folder.read("known.json").find("link-broken") != std::string::npos);
  CHECK(findings_of(check_gitlab(folder, only(), {"--baseline", "known.json"})).empty());
}

TEST_CASE("No baseline is written where nothing could be asked") {
  FakeGitLab gitlab;
  gitlab.faults.push_back({"", {{200, "", {}, "", ServerReply::Deed::hang_up}}, false, true});
  const TemporaryFolder folder(configured(gitlab) + page_with(gitlab, {"g/p/-/merge_requests/2"}));
  const ProgramRun baseline = run_online(folder, {"baseline", "--output", "known.json"});
  CHECK(baseline.status == 3);
  CHECK(baseline.errors.find("No baseline is written") != std::string::npos);
  CHECK(run_online(folder, {"report", "--output", "-"}).status == 3);
  ProgramOptions options;
  options.folder = folder.path();
  CHECK(run_program({"check", "--baseline", "known.json"}, options).status == 2);
}

}  // namespace macrolint
