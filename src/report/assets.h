#pragma once

#include <string_view>

namespace macrolint {

/// The files of the folder `report`, made part of the program by cmake/EmbedReport.cmake.
struct ReportAssets {
  std::string_view page;
  std::string_view style;
  std::string_view script;
  /// Of the libraries in the script.
  std::string_view licence;
  /// SHA-256 of style and script, as hexadecimal digits.
  std::string_view style_hash;
  std::string_view script_hash;
};

[[nodiscard]] const ReportAssets& report_assets();

}  // namespace macrolint
