#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace macrolint {

/// `{{ … }}` or `{% … %}` with offsets into the text.
struct LiquidConstruct {
  enum class End : std::uint8_t {
    closed,
    wrong_mark,    ///< closed with the other kind's mark
    single_brace,  ///< `{{ … }`
    interrupted,   ///< another one opens before the end
    missing,       ///< the text ends
  };

  End end = End::missing;
  bool is_output = false;
  std::size_t open = 0;
  /// What is between the marks and their `-`.
  std::size_t inside_begin = 0;
  std::size_t inside_end = 0;
  /// Where the closing mark begins, and where reading goes on.
  std::size_t close = 0;
  std::size_t after = 0;
};

/// Offset of the next `{{` or `{%`, or `npos`.
[[nodiscard]] std::size_t find_liquid_opening(std::string_view text, std::size_t at);

/// Reads the construct that opens at `open`. Each byte before `after` is read once, so that a text is read in
/// linear time.
[[nodiscard]] LiquidConstruct read_liquid_construct(std::string_view text, std::size_t open);

/// The name of a tag and the offset behind it.
struct LiquidTagName {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] LiquidTagName liquid_tag_name(std::string_view text, const LiquidConstruct& tag);

/// Passes over the body of `raw`, `comment` or `doc`, which is not Liquid; comments may be nested. Of the result,
/// the closing tag, only `open` and `after` are set; it is `missing` if there is none.
[[nodiscard]] LiquidConstruct find_end_of_liquid_body(std::string_view text, std::string_view name, std::size_t body);

}  // namespace macrolint
