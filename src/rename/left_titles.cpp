#include "rename/left_titles.h"

#include <algorithm>
#include <tuple>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Whether the title stands there on its own, and not as the folder or the end of another one.
bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
  const std::string_view behind = text.substr(at + size);
  const bool goes_on = !behind.empty() && (is_word_byte(behind.front()) || behind.starts_with("::"));
  const bool goes_before = at > 0 && (is_word_byte(text[at - 1]) || text.substr(0, at).ends_with("::"));
  return !goes_on && !goes_before;
}

/// Whether one of the edits changes the place.
bool is_changed(const EditedText* edited, Span span) {
  return edited != nullptr &&
         std::any_of(edited->changes().begin(), edited->changes().end(), [span](const Replacement& change) {
           return change.span.begin < span.end && span.begin < change.span.end;
         });
}

void find_in(const Source& source, std::string_view title, RenamePlan& plan) {
  const std::string_view text = source.text;
  const auto edited = plan.files.find(source.path);
  for (std::size_t at = text.find(title); at != std::string_view::npos; at = text.find(title, at + title.size())) {
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + title.size())};
    const bool is_known = std::any_of(plan.left.begin(), plan.left.end(), [&](const LeftPlace& place) {
      return place.place.source == &source && place.place.span.begin < span.end && span.begin < place.place.span.end;
    });
    if (!is_known && stands_alone(text, at, title.size()) &&
        !is_changed(edited == plan.files.end() ? nullptr : &edited->second, span)) {
      plan.left.push_back({{&source, span}, "the old title stands here, but not as a reference"});
    }
  }
}

}  // namespace

void add_left_titles(const Project& project, std::string_view old_title, RenamePlan& plan) {
  // One word may mean anything.
  const bool is_distinct =
      old_title.find("::") != std::string_view::npos || old_title.find(' ') != std::string_view::npos;
  for (const Source& source : project.sources) {
    const bool is_own = &source == plan.macro->source;
    if (is_distinct && !is_own && !plan.linked_pages.contains(source.path)) {
      find_in(source, old_title, plan);
    }
  }
  std::sort(plan.left.begin(), plan.left.end(), [](const LeftPlace& left, const LeftPlace& right) {
    return std::tie(left.place.source->path, left.place.span.begin) <
           std::tie(right.place.source->path, right.place.span.begin);
  });
}

}  // namespace macrolint
