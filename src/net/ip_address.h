#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace macrolint::net {

/// An address of IPv6, or one of IPv4 as IPv6 writes it (`::ffff:a.b.c.d`): both are compared in one way, and an IPv4
/// address cannot hide in that form.
class IpAddress {
 public:
  /// Reads `192.0.2.1` or `2001:db8::1`; nothing else is an address here, no octal digits and no names.
  [[nodiscard]] static std::optional<IpAddress> parse(const std::string& text);
  /// That of a socket; nothing if it is of another family.
  [[nodiscard]] static std::optional<IpAddress> of(const sockaddr& socket);

  [[nodiscard]] bool is_v4() const;
  [[nodiscard]] std::string text() const;
  /// The address of IPv4 that the 32 bits from `first_byte` on are.
  [[nodiscard]] IpAddress embedded_v4(std::size_t first_byte) const;
  [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

  friend bool operator==(const IpAddress&, const IpAddress&) = default;

 private:
  std::array<std::uint8_t, 16> bytes_{};
};

/// All addresses that begin with the same bits.
class AddressRange {
 public:
  /// Reads `10.0.0.0/8`, `fd00::/8` or a single address.
  [[nodiscard]] static std::optional<AddressRange> parse(std::string_view text);

  [[nodiscard]] bool contains(const IpAddress& address) const;

 private:
  IpAddress first_;
  unsigned bits_ = 0;
};

}  // namespace macrolint::net
