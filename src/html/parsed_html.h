#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct GumboInternalNode;

namespace macrolint {

/// The tree that a browser builds from the HTML of a comment or a page, as Gumbo reads it. Browsers copy elements that
/// were left open into each paragraph that follows, so a small text can make a huge tree: text, tags and memory are
/// bounded.
class ParsedHtml {
 public:
  enum class Outcome : std::uint8_t {
    parsed,
    too_long,        ///< more bytes than allowed
    too_many_tags,   ///< more tags than allowed
    too_many_copies  ///< elements left open make the tree hundreds of times as large as the text
  };

  struct Limits {
    std::size_t bytes = 0;
    std::size_t tags = 0;
    /// What the tree may take for each byte of text.
    std::size_t memory_per_byte = 0;
  };
  /// The most that a comment in Zendesk may hold. HTML whose elements are closed takes less than a quarter of the
  /// memory.
  static constexpr Limits limits_of_comment = {.bytes = std::size_t{64} * 1024, .tags = 1000, .memory_per_byte = 512};

  /// `ending` is parsed behind the text and not counted.
  explicit ParsedHtml(std::string_view text, std::string_view ending = "", const Limits& limits = limits_of_comment);
  ParsedHtml(const ParsedHtml&) = delete;
  ParsedHtml& operator=(const ParsedHtml&) = delete;
  ~ParsedHtml() = default;

  [[nodiscard]] Outcome outcome() const { return outcome_; }
  /// What was parsed, with the ending; the nodes point into it.
  [[nodiscard]] std::string_view html() const { return html_; }
  /// All nodes, each behind its parent; none unless it was parsed.
  [[nodiscard]] const std::vector<const GumboInternalNode*>& nodes() const { return nodes_; }

 private:
  [[nodiscard]] Outcome parse(std::string_view text, std::string_view ending, const Limits& limits);

  std::string html_;
  /// Holds the tree.
  std::unique_ptr<std::byte[]> memory_;
  std::vector<const GumboInternalNode*> nodes_;
  Outcome outcome_;
};

}  // namespace macrolint
