#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.h"

namespace macrolint {

/// A git repository in a temporary folder. Settings of the machine and of its user do not reach it.
class GitRepository {
 public:
  /// An empty repository; the files of the txtar archive, if any, are its first commit.
  explicit GitRepository(std::string_view archive = "");

  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  [[nodiscard]] const std::string& path() const { return folder_.path(); }
  [[nodiscard]] std::string path(std::string_view below) const { return folder_.path(below); }

  /// Runs git in the repository and returns its output without the last line end; a failure fails the test.
  std::string git(const std::vector<std::string>& arguments) const;
  /// Writes the files of an archive.
  void write(std::string_view archive) const;
  /// Commits everything that is there and returns the commit's id. Each commit is a day later than the one before.
  std::string commit();
  /// The same after writing the files of an archive.
  std::string commit(std::string_view archive);

 private:
  TemporaryFolder folder_;
  int day_ = 1;
};

/// Runs git in any folder, as above.
std::string run_git(const std::string& folder, const std::vector<std::string>& arguments,
                    const std::string& date = "2025-01-01T00:00:00Z");

}  // namespace macrolint
