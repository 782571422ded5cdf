#include "lint/external_links.h"

#include <algorithm>

#include "index/notable_links.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// More of them for one address are written by nobody.
constexpr std::size_t max_fragments = 200;

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x20; });
}

/// What Liquid or a shortcode completes is not an address yet, and what is malformed has a rule of its own.
bool is_complete(const Link& link) {
  const bool is_web = starts_with_ignoring_case(link.url, "https://") || starts_with_ignoring_case(link.url, "http://");
  return is_web && !link.has_shortcode && link.url.find("{{") == std::string_view::npos &&
         link.url.find("{%") == std::string_view::npos && !has_control_character(link.url) && link.is_well_formed;
}

/// What a macro repository has is known without asking, as long as its files are known.
bool is_looked_up(const MacroIndex& index, const Link& link) {
  const LinkTarget::Kind kind = index.find_link(link.url).kind;
  return kind != LinkTarget::Kind::none && kind != LinkTarget::Kind::unlisted;
}

}  // namespace

ExternalRequest external_request(const Project& project, const std::function<bool(std::string_view path)>& is_wanted) {
  ExternalRequest request;
  for (const Document* document : project.all_documents()) {
    if (document->links.empty() || !is_wanted(document->source->path)) {
      continue;
    }
    for (const Link& link : document->links) {
      if (!is_complete(link) || is_looked_up(project.macro_index, link) ||
          follow_link(project, *document, link).state != ResolvedLink::State::external) {
        continue;
      }
      auto& fragments = request[std::string(address_without_fragment(link.url))];
      if (const std::string_view fragment = fragment_of(link.url);
          !fragment.empty() && fragments.size() < max_fragments) {
        fragments.emplace(fragment);
      }
    }
  }
  return request;
}

}  // namespace macrolint
