#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configuration/configuration.h"

namespace macrolint {

/// Where people look at files: the addresses that the configuration gives for its folders.
class SourceLinks {
 public:
  explicit SourceLinks(const Configuration& configuration);

  /// The address of a line of a file, by the path that sources have, or of the file if no line is given; empty if the
  /// configuration has no address for its folder. Always one of `http` or `https`.
  [[nodiscard]] std::string link(std::string_view path, std::optional<std::uint32_t> line = std::nullopt) const;
  /// The configured folder that the file lies in, the deepest if there are several; empty if there is none.
  [[nodiscard]] std::string_view folder_of(std::string_view path) const;

 private:
  struct Folder {
    std::string path;
    std::string url;
  };
  [[nodiscard]] const Folder* find(std::string_view path) const;

  std::vector<Folder> folders_;
};

}  // namespace macrolint
