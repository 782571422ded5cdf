#pragma once

#include <vector>

#include "source/source.h"
#include "suppression/suppression.h"

namespace macrolint {

/// Comments of one file that begin with `annotation_word`, and where their format ends: front matter or the file.
struct AnnotatedRegion {
  enum class Format : std::uint8_t { html, yaml };

  Format format = Format::html;
  Span region;
  /// In order, with their marks.
  std::vector<Span> comments;
};

/// Reads the comments of a region and finds out what each covers. Names are not compared with those of rules yet.
[[nodiscard]] std::vector<Suppression> read_suppressions(const Source& source, const AnnotatedRegion& region);

}  // namespace macrolint
