#include "report/macro_disagreements.h"

#include <algorithm>
#include <utility>

#include "drift/live/comments.h"

namespace macrolint {

namespace {

using State = Side::State;

/// Text as it is shown in a cell: on one line, and not too long.
std::string shown(std::string_view text) {
  constexpr std::size_t longest = 300;
  std::string result;
  for (const char byte : text.substr(0, longest)) {
    const bool is_white = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    if (!is_white || (!result.empty() && !result.ends_with(' '))) {
      result += is_white ? ' ' : byte;
    }
  }
  while (!result.empty() && text.size() > longest && (static_cast<unsigned char>(result.back()) & 0x80U) != 0) {
    result.pop_back();  // perhaps not a whole character
  }
  return result + (text.size() > longest ? "…" : "");
}

Side side_of(const std::optional<std::string>& value) {
  return value.has_value() ? Side{State::present, shown(*value)} : Side{State::absent, ""};
}

}  // namespace

MacroDisagreements::MacroDisagreements(const Project& project, const Macro& macro) : macro_(macro) {
  const Snapshot* snapshot = project.snapshot_for(macro);
  const bool is_kept = snapshot != nullptr && macro.is_usable() && !macro.path_key.empty();
  live_ = is_kept ? snapshot->live_macro(macro) : nullptr;
  if (live_ != nullptr) {
    comparison_ = compare_with_live(macro, *live_, *snapshot);
  }
  for (const LiveDifference& found : comparison_.differences) {
    if (Disagreement& row = rows_[found.field]; row.field.empty()) {
      row = {found.field, {}, side_of(found.repository), side_of(found.live)};
    }
  }
  if (is_kept && live_ == nullptr && macro.active) {
    rows_["title"] = {"title", {}, {State::present, macro.title}, {State::absent, ""}};
  }
}

void MacroDisagreements::add_claim(const std::string& field, std::string_view text, ReportPlace place) {
  state(row_of(field), text, std::move(place));
}

void MacroDisagreements::add_wording(const std::string& field, std::string_view text, std::string_view original,
                                     Span span, ReportPlace place) {
  const std::optional<std::string> key = row_of_wording(field, span);
  Disagreement& row = rows_[key.value_or(field + "\n" + std::string(original))];
  if (row.field.empty()) {
    row = {field, {}, {State::present, shown(original)}, wording_of_live(field, original)};
  }
  state(row, text, std::move(place));
}

void MacroDisagreements::add_reference(const std::string& field, std::string_view text, ReportPlace place) {
  Disagreement& row = rows_[field];
  if (row.field.empty()) {
    const bool is_title = field == "title";
    row = {field, {}, {State::present, is_title ? macro_.title : macro_.active ? "active" : "inactive"}, {}};
    row.zendesk = comparison_.same.contains(field) ? row.repository : Side();
  }
  state(row, text, std::move(place));
}

std::vector<Disagreement> MacroDisagreements::take() {
  std::vector<Disagreement> all;
  for (auto& [key, row] : rows_) {
    all.push_back(std::move(row));
  }
  return all;
}

void MacroDisagreements::state(Disagreement& row, std::string_view text, ReportPlace place) {
  const std::string said = shown(text);
  auto statement =
      std::find_if(row.documents.begin(), row.documents.end(), [&](const Statement& one) { return one.text == said; });
  if (statement == row.documents.end()) {
    statement = row.documents.insert(statement, {said, {}});
  }
  if (statement->places.empty() || statement->places.back() != place) {
    statement->places.push_back(std::move(place));
  }
}

Disagreement& MacroDisagreements::row_of(const std::string& field) {
  Disagreement& row = rows_[field];
  if (!row.field.empty()) {
    return row;
  }
  row.field = field;
  row.repository.state = State::absent;
  for (const Action& action : macro_.actions) {
    if (action.field == field) {
      row.repository = {State::present, shown(action.text())};
    }
  }
  const bool is_compared = live_ != nullptr && macro_.active && live_->active;
  if (comparison_.same.contains(field) || (is_compared && row.repository.state == State::absent)) {
    row.zendesk = row.repository;
  }
  return row;
}

/// The row of the difference to Zendesk that is about these words; others of the same text are about others.
std::optional<std::string> MacroDisagreements::row_of_wording(const std::string& field, Span span) const {
  const auto found =
      std::find_if(comparison_.differences.begin(), comparison_.differences.end(), [&](const LiveDifference& one) {
        return one.field == field && one.place.span.begin < std::max(span.end, span.begin + 1) &&
               span.begin < std::max(one.place.span.end, one.place.span.begin + 1);
      });
  return found == comparison_.differences.end() ? std::nullopt : std::optional(field);
}

/// What Zendesk has in the place of words of the repository, as far as that can be told.
Side MacroDisagreements::wording_of_live(const std::string& field, std::string_view original) const {
  if (live_ == nullptr || !live_->active) {
    return {};
  }
  if (comparison_.same.contains(field)) {
    return {State::present, shown(original)};
  }
  for (const auto& [key, text] : sent_texts(*live_)) {
    const auto visible = visible_text_of(text);
    if (visible.has_value() && visible->shows(original)) {
      return {State::present, shown(original)};
    }
  }
  return {};
}

}  // namespace macrolint
