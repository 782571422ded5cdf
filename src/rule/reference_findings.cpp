#include "rule/reference_findings.h"

#include "link/web_address.h"

namespace macrolint {

std::optional<std::size_t> zendesk_instance(const MacroIndex& index, std::string_view url) {
  const auto address = url.empty() ? std::nullopt : read_web_address(url);
  return address.has_value() ? index.instance_of_host(address->host) : std::nullopt;
}

}  // namespace macrolint
