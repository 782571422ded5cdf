#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// A link's destination in the parts of RFC 3986, appendix B; views into it. What is not there is empty.
struct Url {
  /// As written, without the colon.
  std::string_view scheme;
  bool has_authority = false;
  /// The host with port and user, if any.
  std::string_view authority;
  std::string_view path;
  bool has_query = false;
  std::string_view query;
  bool has_fragment = false;
  std::string_view fragment;
};

/// Never fails: text that is no address at all is a path.
[[nodiscard]] Url split_url(std::string_view text);

/// The text with `%XX` resolved; a `%` that no two hexadecimal digits follow stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// The text as it may stand in the destination of a Markdown link or in a URL's path or fragment: all bytes but
/// letters, digits and the marks that paths may hold are percent-encoded.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Part of an address as it may stand in the destination of a Markdown link or in an attribute of HTML: `%XX` stays,
/// and what could end the destination, or be read as an escape or entity, is percent-encoded.
[[nodiscard]] std::string safe_in_destination(std::string_view address);

/// What `path` means on a page whose own path is `base`, with `.` and `..` resolved (RFC 3986, 5.2).
[[nodiscard]] std::string resolved_path(std::string_view base, std::string_view path);

/// A path as programs join it with a folder: with one slash for each run of slashes.
[[nodiscard]] std::string without_double_slashes(std::string path);

/// Whether `path` leads above the root on the way, where `resolved_path` stays at it.
[[nodiscard]] bool leads_above_root(std::string_view base, std::string_view path);

/// An address without the tabs and line breaks that browsers drop (https://url.spec.whatwg.org, basic URL parser).
[[nodiscard]] std::string without_line_breaks(std::string_view text);

/// The shortest path that means `target` on a page whose own path is `base`; both begin with a slash.
[[nodiscard]] std::string relative_path(std::string_view base, std::string_view target);

}  // namespace macrolint
