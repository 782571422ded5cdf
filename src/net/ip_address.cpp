#include "net/ip_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace macrolint::net {

namespace {

constexpr std::array<std::uint8_t, 12> v4_prefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr unsigned all_bits = 128;
constexpr unsigned v4_prefix_bits = 96;

}  // namespace

std::optional<IpAddress> IpAddress::parse(const std::string& text) {
  IpAddress address;
  if (::inet_pton(AF_INET6, text.c_str(), address.bytes_.data()) == 1) {
    return address;
  }
  std::copy(v4_prefix.begin(), v4_prefix.end(), address.bytes_.begin());
  if (::inet_pton(AF_INET, text.c_str(), address.bytes_.data() + v4_prefix.size()) == 1) {
    return address;
  }
  return std::nullopt;
}

std::optional<IpAddress> IpAddress::of(const sockaddr& socket) {
  IpAddress address;
  if (socket.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &socket, sizeof v6);
    std::memcpy(address.bytes_.data(), &v6.sin6_addr, address.bytes_.size());
    return address;
  }
  if (socket.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &socket, sizeof v4);
    std::copy(v4_prefix.begin(), v4_prefix.end(), address.bytes_.begin());
    std::memcpy(address.bytes_.data() + v4_prefix.size(), &v4.sin_addr, sizeof v4.sin_addr);
    return address;
  }
  return std::nullopt;
}

bool IpAddress::is_v4() const { return std::equal(v4_prefix.begin(), v4_prefix.end(), bytes_.begin()); }

std::string IpAddress::text() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool v4 = is_v4();
  const void* bytes = v4 ? bytes_.data() + v4_prefix.size() : bytes_.data();
  return ::inet_ntop(v4 ? AF_INET : AF_INET6, bytes, text.data(), text.size()) == nullptr ? "" : text.data();
}

IpAddress IpAddress::embedded_v4(std::size_t first_byte) const {
  IpAddress address;
  std::copy(v4_prefix.begin(), v4_prefix.end(), address.bytes_.begin());
  std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(first_byte), 4, address.bytes_.begin() + v4_prefix.size());
  return address;
}

std::optional<AddressRange> AddressRange::parse(std::string_view text) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto first = IpAddress::parse(std::string(text.substr(0, slash)));
  if (!first.has_value()) {
    return std::nullopt;
  }
  const unsigned above = first->is_v4() ? v4_prefix_bits : 0;
  AddressRange range;
  range.first_ = *first;
  range.bits_ = all_bits;
  if (slash < text.size()) {
    const std::string_view digits = text.substr(slash + 1);
    unsigned bits = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc() || end != digits.data() + digits.size() || bits > all_bits - above) {
      return std::nullopt;
    }
    range.bits_ = above + bits;
  }
  return range;
}

bool AddressRange::contains(const IpAddress& address) const {
  const std::size_t whole = bits_ / 8;
  const auto& mine = first_.bytes();
  const auto& other = address.bytes();
  if (!std::equal(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(whole), other.begin())) {
    return false;
  }
  const unsigned rest = bits_ % 8;
  const auto mask = static_cast<std::uint8_t>(0xffU << (8 - rest));
  return rest == 0 || ((mine[whole] ^ other[whole]) & mask) == 0;
}

}  // namespace macrolint::net
