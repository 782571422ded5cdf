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

/// Whether the address leads to a file as it was at one commit: it stays right when the file moves.
[[nodiscard]] bool names_commit(const RepositoryUrl& url);

/// Splits such an address; query and fragment are dropped. Nothing if it is none.
[[nodiscard]] std::optional<RepositoryUrl> parse_repository_url(std::string_view url);

}  // namespace macrolint
