#include "link/web_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "link/url.h"
#include "source/characters.h"

namespace macrolint {

namespace {

bool is_control(char byte) { return (static_cast<unsigned char>(byte) < 0x20) || byte == 0x7f; }

bool may_be_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return text.empty() || (error == std::errc() && end == text.data() + text.size());
}

/// RFC 3986 allows marks in names that no host has.
bool may_name_host(std::string_view host) {
  return !host.empty() && std::none_of(host.begin(), host.end(), [](char byte) {
    return is_control(byte) || std::string_view(" !\"#$%&'()*+,/:;<=>?@[\\]^`{|}").find(byte) != std::string_view::npos;
  });
}

bool is_ip6_address(std::string_view text) {
  in6_addr address{};
  return text.size() < INET6_ADDRSTRLEN && inet_pton(AF_INET6, std::string(text).c_str(), &address) == 1;
}

/// The host of an authority, `[user@]host[:port]`, decoded; nothing if it is none that a browser could open.
std::optional<std::string> host_of(std::string_view authority) {
  if (const std::size_t at_sign = authority.find('@'); at_sign != std::string_view::npos) {
    authority.remove_prefix(at_sign + 1);
  }
  const bool is_ip6 = authority.starts_with('[');
  const std::size_t colon = authority.find(':', is_ip6 ? std::min(authority.find(']'), authority.size()) : 0);
  std::string_view host = authority.substr(0, colon);
  if (colon != std::string_view::npos && !may_be_port(authority.substr(colon + 1))) {
    return std::nullopt;
  }
  if (is_ip6) {
    const bool is_closed = host.ends_with(']');
    host = host.substr(1, host.size() - (is_closed ? 2 : 1));
    return is_closed && is_ip6_address(host) ? std::optional<std::string>(host) : std::nullopt;
  }
  std::string name = percent_decoded(host);
  return may_name_host(name) ? std::optional(std::move(name)) : std::nullopt;
}

}  // namespace

std::optional<WebAddress> read_web_address(std::string_view text) {
  const Url url = split_url(text);
  const bool is_web = equals_ignoring_case(url.scheme, "https") || equals_ignoring_case(url.scheme, "http");
  if (!is_web || std::any_of(text.begin(), text.end(), is_control)) {
    return std::nullopt;
  }
  std::optional<std::string> host = host_of(url.authority);
  return host ? std::optional(WebAddress{*std::move(host), url.path}) : std::nullopt;
}

}  // namespace macrolint
