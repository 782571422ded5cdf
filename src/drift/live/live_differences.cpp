#include "drift/live/live_differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "drift/live/comments.h"
#include "drift/live/link_targets.h"
#include "drift/live/settings.h"
#include "drift/live/visible_text.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Kind = LiveDifference::Kind;

/// A member's text with white space folded; nothing if the file does not have the member.
std::optional<std::string> folded_member(const Macro& macro, std::string_view key) {
  const yaml::Node* member = macro.yaml.root->find(key);
  if (member == nullptr || (member->kind != yaml::Kind::scalar && !member->is_null())) {
    return std::nullopt;
  }
  std::string folded;
  for (const char byte : member->is_null() ? std::string() : member->value) {
    if (!is_space(byte)) {
      folded += byte;
    } else if (!folded.empty() && !folded.ends_with(' ')) {
      folded += ' ';
    }
  }
  while (folded.ends_with(' ')) {
    folded.pop_back();
  }
  return folded;
}

/// Where a macro has a key; its title where it has not.
Place place_of(const Macro& macro, std::string_view key) {
  for (const yaml::Member& member : macro.yaml.root->members) {
    if (member.first.value == key) {
      const bool is_one_value = member.second.items.empty() && member.second.members.empty();
      const bool has_place = is_one_value && !member.second.span.empty();
      return {macro.source, has_place ? member.second.span : member.first.span};
    }
  }
  return {macro.source, macro.title_span};
}

/// The status of an account with custom statuses: Zendesk may have turned a status into the custom one that stands for
/// it.
void reconcile_status(Settings& settings, Settings& live, const Snapshot& snapshot) {
  constexpr const char* plain = "status";
  constexpr const char* custom = "custom_status_id";
  auto* const one = &settings.by_field;
  auto* const other = &live.by_field;
  if (one->contains(custom) && other->contains(custom)) {
    one->erase(plain);
    other->erase(plain);
    return;
  }
  for (auto [with_plain, with_custom] : {std::pair{one, other}, std::pair{other, one}}) {
    const auto status = with_plain->find(plain);
    const auto chosen = with_custom->find(custom);
    if (status == with_plain->end() || chosen == with_custom->end() || chosen->second.values.size() != 1) {
      continue;
    }
    const auto category = snapshot.status_categories.find(*chosen->second.values.begin());
    if (category == snapshot.status_categories.end() || status->second.values.contains(category->second)) {
      with_plain->erase(status);
      with_custom->erase(plain);
      with_custom->erase(chosen);
    }
  }
}

class MacroComparison {
 public:
  MacroComparison(const Macro& macro, const Macro& live, const Snapshot& snapshot)
      : macro_(macro), live_(live), snapshot_(snapshot) {}

  LiveComparison compare() {
    if (macro_.active == live_.active) {
      comparison_.same.insert("active");
    } else {
      add(Kind::active, "active", macro_.active ? "active" : "inactive", live_.active ? "active" : "inactive",
          place_of(macro_, "active"), place_of(live_, "active"));
    }
    // One of the two was put out of use, with little of it left: that is what there is to say.
    if (!macro_.active || !live_.active) {
      return std::move(comparison_);
    }
    if (macro_.title == live_.title) {
      comparison_.same.insert("title");
    } else {
      add(Kind::title, "title", macro_.title, live_.title, {macro_.source, macro_.title_span},
          {live_.source, live_.title_span});
    }
    compare_description();
    compare_restriction();
    compare_settings();
    compare_texts();
    return std::move(comparison_);
  }

 private:
  void add(Kind kind, std::string field, std::optional<std::string> repository, std::optional<std::string> live,
           Place place, Place live_place) {
    comparison_.differences.push_back(
        {kind, std::move(field), std::move(repository), std::move(live), place, live_place});
  }

  void compare_description() {
    const auto written = folded_member(macro_, "description");
    const auto live = folded_member(live_, "description");
    if (written.has_value() && live.has_value() && *written != *live) {
      add(Kind::description, "description", *written, *live, place_of(macro_, "description"),
          place_of(live_, "description"));
    }
  }

  void compare_restriction() {
    const Setting written = restriction_of(macro_, snapshot_);
    const Setting live = restriction_of(live_, snapshot_);
    if (written.is_clear && live.is_clear && written.values != live.values) {
      add(Kind::restriction, "restriction", written.shown, live.shown, place_of(macro_, "restriction"),
          place_of(live_, "restriction"));
    }
  }

