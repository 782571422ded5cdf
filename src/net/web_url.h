#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint::net {

/// An `http` or `https` address in the one form that is sent: read by the same parser that the transfer uses, so that
/// the host that is judged is the host that is asked.
struct WebUrl {
  /// Without user, password and fragment; a host in other letters is in its ASCII form.
  std::string text;
  bool is_secure = false;
  std::string host;
  unsigned port = 0;
  /// The host, with the port if it is not that of the scheme; what settings and politeness go by.
  std::string authority;
  /// With the query.
  std::string path;
  /// As written; empty without one.
  std::string fragment;
};

/// Reads an absolute address; nothing if it is none, or of another scheme.
[[nodiscard]] std::optional<WebUrl> parse_web_url(std::string_view text);

/// Where a `Location` leads from `base`; nothing if it is no address, or of another scheme.
[[nodiscard]] std::optional<WebUrl> resolve_web_url(const WebUrl& base, std::string_view location);

}  // namespace macrolint::net
