#include "rename/link_path.h"

#include <fmt/format.h>

#include <algorithm>

#include "link/url.h"
#include "macro/title_path.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// What people write as it is in addresses, besides letters and digits. Parentheses only in pairs.
constexpr std::string_view plain_marks = "-._~&,+=@:!";

/// Writes parts of a path in the manner of an address.
class PathEncoder {
 public:
  explicit PathEncoder(std::string_view example) : example_(example) {}

  [[nodiscard]] std::string encoded(std::string_view part) const {
    const auto opening = std::count(part.begin(), part.end(), '(');
    const bool balanced = opening == std::count(part.begin(), part.end(), ')') && part.find('(') <= part.find(')');
    std::string result;
    for (const char byte : part) {
      const std::string escape = fmt::format("%{:02X}", static_cast<unsigned char>(byte));
      const bool is_parenthesis = byte == '(' || byte == ')';
      const bool plain = is_alphanumeric(byte) || uses(byte) || (is_parenthesis && balanced && !uses(escape)) ||
                         (plain_marks.find(byte) != std::string_view::npos && !uses(escape));
      result += plain ? std::string(1, byte) : escape;
    }
    return result;
  }

 private:
  static bool is_alphanumeric(char byte) { return is_letter(byte) || is_digit(byte); }

  /// `%` alone would be an escape, and a parenthesis that fits where it is need not fit elsewhere.
  [[nodiscard]] bool uses(char byte) const {
    return byte != '%' && byte != '(' && byte != ')' && example_.find(byte) != std::string_view::npos;
  }
  [[nodiscard]] bool uses(const std::string& escape) const {
    return std::search(example_.begin(), example_.end(), escape.begin(), escape.end(), [](char left, char right) {
             return to_lower_ascii(left) == to_lower_ascii(right);
           }) != example_.end();
  }

  std::string_view example_;
};

/// Where the path begins at whose end the file is; nothing if the address does not end in it.
std::optional<std::size_t> begin_of_path(std::string_view address, std::string_view path) {
  for (std::size_t slash = address.rfind('/'); slash != std::string_view::npos && slash > 0;
       slash = address.rfind('/', slash - 1)) {
    const std::string decoded = percent_decoded(address.substr(slash + 1));
    if (decoded == path) {
      return slash + 1;
    }
    if (decoded.size() > path.size()) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> with_other_path(std::string_view address, std::string_view old_path,
                                           std::string_view new_path) {
  const std::string_view behind = address.substr(std::min(address.find_first_of("?#"), address.size()));
  const std::string_view before = address.substr(0, address.size() - behind.size());
  const std::optional<std::size_t> begin = begin_of_path(before, old_path);
  if (!begin.has_value()) {
    return std::nullopt;
  }
  const std::vector<std::string> written = path_parts(before.substr(*begin));
  const PathEncoder encoder(before.substr(*begin));
  std::string result(before.substr(0, *begin));
  std::size_t index = 0;
  for (const std::string& part : path_parts(new_path)) {
    const bool stays = index < written.size() && percent_decoded(written[index]) == part;
    result += (index == 0 ? "" : "/") + (stays ? written[index] : encoder.encoded(part));
    ++index;
  }
  return result += behind;
}

}  // namespace macrolint
