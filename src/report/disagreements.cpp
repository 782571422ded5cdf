#include "report/disagreements.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "drift/claim/find_claims.h"
#include "drift/live/comments.h"
#include "report/macro_disagreements.h"
#include "report/macro_of_place.h"
#include "rule/reference_findings.h"
#include "source/characters.h"

namespace macrolint {

namespace {

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
