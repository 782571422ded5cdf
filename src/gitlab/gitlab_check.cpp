#include "gitlab/gitlab_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "external/link_check.h"
#include "gitlab/why_unchecked.h"

namespace macrolint {

namespace {

using Kind = ExternalOutcome::Kind;
using LinkKind = GitLabLink::Kind;

constexpr long not_found = 404;

ExternalOutcome unchecked(std::string reason) {
  ExternalOutcome outcome;
  outcome.reason = std::move(reason);
  return outcome;
}

ExternalOutcome absent(std::string sentence) {
  ExternalOutcome outcome;
  outcome.kind = Kind::absent;
  outcome.status = not_found;
  outcome.reason = std::move(sentence);
  return outcome;
}

ExternalOutcome working() {
  ExternalOutcome outcome;
  outcome.kind = Kind::working;
  return outcome;
}

std::string without_slash(std::string url) {
  while (url.ends_with('/')) {
    url.pop_back();
  }
  return url;
}

/// Where nothing else is said, GitLab is at the root of its host.
std::string root_of(const net::WebUrl& url) {
  return fmt::format("{}://{}", url.is_secure ? "https" : "http", url.authority);
}

bool matches_any(const std::vector<Glob>& globs, const std::string& text) {
  return std::any_of(globs.begin(), globs.end(), [&](const Glob& glob) { return glob.matches(text); });
}

}  // namespace

GitLabCheck::Site* GitLabCheck::site_at(const std::string& url) {
  const auto [entry, is_new] = sites_.try_emplace(without_slash(url));
  if (is_new) {
    auto root = net::parse_web_url(entry->first);
    auto api = root.has_value() && !is_example_host(root->host) ? options_.connect(entry->first) : nullptr;
    if (api != nullptr) {
      entry->second = std::make_unique<Site>();
      entry->second->root = std::move(*root);
      entry->second->api = std::move(api);
    }
  }
  return entry->second.get();
}

GitLabCheck::Project& GitLabCheck::project_in(Site& site, const std::string& name) {
  return site.projects.try_emplace(project_key(name), *site.api, name).first->second;
}

bool GitLabCheck::is_wanted(const Site& site, const std::string& project) const {
  const std::string key = project_key(project);
  const auto configured = sites_.find(without_slash(options_.url));
  const bool is_configured = configured != sites_.end() && configured->second.get() == &site;
  return site.listed.contains(key) ||
         (is_configured && (options_.projects.empty() || matches_any(options_.projects, project) ||
                            matches_any(options_.projects, key)));
}

std::optional<GitLabLink> GitLabCheck::wanted_link(const Site& site, const std::string& written) const {
  auto link = read_gitlab_link(site.root, written);
  return link.has_value() && is_wanted(site, link->project) && !matches_any(options_.skip, written) ? link
                                                                                                    : std::nullopt;
}

std::pair<GitLabCheck::Site*, std::optional<GitLabLink>> GitLabCheck::place_of(const std::string& url) {
  Site* configured = options_.url.empty() ? nullptr : site_at(options_.url);
  if (auto link = configured == nullptr ? std::nullopt : read_gitlab_link(configured->root, url)) {
    return {configured, std::move(link)};
  }
  const auto address = net::parse_web_url(url);
  Site* site = address.has_value() ? site_at(root_of(*address)) : nullptr;
  return {site, site == nullptr ? std::nullopt : read_gitlab_link(site->root, url)};
}

std::optional<std::set<std::string, std::less<>>> GitLabCheck::list(const std::string& url) {
  const auto [entry, is_new] = lists_.try_emplace(url);
  if (!is_new) {
    return entry->second;
  }
  const auto [site, link] = place_of(url);
  if (!link.has_value() || link->kind != LinkKind::file || matches_any(options_.skip, url)) {
    return std::nullopt;
  }
  site->listed.insert(project_key(link->project));
  Project& project = project_in(*site, link->project);
  const std::size_t slash = std::min(link->reference_and_path.find('/'), link->reference_and_path.size());
  const std::string folder = link->reference_and_path.substr(std::min(slash + 1, link->reference_and_path.size()));
  auto result = project.files.list(link->reference_and_path.substr(0, slash), folder);
  if (const auto* error = std::get_if<ApiError>(&result)) {
    warn_of_list(url, *site, project, *error);
    return std::nullopt;
  }
  entry->second = std::get<std::set<std::string, std::less<>>>(std::move(result));
  return entry->second;
}

void GitLabCheck::warn_of_list(const std::string& url, const Site& site, Project& project, const ApiError& error) {
  std::string reason = why_unchecked(error, project.name, site.api->has_token());
  if (error.kind == ApiError::Kind::not_found && std::holds_alternative<ProjectAccess>(project.files.access())) {
    reason = "there is no such branch or folder";
  }
  warnings_.push_back(fmt::format("The files at `{}` could not be listed: {}.", url, reason));
}

std::map<std::string, std::vector<GitLabCheck::Target>> GitLabCheck::take_targets(Site& site,
                                                                                  ExternalRequest& request) {
  std::map<std::string, std::vector<Target>> by_project;
  std::erase_if(request, [&](const auto& entry) {
    auto link = wanted_link(site, entry.first);
    if (!link.has_value()) {
      return false;
    }
    const std::string key = project_key(link->project);
    by_project[key].push_back({entry.first, std::move(*link), entry.second});
    return true;
  });
  return by_project;
}

ExternalOutcomes GitLabCheck::check(ExternalRequest& request) {
  if (!options_.url.empty()) {
    static_cast<void>(site_at(options_.url));
  }
  ExternalOutcomes outcomes;
  for (const auto& [url, site] : sites_) {
    if (site == nullptr) {
      continue;
    }
    const std::size_t before = request.size();
    const auto by_project = take_targets(*site, request);
    LinkProgress progress{0, before - request.size(), site->root.host, before - request.size()};
    for (const auto& [key, targets] : by_project) {
      options_.on_progress(progress);
      check_project(*site, targets, outcomes);
      count(*site, targets);
      progress.done += targets.size();
      progress.waiting_for_it -= targets.size();
    }
  }
  return outcomes;
}

/// Counts what is new, and sees whether the end has come.
void GitLabCheck::count(const Site& site, const std::vector<Target>& targets) {
  const ApiError* end = site.api->given_up();
  const bool is_stopped = end != nullptr && end->kind == ApiError::Kind::interrupted;
  const bool is_over = end != nullptr && end->kind == ApiError::Kind::out_of_time;
  const bool is_silent = end != nullptr && !site.api->has_answered() && !is_stopped && !is_over;
  for (const Target& target : targets) {
    if (counted_.insert(target.written).second) {
      ++summary_.addresses;
      summary_.asked += is_stopped || is_over || is_silent ? 0 : 1;
    }
  }
  summary_.was_stopped = summary_.was_stopped || is_stopped;
  summary_.ran_out_of_time = summary_.ran_out_of_time || is_over;
  summary_.is_silent = summary_.is_silent || is_silent;
}

void GitLabCheck::check_project(Site& site, const std::vector<Target>& targets, ExternalOutcomes& outcomes) {
  Project& project = project_in(site, targets.front().link.project);
  std::set<std::string> wanted;
  for (const Target& target : targets) {
    if (target.link.kind == LinkKind::file) {
      wanted.insert(target.link.reference_and_path);
    }
  }
  const auto files = project.files.find(wanted);
  list_numbers(site, project, targets, LinkKind::issue);
  list_numbers(site, project, targets, LinkKind::merge_request);
  for (const Target& target : targets) {
    ExternalOutcome outcome = target.link.kind == LinkKind::file
                                  ? judge_file(site, project, target, files.at(target.link.reference_and_path))
                                  : judge_number(site, project, target);
    const ApiError* end = site.api->given_up();
    const bool has_ended = end != nullptr && (end->kind == ApiError::Kind::interrupted ||
                                              end->kind == ApiError::Kind::out_of_time || !site.api->has_answered());
    if (outcome.kind != Kind::unchecked || !has_ended) {
      outcomes.emplace(target.written, std::move(outcome));
    }
  }
}

void GitLabCheck::list_numbers(Site& site, Project& project, const std::vector<Target>& targets, LinkKind kind) {
  std::set<std::uint64_t> wanted;
  for (const Target& target : targets) {
    if (target.link.kind == kind && !project.numbers.contains({kind, target.link.number})) {
      wanted.insert(target.link.number);
    }
  }
  if (wanted.empty() || project.errors.contains(kind)) {
    return;
  }
  if (const ApiError* error = project.files.known_error()) {
    project.errors.emplace(kind, *error);
    return;
  }
  auto result = site.api->numbers(project.name, kind == LinkKind::issue ? "issues" : "merge_requests",
                                  {wanted.begin(), wanted.end()});
  if (auto* error = std::get_if<ApiError>(&result)) {
    project.errors.emplace(kind, std::move(*error));
    return;
  }
  const auto& present = std::get<std::set<std::uint64_t>>(result);
  for (const std::uint64_t number : wanted) {
    project.numbers[{kind, number}] = present.contains(number);
  }
}

ExternalOutcome GitLabCheck::judge_file(Site& site, Project& project, const Target& target, const FoundFile& file) {
  using State = FoundFile::State;
  ExternalOutcome outcome;
  switch (file.state) {
    case State::unknown:
      return unchecked(why_unchecked(*file.error, target.link.project, site.api->has_token()));
    case State::no_reference:
      return absent(fmt::format("The project `{}` has no branch, tag or commit that `{}` could begin with.",
                                target.link.project, target.link.reference_and_path));
    case State::no_file:
      outcome =
          absent(fmt::format("The project `{}` has no `{}` at `{}`.", target.link.project, file.path, file.reference));
      if (const auto nearby = project.files.nearby(file.reference, file.path)) {
        outcome.nearby = link_to_path(target.written, file.reference, nearby->path);
        outcome.is_nearby_moved = nearby->is_moved;
      }
      return outcome;
    case State::folder:
    case State::file:
      break;
  }
  outcome = working();
  for (const std::string& fragment : target.fragments) {
    const auto last = file.state == State::file ? last_line_of(fragment) : std::nullopt;
    const auto lines = last.has_value() ? project.files.lines(file.reference, file.path) : std::nullopt;
    const bool is_beyond = lines.has_value() && *last > *lines;
    (is_beyond ? outcome.missing_fragments : outcome.other_fragments).insert(fragment);
    outcome.lines = is_beyond ? lines : outcome.lines;
  }
  return outcome;
}

ExternalOutcome GitLabCheck::judge_number(Site& site, Project& project, const Target& target) {
  const auto [kind, name] = std::pair(target.link.kind, target.link.project);
  if (const auto error = project.errors.find(kind); error != project.errors.end()) {
    return unchecked(why_unchecked(error->second, name, site.api->has_token()));
  }
  if (project.numbers.at({kind, target.link.number})) {
    return working();
  }
  const auto& result = project.files.access();
  if (const auto* error = std::get_if<ApiError>(&result)) {
    return unchecked(why_unchecked(*error, name, site.api->has_token()));
  }
  const auto& access = std::get<ProjectAccess>(result);
  const bool is_issue = kind == LinkKind::issue;
  if (is_issue ? !access.all_issues : !access.merge_requests) {
    return unchecked(fmt::format("GitLab lists no {} {} of the project `{}`, but perhaps does to others",
                                 is_issue ? "issue" : "merge request", target.link.number, name));
  }
  return absent(
      fmt::format("The project `{}` has no {} {}.", name, is_issue ? "issue" : "merge request", target.link.number));
}

}  // namespace macrolint
