#include <gumbo.h>

#include <algorithm>

#include "html/html_elements.h"
#include "html/html_structure.h"
#include "html/parsed_html.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// White space and non-breaking spaces; Gumbo has put characters in place of entities.
bool is_blank_text(std::string_view text) {
  while (!text.empty()) {
    if (is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with("\xC2\xA0")) {
      text.remove_prefix(2);
    } else {
      return false;
    }
  }
  return true;
}

bool shows_something(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_ELEMENT:
      return shows_without_text(node->v.element.tag);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
      return !is_blank_text(node->v.text.text);
    default:
      return false;
  }
}

}  // namespace

bool is_blank_html(std::string_view html) {
  if (is_blank_text(html)) {
    return true;
  }
  // A tag without `>` takes in what follows: what a writer meant to be seen is no empty comment.
  constexpr std::string_view last_comment = "<!---->";
  const ParsedHtml parsed(html, last_comment);
  const auto is_last = [&parsed](const GumboNode* node) {
    return node->type == GUMBO_NODE_COMMENT && node->v.text.original_text.data + node->v.text.original_text.length ==
                                                   parsed.html().data() + parsed.html().size();
  };
  return std::any_of(parsed.nodes().begin(), parsed.nodes().end(), is_last) &&
         std::none_of(parsed.nodes().begin(), parsed.nodes().end(), shows_something);
}

}  // namespace macrolint
