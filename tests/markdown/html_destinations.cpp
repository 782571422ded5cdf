#include "markdown/html_destinations.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <utility>

#include "html/entities.h"
#include "html/parsed_html.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Writes a destination as CommonMark's own renderer does: bytes that an address cannot hold become `%XX`, others,
/// `%` among them, stay.
std::string encoded(std::string_view url) {
  std::string text;
  for (const char byte : url) {
    const bool stays = is_letter(byte) || is_digit(byte) ||
                       std::string_view("-_.+!*'(),%#@?=;:/&$~").find(byte) != std::string_view::npos;
    text += stays ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return text;
}

std::string_view trimmed(std::string_view url) {
  while (!url.empty() && is_space(url.front())) {
    url.remove_prefix(1);
  }
  while (!url.empty() && is_space(url.back())) {
    url.remove_suffix(1);
  }
  return url;
}

/// An element that the parser made up, such as the copy of a link that was left open in a paragraph before.
bool is_copy(const GumboNode& node) {
  return (node.parse_flags &
          (GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED)) != 0;
}

/// Resolves the escapes and entities of a destination one by one, which for our short texts is the plain reading of
/// the specification.
std::string resolved(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool escape =
        written[at] == '\\' && at + 1 < written.size() &&
        std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(written[at + 1]) != std::string_view::npos;
    const std::size_t semicolon = written[at] == '&' ? written.find(';', at) : std::string_view::npos;
    if (escape) {
      text += written[++at];
    } else if (semicolon != std::string_view::npos) {
      text += decode_entities(written.substr(at, semicolon + 1 - at));
      at = semicolon;
    } else {
      text += written[at];
    }
  }
  return text;
}

bool is_image(const Document& document, const Link& link) {
  const std::string_view whole = document.source->slice(link.whole);
  return whole.starts_with('!') || (link.kind == Link::Kind::html && starts_with_ignoring_case(whole, "<img"));
}

}  // namespace

std::vector<std::string> destinations_in_html(std::string_view html) {
  const ParsedHtml parsed(html);
  std::vector<std::pair<unsigned, std::string>> found;
  for (const GumboNode* node : parsed.nodes()) {
    if (node->type != GUMBO_NODE_ELEMENT || is_copy(*node)) {
      continue;
    }
    const GumboElement& element = node->v.element;
    const bool image = element.tag == GUMBO_TAG_IMG;
    const bool link = element.tag == GUMBO_TAG_A;
    const GumboAttribute* url =
        link || image ? gumbo_get_attribute(&element.attributes, image ? "src" : "href") : nullptr;
    if (url != nullptr) {
      found.emplace_back(element.start_pos.offset, (image ? "img " : "a ") + encoded(trimmed(url->value)));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<std::string> destinations;
  for (auto& [offset, destination] : found) {
    destinations.push_back(std::move(destination));
  }
  return destinations;
}

std::vector<std::string> destinations_in_page(const Document& document) {
  std::vector<std::string> destinations;
  for (const Link& link : document.links) {
    destinations.push_back((is_image(document, link) ? "img " : "a ") + encoded(link.url));
  }
  return destinations;
}

std::vector<std::string> misplaced_links(const Document& document) {
  std::vector<std::string> wrong;
  const std::string_view text = document.source->text;
  const auto lies_within = [](Span inner, Span outer) {
    return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
  };
  for (const Link& link : document.links) {
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    if (!lies_within(link.whole, all) || !lies_within(link.label, link.whole) || !lies_within(link.destination, all)) {
      wrong.push_back(fmt::format("{}: whole {}-{}, label {}-{}, destination {}-{}", link.url, link.whole.begin,
                                  link.whole.end, link.label.begin, link.label.end, link.destination.begin,
                                  link.destination.end));
      continue;
    }
    const std::string_view whole = document.source->slice(link.whole);
    const std::string_view written = document.source->slice(link.destination);
    const auto report = [&](std::string_view what) {
      wrong.push_back(fmt::format("{}: '{}', whole '{}', destination '{}'", what, link.url, whole, written));
    };
    const bool by_reference =
        (link.kind == Link::Kind::reference || link.kind == Link::Kind::image) && whole.ends_with("]");
    if (by_reference ? !link.destination.empty() && lies_within(link.destination, link.whole)
                     : !lies_within(link.destination, link.whole)) {
      report("not where its kind has it");
    }
    const bool raw = link.kind == Link::Kind::autolink || link.kind == Link::Kind::html;
    const std::string meant = raw ? decode_entities(written) : resolved(written);
    // An address in the text does without `mailto:` or `http://`.
    const bool same = link.kind == Link::Kind::autolink ? link.url.ends_with(meant) : link.url == meant;
    if (!same && !(by_reference && link.destination.empty())) {
      report("not the destination");
    }
    const char first = whole.empty() ? ' ' : whole.front();
    if (link.kind != Link::Kind::autolink && link.kind != Link::Kind::html &&
        (!(first == '[' || whole.starts_with("![")) || !(whole.ends_with(']') || whole.ends_with(')')))) {
      report("not from bracket to bracket");
    }
  }
  return wrong;
}

}  // namespace macrolint
