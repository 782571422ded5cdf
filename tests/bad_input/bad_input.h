#pragma once

#include <string>
#include <vector>

#include "support/program.h"
#include "support/temporary_folder.h"

namespace macrolint {

/// A repository with one good macro and one page with an unknown inbox, to which tests add what is bad. The finding
/// about the page shows that the rest of the run goes on.
class RepositoryWithBadInput {
 public:
  RepositoryWithBadInput();

  /// A sync file, a managed content file or a page, by its path below `active` or `content`.
  void add_macro(const std::string& name, const std::string& text) const;
  void add_page(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string macro_path(const std::string& name) const;
  [[nodiscard]] std::string page_path(const std::string& name) const;
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

  /// Runs `check` and requires that the run ended in order, within seconds and in less than 1 GB.
  [[nodiscard]] ProgramRun check() const;
  /// `path:line rule` of the findings besides the one on the page.
  [[nodiscard]] std::vector<std::string> findings() const;

 private:
  TemporaryFolder folder_;
};

/// `count` copies of a text.
[[nodiscard]] std::string repeated(std::string_view text, std::size_t count);

/// A well-formed macro with this title and these lines under `actions`.
[[nodiscard]] std::string macro_with(const std::string& title, const std::string& actions);

}  // namespace macrolint
