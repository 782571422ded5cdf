#include <fmt/format.h>

#include "catch.h"
#include "gitlab/fake_gitlab.h"
#include "gitlab/gitlab_program.h"

// Macro repositories that are not checked out: only the names of their files are known.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

/// The folder of the sync repository is named and not there; that of the other is not even named.
std::string configuration_for(const FakeGitLab& gitlab, const std::string& rest) {
  return fmt::format(
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  desk:\n    sync:\n      path: macros/data\n"
      "      urls: ['{0}/g/sync/-/blob/main/data/']\n      former_urls: ['{0}/g/old/-/blob/master/macros/']\n"
      "    managed: {{urls: ['{0}/g/managed/-/blob/main/']}}\n"
      "documents: [{{kind: plain, path: docs}}]\nlinks: {{allow_addresses: [127.0.0.0/8], timeout: 1}}\n{1}",
      gitlab.url(), rest);
}

std::string with_gitlab(const FakeGitLab& gitlab) { return fmt::format("gitlab: {{url: '{}'}}\n", gitlab.url()); }

void fill(FakeGitLab& gitlab) {
  gitlab.projects["g/sync"].trees["main"] = {{"README.md", ""},
                                             {"data/active/General/Return Label.yaml", ""},
                                             {"data/active/General/Quote.yaml", ""},
                                             {"data/inactive/General/Off.yaml", ""},
                                             {"data/other/x.yaml", ""}};
  gitlab.projects["g/managed"].trees["main"] = {{"active/General/Quote.md", ""}};
}

std::string page(const FakeGitLab& gitlab, const Lines& lines) {
  std::string text = "-- docs/page.md --\n";
  for (const std::string& line : lines) {
    text += "Use the " + fmt::format(fmt::runtime(line), gitlab.url("/g")) + " macro.\n\n";
  }
  return text;
}

const Lines lines = {
    "[`General::Return Label`]({}/sync/-/blob/main/data/active/General/Return%20Label.yaml)",
    "[`General::Quote`]({}/sync/-/tree/0123456789abcdef/data/active/General/Gone.yaml)",
    "[`General::Quote`]({}/managed/-/blob/main/active/General/Quote.md)",
    "[`General::Kwote`]({}/managed/-/blob/main/active/General/Kwote.md)",
    "[`General::Return Label`]({}/managed/-/blob/main/active/General/Return%20Label.md)",
    "[`General::Off`]({}/sync/-/blob/main/data/active/General/Off.yaml)",
    "[`General::Quote`]({}/old/-/blob/master/macros/active/General/Quote.yaml)",
    "[`General::Quote`]({}/sync/-/blob/main/data/active/General/Return%20Label.yaml)",
};

}  // namespace

TEST_CASE("Links into macro repositories that are not checked out are judged by the names of files") {
  FakeGitLab gitlab;
  fill(gitlab);
  const TemporaryFolder folder(configuration_for(gitlab, with_gitlab(gitlab)) + page(gitlab, lines) + "[read me](" +
                               gitlab.url("/g/sync/-/blob/main/README.md") + ")\n");
  const ProgramRun run = check_gitlab(folder, only());
  INFO(run.output << run.errors);
  const std::string sync = gitlab.url("/g/sync/-/blob/main/data/");
  CHECK(
      findings_of(run) ==
      Lines{
          "reference-link-missing: The managed content repository has no `active/General/Kwote.md`. | did you mean "
          "`active/General/Quote.md`?",
          "reference-stale-link: The macro has no managed content, so there is no `active/General/Return Label.md`; "
          "its "
          "wording is in the sync repository. | link to `" +
              sync + "active/General/Return%20Label.yaml`",
          "reference-stale-link: The sync repository has no `active/General/Off.yaml`; the file is "
          "`inactive/General/Off.yaml` now. | link to `" +
              sync + "inactive/General/Off.yaml`",
          "reference-stale-link: The sync repository has left this address; `active/General/Quote.yaml` is at its new "
          "one. | link to `" +
              sync + "active/General/Quote.yaml`",
          "reference-link-mismatch: The text names the macro `General::Quote`, but its link goes to "
          "`active/General/Return Label.yaml`. Make both name the same macro. | link to `" +
              sync + "active/General/Quote.yaml`"});
  CHECK(run.status == 1);
  CHECK(gitlab.requests() == Lines{"GET g/sync/tree?ref=main&path=data&recursive=true",
                                   "GET g/managed/tree?ref=main&recursive=true", "GET g/sync/tree?ref=main"});
}

