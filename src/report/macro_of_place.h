#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <unordered_map>

#include "macro/macro.h"

namespace macrolint {

/// Which macro a finding is about; one file of an export holds many, one behind the other.
class MacroOfPlace {
 public:
  explicit MacroOfPlace(const std::deque<Macro>& macros);

  /// The index of the macro, in whose file or managed content the place is.
  [[nodiscard]] std::optional<std::size_t> find(const Source* source, std::uint32_t offset) const;

 private:
  std::unordered_map<const Source*, std::map<std::uint32_t, std::size_t>> by_source_;
};

}  // namespace macrolint
