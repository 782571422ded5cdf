#include "net/address_policy.h"

#include <algorithm>

namespace macrolint::net {

namespace {

struct SpecialRange {
  AddressRange range;
  std::string_view name;
};

/// https://www.iana.org/assignments/iana-ipv4-special-registry and its twin for IPv6: what is not reachable from
/// everywhere. The service that tells a machine in a cloud its secrets is at 169.254.169.254 or fd00:ec2::254.
const std::vector<SpecialRange>& special_ranges() {
  static const std::vector<SpecialRange> ranges = [] {
    constexpr std::pair<std::string_view, std::string_view> list[] = {
        {"0.0.0.0/8", "unspecified"},   {"10.0.0.0/8", "private"},        {"100.64.0.0/10", "private"},
        {"127.0.0.0/8", "loopback"},    {"169.254.0.0/16", "link-local"}, {"172.16.0.0/12", "private"},
        {"192.0.0.0/24", "reserved"},   {"192.0.2.0/24", "reserved"},     {"192.88.99.0/24", "reserved"},
        {"192.168.0.0/16", "private"},  {"198.18.0.0/15", "private"},     {"198.51.100.0/24", "reserved"},
        {"203.0.113.0/24", "reserved"}, {"224.0.0.0/4", "multicast"},     {"240.0.0.0/4", "reserved"},
        {"::/128", "unspecified"},      {"::1/128", "loopback"},          {"100::/64", "reserved"},
        {"2001::/23", "reserved"},      {"2001:db8::/32", "reserved"},    {"3fff::/20", "reserved"},
        {"5f00::/16", "reserved"},      {"fc00::/7", "private"},          {"fe80::/10", "link-local"},
        {"fec0::/10", "private"},       {"ff00::/8", "multicast"},        {"64:ff9b:1::/48", "private"}};
    std::vector<SpecialRange> parsed;
    for (const auto& [text, name] : list) {
      parsed.push_back({*AddressRange::parse(text), name});
    }
    return parsed;
  }();
  return ranges;
}

/// Forms of IPv6 that lead to an address of IPv4: where it begins, in bytes.
struct Carrier {
  std::string_view range;
  std::size_t first_byte;
};
constexpr Carrier carriers[] = {
    {"64:ff9b::/96", 12},  // NAT64
    {"2002::/16", 2},      // 6to4
    {"::/96", 12},         // compatible with IPv4, long obsolete
};

/// Whether the address is in what IPv6 gives out to the public at all.
bool is_global_v6(const IpAddress& address) {
  static const AddressRange global = *AddressRange::parse("2000::/3");
  static const AddressRange translated = *AddressRange::parse("64:ff9b::/96");
  return global.contains(address) || translated.contains(address);
}

std::string_view special_name(const IpAddress& address) {
  for (const SpecialRange& special : special_ranges()) {
    if (special.range.contains(address)) {
      return special.name;
    }
  }
  for (const Carrier& carrier : carriers) {
    if (AddressRange::parse(carrier.range)->contains(address)) {
      return special_name(address.embedded_v4(carrier.first_byte));
    }
  }
  return address.is_v4() || is_global_v6(address) ? "" : "reserved";
}

}  // namespace

std::string_view AddressPolicy::refusal(const IpAddress& address) const {
  const bool is_allowed =
      std::any_of(allowed_.begin(), allowed_.end(), [&](const AddressRange& range) { return range.contains(address); });
  return is_allowed ? "" : special_name(address);
}

}  // namespace macrolint::net
