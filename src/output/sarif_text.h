#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// A text as a message of SARIF holds it (3.11.5 and 3.11.6 of the specification): braces are doubled, as `{0}` would
/// be a placeholder, and what looks like `[text](address)` is broken, as it would be a link.
[[nodiscard]] std::string sarif_message(std::string_view text);

/// A path within the repository as a relative URI (RFC 3986, 4.2); every byte that is no unreserved character or
/// slash is percent-encoded.
[[nodiscard]] std::string relative_uri(std::string_view path);

/// An absolute path as a URI of the scheme `file`.
[[nodiscard]] std::string file_uri(std::string_view path);

}  // namespace macrolint
