#include "html/entities.h"

#include <gumbo.h>

namespace macrolint {

std::string decode_entities(std::string_view text) {
  std::string decoded(text);
  if (text.find('&') == std::string_view::npos) {
    return decoded;
  }
  // Gumbo holds HTML's table of names and knows that `&copy=1` in a destination is no entity: let it read an
  // attribute. Destinations with entities are rare enough.
  std::string html = "<a href=\"";
  for (const char byte : text) {
    html += byte == '"' ? std::string_view("&quot;") : std::string_view(&byte, 1);
  }
  html += "\">";
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  const GumboNode* node = output->root;
  while (node->type == GUMBO_NODE_ELEMENT && node->v.element.tag != GUMBO_TAG_A &&
         node->v.element.children.length > 0) {
    const GumboVector& children = node->v.element.children;
    node = static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  if (node->type == GUMBO_NODE_ELEMENT) {
    if (const GumboAttribute* attribute = gumbo_get_attribute(&node->v.element.attributes, "href")) {
      decoded = attribute->value;
    }
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return decoded;
}

}  // namespace macrolint
