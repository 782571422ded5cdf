#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// Something that Liquid does not accept or does not understand.
struct LiquidProblem {
  Span span;
  std::string message;
  /// What to write in its place, when that is clear; otherwise empty.
  std::string replacement;
};

/// A variable that is read, and not one that the text itself assigns.
struct LiquidVariable {
  Span span;
  std::string path;
};

/// `{{ … }}`, or `{% name … %}` with its name.
struct LiquidPiece {
  Span span;
  std::string tag;
};

struct Liquid {
  std::vector<LiquidPiece> pieces;
  std::vector<LiquidVariable> variables;
  std::vector<LiquidProblem> problems;
};

/// Reads a text's Liquid in one pass, as Zendesk's lenient parser does: blocks, branches, filters and variables.
/// `offset` is added to all spans. Stops after 50 problems.
[[nodiscard]] Liquid scan_liquid(std::string_view text, std::uint32_t offset);

/// A copy of the text in which Liquid is spaces, byte for byte. Of branches (`else`, `elsif`, further `when`) only
/// the first is kept, so that what is left is one of the texts that can come out.
[[nodiscard]] std::string blank_liquid(std::string_view text);

}  // namespace macrolint
