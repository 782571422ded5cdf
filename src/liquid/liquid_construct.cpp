#include "liquid/liquid_construct.h"

#include <algorithm>
#include <string>

namespace macrolint {

namespace {

using End = LiquidConstruct::End;

char at_or_zero(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

bool opens_at(std::string_view text, std::size_t at) {
  const char next = at_or_zero(text, at + 1);
  return at_or_zero(text, at) == '{' && (next == '{' || next == '%');
}

LiquidConstruct ended(LiquidConstruct construct, End end, std::size_t close, std::size_t after) {
  construct.end = end;
  construct.close = close;
  construct.after = after;
  return construct;
}

/// Liquid closes a construct without regard to quotes, but a quoted `{{` does not start a new one.
LiquidConstruct find_end(std::string_view text, LiquidConstruct construct) {
  char quote = 0;
  for (std::size_t at = construct.open + 2; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '}') {
      const bool after_percent = at > construct.open + 2 && text[at - 1] == '%';
      const bool doubled = at_or_zero(text, at + 1) == '}';
      if (after_percent) {
        return ended(construct, construct.is_output ? End::wrong_mark : End::closed, at - 1, at + 1);
      }
      if (doubled && (construct.is_output || quote == 0)) {
        return ended(construct, construct.is_output ? End::closed : End::wrong_mark, at, at + 2);
      }
      if (construct.is_output) {
        return ended(construct, End::single_brace, at, at + 1);
      }
    } else if (quote != 0) {
      quote = byte == quote ? '\0' : quote;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (opens_at(text, at)) {
      return ended(construct, End::interrupted, at, at);
    }
  }
  return ended(construct, End::missing, text.size(), text.size());
}

/// The offset behind a tag that has this name and nothing else, or 0 if another thing opens at `open`.
std::size_t match_bare_tag(std::string_view text, std::size_t open, std::string_view name) {
  std::size_t at = open + 2;
  const auto skip_blanks = [&] { at = std::min(text.find_first_not_of(" \t\r\n", at), text.size()); };
  at += at_or_zero(text, at) == '-' ? 1U : 0U;
  skip_blanks();
  if (text[open + 1] != '%' || !text.substr(at).starts_with(name)) {
    return 0;
  }
  at += name.size();
  skip_blanks();
  at += at_or_zero(text, at) == '-' ? 1U : 0U;
  return text.substr(at).starts_with("%}") ? at + 2 : 0;
}

}  // namespace

std::size_t find_liquid_opening(std::string_view text, std::size_t at) {
  for (at = text.find('{', at); at != std::string_view::npos; at = text.find('{', at + 1)) {
    if (opens_at(text, at)) {
      break;
    }
  }
  return at;
}

LiquidConstruct read_liquid_construct(std::string_view text, std::size_t open) {
  LiquidConstruct construct;
  construct.open = open;
  construct.is_output = text[open + 1] == '{';
  construct = find_end(text, construct);
  construct.inside_begin = open + 2;
  construct.inside_end = construct.close;
  if (construct.inside_begin < construct.inside_end && text[construct.inside_begin] == '-') {
    ++construct.inside_begin;
  }
  if (construct.inside_begin < construct.inside_end && text[construct.inside_end - 1] == '-') {
    --construct.inside_end;
  }
  return construct;
}

LiquidTagName liquid_tag_name(std::string_view text, const LiquidConstruct& tag) {
  const std::string_view inside = text.substr(0, tag.inside_end);
  const std::size_t begin = std::min(inside.find_first_not_of(" \t\r\n", tag.inside_begin), inside.size());
  if (at_or_zero(inside, begin) == '#') {
    return {begin, begin + 1};
  }
  return {begin, std::min(inside.find_first_of(" \t\r\n:=|\"'", begin), inside.size())};
}

LiquidConstruct find_end_of_liquid_body(std::string_view text, std::string_view name, std::size_t body) {
  const std::string closing = "end" + std::string(name);
  std::size_t depth = 1;
  for (std::size_t at = find_liquid_opening(text, body); at != std::string_view::npos;
       at = find_liquid_opening(text, at + 2)) {
    const std::size_t after = match_bare_tag(text, at, closing);
    if (after != 0 && --depth == 0) {
      LiquidConstruct tag;
      tag.end = End::closed;
      tag.open = at;
      tag.after = after;
      return tag;
    }
    if (name == "comment" && match_bare_tag(text, at, name) != 0) {
      ++depth;
    }
  }
  LiquidConstruct missing;
  missing.open = missing.after = text.size();
  return missing;
}

}  // namespace macrolint
