#include "lint/find_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "disk/paths.h"
#include "lint/document_set.h"

namespace macrolint {

namespace {

bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions) {
  return std::any_of(extensions.begin(), extensions.end(),
                     [path](std::string_view extension) { return path.ends_with(extension); });
}

class FileFinder {
 public:
  FileFinder(const Disk& disk, Project& project) : disk_(disk), project_(project) {}

  InputFiles find() && {
    const std::vector<Instance>& instances = project_.configuration.instances;
    found_.repositories.resize(instances.size());
    for (std::size_t index = 0; index < instances.size(); ++index) {
      find_instance(instances[index], index);
    }
    for (std::size_t index = 0; index < project_.configuration.documents.size(); ++index) {
      find_pages(index);
    }
    std::stable_sort(found_.files.begin(), found_.files.end(),
                     [](const InputFile& left, const InputFile& right) { return left.kind < right.kind; });
    return std::move(found_);
  }

 private:
  void find_instance(const Instance& instance, std::size_t index) {
    if (instance.sync.has_value()) {
      find_repository(instance.sync->folder, index, InputFile::Kind::sync, {".yaml", ".yml"},
                      found_.repositories[index].sync);
    }
    if (instance.managed.has_value()) {
      find_repository(instance.managed->folder, index, InputFile::Kind::managed, {".md"},
                      found_.repositories[index].managed);
    }
    if (instance.export_file.has_value()) {
      InputFile file;
      file.kind = InputFile::Kind::exported;
      file.path = instance.export_file->path;
      file.instance = index;
      found_.files.push_back(std::move(file));
    }
  }

  /// Macros live below `active` and `inactive`; a repository's other files are not macros.
  void find_repository(const ConfiguredPath& folder, std::size_t instance, InputFile::Kind kind,
                       std::initializer_list<std::string_view> extensions,
                       std::set<std::string, std::less<>>& repository) {
    const std::optional<Listing> listing = list(folder, folder.path);
    if (!listing.has_value()) {
      return;
    }
    for (const DiskEntry& entry : listing->entries) {
      const std::string relative(path_below(folder.path, entry.path));
      if (!relative.starts_with("active/") && !relative.starts_with("inactive/")) {
        continue;
      }
      if (!entry.error.message.empty()) {
        add_unreadable(project_, entry.path, entry.error);
        continue;
      }
      repository.insert(relative);
      if (has_extension(relative, extensions)) {
        InputFile file;
        file.kind = kind;
        file.path = entry.path;
        file.instance = instance;
        file.path_key = relative.substr(0, relative.rfind('.'));
        found_.files.push_back(std::move(file));
      }
    }
  }

  void find_pages(std::size_t index) {
    const std::vector<DocumentSet>& sets = project_.configuration.documents;
    const DocumentSet& documents = sets[index];
    const bool hugo = documents.kind == DocumentSet::Kind::hugo;
    const std::string folder = hugo ? joined(documents.folder.path, "content") : documents.folder.path;
    const std::optional<Listing> listing = list(documents.folder, folder);
    if (!listing.has_value()) {
      return;
    }
    for (const DiskEntry& entry : listing->entries) {
      if (document_set_of(sets, entry.path) != index) {
        continue;
      }
      if (!entry.error.message.empty()) {
        add_unreadable(project_, entry.path, entry.error);
      } else if (has_extension(entry.path, {".md", ".markdown"})) {
        InputFile file;
        file.kind = InputFile::Kind::page;
        file.path = entry.path;
        file.syntax = hugo ? Document::Syntax::hugo : Document::Syntax::plain;
        found_.files.push_back(std::move(file));
      }
    }
  }

  std::optional<Listing> list(const ConfiguredPath& configured, const std::string& folder) {
    ListResult result = disk_.list(folder);
    if (auto* listing = std::get_if<Listing>(&result)) {
      return std::move(*listing);
    }
    const DiskError& error = std::get<DiskError>(result);
    project_.unreadable.push_back({{&project_.configuration.source, configured.span},
                                   folder,
                                   fmt::format("{} Nothing in it was checked.", error.message),
                                   error.machine_at_fault});
    return std::nullopt;
  }

  const Disk& disk_;
  Project& project_;
  InputFiles found_;
};

}  // namespace

InputFiles find_files(const Disk& disk, Project& project) { return FileFinder(disk, project).find(); }

void add_unreadable(Project& project, const std::string& path, const DiskError& error) {
  Source& source = project.sources.emplace_back();
  source.path = path;
  project.unreadable.push_back(
      {{&source, {}}, path, fmt::format("{} It was not checked.", error.message), error.machine_at_fault});
}

}  // namespace macrolint
