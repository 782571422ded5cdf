#include "macro/title_path.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace macrolint {

namespace {

using Parts = std::vector<std::string>;

/// What has no folder of the menu in its title is kept in a folder of its own.
constexpr std::string_view unsorted_folder = "Unsorted";

Parts split(std::string_view text, std::string_view separator) {
  Parts parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) {
      parts.emplace_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return parts;
}

bool is_forbidden_in_names(char byte) {
  constexpr std::string_view forbidden = "/\\:*?\"<>|";
  return static_cast<unsigned char>(byte) < ' ' || forbidden.find(byte) != std::string_view::npos;
}

/// White space folded, none at the ends, and accents in one form: macOS stores names decomposed.
std::string folded(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte != ' ' || (!result.empty() && result.back() != ' ')) {
      result += byte;
    }
  }
  while (result.ends_with(' ')) {
    result.pop_back();
  }
  const auto free_bytes = [](utf8proc_uint8_t* bytes) { std::free(bytes); };
  const std::unique_ptr<utf8proc_uint8_t, decltype(free_bytes)> composed(
      utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(result.c_str())), free_bytes);
  return composed == nullptr ? result : std::string(reinterpret_cast<const char*>(composed.get()));
}

/// Characters of titles that file names cannot have are written as `_` or `-`, as a space, or left out.
bool part_matches(std::string_view title, std::string_view file) {
  const std::string name = folded(file);
  constexpr std::array<std::string_view, 4> substitutes = {"_", "-", " ", ""};
  return std::any_of(substitutes.begin(), substitutes.end(), [&](std::string_view substitute) {
    std::string written;
    for (const char byte : title) {
      if (is_forbidden_in_names(byte)) {
        written += substitute;
      } else {
        written += byte;
      }
    }
    return folded(written) == name;
  });
}

std::string as_file_name(std::string part) {
  std::replace_if(part.begin(), part.end(), is_forbidden_in_names, '-');
  return part;
}

std::string joined_path(const Parts& title, std::string_view state) {
  std::string path(state);
  for (const std::string& part : title) {
    path += '/' + as_file_name(part);
  }
  return path;
}

bool path_matches(const Parts& title, const Parts& path) {
  const bool unsorted = title.size() == 1 && path.size() == 2 && path.front() == unsorted_folder;
  const std::size_t skipped = unsorted ? 1 : 0;
  return title.size() + skipped == path.size() &&
         std::equal(title.begin(), title.end(), path.begin() + static_cast<std::ptrdiff_t>(skipped), part_matches);
}

}  // namespace

Parts title_parts(std::string_view title) { return split(title, "::"); }

Parts path_parts(std::string_view path) { return split(path, "/"); }

bool path_fits_title(std::string_view path_key, std::string_view title) {
  Parts path = path_parts(path_key);
  if (!path.empty()) {
    path.erase(path.begin());
  }
  return path_matches(title_parts(title), path);
}

std::string path_for_title(std::string_view title, std::string_view state) {
  return joined_path(title_parts(title), state);
}

std::string in_other_state(std::string_view path) {
  for (const auto& [from, to] : {std::pair{"active/", "inactive/"}, std::pair{"inactive/", "active/"}}) {
    if (path.starts_with(from)) {
      return to + std::string(path.substr(std::string_view(from).size()));
    }
  }
  return {};
}

std::string path_after_rename(std::string_view path_key, std::string_view new_title) {
  if (path_fits_title(path_key, new_title)) {
    return std::string(path_key);
  }
  const Parts old_path = path_parts(path_key);
  const Parts title = title_parts(new_title);
  std::string path(old_path.front());
  const bool unsorted = title.size() == 1 && old_path.size() == 3 && old_path[1] == unsorted_folder;
  path += unsorted ? "/" + old_path[1] : "";
  const std::size_t shift = unsorted ? 2 : 1;
  bool still_same = true;
  for (std::size_t part = 0; part < title.size(); ++part) {
    const std::string written = part + shift < old_path.size() ? old_path[part + shift] : "";
    still_same = still_same && !written.empty() && part_matches(title[part], written);
    path += "/" + (still_same ? written : as_file_name(title[part]));
  }
  return path;
}

}  // namespace macrolint
