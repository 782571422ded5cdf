#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "configuration/glob.h"
#include "external/dispatch.h"
#include "external/outcome.h"
#include "gitlab/gitlab_api.h"
#include "gitlab/gitlab_link.h"
#include "gitlab/project_files.h"
#include "net/web_url.h"

namespace macrolint {

struct GitLabCheckOptions {
  /// The GitLab whose links are looked up; empty for none but those to macro repositories that are listed.
  std::string url;
  /// Projects that are asked about; empty means all.
  std::vector<Glob> projects;
  /// Addresses that are not asked for.
  std::vector<Glob> skip;
  /// Makes the connection to the GitLab at this address; null if it is none that can be asked.
  std::function<std::unique_ptr<GitLabApi>(const std::string& url)> connect;
  /// Called before each project.
  std::function<void(const LinkProgress&)> on_progress = [](const LinkProgress&) {};
};

/// What became of the links of all calls.
struct GitLabSummary {
  std::size_t addresses = 0;
  /// Those of them about which GitLab was asked, whatever it said.
  std::size_t asked = 0;
  bool was_stopped = false;
  bool ran_out_of_time = false;
  /// GitLab was asked and did not answer at all.
  bool is_silent = false;

  [[nodiscard]] std::size_t unfinished() const { return addresses - asked; }
};

/// Finds out through GitLab's API about links to files, issues and merge requests: one listing for a project and
/// reference instead of a request for each file.
class GitLabCheck {
 public:
  explicit GitLabCheck(GitLabCheckOptions options) : options_(std::move(options)) {}

  /// The files below the address of a folder, by their paths below it. Links into its project are looked up here from
  /// then on. Nothing if they cannot be found out; then `warnings` says why.
  [[nodiscard]] std::optional<std::set<std::string, std::less<>>> list(const std::string& url);

  /// Takes the addresses out of the request that are looked up here, and returns what was found out about them. Some
  /// may be missing: see the summary for the reason.
  [[nodiscard]] ExternalOutcomes check(ExternalRequest& request);

  [[nodiscard]] const GitLabSummary& summary() const { return summary_; }
  /// A sentence each.
  [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  struct Project {
    Project(GitLabApi& api, const std::string& written) : name(written), files(api, written) {}

    std::string name;
    ProjectFiles files;
    /// By kind and number: whether GitLab lists it.
    std::map<std::pair<GitLabLink::Kind, std::uint64_t>, bool> numbers;
    /// By kind: why the list could not be had.
    std::map<GitLabLink::Kind, ApiError> errors;
  };
  struct Site {
    net::WebUrl root;
    std::unique_ptr<GitLabApi> api;
    /// By `project_key`.
    std::map<std::string, Project> projects;
    /// Those that are asked about whatever the options say.
    std::set<std::string> listed;
  };
  /// An address of the request with what it leads to.
  struct Target {
    std::string written;
    GitLabLink link;
    std::set<std::string, std::less<>> fragments;
  };

  [[nodiscard]] Site* site_at(const std::string& url);
  /// What an address of a repository leads to, in which GitLab.
  [[nodiscard]] std::pair<Site*, std::optional<GitLabLink>> place_of(const std::string& url);
  void warn_of_list(const std::string& url, const Site& site, Project& project, const ApiError& error);
  [[nodiscard]] Project& project_in(Site& site, const std::string& name);
  [[nodiscard]] std::optional<GitLabLink> wanted_link(const Site& site, const std::string& written) const;
  [[nodiscard]] bool is_wanted(const Site& site, const std::string& project) const;
  [[nodiscard]] std::map<std::string, std::vector<Target>> take_targets(Site& site, ExternalRequest& request);
  void check_project(Site& site, const std::vector<Target>& targets, ExternalOutcomes& outcomes);
  void list_numbers(Site& site, Project& project, const std::vector<Target>& targets, GitLabLink::Kind kind);
  [[nodiscard]] ExternalOutcome judge_file(Site& site, Project& project, const Target& target, const FoundFile& file);
  [[nodiscard]] ExternalOutcome judge_number(Site& site, Project& project, const Target& target);
  void count(const Site& site, const std::vector<Target>& targets);

  GitLabCheckOptions options_;
  /// By address; null for what is none.
  std::map<std::string, std::unique_ptr<Site>> sites_;
  std::map<std::string, std::optional<std::set<std::string, std::less<>>>> lists_;
  std::set<std::string> counted_;
  GitLabSummary summary_;
  std::vector<std::string> warnings_;
};

}  // namespace macrolint
