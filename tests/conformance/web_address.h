#pragma once

#include <string>
#include <string_view>

namespace macrolint::conformance {

/// The parts of an address that decide where it leads.
struct WebAddress {
  /// In lower case, with `//` and without a colon: `https//host`.
  std::string origin;
  /// Without percent-encoding and without `.` and `..`.
  std::string path;
  /// Without percent-encoding.
  std::string fragment;
  bool has_query = false;
};

/// What a browser makes of `address` in a page at `base`, an absolute address. The origin of an address that is not
/// of the web, such as `mailto:x`, is its scheme.
[[nodiscard]] WebAddress resolve_address(std::string_view address, const WebAddress& base);

/// An absolute address of the web.
[[nodiscard]] WebAddress absolute_address(std::string_view address);

/// A text without percent-encoding; what is no valid encoding stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

}  // namespace macrolint::conformance
