#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// A new, empty folder that is deleted with everything in it at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  /// A folder that holds the files of a txtar archive.
  explicit TemporaryFolder(std::string_view archive);
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string path(std::string_view below) const { return path_ + "/" + std::string(below); }

  /// Writes a file and the folders that it needs.
  void write(std::string_view below, std::string_view text) const;
  [[nodiscard]] std::string read(std::string_view below) const;

 private:
  std::string path_;
};

/// The whole text of a file; a missing file fails the test.
[[nodiscard]] std::string text_of(const std::string& path);

}  // namespace macrolint
