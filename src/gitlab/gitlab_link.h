#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "net/web_url.h"

namespace macrolint {

/// A link to something in a GitLab project that its API can tell about.
struct GitLabLink {
  enum class Kind : std::uint8_t { file, issue, merge_request };

  Kind kind = Kind::file;
  /// `group/project` as written.
  std::string project;
  /// Of a file or folder: `REF/PATH`, percent-decoded. Where REF ends cannot be told from the address.
  std::string reference_and_path;
  /// Of an issue or merge request.
  std::uint64_t number = 0;
};

/// Reads a link below a GitLab's own address. Nothing if it leads elsewhere, or to something else there.
[[nodiscard]] std::optional<GitLabLink> read_gitlab_link(const net::WebUrl& gitlab, std::string_view link);

/// The last line that a fragment such as `L12`, `L12-20` or `L12-L20` names; nothing if it is of another form.
[[nodiscard]] std::optional<std::size_t> last_line_of(std::string_view fragment);

/// The address of another file of the same project and reference, in the form of the link. `reference` is the
/// link's own. Empty if the link is written in a way that does not tell.
[[nodiscard]] std::string link_to_path(std::string_view link, std::string_view reference, std::string_view path);

/// The group and project of an address's path, in the form in which projects are compared.
[[nodiscard]] std::string project_key(std::string_view project);

}  // namespace macrolint
