#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint {

/// An absolute `http` or `https` URL.
struct WebAddress {
  /// Percent-decoded, without user and port; an IPv6 address without its brackets.
  std::string host;
  /// As written; a view into the text.
  std::string_view path;
};

/// Reads such an address. Only scheme and authority have to be as RFC 3986 wants them, in letters of any script;
/// behind them, anything but control characters may stand. Nothing if it names no host that could be one.
[[nodiscard]] std::optional<WebAddress> read_web_address(std::string_view text);

}  // namespace macrolint
