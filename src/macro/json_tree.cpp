#include "macro/json_tree.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace macrolint {

namespace {

constexpr std::size_t max_depth = 64;
constexpr std::size_t max_values = 1'000'000;

/// Reads bytes and tells how far the parser has come, which the parser itself tells only when it fails.
class WatchedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  WatchedIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}

  reference operator*() const { return *at_; }
  pointer operator->() const { return at_; }
  WatchedIterator& operator++() {
    ++at_;
    *furthest_ = at_;
    return *this;
  }
  WatchedIterator operator++(int) {
    const WatchedIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const WatchedIterator& left, const WatchedIterator& right) { return left.at_ == right.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

bool is_part_of_number(char byte) {
  return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == '.' || byte == 'e' || byte == 'E';
}

/// Builds the tree from the parser's events. The parser stops when a function returns false.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(std::string_view text, const char* const* furthest) : text_(text), furthest_(furthest) {}

  bool null() override { return add_word("null"); }
  bool boolean(bool value) override { return add_word(value ? "true" : "false"); }
  bool number_integer(number_integer_t) override { return add_number(); }
  bool number_unsigned(number_unsigned_t) override { return add_number(); }
  bool number_float(number_float_t, const string_t&) override { return add_number(); }
  bool string(string_t& value) override { return add(string_node(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(yaml::Kind::mapping); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(yaml::Kind::sequence); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    open_.back().key = string_node(value);
    return count();
  }

  bool parse_error(std::size_t position, const std::string& last_token, const nlohmann::detail::exception&) override {
    std::uint32_t at = static_cast<std::uint32_t>(std::clamp<std::size_t>(position, 1, text_.size() + 1) - 1);
    const bool at_end = at >= text_.size();
    at = std::min(at, static_cast<std::uint32_t>(text_.size()) - (text_.empty() ? 0U : 1U));
    fail({at, std::min(at + 1, static_cast<std::uint32_t>(text_.size()))},
         at_end ? "Not valid JSON: the file ends too early." : "Not valid JSON from here on.",
         last_token.substr(0, 80));
    return false;
  }

  JsonTree take() && { return {std::move(root_), std::move(problem_)}; }

 private:
  struct Open {
    yaml::Node node;
    yaml::Node key;
  };

  [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(*furthest_ - text_.data()); }

  void fail(Span span, std::string message, std::string subject) {
    root_.reset();
    problem_ = yaml::Problem{span, std::move(message), std::move(subject)};
  }

  bool count() {
    if (++values_ > max_values) {
      fail({position() - 1, position()}, "The file has more than 1,000,000 values, the most that is read.", "");
      return false;
    }
    return true;
  }

  yaml::Node string_node(std::string& value) {
    const std::uint32_t end = position();
    std::uint32_t begin = end - 1;
    // Back to the opening quote: inside the string, each quote has an odd number of backslashes before it.
    do {
      begin = static_cast<std::uint32_t>(text_.rfind('"', begin - 1));
    } while (is_escaped(begin));
    yaml::Node node;
    node.kind = yaml::Kind::scalar;
    node.style = yaml::Style::double_quoted;
    node.value = std::move(value);
    node.span = {begin, end};
    return node;
  }

  [[nodiscard]] bool is_escaped(std::uint32_t at) const {
    std::uint32_t backslashes = 0;
    while (backslashes < at && text_[at - 1 - backslashes] == '\\') {
      ++backslashes;
    }
    return backslashes % 2 == 1;
  }

  bool add_word(std::string_view word) {
    const std::uint32_t end = position();
    return add_plain({end - static_cast<std::uint32_t>(word.size()), end});
  }

  /// The parser sees that a number ends only by the byte behind it.
  bool add_number() {
    std::uint32_t end = position();
    end -= is_part_of_number(text_[end - 1]) ? 0U : 1U;
    std::uint32_t begin = end;
    while (begin > 0 && is_part_of_number(text_[begin - 1])) {
      --begin;
    }
    return add_plain({begin, end});
  }

  bool add_plain(Span span) {
    yaml::Node node;
    node.kind = yaml::Kind::scalar;
    node.value = std::string(text_.substr(span.begin, span.size()));
    node.span = span;
    return add(std::move(node));
  }

  bool open(yaml::Kind kind) {
    if (open_.size() >= max_depth) {
      fail({position() - 1, position()}, "The file is nested more than 64 levels deep, the most that is read.", "");
      return false;
    }
    Open entry;
    entry.node.kind = kind;
    entry.node.span = {position() - 1, position()};
    open_.push_back(std::move(entry));
    return count();
  }

  bool close() {
    yaml::Node node = std::move(open_.back().node);
    open_.pop_back();
    return place(std::move(node));
  }

  bool add(yaml::Node node) { return count() && place(std::move(node)); }

  bool place(yaml::Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == yaml::Kind::sequence) {
      open_.back().node.items.push_back(std::move(node));
    } else {
      open_.back().node.members.emplace_back(std::move(open_.back().key), std::move(node));
    }
    return true;
  }

  std::string_view text_;
  const char* const* furthest_;
  std::vector<Open> open_;
  std::size_t values_ = 0;
  std::optional<yaml::Node> root_;
  std::optional<yaml::Problem> problem_;
};

/// The value of the four hexadecimal digits at `at`, or -1.
int escaped_code_point(std::string_view text, std::size_t at) {
  int code_point = -1;
  if (at + 4 <= text.size()) {
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, code_point, 16);
    if (error != std::errc() || end != text.data() + at + 4) {
      return -1;
    }
  }
  return code_point;
}

