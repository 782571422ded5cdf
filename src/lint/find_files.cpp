#include "lint/find_files.h"

#include <algorithm>
#include <optional>

#include "disk/paths.h"
#include "lint/find_documents.h"
#include "lint/list_folder.h"
#include "lint/misplaced_macros.h"

namespace macrolint {

namespace {

class FileFinder {
 public:
  FileFinder(const FolderListings& listings, Project& project) : listings_(listings), project_(project) {}

  InputFiles find() && {
    const std::vector<Instance>& instances = project_.configuration.instances;
    found_.repositories.resize(instances.size());
    for (std::size_t index = 0; index < instances.size(); ++index) {
      find_instance(instances[index], index);
    }
    find_documents(listings_, project_, found_);
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
      add_file(InputFile::Kind::exported, *instance.export_file, index);
    }
    if (instance.snapshot.has_value()) {
      add_file(InputFile::Kind::snapshot, *instance.snapshot, index);
    }
  }

  void add_file(InputFile::Kind kind, const ConfiguredPath& path, std::size_t instance) {
    InputFile file;
    file.kind = kind;
    file.path = path.path;
    file.instance = instance;
    found_.files.push_back(std::move(file));
  }

  /// Macros live below `active` and `inactive`; a repository's other files are not macros.
  void find_repository(const ConfiguredPath& folder, std::size_t instance, InputFile::Kind kind,
                       std::initializer_list<std::string_view> extensions, FileList& repository) {
    if (folder.path.empty()) {
      return;
    }
    const Listing* listing = list_folder(listings_, project_, folder, folder.path);
    if (listing == nullptr) {
      return;
    }
    repository.origin = FileList::Origin::disk;
    std::vector<std::string> others;
    for (const DiskEntry& entry : listing->entries) {
      const std::string relative(path_below(folder.path, entry.path));
      if (!relative.starts_with("active/") && !relative.starts_with("inactive/")) {
        repository.has_others = true;
        if (kind == InputFile::Kind::sync && entry.error.message.empty() && has_extension(relative, extensions)) {
          others.push_back(relative);
        }
        continue;
      }
      if (!entry.error.message.empty()) {
        add_unreadable(project_, entry.path, entry.error);
        continue;
      }
      repository.paths.insert(relative);
      if (has_extension(relative, extensions)) {
        found_.files.push_back(repository_file(kind, folder, relative, instance));
      }
    }
    // Where nothing is in its place, it is the configuration that is wrong.
    for (const std::string& path :
         repository.paths.empty() ? std::vector<std::string>() : paths_of_misplaced_files(others, repository)) {
      InputFile file = repository_file(kind, folder, path, instance);
      if (!is_of_another_instance(file)) {
        found_.perhaps_misplaced.push_back(std::move(file));
      }
    }
  }

  static InputFile repository_file(InputFile::Kind kind, const ConfiguredPath& folder, const std::string& relative,
                                   std::size_t instance) {
    InputFile file;
    file.kind = kind;
    file.path = joined(folder.path, relative);
    file.instance = instance;
    file.path_key = relative.substr(0, relative.rfind('.'));
    return file;
  }

  /// Whether the file lies in a folder of another instance, which may be below this one's.
  [[nodiscard]] bool is_of_another_instance(const InputFile& file) const {
    const std::vector<Instance>& instances = project_.configuration.instances;
    return std::any_of(instances.begin(), instances.end(), [&](const Instance& other) {
      return &other != &instances[file.instance] && other.sync.has_value() && !other.sync->folder.path.empty() &&
             is_below(file.path, other.sync->folder.path);
    });
  }

  const FolderListings& listings_;
  Project& project_;
  InputFiles found_;
};

}  // namespace

InputFiles find_files(const FolderListings& listings, Project& project) { return FileFinder(listings, project).find(); }

}  // namespace macrolint
