#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/commands.h"
#include "cli/load_configuration.h"
#include "cli/proposal.h"
#include "disk/disk.h"

namespace macrolint::cli {

ExitStatus init(const Options&, Console& console) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::current_path();
  const std::string name(configuration_name);
  std::error_code error;
  if (fs::symlink_status(folder / name, error).type() != fs::file_type::not_found) {
    console.error(fmt::format("There is a `{}` already; it is left as it is.", name));
    return ExitStatus::usage;
  }
  RealDisk disk(folder.string());
  const auto proposed = propose(disk);
  if (const auto* refusal = std::get_if<DiskError>(&proposed); refusal != nullptr) {
    console.error(refusal->message);
    return ExitStatus::failure;
  }
  const auto& proposal = std::get<Proposal>(proposed);
  if (proposal.empty()) {
    console.error(
        "There are no macros and no Markdown documents below this folder. Run `macrolint init` in the folder that "
        "holds them.");
    return ExitStatus::usage;
  }
  if (const DiskError refusal = disk.write(name, configuration_text(proposal)); !refusal.message.empty()) {
    console.error(refusal.message);
    return ExitStatus::failure;
  }
  for (const std::string& sentence : findings_of(proposal)) {
    console.information(sentence);
  }
  console.information(fmt::format("Wrote `{}`; look it over, then run `macrolint check`.", name));
  return ExitStatus::clean;
}

}  // namespace macrolint::cli
