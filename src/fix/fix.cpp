#include "fix/fix.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <set>
#include <utility>

#include "disk/overlay_disk.h"

namespace macrolint {

namespace {

/// The changed files with a hash of each.
using State = std::string;

class FixRun {
 public:
  FixRun(const Disk& disk, const Linter& linter, const FixPolicy& policy)
      : overlay_(disk), linter_(linter), policy_(policy) {
    policy_.may_change = [this, &policy](const Source& source) {
      return policy.may_change(source) && can_be_changed(source.path);
    };
  }

  FixOutcome run() && {
    std::map<State, std::size_t> seen = {{state(), 0}};
    bool circular = false;
    while (true) {
      outcome_.result = linter_(overlay_);
      ChosenFixes chosen = circular ? ChosenFixes() : choose_fixes(outcome_.result.diagnostics, policy_);
      outcome_.gave_up = !chosen.fixes.empty() && passes_.size() == max_fix_passes;
      if (chosen.fixes.empty() || outcome_.gave_up) {
        return finish();
      }
      apply(chosen.edits);
      passes_.push_back(std::move(chosen.fixes));
      const auto [earlier, is_new] = seen.emplace(state(), passes_.size());
      if (!is_new) {
        drop_passes_from(earlier->second);
        circular = true;
      }
    }
  }

 private:
  /// Asks the disk once for each file.
  bool can_be_changed(const std::string& path) {
    const auto [known, is_new] = checked_.try_emplace(path);
    if (is_new) {
      known->second = overlay_.check_change(path);
    }
    return known->second.message.empty();
  }

  void apply(const std::map<std::string, std::vector<Replacement>, std::less<>>& edits) {
    for (const Source& source : outcome_.result.project->sources) {
      const auto found = edits.find(source.path);
      if (found == edits.end() || !applied_.insert(source.path).second) {
        continue;
      }
      EditedText& file = outcome_.files.try_emplace(source.path, source.text).first->second;
      file.apply(found->second);
      (void)overlay_.write(source.path, file.current());
    }
    applied_.clear();
  }

  /// What the files read like now, in short.
  [[nodiscard]] State state() const {
    State state;
    for (const auto& [path, file] : outcome_.files) {
      if (!file.changes().empty()) {
        const XXH128_hash_t hash = XXH3_128bits(file.current().data(), file.current().size());
        state += fmt::format("{}\n{:016x}{:016x}\n", path, hash.high64, hash.low64);
      }
    }
    return state;
  }

  /// After the last pass the files read as they did before this one: all that was done since came to nothing.
  void drop_passes_from(std::size_t first) {
    std::set<std::string_view> rules;
    for (std::size_t pass = first; pass < passes_.size(); ++pass) {
      for (const ChosenFix& fix : passes_[pass]) {
        rules.insert(fix.rule);
      }
    }
    outcome_.circular_rules.assign(rules.begin(), rules.end());
    passes_.resize(first);
  }

  FixOutcome finish() {
    std::erase_if(outcome_.files, [](const auto& file) { return file.second.changes().empty(); });
    for (std::vector<ChosenFix>& pass : passes_) {
      std::move(pass.begin(), pass.end(), std::back_inserter(outcome_.fixes));
    }
    for (auto& [path, error] : checked_) {
      if (!error.message.empty()) {
        outcome_.refusals.push_back(std::move(error));
      }
    }
    return std::move(outcome_);
  }

  OverlayDisk overlay_;
  const Linter& linter_;
  FixPolicy policy_;
  FixOutcome outcome_;
  std::vector<std::vector<ChosenFix>> passes_;
  std::map<std::string, DiskError, std::less<>> checked_;
  std::set<std::string_view> applied_;
};

}  // namespace

FixOutcome fix(const Disk& disk, const Linter& linter, const FixPolicy& policy) {
  return FixRun(disk, linter, policy).run();
}

}  // namespace macrolint
