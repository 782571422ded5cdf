#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint {

/// An address of a file or folder in a GitLab project:
/// `https://HOST/PROJECT/-/(blob|tree|raw)/REF/PATH`, where older addresses have no `-/`.
struct RepositoryUrl {
  /// `HOST/PROJECT` in lower case; GitLab's project paths ignore case.
  std::string project;
  /// `REF/PATH`, percent-decoded. Where REF ends cannot be told from the address: branch names may have slashes.
  std::string reference_and_path;
};

/// Whether what stands for a branch is a commit. An address with one leads to the file as it was then and stays right
/// when the file moves.
[[nodiscard]] bool names_commit(std::string_view reference);

/// Splits such an address; query and fragment are dropped. Nothing if it is none.
[[nodiscard]] std::optional<RepositoryUrl> parse_repository_url(std::string_view url);

/// The parts of such an address as they are written; views into it.
struct RepositoryUrlParts {
  /// Up to `blob`, `tree` or `raw`, with the slash.
  std::string_view base;
  std::string_view kind;
  /// `REF/PATH` without slashes at the ends.
  std::string_view reference_and_path;
  std::string_view query;
  std::string_view fragment;
};

/// Splits an address that is to be rewritten. Nothing if it is none.
[[nodiscard]] std::optional<RepositoryUrlParts> split_repository_url(std::string_view url);

}  // namespace macrolint
