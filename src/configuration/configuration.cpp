#include "configuration/configuration.h"

namespace macrolint {

std::vector<const ConfiguredPath*> configured_paths(const Configuration& configuration) {
  std::vector<const ConfiguredPath*> paths;
  for (const Instance& instance : configuration.instances) {
    for (const auto* repository : {&instance.sync, &instance.managed}) {
      if (repository->has_value() && (*repository)->has_folder()) {
        paths.push_back(&(*repository)->folder);
      }
    }
    if (instance.export_file.has_value()) {
      paths.push_back(&*instance.export_file);
    }
    if (instance.snapshot.has_value()) {
      paths.push_back(&*instance.snapshot);
    }
  }
  for (const DocumentSet& documents : configuration.documents) {
    paths.push_back(&documents.folder);
  }
  return paths;
}

bool is_on(const Configuration& configuration, std::string_view rule) {
  const auto setting = configuration.rules.find(rule);
  return setting == configuration.rules.end() || setting->second.has_value();
}

}  // namespace macrolint
