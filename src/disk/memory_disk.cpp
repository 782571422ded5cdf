#include <algorithm>
#include <optional>

#include "disk/disk.h"
#include "disk/disk_error.h"
#include "disk/paths.h"

namespace macrolint {

namespace {

/// The path in a header line `-- path --`, if the line is one.
std::optional<std::string_view> header_path(std::string_view line) {
  constexpr std::string_view before = "-- ";
  constexpr std::string_view after = " --";
  if (line.size() <= before.size() + after.size() || !line.starts_with(before) || !line.ends_with(after)) {
    return std::nullopt;
  }
  return line.substr(before.size(), line.size() - before.size() - after.size());
}

bool is_hidden(std::string_view below) { return below.starts_with('.') || below.find("/.") != std::string_view::npos; }

/// The first `count` folders of a path.
std::string_view leading_folders(std::string_view path, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0; --count) {
    at = path.find('/', at) + 1;
  }
  return path.substr(0, at - 1);
}

}  // namespace

MemoryDisk MemoryDisk::from_archive(std::string_view archive) {
  MemoryDisk disk;
  std::string* text = nullptr;
  while (!archive.empty()) {
    const std::size_t line_end = archive.find('\n');
    const std::string_view line = archive.substr(0, line_end);
    const std::string_view with_end = archive.substr(0, line_end == std::string_view::npos ? line_end : line_end + 1);
    if (const auto path = header_path(line)) {
      text = &disk.files_[std::string(*path)];
      text->clear();
    } else if (text != nullptr) {
      text->append(with_end);
    }
    archive.remove_prefix(with_end.size());
  }
  return disk;
}

ListResult MemoryDisk::list(const std::string& folder) const {
  const std::string prefix = joined(folder, "");
  Listing listing;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    const std::string_view below = std::string_view(file->first).substr(prefix.size());
    if (is_hidden(below)) {
      continue;
    }
    if (static_cast<std::size_t>(std::count(below.begin(), below.end(), '/')) <= maximum_depth) {
      listing.entries.push_back({file->first, {}});
      continue;
    }
    std::string too_deep = prefix + std::string(leading_folders(below, maximum_depth + 1));
    if (listing.entries.empty() || listing.entries.back().path != too_deep) {
      listing.entries.push_back({too_deep, nested_too_deep(too_deep)});
    }
  }
  return listing;
}

FileText MemoryDisk::read(const std::string& path, std::uint64_t limit) const {
  const auto file = files_.find(joined(".", path));
  if (file == files_.end()) {
    return system_error(path, "read", ENOENT);
  }
  if (file->second.size() > limit) {
    return too_large(path, limit);
  }
  return Text(file->second);
}

DiskError MemoryDisk::write(const std::string& path, std::string_view text) {
  files_[path] = std::string(text);
  return {};
}

DiskError MemoryDisk::check_change(const std::string& path) const {
  return files_.contains(path) ? DiskError{} : system_error(path, "changed", ENOENT);
}

DiskError MemoryDisk::replace(const std::string& path, std::string_view expected, std::string_view text) {
  const auto file = files_.find(path);
  if (file == files_.end() || file->second != expected) {
    return changed_meanwhile(path);
  }
  file->second = std::string(text);
  return {};
}

DiskError MemoryDisk::create(const std::string&, const std::string& path, std::string_view text, const std::string&) {
  return files_.emplace(path, text).second ? DiskError{} : system_error(path, "created", EEXIST);
}

DiskError MemoryDisk::remove(const std::string&, const std::string& path, std::string_view expected) {
  const auto file = files_.find(path);
  if (file == files_.end() || file->second != expected) {
    return changed_meanwhile(path);
  }
  files_.erase(file);
  return {};
}

}  // namespace macrolint
