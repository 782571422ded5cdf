#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace macrolint {

/// What rules want to know about the history of the files. Reading it takes longer than all the rest, so nothing is
/// read that no rule asked for.
struct HistoryRequest {
  bool renames = false;
  /// Paths as sources have them.
  std::set<std::string> last_changes;

  [[nodiscard]] bool empty() const { return !renames && last_changes.empty(); }
  void add(HistoryRequest other) {
    renames = renames || other.renames;
    last_changes.merge(other.last_changes);
  }
};

/// What version control says about the files; empty where there is none or nobody asked. Paths are those that sources
/// have, relative to the configuration's folder.
struct History {
  /// Former path -> path today, of files that were moved within one configured folder. No file has a former path today.
  std::map<std::string, std::string, std::less<>> renames;
  /// When files were last changed by a commit, in seconds since 1970.
  std::map<std::string, std::int64_t, std::less<>> last_changes;

  [[nodiscard]] bool empty() const { return renames.empty() && last_changes.empty(); }
};

}  // namespace macrolint
