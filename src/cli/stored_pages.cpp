#include "cli/stored_pages.h"

#include "cli/cache_place.h"
#include "page_cache/build_identity.h"
#include "source/text_hash.h"

namespace macrolint::cli {

StoredPages::StoredPages(const Options& options, const std::string& root, const std::string& configuration)
    : name_(hash_of(root + "/" + configuration)) {
  const std::string place = cache_place();
  const std::string build = build_identity();
  if (options.page_cache && !place.empty() && !build.empty()) {
    folder_.emplace(place + "/pages");
    pages_.emplace(build, [this] { return folder_->read(name_, PageCache::max_size); });
  } else if (!options.changed_since.empty()) {
    // Most pages are the same in both states.
    pages_.emplace(build);
  }
}

void StoredPages::serve(ReadOptions& reading) {
  if (pages_.has_value()) {
    reading.page_cache = &*pages_;
  }
}

void StoredPages::save() const {
  if (folder_.has_value() && pages_->has_changed()) {
    folder_->write(name_, pages_->bytes());
  }
}

}  // namespace macrolint::cli
