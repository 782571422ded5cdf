#pragma once

#include <map>
#include <optional>
#include <string>

#include "disk/disk.h"

namespace macrolint {

/// Another disk's files as they would be after changes that are kept in memory. The other disk, which has to outlive
/// this one, is only read.
class OverlayDisk final : public Disk {
 public:
  explicit OverlayDisk(const Disk& base) : base_(&base) {}

  [[nodiscard]] ListResult list(const std::string& folder) const override;
  [[nodiscard]] FileText read(const std::string& path, std::uint64_t limit) const override;
  [[nodiscard]] DiskError write(const std::string& path, std::string_view text) override;
  [[nodiscard]] DiskError check_change(const std::string& path) const override;
  [[nodiscard]] DiskError replace(const std::string& path, std::string_view expected, std::string_view text) override;
  [[nodiscard]] DiskError create(const std::string& folder, const std::string& path, std::string_view text,
                                 const std::string& like) override;
  [[nodiscard]] DiskError remove(const std::string& folder, const std::string& path,
                                 std::string_view expected) override;

 private:
  const Disk* base_;
  /// The changed files; nothing for one that was removed.
  std::map<std::string, std::optional<Text>, std::less<>> changed_;
};

}  // namespace macrolint
