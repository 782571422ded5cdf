#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/interruption.h"
#include "cli/load_configuration.h"
#include "cli/transfer_options.h"
#include "disk/disk.h"
#include "output/text.h"
#include "source/nearest.h"
#include "zendesk/access.h"
#include "zendesk/take_snapshot.h"

namespace macrolint::cli {

namespace {

const Instance* find_instance(const Configuration& configuration, const std::string& name, Console& console) {
  std::vector<std::string_view> names;
  for (const Instance& instance : configuration.instances) {
    if (instance.name == name) {
      return &instance;
    }
    names.push_back(instance.name);
  }
  const auto near = nearest(name, names);
  console.error(fmt::format("The configuration has no instance `{}`.{}", name,
                            near ? fmt::format(" Did you mean `{}`?", *near) : ""));
  return nullptr;
}

ApiOptions api_options(const Options& options, const LinkSettings& links, Console& console) {
  ApiOptions api;
  api.transfers = transfer_options(links);
  if (options.max_seconds > 0) {
    api.time_for_all = std::chrono::seconds(options.max_seconds);
  }
  api.is_stopped = [] { return Interruption::is_wanted(); };
  api.on_pause = [&console](std::string_view sentence) { console.information(sentence); };
  return api;
}

/// Where the snapshot goes: a file of a disk, or standard output.
struct Target {
  std::string root;
  /// Empty for standard output.
  std::string path;
};

/// Found before anything is asked, so that nobody waits for what cannot be written. What is wrong is logged.
std::optional<Target> find_target(const Options& options, const Instance& instance, const std::string& root,
                                  Console& console) {
  if (options.output == "-") {
    return Target{};
  }
  if (options.output.empty() && !instance.snapshot.has_value()) {
    console.error(
        fmt::format("The instance `{}` has no key `snapshot` in the configuration; name the file there, or "
                    "with `--output`.",
                    instance.name));
    return std::nullopt;
  }
  if (!options.output.empty()) {
    return Target{std::filesystem::current_path().string(), options.output};
  }
  // Whoever proposes a change can put a link to anywhere in the place of the file.
  const DiskError error = RealDisk(root).check_change(instance.snapshot->path);
  if (!error.message.empty() && !error.missing) {
    console.error(error.message);
    return std::nullopt;
  }
  return Target{root, instance.snapshot->path};
}

bool write(const nlohmann::json& document, const Target& target, Console& console) {
  const std::string text = zendesk::snapshot_text(document);
  if (target.path.empty()) {
    return console.write(text);
  }
  const DiskError error = RealDisk(target.root).write(target.path, text);
  if (!error.message.empty()) {
    console.error(error.message);
    return false;
  }
  console.information(fmt::format("Wrote {} of `{}` to `{}`.", counted(document["macros"].size(), "macro"),
                                  document["host"].get<std::string>(), target.path));
  return true;
}

ExitStatus take_and_write(ApiService service, const ApiOptions& api, const std::string& instance, const Target& target,
                          Console& console) {
  zendesk::SnapshotResult result = [&] {
    const Interruption interruption;
    ApiClient client(std::move(service), api);
    return zendesk::take_snapshot(client, instance, [&](std::string_view sentence) { console.debug(sentence); });
  }();
  if (const auto* error = std::get_if<ApiError>(&result)) {
    console.error(fmt::format("{} Nothing was written.", error->message));
    return ExitStatus::failure;
  }
  const auto& [document, unknown] = std::get<zendesk::TakenSnapshot>(result);
  if (!unknown.empty()) {
    console.warning(
        fmt::format("Left out, since the credentials have no right to it or the plan does not have it: {}. "
                    "Rules that need it stay silent.",
                    fmt::join(unknown, ", ")));
  }
  return write(document, target, console) ? ExitStatus::clean : ExitStatus::failure;
}

}  // namespace

ExitStatus snapshot(const Options& options, Console& console) {
  auto loading = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loading)) {
    return *status;
  }
  const auto& [configuration, root, path_prefix] = std::get<LoadedConfiguration>(loading);
  const Instance* instance = find_instance(configuration, options.instance, console);
  if (instance == nullptr) {
    return ExitStatus::usage;
  }
  if (const std::string obstacle = net::Transfers::obstacle("`snapshot` is not possible"); !obstacle.empty()) {
    console.error(obstacle);
    return ExitStatus::failure;
  }
  const auto target = find_target(options, *instance, root, console);
  if (!target.has_value()) {
    return ExitStatus::usage;
  }
  auto service = zendesk::find_service(instance->name, instance->zendesk_url, environment);
  if (const auto* problem = std::get_if<std::string>(&service)) {
    console.error(*problem);
    return ExitStatus::usage;
  }
  const ApiOptions api = api_options(options, configuration.links, console);
  return take_and_write(std::get<ApiService>(std::move(service)), api, instance->name, *target, console);
}

}  // namespace macrolint::cli
