#include "cli/earlier.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "disk/disk.h"

namespace macrolint::cli {

namespace {

/// A file that is read, and how people are shown its path.
struct NamedFile {
  std::string folder;
  std::string path;
  std::string shown;
};

std::optional<NamedFile> baseline_file(const Options& options, const LoadedConfiguration& loaded) {
  if (!options.baseline.empty()) {
    return NamedFile{std::filesystem::current_path().string(), options.baseline, options.baseline};
  }
  if (const auto& configured = loaded.configuration.baseline; configured.has_value()) {
    const bool is_absolute = configured->path.starts_with('/');
    return NamedFile{loaded.root, configured->path, (is_absolute ? "" : loaded.path_prefix) + configured->path};
  }
  return std::nullopt;
}

}  // namespace

std::variant<std::optional<Baseline>, ExitStatus> load_baseline(const Options& options,
                                                                const LoadedConfiguration& loaded, Console& console) {
  const std::optional<NamedFile> file = baseline_file(options, loaded);
  if (!file.has_value()) {
    return std::nullopt;
  }
  FileText text = RealDisk(file->folder).read(file->path, max_baseline_bytes);
  if (const auto* error = std::get_if<DiskError>(&text)) {
    console.error(
        error->missing
            ? fmt::format("The baseline `{}` does not exist. Run `macrolint baseline` to write one.", file->shown)
            : error->message);
    return error->machine_at_fault && !error->missing ? ExitStatus::failure : ExitStatus::usage;
  }
  auto read = read_baseline(std::get<Text>(text));
  if (const auto* errors = std::get_if<std::vector<ConfigurationError>>(&read)) {
    for (const ConfigurationError& error : *errors) {
      console.error_at(file->shown, error.position, error.message);
    }
    return ExitStatus::usage;
  }
  return std::optional(std::get<Baseline>(std::move(read)));
}

std::variant<std::optional<git::EarlierState>, ExitStatus> load_earlier_state(const Options& options,
                                                                              const LoadedConfiguration& loaded,
                                                                              Console& console) {
  if (options.changed_since.empty()) {
    return std::nullopt;
  }
  std::vector<std::string> folders = {loaded.configuration.source.path};
  for (const ConfiguredPath* path : configured_paths(loaded.configuration)) {
    folders.push_back(path->path);
  }
  auto state = git::earlier_state(loaded.root, folders, options.changed_since, options.jobs);
  if (const auto* error = std::get_if<git::Error>(&state)) {
    console.error(error->message);
    return ExitStatus::usage;
  }
  auto& earlier = std::get<git::EarlierState>(state);
  console.debug(fmt::format("Comparing `{}` with the commit {}, since which {} files have changed.", earlier.work_tree,
                            earlier.commit, earlier.changed->size()));
  for (const std::string& folder : earlier.disk->taken_as_they_are()) {
    console.debug(fmt::format("`{}` is not in that repository and is taken as it is for both states.", folder));
  }
  return std::optional(std::move(earlier));
}

}  // namespace macrolint::cli
