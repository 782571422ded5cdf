#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/link_progress.h"
#include "cli/options.h"
#include "configuration/configuration.h"
#include "external/link_cache.h"
#include "external/link_check.h"

namespace macrolint::cli {

/// The check of links to the web that `--online` asks for, with its cache, its progress and its last words.
class OnlineCheck {
 public:
  OnlineCheck(LinkCheckOptions settings, std::unique_ptr<LinkCache> cache, bool is_quiet, Console& console);

  [[nodiscard]] ExternalOutcomes check(const ExternalRequest& request);
  /// Says what could not be checked. False where nothing could be, or where somebody interrupted it.
  [[nodiscard]] bool conclude();

 private:
  Console& console_;
  std::optional<LinkProgressView> progress_;
  std::unique_ptr<LinkCache> cache_;
  LinkCheck check_;
};

/// Prepares the check; null if it is not asked for. What is wrong is logged.
[[nodiscard]] std::variant<std::unique_ptr<OnlineCheck>, ExitStatus> prepare_online_check(
    const Options& options, const Configuration& configuration, Console& console);

}  // namespace macrolint::cli
