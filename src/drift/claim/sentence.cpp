#include "drift/claim/sentence.h"

#include <algorithm>
#include <array>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Quotation marks, with the one that closes them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes = {
    {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"「", "」"}}};
/// More than that is a sentence in quotes, not a name.
constexpr std::size_t max_quoted = 100;

bool is_inside_word(char byte) { return is_word_byte(byte) || byte == '-' || byte == '\'' || byte == '/'; }

class Tokenizer {
 public:
  explicit Tokenizer(const Passage& passage) : text_(passage.text.text()) {
    for (const FlatText::Part& part : passage.text.parts()) {
      if (part.kind == FlatText::Part::Kind::code) {
        code_.push_back(part);
      }
    }
  }

  std::vector<Sentence> run() {
    while (at_ < text_.size() && count_ < max_tokens) {
      step();
    }
    end_sentence();
    return std::move(sentences_);
  }

 private:
  void step() {
    while (next_code_ < code_.size() && code_[next_code_].begin < at_) {
      ++next_code_;
    }
    if (next_code_ < code_.size() && code_[next_code_].begin == at_) {
      add(Token::Kind::named, at_, code_[next_code_].end);
      at_ = std::max(at_ + 1, code_[next_code_].end);
      return;
    }
    const char byte = text_[at_];
    if (is_space(byte)) {
      ++at_;
    } else if (!take_quoted()) {
      is_word_byte(byte) ? take_word() : take_mark();
    }
  }

  bool take_quoted() {
    for (const auto& [opening, closing] : quotes) {
      if (!text_.substr(at_).starts_with(opening)) {
        continue;
      }
      const std::size_t begin = at_ + opening.size();
      const std::size_t end = text_.substr(0, begin + max_quoted).find(closing, begin);
      if (end == std::string_view::npos) {
        return false;
      }
      add(Token::Kind::named, begin, end);
      at_ = end + closing.size();
      return true;
    }
    return false;
  }

  void take_word() {
    const std::size_t begin = at_;
    const std::size_t limit = next_code_ < code_.size() ? code_[next_code_].begin : text_.size();
    while (at_ < limit && (is_inside_word(text_[at_]) || is_dot_in_name(limit))) {
      ++at_;
    }
    add(Token::Kind::word, begin, at_);
  }

  /// As in `GitLab.com` and `e.g`.
  [[nodiscard]] bool is_dot_in_name(std::size_t limit) const {
    return text_[at_] == '.' && at_ + 1 < limit && is_word_byte(text_[at_ + 1]);
  }

  void take_mark() {
    const char byte = text_[at_];
    const bool closes = (byte == '.' || byte == '!' || byte == '?') && !ends_abbreviation() &&
                        (at_ + 1 == text_.size() || is_space(text_[at_ + 1]) || text_[at_ + 1] == ')');
    if (closes) {
      end_sentence();
    } else {
      add(Token::Kind::mark, at_, at_ + 1);
    }
    ++at_;
  }

  [[nodiscard]] bool ends_abbreviation() const {
    if (sentence_.empty() || sentence_.back().end != at_ || sentence_.back().kind != Token::Kind::word) {
      return false;
    }
    const std::string& word = sentence_.back().text;
    return word == "e.g" || word == "i.e" || word == "etc" || word == "vs" || word == "no";
  }

  void add(Token::Kind kind, std::size_t begin, std::size_t end) {
    const std::string_view written = text_.substr(begin, end - begin);
    sentence_.push_back({kind, begin, end, kind == Token::Kind::word ? lower_case(written) : std::string(written)});
    ++count_;
  }

  void end_sentence() {
    if (!sentence_.empty()) {
      sentences_.push_back(std::move(sentence_));
      sentence_.clear();
    }
  }

  std::string_view text_;
  std::vector<FlatText::Part> code_;
  std::size_t next_code_ = 0;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  Sentence sentence_;
  std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> sentences_of(const Passage& passage) { return Tokenizer(passage).run(); }

}  // namespace macrolint
