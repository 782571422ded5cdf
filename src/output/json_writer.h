#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace macrolint {

/// Writes JSON member by member, laid out as `to_text` does. A run may have thousands of findings; to build a tree of
/// them first takes several times as long.
class JsonWriter {
 public:
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// The name of the member whose value comes next.
  void key(std::string_view name);
  void value(std::string_view text);
  void value(std::uint64_t number);

  template <typename Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    if constexpr (std::integral<Value>) {
      value(static_cast<std::uint64_t>(content));
    } else {
      value(std::string_view(content));
    }
  }

  /// What was written, with a line end.
  [[nodiscard]] std::string take();

 private:
  void begin(char bracket);
  void end(char bracket);
  /// Ends the line before and begins one for the next element, unless it is the value of a key.
  void begin_element();
  void begin_line();

  std::string text_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
  bool follows_key_ = false;
};

}  // namespace macrolint
