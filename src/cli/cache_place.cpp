#include "cli/cache_place.h"

#include "cli/transfer_options.h"

namespace macrolint::cli {

std::string cache_place() {
  const std::string folder = environment("XDG_CACHE_HOME");
  if (folder.starts_with('/')) {
    return folder + "/macrolint";
  }
  const std::string home = environment("HOME");
  return home.starts_with('/') ? home + "/.cache/macrolint" : "";
}

}  // namespace macrolint::cli
