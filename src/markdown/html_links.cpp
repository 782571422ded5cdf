#include "markdown/html_links.h"

#include <algorithm>

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
  at = skip_spaces(html, at);
  if (at >= html.size() || html[at] == '>' || html[at] == '<') {
    return false;
  }
  const std::size_t name = at;
  while (at < html.size() && !is_space(html[at]) && html[at] != '=' && html[at] != '>' && html[at] != '<') {
    ++at;
  }
  attribute = {html.substr(name, at - name), at, at};
  const std::size_t equals = skip_spaces(html, at);
  if (equals >= html.size() || html[equals] != '=') {
    at = std::max(at, name + 1);
    return true;
  }
  at = skip_spaces(html, equals + 1);
  if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
    const std::size_t end = html.find(html[at], at + 1);
    attribute.value_begin = at + 1;
    attribute.value_end = end == std::string_view::npos ? html.size() : end;
    at = end == std::string_view::npos ? html.size() : end + 1;
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

/// Reads the tag that opens at `at`; returns the offset behind it.
std::size_t read_tag(std::string_view html, std::size_t at, std::uint32_t offset, Document& document) {
  const std::size_t begin = at;
  std::size_t name_end = ++at;
  while (name_end < html.size() && is_word_byte(html[name_end])) {
    ++name_end;
  }
  const std::string_view tag = html.substr(at, name_end - at);
  const std::string_view destination = destination_attribute(tag);
  at = name_end;
  Attribute attribute;
  while (read_attribute(html, at, attribute)) {
    if (!destination.empty() && equals_ignoring_case(attribute.name, destination)) {
      add_link(html, offset, begin, attribute, document);
    } else if (is_anchor(tag, attribute)) {
      document.anchors.push_back({Anchor::Kind::element,
                                  {offset + static_cast<std::uint32_t>(attribute.value_begin),
                                   offset + static_cast<std::uint32_t>(attribute.value_end)}});
    }
  }
  return at;
}

}  // namespace

void find_html_links(std::string_view html, std::uint32_t offset, Document& document) {
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    find_addresses(html, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(open)}, offset,
                   document.addresses);
    if (open == html.size()) {
      return;
    }
    if (html.substr(open).starts_with("<!--")) {
      const std::size_t end = html.find("-->", open);
      at = end == std::string_view::npos ? html.size() : end + 3;
    } else if (open + 1 < html.size() && is_word_byte(html[open + 1])) {
      at = read_tag(html, open, offset, document);
    } else {
      at = open + 1;
    }
  }
}

}  // namespace macrolint
