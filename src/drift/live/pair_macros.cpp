#include "drift/live/pair_macros.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "drift/live/comments.h"
#include "drift/live/visible_text.h"
#include "index/title_key.h"
#include "macro/title_path.h"

namespace macrolint {

namespace {

/// An agent's own macro, which no repository keeps.
bool is_personal(const Macro& live) {
  const yaml::Node* restriction = live.yaml.root->find("restriction");
  const yaml::Node* type = restriction == nullptr ? nullptr : restriction->find("type");
  return type != nullptr && type->value == "User";
}

/// All words that a macro sends to customers; empty if they are too few to tell it from others.
std::string words_sent(const Macro& macro) {
  constexpr std::size_t fewest_words = 8;
  std::size_t count = 0;
  std::string words;
  for (const auto& [key, sent] : sent_texts(macro)) {
    const auto visible = visible_text_of(sent);
    if (!visible.has_value()) {
      return {};
    }
    count += visible->words.size();
    words += visible->whole + '\n';
  }
  return count < fewest_words ? std::string() : words;
}

class MacroPairer {
 public:
  MacroPairer(const Project& project, std::size_t instance, Snapshot& snapshot) : snapshot_(snapshot) {
    for (const Macro& macro : project.macros) {
      if (macro.instance == instance && !macro.path_key.empty()) {
        (macro.is_usable() ? macros_ : unusable_).push_back(&macro);
      }
    }
    for (const Macro& live : snapshot.macros) {
      std::vector<const Macro*>& namesakes = by_title_[live.title];
      if (!live.is_usable()) {
        taken_.insert(&live);
      } else if (namesakes.size() < most_namesakes) {
        namesakes.push_back(&live);
      }
    }
    // Where two macros share a title, the active one is the one that is meant.
    std::stable_partition(macros_.begin(), macros_.end(), [](const Macro* macro) { return macro->active; });
  }

  void pair() {
    for (const Macro* macro : macros_) {
      titles_.insert(macro->title);
    }
    pair_by_title();
    pair_by_key([](const Macro& macro) { return title_key(macro.title); });
    if (has_unpaired()) {
      pair_by_key(words_sent);
    }
    claim_for_unusable();
    for (const Macro& live : snapshot_.macros) {
      // A second one with a title of the repository is a collision.
      if (!macros_.empty() && is_free(live) && !titles_.contains(live.title)) {
        snapshot_.unmanaged.push_back(&live);
      }
    }
  }

 private:
  static constexpr std::size_t most_namesakes = 1000;

  /// One that no other macro has taken, an active one if there is a choice; null if there is none.
  [[nodiscard]] const Macro* find(const std::string& title, bool only_active) const {
    const auto found = by_title_.find(title);
    if (found == by_title_.end()) {
      return nullptr;
    }
    const Macro* best = nullptr;
    for (const Macro* live : found->second) {
      const bool is_better = best == nullptr || (live->active && !best->active);
      best = is_better && !taken_.contains(live) && (live->active || !only_active) ? live : best;
    }
    return best;
  }

  void take(const Macro* macro, const Macro* live) {
    snapshot_.live_of.emplace(macro, live);
    taken_.insert(live);
  }

  void pair_by_title() {
    for (const bool only_active : {true, false}) {
      for (const Macro* macro : macros_) {
        if (const Macro* live = snapshot_.live_of.contains(macro) ? nullptr : find(macro->title, only_active)) {
          take(macro, live);
        }
      }
      for (const Macro* macro : macros_) {
        pair_by_previous_title(*macro, only_active);
      }
    }
  }

  void pair_by_previous_title(const Macro& macro, bool only_active) {
    // Another macro of the repository may have the title now.
    const bool had_another = !macro.previous_title.empty() && !titles_.contains(macro.previous_title);
    const Macro* live = had_another ? find(macro.previous_title, only_active) : nullptr;
    if (live == nullptr) {
      return;
    }
    if (!snapshot_.live_of.contains(&macro)) {
      take(&macro, live);
    } else if (macro.active && live->active && snapshot_.live_of.at(&macro)->title == macro.title &&
               snapshot_.live_of.at(&macro)->active) {
      snapshot_.left_behind.emplace(&macro, live);
      taken_.insert(live);
    }
  }

  [[nodiscard]] bool is_unpaired(const Macro& macro) const {
    return macro.active && !snapshot_.live_of.contains(&macro);
  }
  [[nodiscard]] bool is_free(const Macro& live) const {
    return live.active && !taken_.contains(&live) && !is_personal(live);
  }

  [[nodiscard]] bool has_unpaired() const {
    return std::any_of(macros_.begin(), macros_.end(), [&](const Macro* macro) { return is_unpaired(*macro); }) &&
           std::any_of(snapshot_.macros.begin(), snapshot_.macros.end(),
                       [&](const Macro& live) { return is_free(live); });
  }

  /// Pairs what is left and has a key that nothing else on either side has.
  void pair_by_key(const std::function<std::string(const Macro& macro)>& key_of) {
    std::unordered_map<std::string, std::vector<const Macro*>> free;
    for (const Macro& live : snapshot_.macros) {
      if (is_free(live)) {
        free[key_of(live)].push_back(&live);
      }
    }
    if (free.empty()) {
      return;
    }
    std::unordered_map<std::string, std::vector<const Macro*>> unpaired;
    for (const Macro* macro : macros_) {
      if (is_unpaired(*macro)) {
        unpaired[key_of(*macro)].push_back(macro);
      }
    }
    for (const auto& [key, macros] : unpaired) {
      const auto found = free.find(key);
      if (!key.empty() && macros.size() == 1 && found != free.end() && found->second.size() == 1) {
        take(macros.front(), found->second.front());
      }
    }
  }

  /// A file that cannot be read still says by its path which macro it is.
  void claim_for_unusable() {
    constexpr std::size_t most_comparisons = 5'000'000;
    if (unusable_.size() * snapshot_.macros.size() > most_comparisons) {
      std::for_each(snapshot_.macros.begin(), snapshot_.macros.end(), [&](const Macro& live) { taken_.insert(&live); });
      return;
    }
    for (const Macro* macro : unusable_) {
      for (const Macro& live : snapshot_.macros) {
        if (!taken_.contains(&live) && path_fits_title(macro->path_key, live.title)) {
          taken_.insert(&live);
        }
      }
    }
  }

  Snapshot& snapshot_;
  std::vector<const Macro*> macros_;
  std::vector<const Macro*> unusable_;
  std::unordered_map<std::string, std::vector<const Macro*>> by_title_;
  std::unordered_set<std::string> titles_;
  std::unordered_set<const Macro*> taken_;
};

}  // namespace

void pair_live_macros(Project& project) {
  for (std::size_t instance = 0; instance < project.snapshots.size(); ++instance) {
    if (Snapshot* snapshot = project.snapshots[instance].get(); snapshot != nullptr) {
      MacroPairer(project, instance, *snapshot).pair();
    }
  }
}

}  // namespace macrolint
