#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// Fails the test with the first line that differs, if one does; `what` names the text.
void check_same_text(const std::string& expected, const std::string& actual, std::string_view what);

/// Compares a text with a file of the project, named by its path. With the environment variable
/// `MACROLINT_UPDATE_GOLDEN` set, writes the file instead; read the difference before you commit it.
void check_golden(std::string_view path, const std::string& actual);

/// Whether this run writes the expected files instead of comparing with them.
[[nodiscard]] bool updates_golden_files();

/// The text with every time that was measured replaced, as it differs from run to run.
[[nodiscard]] std::string without_times(std::string text);

/// A file or folder of the project by its path.
[[nodiscard]] std::string project_path(std::string_view path);

}  // namespace macrolint
