#include "lint/document_set.h"

#include "disk/paths.h"

namespace macrolint {

std::optional<std::size_t> document_set_of(const std::vector<DocumentSet>& documents, std::string_view path) {
  std::optional<std::size_t> deepest;
  std::size_t rest = path.size() + 1;
  for (std::size_t index = 0; index < documents.size(); ++index) {
    const std::string& folder = documents[index].folder.path;
    if (is_below(path, folder) && path_below(folder, path).size() < rest) {
      deepest = index;
      rest = path_below(folder, path).size();
    }
  }
  return deepest;
}

}  // namespace macrolint
