#pragma once

#include <string>
#include <vector>

#include "drift/inbox/statements.h"
#include "index/project.h"

namespace macrolint {

/// A place where a page gives an inbox and something else gives another for the same thing.
struct InboxDrift {
  enum class Against : std::uint8_t { macro, configuration, page };

  Against against = Against::page;
  InboxStatement statement;
  /// What the others give, as written.
  std::string expected;
  /// Where they do; at least one place.
  std::vector<Place> others;
  /// The macro, if it is one.
  const Macro* macro = nullptr;
  /// The configuration has the page's address for this thing.
  bool page_is_configured = false;
};

/// Compares what the pages of a project say about inboxes with macros, the configuration and each other. In order of
/// page and place.
[[nodiscard]] std::vector<InboxDrift> find_inbox_drift(const Project& project);

}  // namespace macrolint