  void compare_settings() {
    if (macro_.yaml.root->find("actions") == nullptr || live_.yaml.root->find("actions") == nullptr) {
      return;
    }
    Settings written = settings_of(macro_, snapshot_);
    Settings live = settings_of(live_, snapshot_);
    reconcile_status(written, live, snapshot_);
    for (const auto& [key, setting] : written.by_field) {
      const auto found = live.by_field.find(key);
      if (found == live.by_field.end()) {
        if (!live.has_unclear_field) {
          add(Kind::value, setting.field, setting.shown, std::nullopt, {macro_.source, setting.span},
              place_of(live_, "actions"));
        }
      } else if (setting.is_clear && found->second.is_clear && setting.values == found->second.values) {
        comparison_.same.insert(setting.field);
      } else if (setting.is_clear && found->second.is_clear) {
        add(Kind::value, setting.field, setting.shown, found->second.shown, {macro_.source, setting.span},
            {live_.source, found->second.span});
      }
    }
    for (const auto& [key, setting] : live.by_field) {
      const bool may_be_unclear = written.has_unclear_field && key.starts_with("custom_fields_");
      if (!written.by_field.contains(key) && !may_be_unclear) {
        add(Kind::value, setting.field, std::nullopt, setting.shown, place_of(macro_, "actions"),
            {live_.source, setting.span});
      }
    }
  }

  void compare_texts() {
    const auto written = sent_texts(macro_);
    const auto live = sent_texts(live_);
    for (const auto& [key, text] : written) {
      if (const auto found = live.find(key); found != live.end()) {
        compare_text(text, found->second);
      } else if (key == "comment" || key == "subject") {
        add(Kind::wording, text.action->field, beginning_of(text), std::nullopt, beginning_place(text),
            place_of(live_, "actions"));
      }
    }
    for (const auto& [key, text] : live) {
      // Text that the repository keeps in a managed file that is missing has a finding of its own.
      if (!written.contains(key) && !macro_.contains_managed_content && (key == "comment" || key == "subject")) {
        add(Kind::wording, text.action->field, std::nullopt, beginning_of(text), place_of(macro_, "actions"),
            text.place);
      }
    }
  }

  void compare_text(const SentText& written, const SentText& live) {
    const auto left = visible_text_of(written);
    const auto right = visible_text_of(live);
    if (!left.has_value() || !right.has_value()) {
      return;
    }
    if (left->whole != right->whole) {
      const TextDifference difference = difference_of(*left, *right);
      add(Kind::wording, written.action->field, excerpt_of(*left, difference.left_begin, difference.left_end),
          excerpt_of(*right, difference.right_begin, difference.right_end),
          place_of_words(written, *left, difference.left_begin, difference.left_end), live.place);
    } else if (left->tags != right->tags) {
      add(Kind::tags, written.action->field, fmt::format("{}", fmt::join(left->tags, " ")),
          fmt::format("{}", fmt::join(right->tags, " ")), beginning_place(written), live.place);
    } else if (const auto links = different_links(written, live, *left)) {
      add(Kind::links, written.action->field, links->first, links->second, beginning_place(written), live.place);
    } else {
      comparison_.same.insert(written.action->field);
    }
  }

  /// Only in managed content are words where they are in the file.
  static Place place_of_words(const SentText& written, const VisibleText& text, std::size_t begin, std::size_t end) {
    if (!written.is_managed || text.words.empty()) {
      return beginning_place(written);
    }
    const std::size_t last = text.words.size() - 1;
    const Span first = text.words[std::min(begin, last)].span;
    return {written.place.source, begin < end ? Span{first.begin, text.words[end - 1].span.end} : first};
  }

  static Place beginning_place(const SentText& written) {
    return written.is_managed ? Place{written.place.source, {written.place.span.begin, written.place.span.begin}}
                              : written.place;
  }

  static std::string beginning_of(const SentText& text) {
    const auto visible = visible_text_of(text);
    return visible.has_value() ? excerpt_of(*visible, 0, visible->words.size()) : std::string("a text");
  }

  const Macro& macro_;
  const Macro& live_;
  const Snapshot& snapshot_;
  LiveComparison comparison_;
};

}  // namespace

LiveComparison compare_with_live(const Macro& macro, const Macro& live, const Snapshot& snapshot) {
  return MacroComparison(macro, live, snapshot).compare();
}

}  // namespace macrolint
