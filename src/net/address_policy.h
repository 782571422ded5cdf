#pragma once

#include <string_view>
#include <vector>

#include "net/ip_address.h"

namespace macrolint::net {

/// Which addresses may be connected to. Whoever can write a link must not be able to make this program ask the
/// network that it runs in: only addresses of the public internet are let through, and those that `allowed` names.
class AddressPolicy {
 public:
  explicit AddressPolicy(std::vector<AddressRange> allowed = {}) : allowed_(std::move(allowed)) {}

  /// Why the address is refused, such as `private`; empty if it is not.
  [[nodiscard]] std::string_view refusal(const IpAddress& address) const;

 private:
  std::vector<AddressRange> allowed_;
};

}  // namespace macrolint::net
