#include "rule/reference_findings.h"

#include "link/macro_number.h"
#include "link/web_address.h"

namespace macrolint {

std::optional<std::size_t> zendesk_instance(const MacroIndex& index, std::string_view url) {
  const auto address = url.empty() ? std::nullopt : read_web_address(url);
  return address.has_value() ? index.instance_of_host(address->host) : std::nullopt;
}

std::optional<std::size_t> numbering_instance(const Project& project, const Reference& reference) {
  const std::string_view url = reference.url();
  if (macro_number_in(url) == 0) {
    return std::nullopt;
  }
  if (url.find("search=id") == std::string_view::npos) {
    return zendesk_instance(project.macro_index, url);
  }
  const auto page = static_cast<std::size_t>(reference.document - project.pages.data());
  const std::vector<std::size_t>& about = project.page_instances[page];
  const auto& instances = project.configuration.instances;
  const bool is_clear = about.size() == 1 || (about.empty() && instances.size() == 1);
  const std::size_t instance = about.empty() ? 0 : about.front();
  const bool has_numbers =
      is_clear && (instances[instance].export_file.has_value() || project.snapshots[instance] != nullptr);
  return has_numbers ? std::optional(instance) : std::nullopt;
}

}  // namespace macrolint
