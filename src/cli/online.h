#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/link_progress.h"
#include "cli/options.h"
#include "configuration/configuration.h"
#include "external/link_cache.h"
#include "external/link_check.h"
#include "gitlab/gitlab_check.h"
#include "lint/lint.h"

namespace macrolint::cli {

/// The check of links to the web that `--online` asks for, with its cache, its progress and its last words.
class OnlineCheck {
 public:
  OnlineCheck(LinkCheckOptions settings, GitLabCheckOptions gitlab, std::unique_ptr<LinkCache> cache, bool is_quiet,
              Console& console);

  /// Lets a run ask. It has to live as long as the run.
  void serve(ReadOptions& reading);

  /// The files of a macro repository that is not checked out, if its GitLab tells.
  [[nodiscard]] std::optional<std::set<std::string, std::less<>>> list(const std::string& url);
  [[nodiscard]] ExternalOutcomes check(const ExternalRequest& request);
  /// Says what could not be checked. False where nothing could be, or where somebody interrupted it.
  [[nodiscard]] bool conclude();

 private:
  [[nodiscard]] bool conclude_early(std::size_t total, std::size_t unfinished, bool is_nothing_known);

  Console& console_;
  /// When all has to be done.
  std::chrono::steady_clock::time_point end_;
  GitLabCheck gitlab_;
  std::optional<LinkProgressView> progress_;
  std::unique_ptr<LinkCache> cache_;
  LinkCheck check_;
};

/// Prepares the check; null if it is not asked for. What is wrong is logged.
[[nodiscard]] std::variant<std::unique_ptr<OnlineCheck>, ExitStatus> prepare_online_check(
    const Options& options, const Configuration& configuration, Console& console);

}  // namespace macrolint::cli
