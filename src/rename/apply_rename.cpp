#include <functional>

#include "rename/rename.h"

namespace macrolint {

namespace {

/// Does one thing after the other and remembers how to undo it.
class Steps {
 public:
  using Step = std::function<DiskError()>;

  /// Whether it worked; after a failure nothing more is done.
  bool take(const Step& step, Step undo) {
    DiskError error = step();
    if (!error.message.empty()) {
      errors_.push_back(std::move(error));
      return false;
    }
    undo_.push_back(std::move(undo));
    return true;
  }

  void undo_all() {
    for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo) {
      if (DiskError error = (*undo)(); !error.message.empty()) {
        errors_.push_back(std::move(error));
      }
    }
  }

  [[nodiscard]] std::vector<DiskError>& errors() { return errors_; }

 private:
  std::vector<Step> undo_;
  std::vector<DiskError> errors_;
};

bool create_new_files(Disk& disk, const RenamePlan& plan, Steps& steps) {
  for (const FileMove& move : plan.moves) {
    const EditedText& text = plan.files.at(move.from);
    if (!steps.take([&] { return disk.create(move.folder, move.to, text.current(), move.from); },
                    [&] { return disk.remove(move.folder, move.to, text.current()); })) {
      return false;
    }
  }
  return true;
}

bool replace_texts(Disk& disk, const RenamePlan& plan, Steps& steps) {
  for (const auto& file : plan.files) {
    const std::string& path = file.first;
    const EditedText& text = file.second;
    if (plan.path_after(path) != path || text.changes().empty()) {
      continue;
    }
    if (!steps.take([&] { return disk.replace(path, text.original(), text.current()); },
                    [&] { return disk.replace(path, text.current(), text.original()); })) {
      return false;
    }
  }
  return true;
}

bool remove_old_files(Disk& disk, const RenamePlan& plan, Steps& steps) {
  for (const FileMove& move : plan.moves) {
    const EditedText& text = plan.files.at(move.from);
    if (!steps.take([&] { return disk.remove(move.folder, move.from, text.original()); },
                    [&] { return disk.create(move.folder, move.from, text.original(), move.to); })) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<DiskError> apply_rename(Disk& disk, const RenamePlan& plan) {
  Steps steps;
  const bool done =
      create_new_files(disk, plan, steps) && replace_texts(disk, plan, steps) && remove_old_files(disk, plan, steps);
  if (!done) {
    steps.undo_all();
  }
  return std::move(steps.errors());
}

}  // namespace macrolint
