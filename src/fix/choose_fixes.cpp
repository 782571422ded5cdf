#include "fix/choose_fixes.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace macrolint {

namespace {

/// Larger than what is read of a page or macro, so that edits do not make a file that cannot be read any more.
constexpr std::size_t max_text = 1'000'000;

/// What two edits want of the same file; an insertion beside another edit could go before or behind it.
bool collide(Span left, Span right) {
  if (left.empty() || right.empty()) {
    return left.begin <= right.end && right.begin <= left.end;
  }
  return left.begin < right.end && right.begin < left.end;
}

bool is_before(const Replacement& left, const Replacement& right) {
  return std::tie(left.span.begin, left.span.end) < std::tie(right.span.begin, right.span.end);
}

bool changes_something(const Edit& edit) { return edit.place.source->slice(edit.place.span) != edit.replacement; }

/// Whether a suggestion's edits are what they should be: in their files, and apart from each other.
bool is_sound(const Suggestion& suggestion) {
  const std::vector<Edit>& edits = suggestion.edits;
  for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
    const Place& place = edit->place;
    if (place.source == nullptr || place.span.begin > place.span.end || place.span.end > place.source->text.size()) {
      return false;
    }
    if (std::any_of(edits.begin(), edit, [&](const Edit& other) {
          return other.place.source == place.source && collide(other.place.span, place.span);
        })) {
      return false;
    }
  }
  return std::any_of(edits.begin(), edits.end(), changes_something);
}

/// The edits that have been chosen for one file.
class ChosenEdits {
 public:
  enum class Verdict : std::uint8_t { fits, chosen_already, collides };

  [[nodiscard]] Verdict judge(const Edit& edit) const {
    const Replacement wanted{edit.place.span, edit.replacement};
    const auto next = std::lower_bound(edits_.begin(), edits_.end(), wanted, is_before);
    if (next != edits_.end() && *next == wanted && !wanted.span.empty()) {
      return Verdict::chosen_already;
    }
    // An insertion comes before a replacement that begins there, so the neighbours are enough.
    const bool hits_next = next != edits_.end() && collide(next->span, wanted.span);
    const bool hits_last = next != edits_.begin() && collide(std::prev(next)->span, wanted.span);
    const std::size_t size = edit.place.source->text.size() + growth_ + wanted.text.size();
    const bool too_large = size > std::max<std::size_t>(edit.place.source->text.size(), max_text);
    return hits_next || hits_last || too_large ? Verdict::collides : Verdict::fits;
  }

  void add(const Edit& edit) {
    Replacement wanted{edit.place.span, edit.replacement};
    growth_ += wanted.text.size();
    const auto next = std::lower_bound(edits_.begin(), edits_.end(), wanted, is_before);
    edits_.insert(next, std::move(wanted));
  }

  [[nodiscard]] std::vector<Replacement>& edits() { return edits_; }

 private:
  std::vector<Replacement> edits_;
  std::size_t growth_ = 0;
};

using FileEdits = std::map<std::string, ChosenEdits, std::less<>>;

/// Takes all edits of a suggestion or none of them. Returns whether they were taken.
bool take(const Suggestion& suggestion, FileEdits& files, std::vector<std::string>& paths) {
  std::vector<const Edit*> fresh;
  for (const Edit& edit : suggestion.edits) {
    const auto verdict = files[edit.place.source->path].judge(edit);
    if (verdict == ChosenEdits::Verdict::collides) {
      return false;
    }
    if (verdict == ChosenEdits::Verdict::fits) {
      fresh.push_back(&edit);
    }
  }
  for (const Edit* edit : fresh) {
    files[edit->place.source->path].add(*edit);
  }
  for (const Edit& edit : suggestion.edits) {
    if (std::find(paths.begin(), paths.end(), edit.place.source->path) == paths.end()) {
      paths.push_back(edit.place.source->path);
    }
  }
  return true;
}

}  // namespace

const Suggestion* applicable_suggestion(const Diagnostic& diagnostic, const FixPolicy& policy) {
  for (const Suggestion& suggestion : diagnostic.suggestions) {
    const bool permitted = suggestion.applicability == Applicability::safe || policy.most == Applicability::unsafe;
    if (permitted && is_sound(suggestion) &&
        std::all_of(suggestion.edits.begin(), suggestion.edits.end(),
                    [&](const Edit& edit) { return policy.may_change(*edit.place.source); })) {
      return &suggestion;
    }
  }
  return nullptr;
}

ChosenFixes choose_fixes(const std::vector<Diagnostic>& diagnostics, const FixPolicy& policy) {
  ChosenFixes chosen;
  FileEdits files;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Suggestion* suggestion = applicable_suggestion(diagnostic, policy);
    if (suggestion == nullptr) {
      continue;
    }
    ChosenFix fix{diagnostic.rule, {}};
    if (take(*suggestion, files, fix.paths)) {
      chosen.fixes.push_back(std::move(fix));
    }
  }
  for (auto& [path, edits] : files) {
    if (!edits.edits().empty()) {
      chosen.edits.emplace(path, std::move(edits.edits()));
    }
  }
  return chosen;
}

}  // namespace macrolint
