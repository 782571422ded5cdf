#include "rename/rename.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>

#include "diagnostic/in_backticks.h"
#include "disk/paths.h"
#include "macro/title_path.h"
#include "rename/left_titles.h"
#include "rename/macro_edits.h"
#include "rename/reference_edits.h"
#include "rename/requested_macro.h"

namespace macrolint {

namespace {

bool is_there(const ReadableDisk& disk, const std::string& path) {
  const FileText text = disk.read(path, 0);
  const DiskError* error = std::get_if<DiskError>(&text);
  return error == nullptr || !error->missing;
}

/// Puts the parts of a plan together.
class RenamePlanner {
 public:
  RenamePlanner(const Project& project, const Disk& disk, const RenameRequest& request, const Macro& macro)
      : project_(project),
        disk_(disk),
        request_(request),
        macro_(macro),
        instance_(project.configuration.instances[macro.instance]),
        new_path_key_(path_after_rename(macro.path_key, request.new_title)) {
    plan_.macro = &macro;
  }

  std::variant<RenamePlan, std::string> plan() && {
    for (const auto step : {&RenamePlanner::plan_title, &RenamePlanner::plan_moves, &RenamePlanner::plan_references,
                            &RenamePlanner::check_files}) {
      if (std::optional<std::string> problem = (this->*step)()) {
        return *std::move(problem);
      }
    }
    add_left_titles(project_, request_.old_title, plan_);
    return std::move(plan_);
  }

 private:
  EditedText& file(const Source& source) { return plan_.files.try_emplace(source.path, source.text).first->second; }

  std::optional<std::string> plan_title() {
    const auto edits = title_edits(macro_, request_.new_title);
    if (!edits.has_value()) {
      return fmt::format(
          "{} is written in a way that does not let its title be changed alone. Set `title` and "
          "`previous_title` by hand.",
          in_backticks(macro_.source->path));
    }
    edits_[macro_.source->path] = *edits;
    file(*macro_.source);
    return std::nullopt;
  }

  std::optional<std::string> plan_moves() {
    if (new_path_key_ == macro_.path_key) {
      return std::nullopt;
    }
    for (const Macro& other : project_.macros) {
      if (&other != &macro_ && other.instance == macro_.instance && other.path_key == new_path_key_) {
        return fmt::format("The file of the new title, {}, is there already. Choose another title.",
                           in_backticks(other.source->path));
      }
    }
    if (auto problem = add_move(instance_.sync->folder.path, *macro_.source)) {
      return problem;
    }
    if (!instance_.managed.has_value() || !instance_.managed->has_folder()) {
      return std::nullopt;
    }
    const std::string& managed = instance_.managed->folder.path;
    if (macro_.managed_content != nullptr) {
      return add_move(managed, *macro_.managed_content->source);
    }
    for (const std::string& key : {macro_.path_key, new_path_key_}) {
      if (const std::string path = joined(managed, key + ".md"); is_there(disk_, path)) {
        return fmt::format("{} is there, but is not the wording of this macro. Move it away first.",
                           in_backticks(path));
      }
    }
    return std::nullopt;
  }

  std::optional<std::string> add_move(const std::string& folder, const Source& source) {
    const std::string extension = source.path.substr(source.path.rfind('.'));
    FileMove move{folder, source.path, joined(folder, new_path_key_ + extension)};
    if (is_there(disk_, move.to)) {
      return fmt::format("The file of the new title, {}, is there already. Choose another title.",
                         in_backticks(move.to));
    }
    file(source);
    plan_.moves.push_back(std::move(move));
    return std::nullopt;
  }

  std::optional<std::string> plan_references() {
    ReferenceEdits found = reference_edits(project_, macro_, request_.new_title, new_path_key_);
    plan_.references = found.count;
    plan_.left = std::move(found.left);
    for (auto& [path, edits] : found.edits) {
      if (const DiskError error = disk_.check_change(path); !error.message.empty() && !error.machine_at_fault) {
        plan_.linked_pages.insert(path);
        plan_.references -= edits.size();
        continue;
      }
      std::vector<Replacement>& all = edits_[path];
      all.insert(all.end(), std::make_move_iterator(edits.begin()), std::make_move_iterator(edits.end()));
      std::sort(all.begin(), all.end(), [](const Replacement& left, const Replacement& right) {
        return std::tie(left.span.begin, left.span.end) < std::tie(right.span.begin, right.span.end);
      });
      for (std::size_t index = 1; index < all.size(); ++index) {
        if (all[index - 1].span.end > all[index].span.begin) {
          return fmt::format("Two references in {} overlap. Change one of them by hand first.", in_backticks(path));
        }
      }
    }
    for (const Source& source : project_.sources) {
      if (const auto found_edits = edits_.find(source.path); found_edits != edits_.end()) {
        file(source).apply(found_edits->second);
        edits_.erase(found_edits);
      }
    }
    return std::nullopt;
  }

  std::optional<std::string> check_files() {
    for (const auto& [path, text] : plan_.files) {
      if (const DiskError error = disk_.check_change(path); !error.message.empty()) {
        return error.message + " Nothing was changed.";
      }
    }
    return std::nullopt;
  }

  const Project& project_;
  const Disk& disk_;
  const RenameRequest& request_;
  const Macro& macro_;
  const Instance& instance_;
  std::string new_path_key_;
  std::map<std::string, std::vector<Replacement>, std::less<>> edits_;
  RenamePlan plan_;
};

}  // namespace

std::string_view RenamePlan::path_after(std::string_view path) const {
  const auto move = std::find_if(moves.begin(), moves.end(), [path](const FileMove& one) { return one.from == path; });
  return move == moves.end() ? path : move->to;
}

std::variant<RenamePlan, std::string> plan_rename(const Project& project, const Disk& disk,
                                                  const RenameRequest& request) {
  const auto found = requested_macro(project, request);
  if (const auto* problem = std::get_if<std::string>(&found)) {
    return *problem;
  }
  const Macro& macro = *std::get<const Macro*>(found);
  if (auto problem = problem_with_new_title(project, macro, request.new_title)) {
    return *std::move(problem);
  }
  return RenamePlanner(project, disk, request, macro).plan();
}

}  // namespace macrolint
