#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "source/text.h"

namespace macrolint {

/// Why a file could not be had, in a form that can be printed, and whether the machine is to blame (permission,
/// input/output error, missing) rather than the file itself (a pipe, a link out of the tree, too large).
struct DiskError {
  std::string message;
  bool machine_at_fault = false;
  /// There is nothing at the path.
  bool missing = false;
};

/// One thing found in a folder. `error` is not empty for what cannot be read as a file or folder: a device, a
/// pipe, a symbolic link that leaves the tree, a folder without permission.
struct DiskEntry {
  std::string path;
  DiskError error;
};

struct Listing {
  /// Files below the folder, in byte order of their paths, hidden ones left out.
  std::vector<DiskEntry> entries;
};

using FileText = std::variant<Text, DiskError>;
using ListResult = std::variant<Listing, DiskError>;

/// The only way to files that are read: as they are on the machine, as they were in a commit, or in memory. Paths are
/// either absolute or relative to the disk's root.
class ReadableDisk {
 public:
  ReadableDisk() = default;
  ReadableDisk(const ReadableDisk&) = delete;
  ReadableDisk& operator=(const ReadableDisk&) = delete;
  virtual ~ReadableDisk() = default;

  /// Everything below `folder`; symbolic links are followed only to files that lie below `folder` themselves.
  [[nodiscard]] virtual ListResult list(const std::string& folder) const = 0;
  /// The whole file, if it is a regular file of at most `limit` bytes. Safe to call from several threads.
  [[nodiscard]] virtual FileText read(const std::string& path, std::uint64_t limit) const = 0;
};

/// A disk whose files can be changed. Everything below the command line sees files through this or what can only be
/// read, so that tests and rule examples run in memory.
class Disk : public ReadableDisk {
 public:
  /// Writes to a temporary file beside `path` and renames it, so that readers see the old text or the new.
  /// An empty message means success.
  [[nodiscard]] virtual DiskError write(const std::string& path, std::string_view text) = 0;

  /// Why a file cannot be changed, as far as that can be told beforehand: it is no regular file, reached by a
  /// symbolic link, or read-only. An empty message means that nothing speaks against it.
  [[nodiscard]] virtual DiskError check_change(const std::string& path) const = 0;
  /// Puts `text` in the place of a file that still reads `expected`, as `write` does but never through a symbolic
  /// link. Owner and permissions stay.
  [[nodiscard]] virtual DiskError replace(const std::string& path, std::string_view expected,
                                          std::string_view text) = 0;
  /// Writes a new file below `folder` and the folders that it needs; nothing below `folder` is reached by a symbolic
  /// link, and nothing that is there is overwritten. It gets the permissions of the file `like`.
  [[nodiscard]] virtual DiskError create(const std::string& folder, const std::string& path, std::string_view text,
                                         const std::string& like) = 0;
  /// Deletes a file below `folder` that still reads `expected`, and the folders below `folder` that are empty then,
  /// but for those at the top.
  [[nodiscard]] virtual DiskError remove(const std::string& folder, const std::string& path,
                                         std::string_view expected) = 0;
};

/// The machine's own files.
class RealDisk final : public Disk {
 public:
  /// Relative paths are taken from `root`, an absolute path. Folders are listed on up to `jobs` threads.
  explicit RealDisk(std::string root, unsigned jobs = 1) : root_(std::move(root)), jobs_(jobs) {}

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
  [[nodiscard]] std::string absolute(const std::string& path) const;

  std::string root_;
  unsigned jobs_;
};

/// Files in memory, for the examples that rules carry and for tests. There are files only: every folder exists, and
/// one that no file lies in is empty.
class MemoryDisk final : public Disk {
 public:
  /// Reads the txtar format: each file starts with a line `-- path --`; what precedes the first is ignored.
  static MemoryDisk from_archive(std::string_view archive);

  MemoryDisk() = default;
  MemoryDisk(MemoryDisk&& other) noexcept : files_(std::move(other.files_)) {}

  void add(std::string path, std::string text) { files_[std::move(path)] = std::move(text); }
  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

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
  std::map<std::string, std::string> files_;
};

}  // namespace macrolint
