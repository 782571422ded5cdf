#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// A configuration with macros in `macros`, a site in `site` and `rest`; `inbox-unknown` is off.
[[nodiscard]] std::string inbox_configuration(std::string_view rest);

/// Files of an archive: an active macro with a public comment, and a page of the site.
[[nodiscard]] std::string macro(const std::string& title, const std::string& text);
[[nodiscard]] std::string html_macro(const std::string& title, const std::string& html);
[[nodiscard]] std::string page(const std::string& name, const std::string& text);

struct InboxRow {
  std::string_view what;
  std::string files;
  /// `path:line:column subject` of what drift-inbox finds, less the folder of the pages.
  std::vector<std::string> findings;
};

void check_rows(const std::string& configuration, const std::vector<InboxRow>& rows);

}  // namespace macrolint
