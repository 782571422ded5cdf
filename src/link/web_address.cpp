#include "link/web_address.h"

#include <fmt/format.h>
#include <uriparser/Uri.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

#include "link/url.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Owns what the library keeps of an address.
class ParsedUri {
 public:
  explicit ParsedUri(std::string_view text)
      : parses_(uriParseSingleUriExA(&uri_, text.data(), text.data() + text.size(), nullptr) == URI_SUCCESS) {}
  ~ParsedUri() {
    if (parses_) {
      uriFreeUriMembersA(&uri_);
    }
  }
  ParsedUri(const ParsedUri&) = delete;
  ParsedUri& operator=(const ParsedUri&) = delete;

  [[nodiscard]] bool parses() const { return parses_; }
  [[nodiscard]] bool has_ip6_host() const { return uri_.hostData.ip6 != nullptr; }
  [[nodiscard]] std::string_view host() const { return text_of(uri_.hostText); }
  [[nodiscard]] std::string_view port() const { return text_of(uri_.portText); }

 private:
  static std::string_view text_of(const UriTextRangeA& range) {
    return range.first == nullptr ? std::string_view() : std::string_view(range.first, range.afterLast);
  }

  UriUriA uri_{};
  bool parses_;
};

bool is_control(char byte) { return (static_cast<unsigned char>(byte) < 0x20) || byte == 0x7f; }

/// The authority with percent-encoding for what people write into it but RFC 3986 does not know, such as `ü`.
std::string encoded_authority(std::string_view authority) {
  constexpr std::string_view allowed_marks = "-._~!$&'()*+,;=:@[]%";
  std::string encoded = "//";
  for (const char byte : authority) {
    if (is_letter(byte) || is_digit(byte) || allowed_marks.find(byte) != std::string_view::npos) {
      encoded += byte;
    } else {
      fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return encoded;
}

/// RFC 3986 allows marks in names that no host has.
bool may_name_host(std::string_view host) {
  return !host.empty() && std::none_of(host.begin(), host.end(), [](char byte) {
    return is_control(byte) || std::string_view(" !\"#$%&'()*+,/:;<=>?@[\\]^`{|}").find(byte) != std::string_view::npos;
  });
}

bool may_be_port(std::string_view text) {
  std::uint16_t port = 0;
  return text.empty() || std::from_chars(text.data(), text.data() + text.size(), port).ec == std::errc();
}

}  // namespace

std::optional<WebAddress> read_web_address(std::string_view text) {
  const Url url = split_url(text);
  const bool is_web = equals_ignoring_case(url.scheme, "https") || equals_ignoring_case(url.scheme, "http");
  if (!is_web || std::any_of(text.begin(), text.end(), is_control)) {
    return std::nullopt;
  }
  const std::string authority = encoded_authority(url.authority);
  const ParsedUri parsed(authority);
  if (!parsed.parses() || !may_be_port(parsed.port())) {
    return std::nullopt;
  }
  std::string host = percent_decoded(parsed.host());
  if (!parsed.has_ip6_host() && !may_name_host(host)) {
    return std::nullopt;
  }
  return WebAddress{std::move(host), url.path};
}

}  // namespace macrolint
