#pragma once

#include <optional>
#include <string_view>

#include "drift/inbox/thing_name.h"

namespace macrolint {

/// A part of a text, as offsets.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The name's place in a line that is nothing but a name and an address, such as `NAME: address`, `NAME - address` or
/// `address (NAME)`. `address` is the only one in the line.
[[nodiscard]] std::optional<TextRange> labelled_name(std::string_view line, TextRange address);

/// The name that a sentence gives the inbox of, such as `For NAME, write to address` or `the NAME inbox is address`.
[[nodiscard]] std::optional<ThingName> name_in_sentence(std::string_view sentence, TextRange address);

/// Whether a sentence says of a macro that stands in it that it names the address.
[[nodiscard]] bool says_that_macro_names(std::string_view sentence, TextRange macro, TextRange address);

}  // namespace macrolint
