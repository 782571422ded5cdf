#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/console.h"
#include "cli/exit_status.h"
#include "configuration/configuration.h"

namespace macrolint::cli {

/// The file that `macrolint` looks for in the current folder and above.
inline constexpr std::string_view configuration_name = ".macrolint.yml";

struct LoadedConfiguration {
  Configuration configuration;
  /// The folder that holds it, absolute and without symbolic links.
  std::string root;
  /// The way from the current folder to `root`, with `/` at its end; empty if they are the same.
  std::string path_prefix;
};

/// Finds, reads and parses the configuration. What is wrong is logged; the exit status that follows is returned.
[[nodiscard]] std::variant<LoadedConfiguration, ExitStatus> load_configuration(const Options& options,
                                                                               Console& console);

/// The configuration that counts in a folder: in it, or in the nearest folder above that has one.
[[nodiscard]] std::optional<std::filesystem::path> find_configuration(const std::filesystem::path& folder);

/// The names of all rules, as `parse_configuration` wants them.
[[nodiscard]] std::vector<std::string_view> rule_names();

}  // namespace macrolint::cli
