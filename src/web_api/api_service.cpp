#include "web_api/api_service.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "net/ip_address.h"

namespace macrolint {

namespace {

bool is_loopback(const std::string& host) {
  if (host == "localhost" || host == "[::1]") {
    return true;
  }
  const auto address = net::IpAddress::parse(host);
  const auto range = net::AddressRange::parse("127.0.0.0/8");
  return address.has_value() && range.has_value() && range->contains(*address);
}

/// A line end would begin a header of its own.
bool has_control_characters(const std::string& line) {
  return std::any_of(line.begin(), line.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7f;
  });
}

}  // namespace

std::variant<ApiService, std::string> ApiService::at(std::string_view address, std::vector<std::string> credentials,
                                                     std::string login) {
  auto url = net::parse_web_url(address);
  if (!url.has_value()) {
    return fmt::format("`{}` is not a web address; expected one that starts with `https://` and names a host.",
                       address);
  }
  if (!url->fragment.empty() || url->path.find('?') != std::string::npos) {
    return fmt::format("`{}` has a query or a fragment; expected the address that all paths begin with.", address);
  }
  if ((!credentials.empty() || !login.empty()) && !url->is_secure && !is_loopback(url->host)) {
    return fmt::format("`{}` is not encrypted, so no token is sent to it; expected `https://`.", address);
  }
  if (has_control_characters(login) || std::any_of(credentials.begin(), credentials.end(), has_control_characters)) {
    return std::string("A token or name has line ends or control characters in it; a header cannot have them.");
  }
  ApiService service;
  while (url->text.ends_with('/')) {
    url->text.pop_back();
  }
  service.address_ = std::move(*url);
  service.credentials_ = std::move(credentials);
  service.login_ = std::move(login);
  return service;
}

std::variant<net::WebUrl, std::string> ApiService::locate(std::string_view target) const {
  auto url = net::parse_web_url(target.starts_with('/') ? address_.text + std::string(target) : std::string(target));
  if (!url.has_value()) {
    return fmt::format("`{}` is not an address that can be asked.", target);
  }
  if (!is_same_origin(*url)) {
    return fmt::format("`{}` is on another host than `{}`, so it is not asked.", url->text, address_.text);
  }
  return std::move(*url);
}

bool ApiService::is_same_origin(const net::WebUrl& url) const {
  return url.is_secure == address_.is_secure && url.host == address_.host && url.port == address_.port;
}

}  // namespace macrolint