TEST_CASE("Macro repositories are asked for where no GitLab is configured, and nothing else of theirs is") {
  FakeGitLab gitlab;
  fill(gitlab);
  // GitLab is at the root of its host then.
  std::string text = configuration_for(gitlab, "") + page(gitlab, lines);
  for (std::size_t at = text.find("/gitlab/g/"); at != std::string::npos; at = text.find("/gitlab/g/", at)) {
    text.erase(at, std::string("/gitlab").size());
  }
  gitlab.faults.push_back({"/api/v4", {{500, "{}"}}, false, true});
  const TemporaryFolder folder(text);
  const ProgramRun run = check_gitlab(folder, only());
  CHECK(run.status == 3);
  CHECK(run.errors.find("500 Internal Server Error; it was asked 3 times.") != std::string::npos);
  CHECK(gitlab.server().request_lines().front().starts_with("GET /api/v4/projects/g%2Fsync/repository/tree?"));
}

TEST_CASE("Where a macro repository cannot be listed, links into it are unchecked") {
  FakeGitLab gitlab;
  fill(gitlab);
  gitlab.projects["g/sync"].is_private = true;
  gitlab.projects["g/sync"].level = 20;
  const TemporaryFolder folder(configuration_for(gitlab, with_gitlab(gitlab)) + page(gitlab, {lines[0], lines[5]}));
  const ProgramRun run = check_gitlab(folder, only());
  INFO(run.output << run.errors);
  const std::string unchecked =
      "link-unchecked: It could not be found out whether this address works: there is no project `g/sync` that can be "
      "seen without a token.";
  const Lines findings = findings_of(run);
  CHECK(std::count(findings.begin(), findings.end(), unchecked) == 2);
  CHECK(findings.size() == 3);
  CHECK(run.errors.find("could not be listed: there is no project `g/sync` that can be seen without a token.") !=
        std::string::npos);
  CHECK(gitlab.requests() == Lines{"GET g/sync/tree?ref=main&path=data&recursive=true", "GET g/sync",
                                   "GET g/managed/tree?ref=main&recursive=true"});
}

TEST_CASE("A macro's managed content may be in a repository that is not checked out") {
  FakeGitLab gitlab;
  fill(gitlab);
  const auto macro = [](const std::string& name) {
    return fmt::format(
        "-- macros/data/active/General/{0}.yaml --\ntitle: 'General::{0}'\nactive: true\nactions:\n"
        "- field: 'comment_value_html'\n  value: 'MANAGED_CONTENT'\ncontains_managed_content: true\n",
        name);
  };
  const TemporaryFolder folder(configuration_for(gitlab, with_gitlab(gitlab)) + macro("Quote") + macro("Label") +
                               page(gitlab, {"`General::Quote`", "`General::Label`"}));
  CHECK(
      findings_of(check_gitlab(folder, only())) ==
      Lines{
          "macro-managed-missing: The managed content file `active/General/Label.md` does not exist. Add it, or write "
          "`contains_managed_content: false`."});
  CHECK(gitlab.requests() == Lines{"GET g/managed/tree?ref=main&recursive=true"});
  ProgramOptions offline;
  offline.folder = folder.path();
  CHECK(findings_of(run_program({"check", "--format", "json"}, offline)).empty());
}

TEST_CASE("Offline, nothing is said about links into what is not checked out") {
  FakeGitLab gitlab;
  fill(gitlab);
  const TemporaryFolder folder(configuration_for(gitlab, "") + page(gitlab, lines));
  ProgramOptions options;
  options.folder = folder.path();
  options.environment = with_token(gitlab);
  const ProgramRun run = run_program({"check", "--format", "json"}, options);
  const Lines findings = findings_of(run);
  CHECK(findings.size() == 1);
  CHECK(findings.front().starts_with("input-unreadable: "));
  CHECK(gitlab.requests().empty());
}

}  // namespace macrolint
