#include "cli/online.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "cli/interruption.h"
#include "cli/transfer_options.h"
#include "output/text.h"

namespace macrolint::cli {

namespace {

/// Where the cache is by default, as https://specifications.freedesktop.org/basedir-spec wants it; empty if there is no
/// place for it.
std::string default_cache() {
  const std::string folder = environment("XDG_CACHE_HOME");
  if (folder.starts_with('/')) {
    return folder + "/macrolint/links.sqlite";
  }
  const std::string home = environment("HOME");
  return home.empty() ? "" : home + "/.cache/macrolint/links.sqlite";
}

/// A line end in a value would begin a header of its own.
bool is_header_value(const std::string& value) {
  return std::none_of(value.begin(), value.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7f;
  });
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
  for (const std::string& pattern : settings.skip) {
    auto glob = Glob::compile(pattern);
    if (auto* compiled = std::get_if<Glob>(&glob)) {
      check.skip.push_back(std::move(*compiled));
    }
  }
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

OnlineCheck::OnlineCheck(LinkCheckOptions settings, std::unique_ptr<LinkCache> cache, bool is_quiet, Console& console)
    : console_(console),
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

ExternalOutcomes OnlineCheck::check(const ExternalRequest& request) {
  const Interruption interruption;
  ExternalOutcomes outcomes = check_.check(request);
  if (progress_.has_value()) {
    progress_->clear();
  }
  return outcomes;
}

bool OnlineCheck::conclude() {
  if (cache_ != nullptr) {
    for (const std::string& warning : cache_->warnings()) {
      console_.warning(warning);
    }
  }
  const LinkCheckSummary& summary = check_.summary();
  const bool is_nothing_known = summary.asked + summary.from_cache == 0;
  if (summary.was_stopped) {
    console_.warning(fmt::format("Interrupted: {} of {} are not checked.", summary.unfinished(),
                                 counted(summary.addresses, "external link")));
    return false;
  }
  if (summary.network_is_gone) {
    const std::string message = fmt::format("No host answered, so {} of {} are not checked. Is there a network?",
                                            summary.unfinished(), counted(summary.addresses, "external link"));
    is_nothing_known ? console_.error(message) : console_.warning(message);
    return !is_nothing_known;
  }
  if (summary.ran_out_of_time) {
    console_.warning(fmt::format("The time is over: {} of {} are not checked.", summary.unfinished(),
                                 counted(summary.addresses, "external link")));
    return !is_nothing_known;
  }
  console_.information(fmt::format("Checked {}, {} of them from the cache.",
                                   counted(summary.addresses, "external link"), summary.from_cache));
  return true;
}

std::variant<std::unique_ptr<OnlineCheck>, ExitStatus> prepare_online_check(const Options& options,
                                                                            const Configuration& configuration,
                                                                            Console& console) {
  if (!options.online) {
    return nullptr;
  }
  if (!net::Transfers::are_possible()) {
    console.error(
        "This program was built without the network, so `--online` is not possible. The package for Debian has it.");
    return ExitStatus::failure;
  }
  auto settings = settings_of(options, configuration.links, console);
  if (!settings.has_value()) {
    return ExitStatus::usage;
  }
  const std::string path = options.cache.empty() ? default_cache() : options.cache;
  auto cache = path.empty() ? nullptr : LinkCache::open(path);
  return std::make_unique<OnlineCheck>(std::move(*settings), std::move(cache), options.quiet, console);
}

}  // namespace macrolint::cli
