#pragma once

#include <optional>
#include <string>

#include "cli/options.h"
#include "disk/cache_folder.h"
#include "lint/lint.h"
#include "page_cache/page_cache.h"

namespace macrolint::cli {

/// What the pages of one configuration say, kept on this machine from run to run.
class StoredPages {
 public:
  /// `configuration` is the name of the configuration in the folder `root`. Nothing is kept if the options say so, if
  /// there is no place for it, or if builds of the program cannot be told apart. To be made before libgit2 or libcurl
  /// is loaded, since what is loaded tells builds apart.
  StoredPages(const Options& options, const std::string& root, const std::string& configuration);
  StoredPages(const StoredPages&) = delete;
  StoredPages& operator=(const StoredPages&) = delete;
  ~StoredPages() = default;

  /// Lets pages be taken from here, and those that were not there be kept.
  void serve(ReadOptions& reading);

  /// Writes what was kept, if it is not there yet. A failure costs the next run time and nothing else.
  void save() const;

 private:
  std::optional<CacheFolder> folder_;
  std::string name_;
  std::optional<PageCache> pages_;
};

}  // namespace macrolint::cli
