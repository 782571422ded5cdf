#include "lint/remote_repositories.h"

#include <algorithm>
#include <optional>

#include "lint/resolve.h"

namespace macrolint {

namespace {

bool may_be_listed(const Project& project, std::size_t instance, bool managed,
                   const std::optional<MacroRepository>& repository) {
  return repository.has_value() && !repository->urls.empty() &&
         project.macro_index.origin(instance, managed) == FileList::Origin::none;
}

/// Macros live below `active` and `inactive`; a repository's other files are not macros.
FileList file_list(const std::set<std::string, std::less<>>& paths) {
  FileList files;
  files.origin = FileList::Origin::forge;
  std::copy_if(paths.begin(), paths.end(), std::inserter(files.paths, files.paths.end()),
               [](const std::string& path) { return path.starts_with("active/") || path.starts_with("inactive/"); });
  return files;
}

/// That the folder is not there is no failure any more.
void forget_missing_folder(const MacroRepository& repository, Project& project) {
  const Source* configuration = &project.configuration.source;
  std::erase_if(project.unreadable, [&](const Unreadable& unreadable) {
    return unreadable.is_missing && unreadable.place.source == configuration &&
           unreadable.place.span == repository.folder.span;
  });
}

}  // namespace

void list_remote_repositories(const ReadOptions& options, Project& project) {
  if (options.list_repository == nullptr) {
    return;
  }
  bool is_any_listed = false;
  const auto list = [&](std::size_t instance, bool managed, const std::optional<MacroRepository>& repository) {
    if (!may_be_listed(project, instance, managed, repository)) {
      return;
    }
    if (const auto paths = options.list_repository(repository->urls.front())) {
      project.macro_index.set_files(instance, managed, file_list(*paths));
      forget_missing_folder(*repository, project);
      is_any_listed = true;
    }
  };
  const auto& instances = project.configuration.instances;
  for (std::size_t instance = 0; instance < instances.size(); ++instance) {
    list(instance, false, instances[instance].sync);
    list(instance, true, instances[instance].managed);
  }
  if (is_any_listed) {
    resolve(project, options.jobs);
  }
}

}  // namespace macrolint
