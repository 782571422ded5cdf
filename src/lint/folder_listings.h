#pragma once

#include <map>
#include <string>

#include "configuration/configuration.h"
#include "disk/disk.h"

namespace macrolint {

/// Where a Hugo site has what.
struct SiteFolders {
  explicit SiteFolders(const DocumentSet& site);

  std::string content;
  std::string statics;
  std::string assets;
  std::string layouts;
};

/// What is in the folders that the configuration names. All are listed at once, since one may be large and flat, which
/// only one thread can read, and another one deep.
class FolderListings {
 public:
  FolderListings(const ReadableDisk& disk, const Configuration& configuration, unsigned jobs);

  /// `folder` is one of a repository, of a site or of plain documents.
  [[nodiscard]] const ListResult& of(const std::string& folder) const { return listings_.at(folder); }

 private:
  std::map<std::string, ListResult> listings_;
};

}  // namespace macrolint
