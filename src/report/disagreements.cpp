#include "report/disagreements.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "drift/claim/find_claims.h"
#include "drift/live/comments.h"
#include "drift/live/live_differences.h"
#include "report/macro_of_place.h"
#include "rule/reference_findings.h"
#include "source/characters.h"

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

/// A part of a text with a word on either side, if there is one on its line.
std::string with_words_around(const Source& source, Span span) {
  const std::string_view text = source.text;
  constexpr std::size_t reach = 30;
  std::size_t begin = span.begin;
  while (begin > 0 && span.begin - begin < reach && text[begin - 1] == ' ') {
    --begin;
  }
  while (begin > 0 && span.begin - begin < reach && !is_space(text[begin - 1])) {
    --begin;
  }
  std::size_t end = span.end;
  while (end < text.size() && end - span.end < reach && text[end] == ' ') {
    ++end;
  }
  while (end < text.size() && end - span.end < reach && !is_space(text[end])) {
    ++end;
  }
  const std::size_t first = skip_spaces(text, begin);
  // Not in the middle of a character.
  const auto is_inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  return is_inside(first) || is_inside(end) ? std::string(source.slice(span))
                                            : std::string(text.substr(first, end - std::min(first, end)));
}

Side side_of(const std::optional<std::string>& value) {
  return value.has_value() ? Side{State::present, shown(*value)} : Side{State::absent, ""};
}

/// The field that a claim is about, as the macro writes it.
std::string field_of(const Claim& claim, const Macro& macro) {
  switch (claim.kind) {
    case Claim::Kind::adds_tag: {
      const bool replaces = std::any_of(macro.actions.begin(), macro.actions.end(),
                                        [](const Action& action) { return action.field == "set_tags"; });
      return replaces ? "set_tags" : "current_tags";
    }
    case Claim::Kind::removes_tag:
      return "remove_tags";
    case Claim::Kind::sets_status:
      return "status";
    case Claim::Kind::sets_priority:
      return "priority";
    case Claim::Kind::sets_type:
      return "type";
    case Claim::Kind::sets_form:
      return "ticket_form_id";
    case Claim::Kind::sets_field:
      return "Field: " + claim.field;
    case Claim::Kind::assigns_to_agent:
      return "assignee_id";
    case Claim::Kind::assigns_to_group:
      return "group_id";
    case Claim::Kind::public_reply:
    case Claim::Kind::internal_note:
      return "comment_mode_is_public";
  }
  return "";
}

/// Gathers the disagreements about one macro.
class MacroDisagreements {
 public:
  MacroDisagreements(const Project& project, const Macro& macro) : macro_(macro) {
    const Snapshot* snapshot = project.snapshot_for(macro);
    is_kept_ = snapshot != nullptr && macro.is_usable() && !macro.path_key.empty();
    live_ = is_kept_ ? snapshot->live_macro(macro) : nullptr;
    if (live_ != nullptr) {
      comparison_ = compare_with_live(macro, *live_, *snapshot);
    }
    for (const LiveDifference& found : comparison_.differences) {
      if (Disagreement& row = rows_[found.field]; row.field.empty()) {
        row = {found.field, {}, side_of(found.repository), side_of(found.live)};
      }
    }
    if (is_kept_ && live_ == nullptr && macro.active) {
      rows_["title"] = {"title", {}, {State::present, macro.title}, {State::absent, ""}};
    }
  }

  [[nodiscard]] const Macro* live() const { return live_; }
  [[nodiscard]] bool has(const std::string& field) const { return rows_.contains(field); }

  /// What a document says of an action's field.
  void add_claim(const std::string& field, std::string_view text, ReportPlace place) {
    state(row_of(field), text, std::move(place));
  }

  /// What a document says of the wording: `original` is what the repository has in its place.
  void add_wording(const std::string& field, std::string_view text, std::string_view original, Span span,
                   ReportPlace place) {
    const std::optional<std::string> key = row_of_wording(field, span);
    Disagreement& row = rows_[key.value_or(field + "\n" + std::string(original))];
    if (row.field.empty()) {
      row = {field, {}, {State::present, shown(original)}, wording_of_live(field, original)};
    }
    state(row, text, std::move(place));
  }

