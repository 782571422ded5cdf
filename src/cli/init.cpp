#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "cli/commands.h"
#include "cli/load_configuration.h"
#include "cli/proposal.h"
#include "disk/disk.h"

namespace macrolint::cli {

namespace {

/// A comment that tells editors where the schema is, if it is installed with the program.
std::string schema_comment() {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path schema =
      program.parent_path().parent_path() / "share" / "macrolint" / "schemas" / "configuration.schema.json";
  return !error && fs::is_regular_file(schema, error)
             ? fmt::format("# yaml-language-server: $schema={}\n", schema.string())
             : "";
}

}  // namespace

ExitStatus init(const Options&, Console& console) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::current_path();
  const std::string name(configuration_name);
  std::error_code error;
  if (fs::symlink_status(folder / name, error).type() != fs::file_type::not_found) {
    console.error(fmt::format("There is a `{}` already; it is left as it is.", name));
    return ExitStatus::usage;
  }
  if (const auto above = find_configuration(folder)) {
    console.error(
        fmt::format("`{}` counts in this folder already; a second one here would take its place. Run "
                    "`macrolint check`, or add the folder there.",
                    above->lexically_relative(folder).string()));
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
  if (const DiskError refusal = disk.write(name, schema_comment() + configuration_text(proposal));
      !refusal.message.empty()) {
    console.error(refusal.message);
    return ExitStatus::failure;
  }
  for (const std::string& sentence : findings_of(proposal)) {
    console.information(sentence);
  }
  console.information(
      fmt::format("Wrote `{}`; look it over, then run `macrolint check`. Links into macro repositories, the site's "
                  "own address and inboxes are checked once they are filled in there.",
                  name));
  return ExitStatus::clean;
}

}  // namespace macrolint::cli
