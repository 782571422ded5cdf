#include <netdb.h>
#include <sys/socket.h>

#include "net/resolver.h"

namespace macrolint::net {

namespace {

/// A host has a handful; more of them only cost memory.
constexpr std::size_t max_addresses = 16;

Resolution::State state_of(int error) {
  switch (error) {
    case 0:
      return Resolution::State::found;
    case EAI_NONAME:
      return Resolution::State::no_such_host;
#ifdef EAI_NODATA
    case EAI_NODATA:
      return Resolution::State::no_address;
#endif
    default:
      return Resolution::State::failed;
  }
}

/// An address in brackets, as a URL has it, without them.
std::string without_brackets(const std::string& host) {
  return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

}  // namespace

Resolution resolve_host(const std::string& host) {
  Resolution resolution;
  resolution.host = host;
  if (const auto address = IpAddress::parse(without_brackets(host))) {
    resolution.state = Resolution::State::found;
    resolution.addresses.push_back(*address);
    return resolution;
  }
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  resolution.state = state_of(::getaddrinfo(host.c_str(), nullptr, &hints, &list));
  for (const addrinfo* entry = list; entry != nullptr && resolution.addresses.size() < max_addresses;
       entry = entry->ai_next) {
    if (const auto address = IpAddress::of(*entry->ai_addr)) {
      resolution.addresses.push_back(*address);
    }
  }
  if (list != nullptr) {
    ::freeaddrinfo(list);
  }
  return resolution;
}

}  // namespace macrolint::net