  /// What documents call the macro, or that they send people to it.
  void add_reference(const std::string& field, std::string_view text, ReportPlace place) {
    Disagreement& row = rows_[field];
    if (row.field.empty()) {
      const bool is_title = field == "title";
      row = {field, {}, {State::present, is_title ? macro_.title : macro_.active ? "active" : "inactive"}, {}};
      row.zendesk = comparison_.same.contains(field) ? row.repository : Side();
    }
    state(row, text, std::move(place));
  }

  [[nodiscard]] std::vector<Disagreement> take() {
    std::vector<Disagreement> all;
    for (auto& [key, row] : rows_) {
      all.push_back(std::move(row));
    }
    return all;
  }

 private:
  static void state(Disagreement& row, std::string_view text, ReportPlace place) {
    const std::string said = shown(text);
    auto statement = std::find_if(row.documents.begin(), row.documents.end(),
                                  [&](const Statement& one) { return one.text == said; });
    if (statement == row.documents.end()) {
      statement = row.documents.insert(statement, {said, {}});
    }
    if (statement->places.empty() || statement->places.back() != place) {
      statement->places.push_back(std::move(place));
    }
  }

  Disagreement& row_of(const std::string& field) {
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
  [[nodiscard]] std::optional<std::string> row_of_wording(const std::string& field, Span span) const {
    const auto found =
        std::find_if(comparison_.differences.begin(), comparison_.differences.end(), [&](const LiveDifference& one) {
          return one.field == field && one.place.span.begin < std::max(span.end, span.begin + 1) &&
                 span.begin < std::max(one.place.span.end, one.place.span.begin + 1);
        });
    return found == comparison_.differences.end() ? std::nullopt : std::optional(field);
  }

  /// What Zendesk has in the place of words of the repository, as far as that can be told.
  [[nodiscard]] Side wording_of_live(const std::string& field, std::string_view original) const {
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

  const Macro& macro_;
  bool is_kept_ = false;
  const Macro* live_ = nullptr;
  LiveComparison comparison_;
  /// By field, in their order; of wording several.
  std::map<std::string, Disagreement> rows_;
};

/// Finds out which macro and which of its fields findings in documents are about.
class DisagreementFinder {
 public:
  DisagreementFinder(const Project& project, const SourceLinks& links) : project_(project), links_(links) {
    places_ = std::make_unique<MacroOfPlace>(project.macros);
    for (const Macro& macro : project.macros) {
      macros_.emplace_back(project, macro);
    }
    for (std::size_t index = 0; index < macros_.size(); ++index) {
      indices_.emplace(&project.macros[index], index);
    }
    for (const Document& page : project.pages) {
      pages_.emplace(page.source, &page);
    }
  }

  void add(const Diagnostic& diagnostic) {
    const auto page = pages_.find(diagnostic.place.source);
    if (page == pages_.end() || diagnostic.related.empty()) {
      return;
    }
    const ReportPlace place = place_at(diagnostic.place.source->path, diagnostic.begin.line);
    if (diagnostic.rule == "drift-claim") {
      add_claim(*page->second, diagnostic, place);
    } else if (diagnostic.rule == "drift-quote" || diagnostic.rule == "drift-inbox") {
      add_wording(diagnostic, place);
    } else if (diagnostic.rule == "reference-inactive-macro") {
      if (const auto index = macro_at(diagnostic.related.front().place)) {
        macros_[*index].add_reference("active", "names it as one to apply", place);
      }
    }
  }

  /// What documents call macros whose title is in question, by Zendesk or by the documents themselves.
  void add_references(std::size_t page) {
    const LineIndex lines(project_.pages[page].source->text);
    for (const Reference& reference : project_.references[page]) {
      const auto found = indices_.find(reference.macro);
      if (found == indices_.end() || reference.title.empty()) {
        continue;
      }
      const ReferenceMatch match = match_of(reference);
      const bool is_other = match == ReferenceMatch::former_title || match == ReferenceMatch::inexact_title;
      MacroDisagreements& macro = macros_[found->second];
      const ReportPlace place = place_at(project_.pages[page].source->path, lines.position(reference.span.begin).line);
      if (is_other || (macro.has("title") && match == ReferenceMatch::title)) {
        macro.add_reference("title", reference.title, place);
      }
    }
  }

  void take(std::vector<ReportMacro>& macros) {
    for (std::size_t index = 0; index < macros.size(); ++index) {
      macros[index].disagreements = macros_[index].take();
      if (const Macro* live = macros_[index].live(); live != nullptr) {
        macros[index].zendesk_place = place_at(live->source->path, line_of(*live));
      }
    }
  }

 private:
  [[nodiscard]] ReportPlace place_at(const std::string& path, std::uint32_t line) const {
    return {path, line, links_.link(path, line)};
  }

  [[nodiscard]] std::optional<std::size_t> macro_at(const Place& place) const {
    return places_->find(place.source, place.span.begin);
  }

  void add_claim(const Document& page, const Diagnostic& diagnostic, const ReportPlace& place) {
    const auto index = macro_at(diagnostic.related.front().place);
    if (!index.has_value()) {
      return;
    }
    auto claims = claims_.find(&page);
    if (claims == claims_.end()) {
      claims = claims_.emplace(&page, find_claims(project_.passages.of(page), references_of(project_, page))).first;
    }
    for (const PlacedClaim& placed : claims->second) {
      if (placed.place().span == diagnostic.place.span) {
        macros_[*index].add_claim(field_of(placed.claim, project_.macros[*index]), diagnostic.subject, place);
        return;
      }
    }
  }

  void add_wording(const Diagnostic& diagnostic, const ReportPlace& place) {
    const bool is_quote = diagnostic.rule == "drift-quote";
    const auto words = [is_quote](const Place& one) {
      return is_quote ? with_words_around(*one.source, one.span) : std::string(one.source->slice(one.span));
    };
    for (const Related& related : diagnostic.related) {
      const auto index = macro_at(related.place);
      if (!index.has_value()) {
        continue;
      }
      const Macro& macro = project_.macros[*index];
      const auto action = std::find_if(macro.actions.begin(), macro.actions.end(), [&](const Action& one) {
        return sends_text(one) &&
               (related.place.source != macro.source || (one.value_span().begin <= related.place.span.begin &&
                                                         related.place.span.begin <= one.value_span().end));
      });
      if (action != macro.actions.end()) {
        macros_[*index].add_wording(action->field, words(diagnostic.place), words(related.place), related.place.span,
                                    place);
      }
    }
  }

  [[nodiscard]] std::uint32_t line_of(const Macro& live) {
    auto& lines = lines_[live.source];
    if (lines == nullptr) {
      lines = std::make_unique<LineIndex>(live.source->text);
    }
    return lines->position(live.title_span.begin).line;
  }

  const Project& project_;
  const SourceLinks& links_;
  std::unique_ptr<MacroOfPlace> places_;
  /// Parallel to the project's macros.
  std::vector<MacroDisagreements> macros_;
  std::unordered_map<const Macro*, std::size_t> indices_;
  std::unordered_map<const Source*, const Document*> pages_;
  std::unordered_map<const Document*, std::vector<PlacedClaim>> claims_;
  std::unordered_map<const Source*, std::unique_ptr<LineIndex>> lines_;
};

}  // namespace

void add_disagreements(const Project& project, const std::vector<Diagnostic>& diagnostics, const SourceLinks& links,
                       std::vector<ReportMacro>& macros) {
  DisagreementFinder finder(project, links);
  for (const Diagnostic& diagnostic : diagnostics) {
    finder.add(diagnostic);
  }
  for (std::size_t page = 0; page < project.pages.size(); ++page) {
    if (!project.references[page].empty()) {
      finder.add_references(page);
    }
  }
  finder.take(macros);
}

}  // namespace macrolint
