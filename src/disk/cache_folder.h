#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "source/text.h"

namespace macrolint {

/// A folder for what can be made anew. Only what this user wrote is read from it, since what others put there could be
/// made to hide something. Whatever goes wrong, the file is as if it were not there.
class CacheFolder {
 public:
  /// How many files it may hold. Beyond that, those go that were written longest ago.
  static constexpr std::size_t max_files = 16;

  /// `path` is absolute.
  explicit CacheFolder(std::string path) : path_(std::move(path)) {}

  /// The whole file, if it has at most `limit` bytes, belongs to this user and nobody else may write to it; else empty.
  [[nodiscard]] Text read(const std::string& name, std::uint64_t limit) const;

  /// Puts the file in the place of an earlier one, whole or not at all, and makes the folder if it is missing. Nobody
  /// else may read it. False if that was not possible.
  bool write(const std::string& name, std::string_view bytes) const;

 private:
  std::string path_;
};

}  // namespace macrolint
