#include "conformance/page_html.h"

#include <gumbo.h>

#include <memory>
#include <string_view>

namespace macrolint::conformance {

namespace {

const char* attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

bool is_added_for_footnotes(const GumboElement& element) {
  const char* classes = attribute(element, "class");
  const std::string_view names = classes == nullptr ? "" : classes;
  return names == "footnote-ref" || names == "footnote-backref";
}

void note_link(const GumboElement& element, const char* address, bool is_image, BuiltPage& page) {
  if (address == nullptr || is_added_for_footnotes(element)) {
    return;
  }
  const char* written = attribute(element, "data-written");
  BuiltLink link;
  if (written == nullptr) {
    link.kind = is_image ? BuiltLink::Kind::html_image : BuiltLink::Kind::html_link;
  } else {
    link.kind = is_image ? BuiltLink::Kind::image : BuiltLink::Kind::link;
  }
  link.written = written == nullptr ? address : written;
  link.resolved = address;
  page.links.push_back(std::move(link));
}

void note_id(const char* id, BuiltPage& page) {
  if (id != nullptr && *id != '\0') {
    page.ids.insert(id);
  }
}

/// An alias says `<meta http-equiv="refresh" content="0; url=ADDRESS">`.
void note_refresh(const GumboElement& element, PublishedHtml& result) {
  const char* kind = attribute(element, "http-equiv");
  const char* content = attribute(element, "content");
  if (kind == nullptr || content == nullptr || std::string_view(kind) != "refresh") {
    return;
  }
  const std::string_view text = content;
  const std::size_t address = text.find("url=");
  if (address != std::string_view::npos && result.kind == PublishedHtml::Kind::other) {
    result.kind = PublishedHtml::Kind::alias;
    result.sends_to = text.substr(address + 4);
  }
}

void read_element(const GumboElement& element, PublishedHtml& result) {
  note_id(attribute(element, "id"), result.page);
  switch (element.tag) {
    case GUMBO_TAG_A:
      note_id(attribute(element, "name"), result.page);
      note_link(element, attribute(element, "href"), false, result.page);
      break;
    case GUMBO_TAG_IMG:
      note_link(element, attribute(element, "src"), true, result.page);
      break;
    case GUMBO_TAG_META:
      note_refresh(element, result);
      break;
    case GUMBO_TAG_MAIN:
      if (attribute(element, "data-address") != nullptr) {
        result.kind = PublishedHtml::Kind::page;
        const char* source = attribute(element, "data-source");
        result.page.source = source == nullptr ? "" : source;
      }
      break;
    default:
      break;
  }
}

/// Whether the parser made the element up: it repeats a link that nothing closes in each block that follows.
bool is_repeated(const GumboNode& node) {
  const unsigned made_up = GUMBO_INSERTION_ADOPTION_AGENCY_CLONED | GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT;
  return (static_cast<unsigned>(node.parse_flags) & made_up) != 0;
}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) {
    return &node.v.document.children;
  }
  // What a <template> holds is not part of the page.
  return node.type == GUMBO_NODE_ELEMENT ? &node.v.element.children : nullptr;
}

}  // namespace

PublishedHtml read_html(const std::string& html) {
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), destroy);
  PublishedHtml result;
  // No recursion: pages nest as deeply as they like.
  std::vector<const GumboNode*> open = {output->document};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type == GUMBO_NODE_ELEMENT && !is_repeated(*node)) {
      read_element(node->v.element, result);
    }
    const GumboVector* children = children_of(*node);
    for (unsigned i = children == nullptr ? 0 : children->length; i > 0; --i) {
      open.push_back(static_cast<const GumboNode*>(children->data[i - 1]));
    }
  }
  return result;
}

}  // namespace macrolint::conformance
