#include "fix/write_files.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace macrolint {

namespace {

using ChangedFile = std::pair<const std::string, EditedText>;
using Group = std::vector<const ChangedFile*>;

/// Joins what belongs together: a forest in which each file points towards the one that stands for its group.
class Groups {
 public:
  explicit Groups(const FixOutcome& fixes) {
    for (const ChangedFile& file : fixes.files) {
      index_.emplace(file.first, files_.size());
      files_.push_back(&file);
    }
    leaders_.resize(files_.size());
    std::iota(leaders_.begin(), leaders_.end(), std::size_t{0});
    for (const ChosenFix& fix : fixes.fixes) {
      join(fix.paths);
    }
  }

  /// In order of their first files.
  [[nodiscard]] std::vector<Group> take() {
    std::vector<Group> groups(files_.size());
    for (std::size_t file = 0; file < files_.size(); ++file) {
      groups[leader(file)].push_back(files_[file]);
    }
    std::erase_if(groups, [](const Group& group) { return group.empty(); });
    return groups;
  }

 private:
  std::size_t leader(std::size_t file) {
    while (leaders_[file] != file) {
      file = leaders_[file] = leaders_[leaders_[file]];
    }
    return file;
  }

  /// Files whose edits came to nothing in the end have no place here.
  void join(const std::vector<std::string>& paths) {
    std::vector<std::size_t> members;
    for (const std::string& path : paths) {
      if (const auto found = index_.find(path); found != index_.end()) {
        members.push_back(leader(found->second));
      }
    }
    const auto first = std::min_element(members.begin(), members.end());
    for (const std::size_t member : members) {
      leaders_[leader(member)] = leader(*first);
    }
  }

  std::map<std::string_view, std::size_t> index_;
  std::vector<const ChangedFile*> files_;
  std::vector<std::size_t> leaders_;
};

void write_group(Disk& disk, const Group& group, WriteOutcome& outcome) {
  std::vector<const ChangedFile*> done;
  for (const ChangedFile* file : group) {
    const auto& [path, text] = *file;
    DiskError error = disk.replace(path, text.original(), text.current());
    if (error.message.empty()) {
      done.push_back(file);
      continue;
    }
    outcome.errors.push_back(std::move(error));
    for (const ChangedFile* written : done) {
      DiskError undoing = disk.replace(written->first, written->second.current(), written->second.original());
      if (!undoing.message.empty()) {
        outcome.errors.push_back(std::move(undoing));
        outcome.written.push_back(written->first);
      }
    }
    return;
  }
  for (const ChangedFile* file : done) {
    outcome.written.push_back(file->first);
  }
}

}  // namespace

WriteOutcome write_files(Disk& disk, const FixOutcome& fixes) {
  WriteOutcome outcome;
  for (const Group& group : Groups(fixes).take()) {
    write_group(disk, group, outcome);
  }
  std::sort(outcome.written.begin(), outcome.written.end());
  return outcome;
}

}  // namespace macrolint
