#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "site/site.h"

namespace macrolint {

/// What a broken link was most likely meant for. Made once for a site, when the first broken link is found.
class Nearby {
 public:
  explicit Nearby(const Site& site);

  /// The address of a page with the same name in another folder, if one stands out, or else of one with nearly the
  /// same name in the same folder.
  [[nodiscard]] std::optional<std::string> page(std::string_view address) const;
  /// The only file with the same name in another folder, or one with nearly the same name in the same folder.
  [[nodiscard]] std::optional<std::string> file(std::string_view address) const;

 private:
  using Addresses = std::vector<std::string_view>;

  static std::optional<std::string> find(std::string_view address,
                                         const std::unordered_map<std::string_view, Addresses>& by_name,
                                         const std::unordered_map<std::string_view, Addresses>& by_folder);

  std::unordered_map<std::string_view, Addresses> pages_by_name_;
  std::unordered_map<std::string_view, Addresses> pages_by_folder_;
  std::unordered_map<std::string_view, Addresses> files_by_name_;
  std::unordered_map<std::string_view, Addresses> files_by_folder_;
};

/// The id of a page that a fragment was most likely meant for: one that differs in case and marks only, or nearly so.
[[nodiscard]] std::optional<std::string> nearest_anchor(const Site& site, const SitePage& page,
                                                        std::string_view fragment);

}  // namespace macrolint
