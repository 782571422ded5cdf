#include "link/link_defect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "link/web_address.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Beginnings that people type when they mean `https://` or `http://`.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> misspelt_schemes = {{
    {"http:///", "http://"},
    {"https:///", "https://"},
    {"htps://", "https://"},
    {"htpps://", "https://"},
    {"httpss://", "https://"},
    {"httos://", "https://"},
    {"ttps://", "https://"},
    {"hhttps://", "https://"},
    {"http//", "http://"},
    {"https//", "https://"},
    {"http;//", "http://"},
    {"https;//", "https://"},
    {"https.://", "https://"},
    {"http.://", "http://"},
}};

/// Endings of a host that no file of a site has.
constexpr std::array<std::string_view, 7> host_endings = {".com", ".org", ".net", ".io", ".gov", ".edu", ".dev"};

/// Whether a byte of the address begins a placeholder or may be Markdown's; most addresses have none. Looks at every
/// byte instead of stopping at the first, so that compilers can look at many at once.
bool has_unusual_byte(std::string_view url) {
  unsigned found = 0;
  for (const char byte : url) {
    found |= (byte == '{' ? 1U : 0U) | (byte == ']' ? 1U : 0U) | (byte == ')' ? 1U : 0U);
  }
  return found != 0;
}

/// Tells of most addresses at a glance that they are in order: paths, and web addresses with a plain host.
bool is_ordinary(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (!url.starts_with(scheme)) {
    return url.front() == '/' || url.front() == '.' || url.front() == '#';
  }
  char before = '.';
  for (std::size_t at = scheme.size(); at < url.size(); ++at) {
    const char byte = url[at];
    if (byte == '/' || byte == '?' || byte == '#') {
      return at > scheme.size();
    }
    const bool in_host =
        (byte >= 'a' && byte <= 'z') || is_digit(byte) || byte == '-' || (byte == '.' && before != '.');
    if (!in_host) {
      return false;
    }
    before = byte;
  }
  return url.size() > scheme.size();
}

bool begins_with_letter_of(std::string_view url, std::string_view letters) {
  return letters.find(to_lower_ascii(url.front())) != std::string_view::npos;
}

/// A browser reads `https:/host` and `https:host` as `https://host`, Hugo and other tools do not.
bool lacks_slashes(std::string_view url) {
  for (const std::string_view scheme : {"https:", "http:"}) {
    if (starts_with_ignoring_case(url, scheme) && !url.substr(scheme.size()).starts_with("//")) {
      return true;
    }
  }
  return false;
}

std::string with_slashes(std::string_view url) {
  const std::size_t colon = url.find(':');
  const std::string_view rest = url.substr(colon + 1);
  return fmt::format("{}://{}", url.substr(0, colon), rest.substr(std::min(rest.find_first_not_of('/'), rest.size())));
}

/// Two addresses run together: `https://https://…`, `https://x.org/](https://x.org/…`.
bool holds_markdown(std::string_view url) {
  return url.find("](") != std::string_view::npos || url.find(")[") != std::string_view::npos;
}

/// `www.example.com/x` and `example.com/x` are paths below the page for a browser.
bool lacks_scheme(std::string_view url) {
  if (url.starts_with("/") || url.starts_with(".") || url.starts_with("#") || url.find(':') != std::string_view::npos) {
    return false;
  }
  const std::string_view host = url.substr(0, url.find_first_of("/?#"));
  if (host.find('@') != std::string_view::npos) {
    return false;
  }
  return starts_with_ignoring_case(host, "www.") ||
         std::any_of(host_endings.begin(), host_endings.end(),
                     [host](std::string_view ending) { return host.size() > ending.size() && host.ends_with(ending); });
}

/// The most common shape of a web address, for which no parser has to be asked.
bool is_plainly_valid(std::string_view url) {
  const std::size_t host = url.find("://") + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", host), url.size());
  const auto is_host_byte = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || is_digit(byte) || byte == '-' || byte == '.';
  };
  return end > host &&
         std::all_of(url.begin() + static_cast<std::ptrdiff_t>(host), url.begin() + static_cast<std::ptrdiff_t>(end),
                     is_host_byte) &&
         url[host] != '.' && url.substr(host, end - host).find("..") == std::string_view::npos;
}

LinkDefect defect_of_web_address(std::string_view url) {
  const std::size_t host = url.find("://") + 3;
  const std::string_view rest = url.substr(host);
  if (starts_with_ignoring_case(rest, "http://") || starts_with_ignoring_case(rest, "https://")) {
    return {fmt::format("The address `{}` begins with its scheme twice.", url), std::string(rest)};
  }
  if (rest.find("{{") != std::string_view::npos) {
    return {};
  }
  if (!is_plainly_valid(url) && !read_web_address(url).has_value()) {
    return {fmt::format("`{}` is not a web address: `{}` is no name of a host.", url,
                        rest.substr(0, rest.find_first_of("/?#"))),
            {}};
  }
  return {};
}

}  // namespace

LinkDefect find_link_defect(std::string_view url) {
  if (url.empty()) {
    return {"The link has no destination.", {}};
  }
  const bool unusual = has_unusual_byte(url);
  if (!unusual && is_ordinary(url)) {
    return {};
  }
  if (unusual) {
    if (url.find("{{") != std::string_view::npos || url.find("{%") != std::string_view::npos) {
      return {};  // completed when the text is used
    }
    if (holds_markdown(url)) {
      return {fmt::format("The destination `{}` holds the brackets of another link.", url), {}};
    }
  }
  const bool may_have_scheme = begins_with_letter_of(url, "ht");
  for (const auto& [wrong, right] : misspelt_schemes) {
    if (may_have_scheme && starts_with_ignoring_case(url, wrong)) {
      return {fmt::format("`{}` is not how an address begins; expected `{}`.", wrong, right),
              fmt::format("{}{}", right, url.substr(wrong.size()))};
    }
  }
  if (may_have_scheme && lacks_slashes(url)) {
    return {fmt::format("The address `{}` lacks `//` behind its scheme.", url), with_slashes(url)};
  }
  if (starts_with_ignoring_case(url, "https://") || starts_with_ignoring_case(url, "http://")) {
    return defect_of_web_address(url);
  }
  if (lacks_scheme(url)) {
    return {fmt::format("Without `https://`, the address `{}` is taken for a path below this page.", url),
            fmt::format("https://{}", url)};
  }
  return {};
}

bool is_plausible_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("/") ||
         text.starts_with("../") || text.starts_with("./");
}

std::string with_encoded_spaces(std::string_view text) {
  std::string encoded;
  for (const char byte : text) {
    encoded += byte == ' ' ? std::string_view("%20") : std::string_view(&byte, 1);
  }
  return encoded;
}

}  // namespace macrolint
