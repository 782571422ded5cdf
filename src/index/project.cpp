#include "index/project.h"

#include <algorithm>

namespace macrolint {

std::vector<const Document*> Project::all_documents() const {
  std::vector<const Document*> documents;
  documents.reserve(pages.size() + managed_contents.size() + macros.size());
  for (const Document& page : pages) {
    documents.push_back(&page);
  }
  for (const ManagedContent& managed : managed_contents) {
    if (managed.source != nullptr) {
      documents.push_back(&managed.document);
    }
  }
  for (const Macro& macro : macros) {
    for (const MacroText& text : macro.texts) {
      documents.push_back(&text.document);
    }
  }
  return documents;
}

bool Project::has_snapshots() const {
  return std::any_of(snapshots.begin(), snapshots.end(), [](const auto& snapshot) { return snapshot != nullptr; });
}

}  // namespace macrolint
