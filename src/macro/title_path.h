#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// How the title of a macro and the path of its file fit together. Paths are those below the sync repository without
/// extension, such as `active/General/EDU Response`.

/// The parts of a title, which `::` separates, or of a path; empty ones are left out.
[[nodiscard]] std::vector<std::string> title_parts(std::string_view title);
[[nodiscard]] std::vector<std::string> path_parts(std::string_view path);

/// Whether the file's path below the folder of its state is that of a macro with this title. For characters that file
/// names cannot have, the file may have `_`, `-`, a space or nothing.
[[nodiscard]] bool path_fits_title(std::string_view path_key, std::string_view title);

/// Where a macro with this title is looked for, in the folder of its state (`active` or `inactive`).
[[nodiscard]] std::string path_for_title(std::string_view title, std::string_view state);

/// The same path in the folder of the other state, `inactive` for `active` and the other way round, with or without
/// extension; empty for a path in neither.
[[nodiscard]] std::string in_other_state(std::string_view path);

/// Where the file belongs when the macro's title changes: folders and name stay as they are written as far as they fit
/// the new title.
[[nodiscard]] std::string path_after_rename(std::string_view path_key, std::string_view new_title);

}  // namespace macrolint