/// The character that an escape stands for, if it is one that text is made of; otherwise a blank.
char escaped_character(std::string_view text, std::size_t backslash) {
  switch (text[backslash + 1]) {
    case 'n':
      return '\n';
    case '"':
    case '\\':
    case '/':
      return text[backslash + 1];
    case 'u': {
      const int code_point = escaped_code_point(text, backslash + 2);
      return code_point > ' ' && code_point < 0x7F ? static_cast<char>(code_point) : ' ';
    }
    default:
      return ' ';
  }
}

/// An escaped slash leaves a blank before it, which would tear end tags and addresses apart. In `</` the blank is
/// moved out, elsewhere to the end of the word: what stands in between is off by some bytes, but in the same word.
void join_at_slashes(std::string& text, const std::vector<std::size_t>& slashes) {
  constexpr char removed = '\x01';
  constexpr std::string_view delimiters = " \t\n\"'<>(){}|";
  for (const std::size_t slash : slashes) {
    if (slash >= 2 && text[slash - 2] == '<') {
      std::swap(text[slash - 2], text[slash - 1]);
    } else {
      text[slash - 1] = removed;
    }
  }
  std::size_t to = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (delimiters.find(text[at]) != std::string_view::npos) {
      for (; to < at; ++to) {
        text[to] = ' ';
      }
    }
    if (text[at] != removed) {
      text[to++] = text[at];
    }
  }
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(to), text.end(), ' ');
}

}  // namespace

JsonTree read_json(std::string_view text) {
  const char* furthest = text.data();
  TreeBuilder builder(text, &furthest);
  try {
    nlohmann::json::sax_parse(WatchedIterator(text.data(), &furthest),
                              WatchedIterator(text.data() + text.size(), &furthest), &builder);
  } catch (const nlohmann::json::exception&) {
    return {std::nullopt, yaml::Problem{{0, 0}, "This JSON cannot be read.", ""}};
  }
  return std::move(builder).take();
}

yaml::RawText json_raw_text(std::string_view source, const yaml::Node& scalar) {
  if (scalar.style != yaml::Style::double_quoted) {
    return yaml::raw_text(source, scalar);
  }
  const Span inside{scalar.span.begin + 1, scalar.span.end - 1};
  yaml::RawText raw{inside, std::string(source.substr(inside.begin, inside.size()))};
  std::vector<std::size_t> slashes;
  for (std::size_t at = raw.text.find('\\'); at != std::string::npos && at + 1 < raw.text.size();) {
    const std::size_t end = std::min(at + (raw.text[at + 1] == 'u' ? 6U : 2U), raw.text.size());
    const char character = escaped_character(raw.text, at);
    if (character == '/' && end == at + 2) {
      slashes.push_back(at + 1);
    }
    std::fill(raw.text.begin() + static_cast<std::ptrdiff_t>(at), raw.text.begin() + static_cast<std::ptrdiff_t>(end),
              ' ');
    raw.text[end - 1] = character;
    at = raw.text.find('\\', end);
  }
  if (!slashes.empty()) {
    join_at_slashes(raw.text, slashes);
  }
  return raw;
}

}  // namespace macrolint
