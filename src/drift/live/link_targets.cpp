#include "drift/live/link_targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "link/url.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Whether a link of HTML is one of text, not an image.
bool is_text_link(const SentText& text, const Link& link) {
  if (link.kind != Link::Kind::html) {
    return link.kind == Link::Kind::inline_link || link.kind == Link::Kind::reference;
  }
  // Behind the `<`, however that is written.
  const std::string_view tag = text.place.source->slice(link.whole);
  const std::size_t name = tag.starts_with('<') ? 1 : std::min(tag.find("3c"), tag.find("3C")) + 2;
  return name < tag.size() && to_lower_ascii(tag[name]) == 'a' && (name + 1 == tag.size() || !is_letter(tag[name + 1]));
}

std::set<std::string> targets_of(const SentText& text, const VisibleText& visible) {
  std::set<std::string> targets;
  for (const Link& link : text.document->links) {
    std::string target = percent_decoded(link.url);
    std::erase_if(target, is_space);
    std::string_view seen = target;
    for (const std::string_view beginning : {"mailto:", "https://", "http://"}) {
      seen.remove_prefix(seen.starts_with(beginning) ? beginning.size() : 0);
    }
    if (is_text_link(text, link) && !seen.empty() && !visible.shows(seen)) {
      targets.insert(std::move(target));
    }
  }
  return targets;
}

}  // namespace

std::optional<std::pair<std::string, std::string>> different_links(const SentText& left, const SentText& right,
                                                                   const VisibleText& visible) {
  const auto has_links = [](const SentText& text) {
    return text.format != MacroText::Format::text && text.document != nullptr && !text.document->too_complex;
  };
  if (!has_links(left) || !has_links(right)) {
    return std::nullopt;
  }
  const std::set<std::string> in_left = targets_of(left, visible);
  const std::set<std::string> in_right = targets_of(right, visible);
  std::vector<std::string> only_left;
  std::vector<std::string> only_right;
  std::set_difference(in_left.begin(), in_left.end(), in_right.begin(), in_right.end(), std::back_inserter(only_left));
  std::set_difference(in_right.begin(), in_right.end(), in_left.begin(), in_left.end(), std::back_inserter(only_right));
  if (only_left.empty() && only_right.empty()) {
    return std::nullopt;
  }
  return std::pair{fmt::format("{}", fmt::join(only_left, " ")), fmt::format("{}", fmt::join(only_right, " "))};
}

}  // namespace macrolint
