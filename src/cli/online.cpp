#include "cli/online.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "cli/cache_place.h"
#include "cli/gitlab_access.h"
#include "cli/interruption.h"
#include "cli/transfer_options.h"
#include "output/text.h"

namespace macrolint::cli {

namespace {

/// A run has many things to ask; one that fails three times is left.
constexpr unsigned most_attempts_of_gitlab = 3;

std::vector<Glob> globs_of(const std::vector<std::string>& patterns) {
  std::vector<Glob> globs;
  for (const std::string& pattern : patterns) {
    auto glob = Glob::compile(pattern);
    if (auto* compiled = std::get_if<Glob>(&glob)) {
      globs.push_back(std::move(*compiled));
    }
  }
  return globs;
}

/// A line end in a value would begin a header of its own.
bool is_header_value(const std::string& value) {
  return std::none_of(value.begin(), value.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7f;
  });
}

/// How GitLab is asked for the files of repositories and for links into its projects.
GitLabCheckOptions gitlab_settings(const Configuration& configuration, const LinkCheckOptions& check,
                                   Console& console) {
  GitLabCheckOptions gitlab;
  gitlab.url = configuration.gitlab.url;
  gitlab.projects = globs_of(configuration.gitlab.projects);
  gitlab.skip = globs_of(configuration.links.skip);
  const DispatchOptions& dispatch = check.dispatch;
  ApiOptions api;
  api.transfers = dispatch.transfers;
  api.timeout = dispatch.timeout;
  api.max_attempts = most_attempts_of_gitlab;
  api.longest_pause = dispatch.longest_pause;
  api.time_for_all = dispatch.time_for_all;
  api.is_stopped = dispatch.is_stopped;
  api.on_pause = [&console](std::string_view what) { console.debug(std::string(what)); };
  gitlab.connect = [api, &console](const std::string& url) -> std::unique_ptr<GitLabApi> {
    return connect_to_gitlab(access_to(url, read_gitlab_environment()), api, console);
  };
  return gitlab;
}

/// The headers for a host; nothing if the value of one cannot be sent. No value is ever shown.
std::optional<std::vector<std::string>> headers_for(const LinkHost& host, Console& console) {
  std::vector<std::string> headers;
  for (const auto& [header, variable] : host.headers_from_environment) {
    const std::string value = environment(variable);
    if (value.empty()) {
      console.warning(
          fmt::format("`{}` is not set, so `{}` is asked without the header `{}`.", variable, host.name, header));
    } else if (!is_header_value(value)) {
      console.error(fmt::format(
          "The value of `{}` has line ends or control characters in it; a header cannot have them.", variable));
      return std::nullopt;
    } else {
      headers.push_back(fmt::format("{}: {}", header, value));
    }
  }
  return headers;
}

bool set_hosts(const LinkSettings& settings, DispatchOptions& dispatch, Console& console) {
  for (const LinkHost& host : settings.hosts) {
    auto headers = headers_for(host, console);
    if (!headers.has_value()) {
      return false;
    }
    HostLimits& limits = dispatch.hosts[host.name];
    limits.concurrency = host.concurrency == 0 ? limits.concurrency : host.concurrency;
    limits.rate = host.rate == 0 ? limits.rate : host.rate;
    limits.headers = std::move(*headers);
  }
  return true;
}

std::optional<LinkCheckOptions> settings_of(const Options& options, const LinkSettings& settings, Console& console) {
  LinkCheckOptions check;
  check.skip = globs_of(settings.skip);
  check.accepted_statuses.insert(settings.accept_statuses.begin(), settings.accept_statuses.end());
  DispatchOptions& dispatch = check.dispatch;
  dispatch.transfers = transfer_options(settings);
  dispatch.timeout = std::chrono::seconds(settings.timeout);
  if (options.max_seconds > 0) {
    dispatch.time_for_all = std::chrono::seconds(options.max_seconds);
  }
  dispatch.is_stopped = [] { return Interruption::is_wanted(); };
  return set_hosts(settings, dispatch, console) ? std::optional(std::move(check)) : std::nullopt;
}

}  // namespace

