#include "merge/merge.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/commands.h"
#include "cli/load_configuration.h"
#include "cli/repository_root.h"
#include "cli/write_findings.h"
#include "disk/disk.h"

namespace macrolint::cli {

namespace {

/// The result in one file; what is wrong with it is logged.
std::variant<ShardResult, ExitStatus> read_result(const std::string& path, CheckedFiles& files, Console& console) {
  const FileText text = RealDisk(std::filesystem::current_path().string()).read(path, max_shard_result_bytes);
  if (const auto* error = std::get_if<DiskError>(&text)) {
    console.error(error->message);
    return error->machine_at_fault && !error->missing ? ExitStatus::failure : ExitStatus::usage;
  }
  auto read = read_shard_result(std::get<Text>(text), files);
  if (const auto* errors = std::get_if<std::vector<ConfigurationError>>(&read)) {
    for (const ConfigurationError& error : *errors) {
      console.error_at(path, error.position, error.message);
    }
    return ExitStatus::usage;
  }
  return std::get<ShardResult>(std::move(read));
}

/// Reads all of them, so that everything that is wrong is said at once.
std::variant<std::vector<NamedShard>, ExitStatus> read_results(const std::vector<std::string>& paths,
                                                               CheckedFiles& files, Console& console) {
  std::vector<NamedShard> shards;
  std::optional<ExitStatus> worst;
  for (const std::string& path : paths) {
    auto read = read_result(path, files, console);
    if (const auto* status = std::get_if<ExitStatus>(&read)) {
      worst = std::max(worst.value_or(*status), *status);
    } else {
      shards.push_back({path, std::get<ShardResult>(std::move(read))});
    }
  }
  if (worst.has_value()) {
    return *worst;
  }
  return shards;
}

}  // namespace

ExitStatus merge(const Options& options, Console& console) {
  auto loaded = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loaded)) {
    return *status;
  }
  if (options.paths.size() > max_shards) {
    console.error("There are more results here than a run has parts.");
    return ExitStatus::usage;
  }
  auto& [configuration, root, path_prefix] = std::get<LoadedConfiguration>(loaded);
  CheckedFiles files;
  auto shards = read_results(options.paths, files, console);
  if (const auto* status = std::get_if<ExitStatus>(&shards)) {
    return *status;
  }
  auto merged = merge_shards(std::get<std::vector<NamedShard>>(std::move(shards)), std::move(files),
                             std::move(configuration), RealDisk(root), MACROLINT_VERSION);
  if (const auto* problem = std::get_if<std::string>(&merged)) {
    console.error(*problem);
    return ExitStatus::usage;
  }
  const auto& [result, unused, elapsed_ms] = std::get<MergedResult>(merged);
  const TextStyle style{console.color(), !options.quiet, path_prefix};
  const ReportPaths paths(repository_root(root), root);
  return write_findings(result, "", options, {elapsed_ms, style, paths, nullptr}, console)
             ? status_of(result, options.fail_on)
             : ExitStatus::failure;
}

}  // namespace macrolint::cli
