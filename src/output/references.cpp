#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "output/json.h"
#include "output/json_text.h"
#include "output/paint.h"
#include "output/printable.h"
#include "output/text.h"

namespace macrolint {

namespace {

using nlohmann::ordered_json;

const Source& source_of(const Reference& reference) { return *reference.document->source; }

std::string_view text_of(const Reference& reference) { return source_of(reference).slice(reference.span); }

std::string_view url_of(const Reference& reference) {
  const std::int32_t link = reference.mention->link;
  return link < 0 ? std::string_view() : reference.document->links.at(static_cast<std::size_t>(link)).url;
}

/// References come file by file, so one index is enough.
class PositionFinder {
 public:
  Position operator()(const Reference& reference) {
    if (source_ != &source_of(reference)) {
      source_ = &source_of(reference);
      lines_.emplace(source_->text);
    }
    return lines_->position(reference.span.begin);
  }

 private:
  const Source* source_ = nullptr;
  std::optional<LineIndex> lines_;
};

ordered_json text_or_null(std::string_view text) { return text.empty() ? ordered_json() : ordered_json(text); }

/// What people should know of a reference that does not give the title as it is.
std::string_view remark_on(ReferenceMatch match) {
  switch (match) {
    case ReferenceMatch::inexact_title:
      return " (inexact title)";
    case ReferenceMatch::partial_title:
      return " (part of the title)";
    case ReferenceMatch::former_title:
      return " (former title)";
    case ReferenceMatch::link:
      return " (by link)";
    default:
      return "";
  }
}

std::string counts(const std::vector<Reference>& references) {
  std::set<const Macro*> macros;
  std::size_t unresolved = 0;
  for (const Reference& reference : references) {
    if (reference.macro == nullptr) {
      ++unresolved;
    } else {
      macros.insert(reference.macro);
    }
  }
  return fmt::format("{} to {}, {} unresolved\n", counted(references.size(), "reference"),
                     counted(macros.size(), "macro"), unresolved);
}

}  // namespace

std::string format_references_text(const std::vector<Reference>& references, const TextStyle& style) {
  std::string text;
  PositionFinder position_of;
  for (const Reference& reference : references) {
    const Position position = position_of(reference);
    const std::string& title = reference.title;
    std::string target = painted("unresolved", Paint::warning, style.color);
    if (reference.macro != nullptr) {
      target = shown_path(*reference.macro->source, style) + (reference.macro->active ? "" : " (inactive)") +
               std::string(remark_on(match_of(reference)));
    }
    fmt::format_to(std::back_inserter(text), "{}:{}:{}  {}  → {}\n", shown_path(source_of(reference), style),
                   position.line, position.column,
                   painted(printable(title.empty() ? text_of(reference) : title), Paint::strong, style.color), target);
  }
  if (style.summary) {
    text += counts(references);
  }
  return text;
}

std::string format_references_json(const std::vector<Reference>& references) {
  ordered_json list = ordered_json::array();
  PositionFinder position_of;
  for (const Reference& reference : references) {
    const Position position = position_of(reference);
    ordered_json entry;
    entry["path"] = source_of(reference).path;
    entry["line"] = position.line;
    entry["column"] = position.column;
    entry["form"] = name_of(reference.form);
    entry["text"] = text_of(reference);
    entry["url"] = text_or_null(url_of(reference));
    entry["title"] = text_or_null(reference.title);
    entry["match"] = name_of(match_of(reference));
    entry["macro"] = reference.macro == nullptr ? ordered_json() : ordered_json(reference.macro->source->path);
    list.push_back(std::move(entry));
  }
  ordered_json document;
  document["references"] = std::move(list);
  return to_text(document);
}

}  // namespace macrolint
