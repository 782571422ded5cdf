#pragma once

#include <string>
#include <string_view>

#include "support/temporary_folder.h"

namespace macrolint::conformance {

/// The day on which every site is built, whatever day it is: pages have dates.
inline constexpr std::string_view build_day = "2026-11-01";

/// Whether the real `hugo` can be run here.
[[nodiscard]] bool hugo_is_installed();

/// A site published by the real `hugo` with a bare theme that adds nothing to the text of a page, only marks where
/// it came from and how its links were written. The site itself is only read.
class HugoBuild {
 public:
  /// Builds the folder that holds `content`, and `static`, `assets` and `layouts/index.redirects` where the site
  /// has them. A build that fails fails the test.
  HugoBuild(const std::string& site_folder, const std::string& base_url);

  [[nodiscard]] std::string public_folder() const { return folder_.path("public"); }
  /// What Hugo printed, warnings included.
  [[nodiscard]] const std::string& log() const { return log_; }

 private:
  /// Newer versions of Hugo call the option `build`, which older ones know as `_build` only: writes copies of the pages
  /// that have it.
  void translate_build_options(const std::string& content) const;
  void write_configuration(const std::string& site_folder, const std::string& base_url) const;

  TemporaryFolder folder_;
  std::string log_;
};

}  // namespace macrolint::conformance
