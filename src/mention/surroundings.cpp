#include "mention/surroundings.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "source/characters.h"

namespace macrolint {

namespace {

using Words = std::span<const std::string_view>;

/// Words between a title and the word macro that change nothing.
constexpr std::array<std::string_view, 8> qualifiers = {"zendesk",  "zd",    "internal", "response",
                                                        "template", "reply", "の",       "という"};
constexpr std::array<std::string_view, 2> product_names = {"zendesk", "zd"};
constexpr std::array<std::string_view, 6> articles = {"a", "an", "the", "this", "any", "each"};
constexpr std::array<std::string_view, 9> connectors = {"called",   "named",   "titled",  "entitled", "is",
                                                        "labelled", "labeled", "zendesk", "template"};
constexpr std::array<std::string_view, 4> determiners = {"the", "this", "zendesk", "our"};
constexpr std::array<std::string_view, 8> enumerators = {"and",  "or",     "and/or", "the",
                                                         "then", "either", "と",     "または"};
/// What carries titles or names with `::` too, or is set in code beside the word macro.
constexpr std::array<std::string_view, 28> other_kinds = {
    "label",  "labels", "tag",     "tags",     "trigger", "triggers",   "automation", "automations", "view",   "views",
    "class",  "module", "field",   "fields",   "form",    "queue",      "channel",    "board",       "status", "button",
    "option", "group",  "project", "checkbox", "scope",   "controller", "worker",     "dashboard"};
constexpr std::array<std::string_view, 16> closing_marks = {"\"", "'",  "`", "”", "“", "’", "‘", "»",
                                                            "」", "』", "*", "_", ")", "(", "[", "~"};
constexpr std::array<std::string_view, 18> opening_marks = {"\"", "'", "`", "“", "„", "‘", "‚", "«", "「",
                                                            "『", "*", "_", "(", "[", ":", "-", "–", "~"};

/// Length of the word of the list that begins at `at`, or 0.
std::size_t match_word(std::string_view text, std::size_t at, Words list) {
  std::size_t end = at;
  while (end < text.size() && (is_word_byte(text[end]) || text[end] == '/') && end - at < 20) {
    ++end;
  }
  const std::string word = lower_case(text.substr(at, end - at));
  for (const std::string_view listed : list) {
    // Scripts without spaces run on: their words match as a prefix.
    const bool beyond_ascii = static_cast<unsigned char>(listed.front()) >= 0x80;
    if (word == listed || (beyond_ascii && word.starts_with(listed))) {
      return listed.size();
    }
  }
  return 0;
}

/// Length of the word of the list that ends at `end`, or 0.
std::size_t match_word_before(std::string_view text, std::size_t end, Words list) {
  std::size_t begin = end;
  while (begin > 0 && is_word_byte(text[begin - 1]) && end - begin < 20) {
    --begin;
  }
  const std::string word = lower_case(text.substr(begin, end - begin));
  for (const std::string_view listed : list) {
    const bool beyond_ascii = static_cast<unsigned char>(listed.front()) >= 0x80;
    if (word == listed || (beyond_ascii && word.ends_with(listed))) {
      return listed.size();
    }
  }
  return 0;
}

/// Marks and spaces are passed over so far and no further: a row of marks is no surrounding of anything.
constexpr std::size_t max_marks = 32;

std::size_t skip_marks(std::string_view text, std::size_t at, Words marks) {
  text = text.substr(0, at + max_marks);
  for (bool moved = true; moved && at < text.size();) {
    moved = false;
    at = skip_spaces(text, at);
    for (const std::string_view mark : marks) {
      if (text.substr(at).starts_with(mark)) {
        at += mark.size();
        moved = true;
      }
    }
  }
  return at;
}

std::size_t skip_marks_back(std::string_view text, std::size_t end, Words marks) {
  const std::size_t floor = end > max_marks ? end - max_marks : 0;
  for (bool moved = true; moved && end > floor;) {
    moved = false;
    while (end > floor && is_space(text[end - 1])) {
      --end;
    }
    for (const std::string_view mark : marks) {
      if (text.substr(0, end).ends_with(mark)) {
        end -= mark.size();
        moved = true;
      }
    }
  }
  return end;
}

}  // namespace

std::optional<std::size_t> word_behind(std::string_view text, std::size_t at, const MacroClues& clues) {
  for (int qualifier = 0; qualifier < 3; ++qualifier) {
    at = skip_marks(text, at, closing_marks);
    if (clues.match_at(text, at) > 0) {
      return at;
    }
    const std::size_t size = match_word(text, at, qualifiers);
    if (size == 0) {
      return std::nullopt;
    }
    at += size;
  }
  return std::nullopt;
}

std::optional<std::size_t> word_before(std::string_view text, std::size_t at, const MacroClues& clues) {
  for (int connector = 0; connector < 3; ++connector) {
    at = skip_marks_back(text, at, opening_marks);
    if (const std::size_t size = clues.match_before(text, at)) {
      return at - size;
    }
    const std::size_t size = match_word_before(text, at, connectors);
    if (size == 0) {
      return std::nullopt;
    }
    at -= size;
  }
  return std::nullopt;
}

std::size_t skip_product_name_back(std::string_view text, std::size_t end, std::size_t limit) {
  const std::size_t size = match_word_before(text, end, product_names);
  if (size == 0 || end - size <= limit) {
    return end;
  }
  end -= size;
  while (end > limit && is_space(text[end - 1])) {
    --end;
  }
  return end;
}

bool ends_with_article(std::string_view text) { return match_word_before(text, text.size(), articles) > 0; }

std::size_t skip_determiner(std::string_view text, std::size_t begin, std::size_t end) {
  while (const std::size_t size = match_word(text.substr(0, end), begin, determiners)) {
    begin += size;
    while (begin < end && is_space(text[begin])) {
      ++begin;
    }
  }
  return begin;
}

bool is_enumeration(std::string_view text, std::size_t begin, std::size_t end) {
  if (end <= begin || end - begin > 30) {
    return false;
  }
  while (begin < end) {
    if (is_space(text[begin]) || text[begin] == ',' || text[begin] == '/' || text[begin] == '&' || text[begin] == '"') {
      ++begin;
    } else if (const std::size_t size = match_word(text.substr(0, end), begin, enumerators)) {
      begin += size;
    } else {
      return false;
    }
  }
  return true;
}

bool other_kind_behind(std::string_view text, std::size_t at) {
  return match_word(text, skip_marks(text, at, closing_marks), other_kinds) > 0;
}

bool other_kind_before(std::string_view text, std::size_t at) {
  return match_word_before(text, skip_marks_back(text, at, opening_marks), other_kinds) > 0;
}

}  // namespace macrolint
