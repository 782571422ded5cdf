#include "fix/edited_text.h"

#include <algorithm>
#include <cstddef>

namespace macrolint {

namespace {

/// An earlier change: where its text stands now, and what it stands in the place of.
struct PresentChange {
  Span now;
  Span original;
};

std::vector<PresentChange> present_changes(const std::vector<Replacement>& changes) {
  std::vector<PresentChange> present;
  std::uint32_t now = 0;
  std::uint32_t original = 0;
  for (const Replacement& change : changes) {
    now += change.span.begin - original;
    const auto size = static_cast<std::uint32_t>(change.text.size());
    present.push_back({{now, now + size}, change.span});
    now += size;
    original = change.span.end;
  }
  return present;
}

/// Earlier changes and new edits that touch each other, which become one change.
class Merger {
 public:
  Merger(std::string_view original, std::string_view current, const std::vector<PresentChange>& earlier,
         const std::vector<Replacement>& edits)
      : original_(original), current_(current), earlier_(earlier), edits_(edits) {}

  std::vector<Replacement> merge() {
    while (change_ < earlier_.size() || edit_ < edits_.size()) {
      collect();
    }
    return std::move(merged_);
  }

 private:
  [[nodiscard]] bool next_is_earlier() const {
    return change_ < earlier_.size() &&
           (edit_ == edits_.size() || earlier_[change_].now.begin <= edits_[edit_].span.begin);
  }

  void collect() {
    const std::size_t first_change = change_;
    const std::size_t first_edit = edit_;
    Span now = next_is_earlier() ? earlier_[change_].now : edits_[edit_].span;
    for (bool grows = true; grows;) {
      grows = false;
      if (change_ < earlier_.size() && earlier_[change_].now.begin <= now.end) {
        now.end = std::max(now.end, earlier_[change_++].now.end);
        grows = true;
      }
      if (edit_ < edits_.size() && edits_[edit_].span.begin <= now.end) {
        now.end = std::max(now.end, edits_[edit_++].span.end);
        grows = true;
      }
    }
    add(now, first_change, first_edit);
  }

  /// The offset in the original of one in the present text that no earlier change up to `changes` is behind.
  [[nodiscard]] std::uint32_t original_of(std::uint32_t now, std::size_t changes) const {
    return changes == 0 ? now : earlier_[changes - 1].original.end + (now - earlier_[changes - 1].now.end);
  }

  void add(Span now, std::size_t first_change, std::size_t first_edit) {
    Replacement change;
    change.span = {original_of(now.begin, first_change), original_of(now.end, change_)};
    const std::vector<Replacement> edits(edits_.begin() + static_cast<std::ptrdiff_t>(first_edit),
                                         edits_.begin() + static_cast<std::ptrdiff_t>(edit_));
    change.text = with_replacements(current_.substr(now.begin, now.size()), edits, now.begin);
    if (change.text != original_.substr(change.span.begin, change.span.size())) {
      merged_.push_back(std::move(change));
    }
  }

  std::string_view original_;
  std::string_view current_;
  const std::vector<PresentChange>& earlier_;
  const std::vector<Replacement>& edits_;
  std::size_t change_ = 0;
  std::size_t edit_ = 0;
  std::vector<Replacement> merged_;
};

}  // namespace

void EditedText::apply(const std::vector<Replacement>& edits) {
  changes_ = Merger(original_, current_, present_changes(changes_), edits).merge();
  current_ = with_replacements(original_, changes_);
}

std::string with_replacements(std::string_view text, const std::vector<Replacement>& replacements,
                              std::uint32_t offset) {
  std::string result;
  std::uint32_t at = offset;
  for (const Replacement& replacement : replacements) {
    result += text.substr(at - offset, replacement.span.begin - at);
    result += replacement.text;
    at = replacement.span.end;
  }
  return result += text.substr(at - offset);
}

}  // namespace macrolint
