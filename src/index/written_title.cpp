#include "index/written_title.h"

#include "html/entities.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t longest_entity = 33;

/// Past white space and, behind a line break, the marks of block quotes.
std::size_t skip_break(std::string_view text, std::size_t at) {
  bool new_line = false;
  while (at < text.size() && (is_space(text[at]) || (new_line && text[at] == '>'))) {
    new_line = new_line || text[at] == '\n';
    ++at;
  }
  return at;
}

bool is_punctuation(char byte) { return byte > ' ' && byte < '\x7F' && !is_letter(byte) && !is_digit(byte); }

/// What one character of a title looks like in the text, and how many bytes of both that takes; none if it is another.
struct Step {
  std::size_t in_text = 0;
  std::size_t in_title = 0;
};

Step entity_at(std::string_view text, std::string_view title) {
  const std::size_t semicolon = text.substr(0, longest_entity).find(';');
  if (text.front() != '&' || semicolon == std::string_view::npos) {
    return {};
  }
  const std::string_view written = text.substr(0, semicolon + 1);
  const std::string decoded = decode_entities(written);
  const bool fits = !decoded.empty() && decoded != written && title.starts_with(decoded);
  return fits ? Step{written.size(), decoded.size()} : Step{};
}

Step step(std::string_view text, std::string_view title) {
  if (title.front() == ' ' && is_space(text.front())) {
    return {skip_break(text, 0), 1};
  }
  // `&amp;` is an ampersand, unless the title itself has these letters, as one in a code span.
  const std::size_t semicolon = text.substr(0, longest_entity).find(';');
  const bool as_written = text.front() != '&' || semicolon == std::string_view::npos ||
                          title.starts_with(text.substr(0, semicolon + 1)) || entity_at(text, title).in_text == 0;
  if (as_written && text.front() == title.front()) {
    return {1, 1};
  }
  if (text.front() == '\\' && text.size() > 1 && is_punctuation(text[1]) && text[1] == title.front()) {
    return {2, 1};
  }
  return entity_at(text, title);
}

/// How far a text that begins with the title goes; 0 if it does not.
std::size_t size_of_title(std::string_view text, std::string_view title) {
  std::size_t at = 0;
  while (!title.empty()) {
    const Step taken = at < text.size() ? step(text.substr(at), title) : Step{};
    if (taken.in_text == 0) {
      return 0;
    }
    at += taken.in_text;
    title.remove_prefix(taken.in_title);
  }
  return at;
}

}  // namespace

bool is_written_as(std::string_view text, std::string_view title) {
  const std::size_t size = size_of_title(text, title);
  return size > 0 && size == text.size();
}

}  // namespace macrolint