OnlineCheck::OnlineCheck(LinkCheckOptions settings, GitLabCheckOptions gitlab, std::unique_ptr<LinkCache> cache,
                         bool is_quiet, Console& console)
    : console_(console),
      end_(std::chrono::steady_clock::now() + settings.dispatch.time_for_all),
      gitlab_([&] {
        gitlab.on_progress = [this](const LinkProgress& progress) {
          if (progress_.has_value()) {
            progress_->show(progress);
          }
        };
        return std::move(gitlab);
      }()),
      cache_(std::move(cache)),
      check_(
          [&] {
            if (!is_quiet) {
              progress_.emplace(console);
              settings.dispatch.on_progress = [this](const LinkProgress& progress) { progress_->show(progress); };
            }
            return std::move(settings);
          }(),
          cache_.get(), [] { return static_cast<std::int64_t>(std::time(nullptr)); }) {}

void OnlineCheck::serve(ReadOptions& reading) {
  reading.check_external = [this](const ExternalRequest& request) { return check(request); };
  reading.list_repository = [this](const std::string& url) { return list(url); };
}

std::optional<std::set<std::string, std::less<>>> OnlineCheck::list(const std::string& url) {
  const Interruption interruption;
  return gitlab_.list(url);
}

ExternalOutcomes OnlineCheck::check(const ExternalRequest& request) {
  const Interruption interruption;
  ExternalRequest rest = request;
  ExternalOutcomes outcomes = gitlab_.check(rest);
  check_.set_time(std::chrono::duration_cast<std::chrono::milliseconds>(end_ - std::chrono::steady_clock::now()));
  outcomes.merge(check_.check(rest));
  if (progress_.has_value()) {
    progress_->clear();
  }
  return outcomes;
}

/// Says why not all was done, if so. False where nothing was, or where somebody interrupted it.
bool OnlineCheck::conclude_early(std::size_t total, std::size_t unfinished, bool is_nothing_known) {
  const std::string what = fmt::format("{} of {} are not checked.", unfinished, counted(total, "external link"));
  const LinkCheckSummary& links = check_.summary();
  const GitLabSummary& gitlab = gitlab_.summary();
  if (links.was_stopped || gitlab.was_stopped) {
    console_.warning(fmt::format("Interrupted: {}", what));
    return false;
  }
  if (links.network_is_gone || gitlab.is_silent) {
    const char* who = !links.network_is_gone && !is_nothing_known ? "GitLab did not answer"
                      : gitlab.asked > 0                          ? "No host but GitLab answered"
                                                                  : "No host answered";
    const std::string message = fmt::format("{}, so {} Is there a network?", who, what);
    is_nothing_known ? console_.error(message) : console_.warning(message);
    return !is_nothing_known;
  }
  console_.warning(fmt::format("The time is over: {}", what));
  return !is_nothing_known;
}

bool OnlineCheck::conclude() {
  if (cache_ != nullptr) {
    for (const std::string& warning : cache_->warnings()) {
      console_.warning(warning);
    }
  }
  for (const std::string& warning : gitlab_.warnings()) {
    console_.warning(warning);
  }
  const LinkCheckSummary& links = check_.summary();
  const GitLabSummary& gitlab = gitlab_.summary();
  const std::size_t total = links.addresses + gitlab.addresses;
  const bool is_early = links.was_stopped || links.network_is_gone || links.ran_out_of_time || gitlab.was_stopped ||
                        gitlab.is_silent || gitlab.ran_out_of_time;
  if (is_early) {
    return conclude_early(total, links.unfinished() + gitlab.unfinished(),
                          links.asked + links.from_cache + gitlab.asked == 0);
  }
  console_.information(
      fmt::format("Checked {}, {} of them from the cache.", counted(total, "external link"), links.from_cache));
  return true;
}

std::variant<std::unique_ptr<OnlineCheck>, ExitStatus> prepare_online_check(const Options& options,
                                                                            const Configuration& configuration,
                                                                            Console& console) {
  if (!options.online) {
    return nullptr;
  }
  if (const std::string obstacle = net::Transfers::obstacle("`--online` is not possible"); !obstacle.empty()) {
    console.error(obstacle);
    return ExitStatus::failure;
  }
  auto settings = settings_of(options, configuration.links, console);
  if (!settings.has_value()) {
    return ExitStatus::usage;
  }
  const std::string place = cache_place();
  const std::string usual = place.empty() ? "" : place + "/links.sqlite";
  const std::string path = options.cache.empty() ? usual : options.cache;
  auto cache = path.empty() ? nullptr : LinkCache::open(path);
  GitLabCheckOptions gitlab = gitlab_settings(configuration, *settings, console);
  return std::make_unique<OnlineCheck>(std::move(*settings), std::move(gitlab), std::move(cache), options.quiet,
                                       console);
}

}  // namespace macrolint::cli
