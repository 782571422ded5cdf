#include "markdown/html_links.h"

#include <algorithm>
#include <array>
#include <optional>

#include "html/entities.h"
#include "inbox/addresses.h"
#include "mention/macro_clues.h"
#include "source/characters.h"

namespace macrolint {

namespace {

struct Attribute {
  std::string_view name;
  std::size_t value_begin = 0;
  std::size_t value_end = 0;
};

/// Reads the attribute at `at` and moves behind it; false at the end of the tag.
bool read_attribute(std::string_view html, std::size_t& at, Attribute& attribute) {
  while (at < html.size() && (is_space(html[at]) || html[at] == '/')) {
    ++at;
  }
  if (at >= html.size() || html[at] == '>') {
    return false;
  }
  const std::size_t name = at++;
  while (at < html.size() && !is_space(html[at]) && html[at] != '=' && html[at] != '>' && html[at] != '/') {
    ++at;
  }
  attribute = {html.substr(name, at - name), at, at};
  const std::size_t equals = skip_spaces(html, at);
  if (equals >= html.size() || html[equals] != '=') {
    return true;
  }
  at = skip_spaces(html, equals + 1);
  if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
    attribute.value_begin = at + 1;
    attribute.value_end = std::min(html.find(html[at], at + 1), html.size());
    at = std::min(attribute.value_end + 1, html.size());
    return true;
  }
  attribute.value_begin = at;
  while (at < html.size() && !is_space(html[at]) && html[at] != '>') {
    ++at;
  }
  attribute.value_end = at;
  return true;
}

/// What a tag's destination attribute is called; empty for tags that are no links.
std::string_view destination_attribute(std::string_view tag) {
  if (equals_ignoring_case(tag, "a")) {
    return "href";
  }
  if (equals_ignoring_case(tag, "img")) {
    return "src";
  }
  return {};
}

/// Whether a fragment can name the element by this attribute (https://html.spec.whatwg.org, "find a potential
/// indicated element").
bool is_anchor(std::string_view tag, const Attribute& attribute) {
  return attribute.value_begin < attribute.value_end &&
         (equals_ignoring_case(attribute.name, "id") ||
          (equals_ignoring_case(attribute.name, "name") && equals_ignoring_case(tag, "a")));
}

void add_link(std::string_view html, std::uint32_t offset, std::size_t tag_begin, const Attribute& attribute,
              Document& document) {
  Link link;
  link.kind = Link::Kind::html;
  const auto at = [offset](std::size_t index) { return offset + static_cast<std::uint32_t>(index); };
  std::size_t begin = attribute.value_begin;
  std::size_t end = attribute.value_end;
  // HTML strips white space around a URL (https://html.spec.whatwg.org, valid URL potentially surrounded by spaces).
  while (begin < end && is_space(html[begin])) {
    ++begin;
  }
  while (end > begin && is_space(html[end - 1])) {
    --end;
  }
  link.destination = {at(begin), at(end)};
  link.whole = {at(tag_begin), at(end)};
  link.label = link.destination;
  const std::string_view raw = html.substr(begin, end - begin);
  const bool in_source = document.source->slice(link.destination) == raw;
  if (raw.find('&') != std::string_view::npos || !in_source) {
    link.url = document.decoded.emplace_back(decode_entities(raw));
  } else {
    link.url = document.source->slice(link.destination);
  }
  if (raw.starts_with("mailto:")) {
    find_addresses(html, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, offset,
                   document.addresses);
  }
  document.links.push_back(link);
}

/// Whether what stands in an element is text, whatever it looks like, or, in a template, no part of the page.
bool hides_content(std::string_view tag) {
  constexpr std::array<std::string_view, 9> names = {"script", "style",   "textarea", "title",   "xmp",
                                                     "iframe", "noembed", "noframes", "template"};
  return std::any_of(names.begin(), names.end(),
                     [tag](std::string_view name) { return equals_ignoring_case(tag, name); });
}

/// Where the end tag of the element begins, or the text's size.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view tag) {
  const auto is_same = [](char left, char right) { return to_lower_ascii(left) == to_lower_ascii(right); };
  for (at = html.find("</", at); at < html.size(); at = html.find("</", at + 2)) {
    const std::string_view name = html.substr(at + 2, tag.size());
    if (std::equal(name.begin(), name.end(), tag.begin(), tag.end(), is_same)) {
      return at;
    }
  }
  return html.size();
}

/// Reads the tag that opens at `at`; returns the offset behind it. One that does not end is none, as browsers see it.
std::size_t read_tag(std::string_view html, std::size_t at, std::uint32_t offset, Document& document) {
  const std::size_t begin = at++;
  const bool closes = at < html.size() && html[at] == '/';
  at += closes ? 1U : 0U;
  const std::size_t name_begin = at;
  while (at < html.size() && !is_space(html[at]) && html[at] != '/' && html[at] != '>') {
    ++at;
  }
  const std::string_view tag = html.substr(name_begin, at - name_begin);
  const std::string_view wanted = closes ? std::string_view() : destination_attribute(tag);
  std::optional<Attribute> destination;
  Attribute attribute;
  while (read_attribute(html, at, attribute)) {
    if (!destination.has_value() && !wanted.empty() && equals_ignoring_case(attribute.name, wanted)) {
      destination = attribute;
    } else if (!closes && is_anchor(tag, attribute)) {
      document.anchors.push_back({Anchor::Kind::element,
                                  {offset + static_cast<std::uint32_t>(attribute.value_begin),
                                   offset + static_cast<std::uint32_t>(attribute.value_end)},
                                  {}});
    }
  }
  if (at >= html.size()) {
    return at;
  }
  if (destination.has_value()) {
    add_link(html, offset, begin, *destination, document);
  }
  return !closes && hides_content(tag) ? find_end_tag(html, at + 1, tag) : at + 1;
}

/// Behind the comment at `at`; `<!-->` and `<!--->` are whole ones.
std::size_t skip_comment(std::string_view html, std::size_t at) {
  for (at = html.find("--", at + 2); at < html.size(); at = html.find("--", at + 1)) {
    for (const std::string_view end : {"-->", "--!>"}) {
      if (html.substr(at).starts_with(end)) {
        return at + end.size();
      }
    }
  }
  return html.size();
}

/// Whether the comment at the beginning of the text speaks to this program.
bool is_annotation(std::string_view html) {
  constexpr std::size_t mark = 4;
  return html.ends_with("-->") && html.substr(skip_spaces(html, mark)).starts_with(annotation_word);
}

}  // namespace

void find_html_links(std::string_view html, std::uint32_t offset, Document& document) {
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    find_addresses(html, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(open)}, offset,
                   document.addresses);
    const std::string_view tag = html.substr(open);
    const std::size_t name = tag.starts_with("</") ? 2 : 1;
    if (tag.starts_with("<!--")) {
      at = skip_comment(html, open);
      if (is_annotation(html.substr(open, at - open))) {
        document.annotations.push_back(
            {offset + static_cast<std::uint32_t>(open), offset + static_cast<std::uint32_t>(at)});
      }
    } else if (tag.size() > name && is_letter(tag[name])) {
      at = read_tag(html, open, offset, document);
    } else if (tag.starts_with("<!") || tag.starts_with("<?") || tag.starts_with("</")) {
      at = std::min(html.find('>', open), html.size() - 1) + 1;
    } else {
      at = open + 1;
    }
  }
}

}  // namespace macrolint
