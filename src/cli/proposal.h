#pragma once

#include <set>
#include <string>
#include <vector>

#include "disk/disk.h"

namespace macrolint::cli {

/// What a folder holds, as far as a configuration can speak about it. Paths are relative to the folder.
struct Proposal {
  /// Folders with `active/` or `inactive/` that hold macros as YAML, and those that hold their wording.
  std::vector<std::string> sync;
  std::vector<std::string> managed;
  std::vector<std::string> hugo_sites;
  /// Folders of Markdown files outside of all of these.
  std::vector<std::string> plain_folders;
  /// Addresses that occur in the wording of macros.
  std::set<std::string> addresses;

  [[nodiscard]] bool empty() const {
    return sync.empty() && managed.empty() && hugo_sites.empty() && plain_folders.empty();
  }
};

/// Looks through the files below the disk's root, except for what tools put there (`node_modules`, `build…`). An
/// error comes back if the folder cannot be listed.
[[nodiscard]] std::variant<Proposal, DiskError> propose(const ReadableDisk& disk);

/// The proposal as a commented `.macrolint.yml`.
[[nodiscard]] std::string configuration_text(const Proposal& proposal);

/// One sentence for each thing that was found.
[[nodiscard]] std::vector<std::string> findings_of(const Proposal& proposal);

}  // namespace macrolint::cli
