#include "disk/overlay_disk.h"

#include <algorithm>
#include <cerrno>
#include <limits>

#include "disk/disk_error.h"
#include "disk/paths.h"

namespace macrolint {

ListResult OverlayDisk::list(const std::string& folder) const {
  ListResult result = base_->list(folder);
  auto* listing = std::get_if<Listing>(&result);
  if (listing == nullptr || changed_.empty()) {
    return result;
  }
  std::vector<DiskEntry>& entries = listing->entries;
  std::erase_if(entries, [&](const DiskEntry& entry) { return changed_.contains(entry.path); });
  for (const auto& [path, text] : changed_) {
    if (text.has_value() && is_below(path, folder)) {
      entries.push_back({path, {}});
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const DiskEntry& left, const DiskEntry& right) { return left.path < right.path; });
  return result;
}

FileText OverlayDisk::read(const std::string& path, std::uint64_t limit) const {
  const auto found = changed_.find(path);
  if (found == changed_.end()) {
    return base_->read(path, limit);
  }
  if (!found->second.has_value()) {
    return system_error(path, "read", ENOENT);
  }
  if (found->second->size() > limit) {
    return too_large(path, limit);
  }
  return *found->second;
}

DiskError OverlayDisk::write(const std::string& path, std::string_view text) {
  changed_.insert_or_assign(path, Text(text));
  return {};
}

DiskError OverlayDisk::check_change(const std::string& path) const {
  const auto found = changed_.find(path);
  if (found == changed_.end()) {
    return base_->check_change(path);
  }
  return found->second.has_value() ? DiskError{} : system_error(path, "changed", ENOENT);
}

DiskError OverlayDisk::replace(const std::string& path, std::string_view expected, std::string_view text) {
  const FileText present = read(path, std::numeric_limits<std::uint64_t>::max());
  const Text* bytes = std::get_if<Text>(&present);
  return bytes != nullptr && std::string_view(*bytes) == expected ? write(path, text) : changed_meanwhile(path);
}

DiskError OverlayDisk::create(const std::string&, const std::string& path, std::string_view text, const std::string&) {
  const FileText present = read(path, std::numeric_limits<std::uint64_t>::max());
  const DiskError* error = std::get_if<DiskError>(&present);
  return error != nullptr && error->missing ? write(path, text) : system_error(path, "created", EEXIST);
}

DiskError OverlayDisk::remove(const std::string&, const std::string& path, std::string_view expected) {
  const FileText present = read(path, std::numeric_limits<std::uint64_t>::max());
  const Text* bytes = std::get_if<Text>(&present);
  if (bytes == nullptr || std::string_view(*bytes) != expected) {
    return changed_meanwhile(path);
  }
  changed_.insert_or_assign(path, std::nullopt);
  return {};
}

}  // namespace macrolint
