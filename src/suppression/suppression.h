#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// A comment that tells this program not to report something, or that ends such a comment.
struct Suppression {
  enum class Kind : std::uint8_t {
    next_line,  ///< `macrolint-disable-next-line`: for the next line that is not blank
    line,       ///< `macrolint-disable` behind something in a line of YAML: for that line
    block,      ///< `macrolint-disable` otherwise: to its `macrolint-enable` or to the end of the file
    enable,     ///< `macrolint-enable`
    unknown,    ///< another word
  };

  /// A rule's name in the comment.
  struct Name {
    enum class Fate : std::uint8_t {
      unknown,     ///< there is no such rule
      used,        ///< it keeps something back or, in `enable`, ends something
      unused,      ///< it does not
      not_judged,  ///< that cannot be said in this run, since the rule is off or did not see the whole file
    };

    Span span;
    /// What begins in here and is of this rule is suppressed.
    Span covered;
    Fate fate = Fate::unused;
  };

  Kind kind = Kind::unknown;
  const Source* source = nullptr;
  /// The whole comment with its marks, and the word that says what it does.
  Span comment;
  Span word;
  std::vector<Name> names;
  bool has_reason = false;
  /// For an `enable` without names, which is for all rules: whether it ends nothing.
  bool ends_nothing = false;
};

}  // namespace macrolint
