#include "drift/macros_meant.h"

namespace macrolint {

std::vector<const Macro*> macros_meant(const Project& project, const Reference& reference) {
  if (reference.by_link.macro == reference.macro) {
    return {reference.macro};
  }
  std::vector<const Macro*> macros;
  for (std::size_t instance = 0; instance < project.configuration.instances.size(); ++instance) {
    const auto found = project.macro_index.with_title(instance, reference.macro->title);
    macros.insert(macros.end(), found.begin(), found.end());
  }
  return macros;
}

}  // namespace macrolint
