#include "output/json_writer.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "output/json_text.h"

namespace macrolint {

namespace {

/// Whether a text stands in JSON as it is. Looks at every byte, so that compilers can look at many at once.
bool is_plain(std::string_view text) {
  unsigned special = 0;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    special |=
        (value < 0x20 ? 1U : 0U) | (value >= 0x7f ? 1U : 0U) | (byte == '"' ? 1U : 0U) | (byte == '\\' ? 1U : 0U);
  }
  return special == 0;
}

}  // namespace

void JsonWriter::begin_line() {
  constexpr std::size_t indentation = 2;
  text_ += '\n';
  text_.append(depth_ * indentation, ' ');
}

void JsonWriter::begin_element() {
  if (follows_key_ || depth_ == 0) {
    follows_key_ = false;
    return;
  }
  if (!is_first_) {
    text_ += ',';
  }
  begin_line();
}

void JsonWriter::begin(char bracket) {
  begin_element();
  text_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!is_first_) {
    begin_line();
  }
  text_ += bracket;
  is_first_ = false;
}

void JsonWriter::key(std::string_view name) {
  value(name);
  text_ += ": ";
  follows_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  begin_element();
  is_first_ = false;
  if (is_plain(text)) {
    text_ += '"';
    text_ += text;
    text_ += '"';
  } else {
    text_ += quoted_json(text);
  }
}

void JsonWriter::value(std::uint64_t number) {
  begin_element();
  is_first_ = false;
  fmt::format_to(std::back_inserter(text_), "{}", number);
}

std::string JsonWriter::take() {
  text_ += '\n';
  return std::move(text_);
}

}  // namespace macrolint
