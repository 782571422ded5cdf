#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "mention/macro_clues.h"

namespace macrolint {

/// Where the word macro begins that stands right behind `at`, past closing quotes and words such as Zendesk.
[[nodiscard]] std::optional<std::size_t> word_behind(std::string_view text, std::size_t at, const MacroClues& clues);
/// Where the word macro begins that stands right before `at`, past a colon, opening quotes and "called".
[[nodiscard]] std::optional<std::size_t> word_before(std::string_view text, std::size_t at, const MacroClues& clues);

/// Where "Zendesk" begins that ends at `end`, with the space before it, not before `limit`; else `end`.
[[nodiscard]] std::size_t skip_product_name_back(std::string_view text, std::size_t end, std::size_t limit);
/// Whether the last word is an article, which no title ends with.
[[nodiscard]] bool ends_with_article(std::string_view text);
/// Past "the", "this" and qualifiers that begin at `begin`.
[[nodiscard]] std::size_t skip_determiner(std::string_view text, std::size_t begin, std::size_t end);

/// Whether only commas, "and", "or" and articles stand between `begin` and `end`.
[[nodiscard]] bool is_enumeration(std::string_view text, std::size_t begin, std::size_t end);

/// Whether the word behind `at` says that the text before it is something else, such as a label or a trigger.
[[nodiscard]] bool other_kind_behind(std::string_view text, std::size_t at);
/// The same for the word before `at`.
[[nodiscard]] bool other_kind_before(std::string_view text, std::size_t at);

}  // namespace macrolint
