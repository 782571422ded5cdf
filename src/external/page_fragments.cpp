#include "external/page_fragments.h"

#include <gumbo.h>

#include <algorithm>
#include <unordered_set>

#include "html/parsed_html.h"
#include "link/url.h"
#include "source/characters.h"
#include "source/source.h"

namespace macrolint {

namespace {

/// Far beyond the pages of manuals, and still read in well under a second.
constexpr ParsedHtml::Limits page_limits = {.bytes = std::size_t{1} << 20U, .tags = 20'000, .memory_per_byte = 128};

/// What a page shows of its anchors.
struct PageIds {
  std::unordered_set<std::string> ids;
  std::unordered_set<std::string> linked;
  bool has_heading_with_id = false;

  /// Whether the HTML as it comes from the server has the anchors that readers see.
  [[nodiscard]] bool are_telling() const {
    return has_heading_with_id ||
           std::any_of(linked.begin(), linked.end(), [&](const std::string& id) { return ids.contains(id); });
  }
};

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool is_heading(GumboTag tag) {
  return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 ||
         tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

bool is_in_heading(const GumboNode& node) {
  const GumboNode* parent = node.parent;
  return parent != nullptr && parent->type == GUMBO_NODE_ELEMENT && is_heading(parent->v.element.tag);
}

PageIds ids_of(const ParsedHtml& html) {
  PageIds page;
  for (const GumboNode* node : html.nodes()) {
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
      continue;
    }
    const GumboTag tag = node->v.element.tag;
    const std::string_view id = attribute(*node, "id");
    if (!id.empty()) {
      page.ids.emplace(id);
      page.has_heading_with_id = page.has_heading_with_id || is_heading(tag) || is_in_heading(*node);
    }
    if (tag == GUMBO_TAG_A) {
      const std::string_view name = attribute(*node, "name");
      const std::string_view destination = attribute(*node, "href");
      page.ids.emplace(name);
      if (destination.starts_with('#') && destination.size() > 1) {
        page.linked.insert(percent_decoded(destination.substr(1)));
      }
    }
  }
  return page;
}

/// Whether the fragment may be the name of an element at all. `L12` and `note_34` are made by scripts of forges.
bool may_be_element(const std::string& fragment) {
  const bool has_marks = fragment.find_first_of("=/!?&:~{}()") != std::string::npos;
  const auto is_number_behind = [&](std::string_view start) {
    return fragment.size() > start.size() && fragment.starts_with(start) && is_digit(fragment[start.size()]);
  };
  return !fragment.empty() && lower_case(fragment) != "top" && !has_marks && !is_number_behind("L") &&
         !is_number_behind("note_") && !is_number_behind("issuecomment-") && !is_number_behind("discussion_r") &&
         !is_number_behind("comment-") && !is_number_behind("post-");
}

/// GitHub puts `user-content-` before the ids of what people write, and a script removes it.
bool has(const PageIds& page, const std::string& fragment) {
  const std::string decoded = percent_decoded(fragment);
  const auto has_id = [&](const std::string& id) {
    return page.ids.contains(id) || page.ids.contains("user-content-" + id);
  };
  // Behind a link of the page itself stands a script or a mistake of others.
  return has_id(fragment) || has_id(decoded) || page.linked.contains(decoded);
}

/// A script of the page may hold it, or an element that only a whole document can have.
bool is_quoted_in(const std::string& html, const std::string& fragment) {
  return html.find('"' + fragment + '"') != std::string::npos || html.find("'" + fragment + "'") != std::string::npos;
}

}  // namespace

std::set<std::string, std::less<>> fragments_missing_in(const std::string& html,
                                                        const std::set<std::string, std::less<>>& fragments) {
  std::set<std::string, std::less<>> missing;
  if (find_invalid_utf8(html) != std::string_view::npos) {
    return missing;
  }
  const ParsedHtml parsed(html, "", page_limits);
  if (parsed.outcome() != ParsedHtml::Outcome::parsed) {
    return missing;
  }
  const PageIds page = ids_of(parsed);
  for (const std::string& fragment : fragments) {
    if (page.are_telling() && may_be_element(fragment) && !has(page, fragment) && !is_quoted_in(html, fragment)) {
      missing.insert(fragment);
    }
  }
  return missing;
}

}  // namespace macrolint
