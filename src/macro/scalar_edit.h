#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/source.h"
#include "yaml/yaml.h"

namespace macrolint {

/// The edit that gives a scalar another text and leaves its quotes as they are. `span` is the scalar's, `text` its
/// value; empty when the scalar is not written as that text, such as one with escapes.
[[nodiscard]] std::optional<Edit> scalar_edit(const Source& source, Span span, std::string_view text,
                                              std::string_view replacement);

/// A text of one line as a YAML scalar: with the quotes of `style` where that is possible, else in single quotes.
[[nodiscard]] std::string scalar_text(yaml::Style style, std::string_view text);

}  // namespace macrolint
