#include "drift/quote/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "liquid/liquid_construct.h"
#include "source/characters.h"
#include "source/unicode.h"

namespace macrolint {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// The character at `at` and how many bytes it has.
struct Character {
  utf8proc_int32_t code = 0;
  std::size_t size = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  Character character{static_cast<unsigned char>(text[at]), 1};
  if (is_beyond_ascii(text[at])) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                                   static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (size > 0) {
      character = {code, static_cast<std::size_t>(size)};
    }
  }
  return character;
}

/// White space in any width, and dashes that are set between words.
bool separates(utf8proc_int32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x202F || code == 0x205F || (code >= 0x3000 && code <= 0x303F) || (code >= 0x2012 && code <= 0x2015);
}

bool is_invisible(utf8proc_int32_t code) {
  return (code >= 0x200B && code <= 0x200F) || code == 0xFEFF || code == 0xAD || code == 0x2060;
}

/// Chinese characters and kana: written without spaces, so each of them counts as a word.
bool is_word_of_its_own(utf8proc_int32_t code) {
  return (code >= 0x3041 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF);
}

/// The plain character for a typographic quote or hyphen, or 0.
char plain_form(utf8proc_int32_t code) {
  if (code == 0x2010 || code == 0x2011) {
    return '-';
  }
  if (code >= 0x2018 && code <= 0x201B) {
    return '\'';
  }
  return code >= 0x201C && code <= 0x201F ? '"' : '\0';
}

std::string key_of(std::string_view text) {
  const auto is_inner = [](char byte) { return is_word_byte(byte) && byte != '_'; };
  const auto first = std::find_if(text.begin(), text.end(), is_inner);
  const auto last = std::find_if(text.rbegin(), std::make_reverse_iterator(first), is_inner);
  return lower_case({first, last.base()});
}

struct Core {
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// The part of a word between brackets, quotation marks and other punctuation around it.
Core core_of(std::string_view word) {
  const auto is_typographic = [](std::string_view text) {
    return text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] >= '\x98' && text[2] <= '\x9F';
  };
  std::size_t begin = 0;
  std::size_t end = word.size();
  while (begin < end) {
    const bool is_quote = is_typographic(word.substr(begin, end - begin));
    if (!is_quote && std::string_view("\"'(*_").find(word[begin]) == std::string_view::npos) {
      break;
    }
    begin += is_quote ? 3 : 1;
  }
  while (end > begin) {
    const bool is_quote = end - begin >= 3 && is_typographic(word.substr(end - 3, 3));
    if (!is_quote && std::string_view("\"')*_.,;:!?").find(word[end - 1]) == std::string_view::npos) {
      break;
    }
    end -= is_quote ? 3 : 1;
  }
  return begin == end ? Core{0, word.size()} : Core{begin, end - begin};
}

/// The path with which the expression of a placeholder begins.
std::string path_in(std::string_view expression) {
  const std::size_t begin = skip_spaces(expression, 0);
  const auto is_part = [](char byte) { return is_ascii_word_byte(byte) || byte == '.' || byte == '-'; };
  const auto end = std::find_if_not(expression.begin() + static_cast<std::ptrdiff_t>(begin), expression.end(), is_part);
  return {expression.begin() + static_cast<std::ptrdiff_t>(begin), end};
}

bool opens_branch(std::string_view tag) {
  static constexpr std::array<std::string_view, 7> names = {"if",        "unless",   "case",   "for",
                                                            "ifchanged", "tablerow", "capture"};
  return std::find(names.begin(), names.end(), tag) != names.end();
}

/// Whether what stands between brackets is the name of something that is to be filled in.
bool names_something(std::string_view inside) {
  constexpr std::ptrdiff_t most_spaces = 7;
  return std::any_of(inside.begin(), inside.end(),
                     [](char byte) { return is_letter(byte) || is_beyond_ascii(byte); }) &&
         inside != "x" && inside != "X" && inside.find_first_of("\n@") == std::string_view::npos &&
         inside.find("://") == std::string_view::npos && std::count(inside.begin(), inside.end(), ' ') <= most_spaces;
}

bool is_ellipsis(std::string_view text) { return text == "..." || text == ellipsis; }

}  // namespace

void WordReader::add_block(std::string_view text, const Locate& locate) {
  text_ = text;
  locate_ = &locate;
  begins_block_ = true;
  chunk_ = {};
  for (at_ = 0; at_ < text_.size();) {
    if (!read_liquid() && !read_stand_in()) {
      read_character();
    }
  }
  finish_chunk();
}

