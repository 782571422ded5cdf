#include "gitlab/gitlab_program.h"

#include <nlohmann/json.hpp>

#include "catch.h"

namespace macrolint {

Environment only(const Environment& wanted) {
  Environment environment;
  for (const char* name : {"CI_SERVER_URL", "CI_API_V4_URL", "CI_JOB_TOKEN", "GITLAB_TOKEN", "GITLAB_URL",
                           "CI_PROJECT_ID", "CI_MERGE_REQUEST_PROJECT_ID", "CI_MERGE_REQUEST_IID"}) {
    environment.emplace_back(name, "");
  }
  environment.insert(environment.end(), wanted.begin(), wanted.end());
  return environment;
}

Environment with_token(const FakeGitLab& gitlab) {
  return only({{"GITLAB_TOKEN", FakeGitLab::token}, {"GITLAB_URL", gitlab.url("/")}});
}

Environment with_job_token(const FakeGitLab& gitlab) {
  return only({{"CI_JOB_TOKEN", FakeGitLab::job_token}, {"CI_API_V4_URL", gitlab.url("/api/v4")}});
}

std::string configured(const FakeGitLab& gitlab, const std::string& more) {
  return "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\ngitlab: {url: '" + gitlab.url() +
         "'}\nlinks: {allow_addresses: [127.0.0.0/8], timeout: 1}\n" + more;
}

std::string page_with(const FakeGitLab& gitlab, const std::vector<std::string>& links) {
  std::string text = "-- docs/page.md --\n";
  for (const std::string& link : links) {
    text += "See [this](" + gitlab.url("/" + link) + ").\n\n";
  }
  return text;
}

ProgramRun check_gitlab(const TemporaryFolder& folder, const Environment& environment,
                        const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"check", "--online", "--cache", ".cache/links.sqlite", "--format", "json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ProgramOptions options;
  options.folder = folder.path();
  options.environment = environment;
  return run_program(arguments, options);
}

std::vector<std::string> findings_of(const ProgramRun& run) {
  const auto result = nlohmann::json::parse(run.output, nullptr, false);
  if (result.is_discarded()) {
    FAIL(run.output << run.errors);
  }
  std::vector<std::string> findings;
  for (const auto& finding : result["diagnostics"]) {
    findings.push_back(finding["rule"].get<std::string>() + ": " + finding["message"].get<std::string>());
    for (const auto& suggestion : finding["suggestions"]) {
      findings.back() += " | " + suggestion["message"].get<std::string>();
    }
  }
  return findings;
}

bool is_discreet(const std::string& text) { return text.find("s3cret") == std::string::npos; }

}  // namespace macrolint
