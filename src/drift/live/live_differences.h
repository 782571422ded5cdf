#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "macro/macro.h"
#include "snapshot/snapshot.h"

namespace macrolint {

/// One thing that a repository's macro and the same macro in Zendesk have differently.
struct LiveDifference {
  enum class Kind : std::uint8_t {
    title,
    active,
    description,
    restriction,
    value,    ///< what an action sets a field to
    wording,  ///< what readers see of a text
    tags,     ///< what Liquid does in it
    links,    ///< where its links lead
  };

  Kind kind = Kind::value;
  /// The key of the file, or the field of the action.
  std::string field;
  /// For people to read, of wording an excerpt; nothing where only the other side has such an action.
  std::optional<std::string> repository;
  std::optional<std::string> live;
  /// In the repository, at the actions where it has no such action; in the snapshot.
  Place place;
  Place live_place;
};

/// What came of comparing a macro with the one in Zendesk. What cannot be told for sure is in neither: names that the
/// snapshot does not know, what Liquid computes, everything about a macro that is not in use.
struct LiveComparison {
  std::vector<LiveDifference> differences;
  /// Keys, and fields as the repository has them, that are the same.
  std::set<std::string, std::less<>> same;
};

[[nodiscard]] LiveComparison compare_with_live(const Macro& macro, const Macro& live, const Snapshot& snapshot);

}  // namespace macrolint
