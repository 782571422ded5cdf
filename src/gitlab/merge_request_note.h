#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "web_api/api_client.h"

namespace macrolint {

/// A merge request of a project, which is a number or `group/project`.
struct MergeRequest {
  std::string project;
  std::string number;
};

enum class NoteChange : std::uint8_t {
  created,
  updated,
  unchanged,  ///< it says that already
  unneeded,   ///< there is no note, and nothing that one would have to say
};

/// Writes a note to a merge request: the one that begins with `marker` and is by the owner of the token is changed, and
/// where there is none it is made, unless it `is_only_good_news`. There is never a second one: what may have been made
/// although no answer came is looked for before it is made again.
[[nodiscard]] std::variant<NoteChange, ApiError> write_note(ApiClient& client, const MergeRequest& merge_request,
                                                            std::string_view marker, const std::string& text,
                                                            bool is_only_good_news);

}  // namespace macrolint
