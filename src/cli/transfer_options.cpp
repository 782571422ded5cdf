#include "cli/transfer_options.h"

#include <cstdlib>
#include <utility>
#include <vector>

namespace macrolint::cli {

std::string environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? "" : value;
}

net::TransferOptions transfer_options(const LinkSettings& settings) {
  std::vector<net::AddressRange> allowed;
  for (const std::string& range : settings.allow_addresses) {
    if (const auto parsed = net::AddressRange::parse(range)) {
      allowed.push_back(*parsed);
    }
  }
  net::TransferOptions options;
  options.policy = net::AddressPolicy(std::move(allowed));
  options.certificates = environment("SSL_CERT_FILE");
  return options;
}

}  // namespace macrolint::cli