bool WordReader::read_liquid() {
  if (text_[at_] != '{' || at_ + 1 == text_.size() || (text_[at_ + 1] != '{' && text_[at_ + 1] != '%')) {
    return in_comment_ ? (++at_, true) : false;
  }
  const LiquidConstruct construct = read_liquid_construct(text_, at_);
  if (construct.end != LiquidConstruct::End::closed) {
    append(text_.substr(at_, 2));
    at_ += 2;
    return true;
  }
  if (construct.is_output) {
    if (!in_comment_) {
      append(text_.substr(at_, construct.after - at_));
      chunk_.kind = Word::Kind::placeholder;
      chunk_.path = path_in(text_.substr(construct.inside_begin, construct.inside_end - construct.inside_begin));
    }
    at_ = construct.after;
    return true;
  }
  finish_chunk();
  const LiquidTagName place = liquid_tag_name(text_, construct);
  const std::string_view tag = text_.substr(place.begin, place.end - place.begin);
  if (tag == "comment" || tag == "endcomment") {
    in_comment_ = tag == "comment";
  } else if (opens_branch(tag)) {
    ++open_branches_;
  } else if (tag.starts_with("end") && tag != "endraw" && open_branches_ > 0) {
    --open_branches_;
  }
  at_ = construct.after;
  return true;
}

bool WordReader::read_stand_in() {
  constexpr std::size_t longest = 80;
  const char open = text_[at_];
  const char close = open == '[' ? ']' : open == '<' ? '>' : open == '{' ? '}' : '\0';
  const std::size_t end = close == 0 ? std::string_view::npos : text_.substr(at_, longest).find(close, 1);
  const bool is_within_word = !chunk_.text.empty() && is_word_byte(chunk_.text.back());
  if (end == std::string_view::npos || is_within_word) {
    return false;
  }
  const std::string_view inside = text_.substr(at_ + 1, end - 1);
  if (open == '[' && is_ellipsis(inside)) {
    add_gap(end + 1);
    return true;
  }
  if (!names_something(inside) || inside.find(open) != std::string_view::npos) {
    return false;
  }
  append(text_.substr(at_, end + 1));
  chunk_.kind = chunk_.kind == Word::Kind::word ? Word::Kind::stand_in : chunk_.kind;
  at_ += end + 1;
  return true;
}

void WordReader::read_character() {
  const Character character = character_at(text_, at_);
  const std::string_view bytes = text_.substr(at_, character.size);
  if (bytes == ellipsis) {
    add_gap(character.size);
    return;
  }
  if (separates(character.code)) {
    finish_chunk();
    is_joined_ = false;
  } else if (const char plain = plain_form(character.code); plain != 0) {
    append({&plain, 1});
  } else if (is_word_of_its_own(character.code)) {
    finish_chunk();
    append(bytes);
    at_ += character.size;
    finish_chunk();
    is_joined_ = true;
    return;
  } else if (!is_invisible(character.code)) {
    append(bytes);
  }
  at_ += character.size;
}

void WordReader::append(std::string_view piece) {
  if (chunk_.text.empty()) {
    chunk_.begin = at_;
  }
  chunk_.text += piece;
}

void WordReader::add_gap(std::size_t size) {
  finish_chunk();
  add_word(Word::Kind::gap, {}, at_, at_ + size);
  at_ += size;
}

void WordReader::finish_chunk() {
  const Chunk chunk = std::exchange(chunk_, {});
  if (chunk.text.empty()) {
    return;
  }
  std::string key = chunk.kind == Word::Kind::placeholder ? chunk.path : key_of(chunk.text);
  if (!key.empty() || chunk.kind != Word::Kind::word) {
    add_word(chunk.kind, std::move(key), chunk.begin, at_);
  }
  if (chunk.kind == Word::Kind::word && chunk.text.ends_with("...")) {
    add_word(Word::Kind::gap, {}, at_, at_);
  }
}

void WordReader::add_word(Word::Kind kind, std::string key, std::size_t begin, std::size_t end) {
  Word word;
  word.kind = kind;
  word.is_optional = open_branches_ > 0;
  word.begins_block = std::exchange(begins_block_, false);
  word.is_joined = std::exchange(is_joined_, false);
  word.key = std::move(key);
  word.text = std::string(text_.substr(begin, end - begin));
  word.span = (*locate_)(begin, end);
  const auto [core, size] = core_of(word.text);
  word.core = word.text.substr(core, size);
  word.core_span = (*locate_)(begin + core, begin + core + size);
  words_.push_back(std::move(word));
}

std::string text_of_words(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t at = begin; at < end; ++at) {
    if (!text.empty() && !words[at].is_joined && !words[at].text.empty()) {
      text += ' ';
    }
    text += words[at].text;
  }
  return text;
}

}  // namespace macrolint
