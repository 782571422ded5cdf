#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// What a page's front matter says about where and whether Hugo publishes it
/// (https://gohugo.io/content-management/urls/).
struct PageSettings {
  std::string url;
  std::string slug;
  std::vector<std::string> aliases;
  std::optional<bool> draft;
  /// What a section's `cascade` says of `draft` for itself and the pages below that say nothing.
  std::optional<bool> draft_below;
  /// A bundle whose files are published and whose page is not.
  bool headless = false;
  /// `_build: {render: never}`: the page is known and not published.
  bool rendered = true;
  /// Days as `YYYY-MM-DD`; empty where there is none. Before the first the page is not published, from the second
  /// on not any more.
  std::string publish_day;
  std::string expiry_day;
};

/// Whether a line of YAML or TOML may be one of these settings; a cheap look before it is parsed.
[[nodiscard]] bool may_have_settings(std::string_view content);

/// Reads the settings of a page; nothing if its front matter holds none of them, which is the rule.
[[nodiscard]] std::optional<PageSettings> read_page_settings(const Document& page);

}  // namespace macrolint
