#include "html/html_tags.h"

#include <algorithm>
#include <array>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr auto elements = std::to_array<std::string_view>({
    "a",        "abbr",    "acronym",  "address",  "applet",   "area",     "article",    "aside",   "audio",
    "b",        "base",    "basefont", "bdi",      "bdo",      "bgsound",  "big",        "blink",   "blockquote",
    "body",     "br",      "button",   "canvas",   "caption",  "center",   "cite",       "code",    "col",
    "colgroup", "data",    "datalist", "dd",       "del",      "details",  "dfn",        "dialog",  "dir",
    "div",      "dl",      "dt",       "em",       "embed",    "fieldset", "figcaption", "figure",  "font",
    "footer",   "form",    "frame",    "frameset", "h1",       "h2",       "h3",         "h4",      "h5",
    "h6",       "head",    "header",   "hgroup",   "hr",       "html",     "i",          "iframe",  "img",
    "input",    "ins",     "kbd",      "keygen",   "label",    "legend",   "li",         "link",    "main",
    "map",      "mark",    "marquee",  "math",     "menu",     "menuitem", "meta",       "meter",   "nav",
    "nobr",     "noembed", "noframes", "noscript", "object",   "ol",       "optgroup",   "option",  "output",
    "p",        "param",   "picture",  "pre",      "progress", "q",        "rb",         "rp",      "rt",
    "rtc",      "ruby",    "s",        "samp",     "script",   "search",   "section",    "select",  "slot",
    "small",    "source",  "span",     "strike",   "strong",   "style",    "sub",        "summary", "sup",
    "svg",      "table",   "tbody",    "td",       "template", "textarea", "tfoot",      "th",      "thead",
    "time",     "title",   "tr",       "track",    "tt",       "u",        "ul",         "var",     "video",
    "wbr",
});
static_assert(std::is_sorted(elements.begin(), elements.end()));

constexpr auto void_elements = std::to_array<std::string_view>({
    "area",
    "base",
    "basefont",
    "bgsound",
    "br",
    "col",
    "embed",
    "frame",
    "hr",
    "img",
    "input",
    "keygen",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
});
static_assert(std::is_sorted(void_elements.begin(), void_elements.end()));

constexpr auto optional_end = std::to_array<std::string_view>({
    "body", "caption", "colgroup", "dd",  "dt",    "head", "html",  "li", "optgroup", "option", "p",
    "rb",   "rp",      "rt",       "rtc", "tbody", "td",   "tfoot", "th", "thead",    "tr",
});
static_assert(std::is_sorted(optional_end.begin(), optional_end.end()));

/// Their content is not HTML: no tag in it counts but the end tag.
constexpr auto opaque_elements =
    std::to_array<std::string_view>({"math", "script", "style", "svg", "textarea", "title"});
static_assert(std::is_sorted(opaque_elements.begin(), opaque_elements.end()));

template <std::size_t count>
bool contains(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

char at_or_zero(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// Reads from behind the name to the `>`. Quotes count only where a value begins, so that an apostrophe in a
/// broken tag does not swallow the rest.
void find_end_of_tag(std::string_view html, std::size_t at, HtmlTag& tag) {
  bool expects_value = false;
  for (; at < html.size(); ++at) {
    const char byte = html[at];
    if (expects_value && (byte == '"' || byte == '\'')) {
      at = std::min(html.find(byte, at + 1), html.size());
      expects_value = false;
    } else if (byte == '>') {
      tag.end = at + 1;
      if (tag.form == HtmlTag::Form::start && html[at - 1] == '/') {
        tag.form = HtmlTag::Form::self_closing;
      }
      return;
    } else if (byte == '<') {
      break;
    } else if (!is_space(byte)) {
      expects_value = byte == '=';
    }
  }
  tag.form = HtmlTag::Form::unterminated;
  tag.end = std::min(at, html.size());
}

HtmlTag read_tag(std::string_view html, std::size_t open) {
  HtmlTag tag;
  tag.begin = open;
  tag.form = html[open + 1] == '/' ? HtmlTag::Form::end : HtmlTag::Form::start;
  std::size_t at = open + (tag.form == HtmlTag::Form::end ? 2 : 1);
  while (at < html.size() && !is_space(html[at]) && html[at] != '>' && html[at] != '<' &&
         !(html[at] == '/' && at_or_zero(html, at + 1) == '>')) {
    tag.name += to_lower_ascii(html[at]);
    ++at;
  }
  find_end_of_tag(html, at, tag);
  return tag;
}

}  // namespace

HtmlTag find_html_tag(std::string_view html, std::size_t at) {
  while ((at = html.find('<', at)) != std::string_view::npos) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = html.find("-->", at + 4);
      at = end == std::string_view::npos ? html.size() : end + 3;
    } else if (is_letter(at_or_zero(rest, 1)) || (at_or_zero(rest, 1) == '/' && is_letter(at_or_zero(rest, 2)))) {
      return read_tag(html, at);
    } else {
      ++at;
    }
  }
  return {};
}

std::size_t end_of_opaque_element(std::string_view html, const HtmlTag& tag) {
  if (tag.form != HtmlTag::Form::start || !contains(opaque_elements, tag.name)) {
    return tag.end;
  }
  const std::string closing = "</" + tag.name;
  const auto found = std::search(html.begin() + static_cast<std::ptrdiff_t>(tag.end), html.end(), closing.begin(),
                                 closing.end(), [](char left, char right) { return to_lower_ascii(left) == right; });
  return static_cast<std::size_t>(found - html.begin());
}

bool is_html_element(std::string_view name) { return contains(elements, name); }
std::span<const std::string_view> html_elements() { return elements; }
bool is_void_element(std::string_view name) { return contains(void_elements, name); }
bool may_omit_end_tag(std::string_view name) { return contains(optional_end, name); }

}  // namespace macrolint
