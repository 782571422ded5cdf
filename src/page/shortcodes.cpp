#include "page/shortcodes.h"

#include <algorithm>
#include <array>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Longer tags are taken for unterminated ones; without a bound, many open quotes would each be followed to the
/// end of the page.
constexpr std::size_t max_tag_size = 4'000;
constexpr std::size_t max_name_size = 100;

/// Where the tag's closing delimiter begins, passing over quoted parameters; npos if another tag or the end of
/// the text comes first.
std::size_t find_closing(std::string_view text, std::size_t at, std::string_view delimiter) {
  char quote = '\0';
  const std::size_t limit = std::min(text.size(), at + max_tag_size);
  for (; at < limit; ++at) {
    const char byte = text[at];
    if (quote != '\0') {
      if (byte == '\\' && quote == '"') {
        ++at;
      } else if (byte == '\n' && quote == '"') {
        return std::string_view::npos;
      } else if (byte == quote) {
        quote = '\0';
      }
    } else if (byte == '"' || byte == '`') {
      quote = byte;
    } else if (text.substr(at).starts_with(delimiter)) {
      return at;
    } else if (text.substr(at).starts_with("{{<") || text.substr(at).starts_with("{{%")) {
      return std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

Span name_after(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  std::size_t end = at;
  while (end < text.size() && end - at < max_name_size && !is_space(text[end]) && text[end] != '%' &&
         text[end] != '>' &&
         !(text[end] == '/' && end + 1 < text.size() && (text[end + 1] == '%' || text[end + 1] == '>'))) {
    ++end;
  }
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

/// A tag that is commented out, from `{{</*` to `*/>}}`.
ShortcodeTag read_comment(std::string_view text, std::size_t at) {
  const std::size_t inside = at + 5;
  const std::size_t end = text.substr(0, inside + max_tag_size).find(text[at + 2] == '%' ? "*/%}}" : "*/>}}", inside);
  const bool ends = end != std::string_view::npos;
  ShortcodeTag tag;
  tag.form = ends ? ShortcodeTag::Form::comment : ShortcodeTag::Form::unterminated;
  tag.name = name_after(text, inside);
  tag.span = {static_cast<std::uint32_t>(at), ends ? static_cast<std::uint32_t>(end + 5) : tag.name.end};
  return tag;
}

ShortcodeTag read_tag(std::string_view text, std::size_t at) {
  const std::string_view delimiter = text[at + 2] == '%' ? "%}}" : ">}}";
  ShortcodeTag tag;
  std::size_t inside = at + 3;
  if (text.substr(inside).starts_with("/*")) {
    return read_comment(text, at);
  }
  const std::size_t closing = find_closing(text, inside, delimiter);
  while (inside < text.size() && is_space(text[inside])) {
    ++inside;
  }
  if (text.substr(inside).starts_with('/')) {
    tag.form = ShortcodeTag::Form::closing;
    ++inside;
  }
  tag.name = name_after(text, inside);
  if (closing == std::string_view::npos) {
    tag.form = ShortcodeTag::Form::unterminated;
    tag.span = {static_cast<std::uint32_t>(at), std::max(static_cast<std::uint32_t>(at + 3), tag.name.end)};
    return tag;
  }
  if (tag.form == ShortcodeTag::Form::opening && closing > at + 3 && text[closing - 1] == '/') {
    tag.form = ShortcodeTag::Form::self_closing;
  }
  tag.name.end = std::min(tag.name.end, static_cast<std::uint32_t>(closing));
  tag.name.begin = std::min(tag.name.begin, tag.name.end);
  tag.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(closing + delimiter.size())};
  return tag;
}

bool is_alone_on_its_line(std::string_view text, Span span) {
  std::size_t before = span.begin;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) {
    --before;
  }
  std::size_t after = span.end;
  while (after < text.size() && (text[after] == ' ' || text[after] == '\t' || text[after] == '\r')) {
    ++after;
  }
  return (before == 0 || text[before - 1] == '\n') && (after == text.size() || text[after] == '\n');
}

std::string_view name_of(std::string_view text, const ShortcodeTag& tag) {
  return text.substr(tag.name.begin, tag.name.end - tag.name.begin);
}

/// The names that some tag closes, in order. Looked up for each tag, so pages of many tags need no search of all.
std::vector<std::string_view> closed_names(std::string_view text, const std::vector<ShortcodeTag>& tags) {
  std::vector<std::string_view> names;
  for (const ShortcodeTag& tag : tags) {
    if (tag.form == ShortcodeTag::Form::closing) {
      names.push_back(name_of(text, tag));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool has_name(const std::vector<std::string_view>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

/// Hugo leaves a word in place of a `{{< … >}}` tag until the Markdown is read, so that it does not end a paragraph
/// or a block of HTML. Where the tag has a closing one, what is between is read by itself.
bool is_placeholder(std::string_view text, const ShortcodeTag& tag, const std::vector<std::string_view>& closed) {
  return text[tag.span.begin + 2] == '<' && tag.form != ShortcodeTag::Form::closing &&
         !has_name(closed, name_of(text, tag));
}

}  // namespace

std::vector<ShortcodeTag> find_shortcodes(std::string_view text, std::uint32_t begin) {
  std::vector<ShortcodeTag> tags;
  std::size_t at = text.find("{{", begin);
  while (at != std::string_view::npos && at + 2 < text.size()) {
    if (text[at + 2] != '<' && text[at + 2] != '%') {
      at = text.find("{{", at + 1);
      continue;
    }
    tags.push_back(read_tag(text, at));
    at = text.find("{{", tags.back().span.end);
  }
  return tags;
}

std::string_view first_parameter(const Source& source, const ShortcodeTag& tag) {
  const std::string_view parameters = source.slice({tag.name.end, tag.span.end});
  std::size_t begin = skip_spaces(parameters, 0);
  std::size_t end = begin;
  while (end < parameters.size() && !is_space(parameters[end]) && parameters[end] != '"' && parameters[end] != '`') {
    end += parameters[end] == '=' ? std::size_t{0} : 1;
    if (end < parameters.size() && parameters[end] == '=') {
      begin = ++end;
    }
  }
  if (end == begin && end < parameters.size()) {
    const std::size_t quote = parameters.find(parameters[begin], begin + 1);
    return quote == std::string_view::npos ? std::string_view() : parameters.substr(begin + 1, quote - begin - 1);
  }
  const std::string_view word = parameters.substr(begin, end - begin);
  return word == "%}}" || word == ">}}" || word.starts_with('/') ? std::string_view() : word;
}

std::vector<const ShortcodeTag*> standing_alone(const Document& page) {
  constexpr std::array<std::string_view, 11> pictures = {"figure", "gist",  "instagram", "param", "qr",     "ref",
                                                         "relref", "tweet", "vimeo",     "x",     "youtube"};
  std::vector<const ShortcodeTag*> alone;
  if (page.shortcodes.empty()) {
    return alone;
  }
  const std::string_view text = page.source->text;
  const std::vector<std::string_view> closed = closed_names(text, page.shortcodes);
  for (const ShortcodeTag& tag : page.shortcodes) {
    const bool opens = tag.form == ShortcodeTag::Form::opening || tag.form == ShortcodeTag::Form::self_closing;
    const std::string_view name = name_of(text, tag);
    if (opens && is_alone_on_its_line(text, tag.span) && !has_name(closed, name) &&
        std::find(pictures.begin(), pictures.end(), name) == pictures.end()) {
      alone.push_back(&tag);
    }
  }
  return alone;
}

std::string mask_shortcodes(std::string_view text, const std::vector<ShortcodeTag>& tags) {
  std::string masked(text);
  const std::vector<std::string_view> closed = closed_names(text, tags);
  for (const ShortcodeTag& tag : tags) {
    if (tag.form == ShortcodeTag::Form::comment || tag.form == ShortcodeTag::Form::unterminated) {
      continue;
    }
    const bool blank = is_alone_on_its_line(text, tag.span) && !is_placeholder(text, tag, closed);
    const char filler = blank ? ' ' : 'x';
    std::fill(masked.begin() + tag.span.begin, masked.begin() + tag.span.end, filler);
  }
  return masked;
}

}  // namespace macrolint
