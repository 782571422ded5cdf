#include "cli/load_configuration.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "disk/disk.h"
#include "rule/rule.h"

namespace macrolint::cli {

namespace {

namespace fs = std::filesystem;

/// People write configurations by hand.
constexpr std::uint64_t maximum_size = std::uint64_t{1} << 20;

/// `path` as seen from `folder`, with `/` at its end; empty if they are the same.
std::string way_from(const fs::path& folder, const fs::path& path) {
  const std::string way = path.lexically_relative(folder).generic_string();
  return way == "." ? "" : way + (way.ends_with('/') ? "" : "/");
}

std::variant<LoadedConfiguration, ExitStatus> load(const fs::path& file, const fs::path& folder, Console& console) {
  LoadedConfiguration loaded;
  const fs::path root = fs::canonical(file.parent_path());
  loaded.root = root.string();
  loaded.path_prefix = way_from(folder, root);
  const std::string name = file.filename().string();
  FileText text = RealDisk(loaded.root).read(name, maximum_size);
  if (const auto* error = std::get_if<DiskError>(&text); error != nullptr) {
    console.error(error->message);
    return error->machine_at_fault ? ExitStatus::failure : ExitStatus::usage;
  }
  auto parsed = parse_configuration(name, std::get<Text>(text), rule_names());
  if (const auto* errors = std::get_if<std::vector<ConfigurationError>>(&parsed); errors != nullptr) {
    for (const ConfigurationError& error : *errors) {
      console.error_at(loaded.path_prefix + name, error.position, error.message);
    }
    return ExitStatus::usage;
  }
  loaded.configuration = std::get<Configuration>(std::move(parsed));
  return loaded;
}

}  // namespace

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const Rule* rule : all_rules()) {
    names.push_back(rule->name);
  }
  return names;
}

std::optional<fs::path> find_configuration(const fs::path& folder) {
  for (fs::path at = folder;; at = at.parent_path()) {
    std::error_code error;
    if (fs::exists(at / configuration_name, error)) {
      return at / configuration_name;
    }
    if (at == at.parent_path()) {
      return std::nullopt;
    }
  }
}

std::variant<LoadedConfiguration, ExitStatus> load_configuration(const Options& options, Console& console) {
  try {
    const fs::path folder = fs::current_path();
    if (options.config.empty()) {
      const std::optional<fs::path> found = find_configuration(folder);
      if (!found) {
        constexpr std::string_view other_name = ".macrolint.yaml";
        console.error(fmt::format("There is no `{}` in this folder or above. {}", configuration_name,
                                  fs::exists(folder / other_name)
                                      ? fmt::format("Rename `{}`, or name it with `--config`.", other_name)
                                      : "Run `macrolint init` to write one."));
        return ExitStatus::usage;
      }
      return load(*found, folder, console);
    }
    const fs::path file = folder / options.config;
    if (!fs::exists(file) || fs::is_directory(file)) {
      console.error(fmt::format("The configuration `{}` {}.", options.config,
                                fs::exists(file) ? "is a folder; name the file in it" : "does not exist"));
      return ExitStatus::usage;
    }
    return load(file, folder, console);
  } catch (const fs::filesystem_error& error) {
    console.error(fmt::format("The configuration cannot be looked for: {}.", error.what()));
    return ExitStatus::failure;
  }
}

}  // namespace macrolint::cli
