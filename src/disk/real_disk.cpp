#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <optional>

#include "disk/disk.h"
#include "disk/disk_error.h"
#include "disk/file_descriptor.h"
#include "disk/paths.h"
#include "disk/read_to_end.h"

namespace macrolint {

std::string RealDisk::absolute(const std::string& path) const {
  return path.starts_with('/') ? path : joined(root_, path);
}

namespace {

/// Opens a file without waiting for the other end of a pipe. A symbolic link is followed only if it stays below
/// `root`, or if it was not below it to begin with: `list` has judged those against their own folder. The check
/// and the opening name the same resolved path, so swapping the link in between gains nothing.
int open_for_reading(const std::string& path, const std::string& root, DiskError& error, std::string_view shown) {
  constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY;
  const int direct = ::open(path.c_str(), flags);
  if (direct >= 0 || errno != ELOOP) {
    if (direct < 0) {
      error = errno == ENXIO ? refusal(shown, not_a_file) : system_error(shown, "read", errno);
    }
    return direct;
  }
  const std::string target = real_path(path);
  const std::string real_root = real_path(root);
  if (!target.empty() && is_below(path, root) && !is_below(target, real_root)) {
    error = refusal(shown, "is a symbolic link that leaves the folder of the configuration; name the file itself");
    return -1;
  }
  const int followed = target.empty() ? -1 : ::open(target.c_str(), flags);
  if (followed < 0) {
    error = system_error(shown, "read", errno);
  }
  return followed;
}

}  // namespace

FileText RealDisk::read(const std::string& path, std::uint64_t limit) const {
  DiskError error;
  const FileDescriptor file(open_for_reading(absolute(path), root_, error, path));
  if (!file.is_open()) {
    return error;
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) {
    return system_error(path, "read", errno);
  }
  if (S_ISDIR(status.st_mode)) {
    return system_error(path, "read", EISDIR);
  }
  if (!S_ISREG(status.st_mode)) {
    return refusal(path, not_a_file);
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit) {
    return too_large(path, limit);
  }
  std::optional<Text> text = read_to_end(file.get(), size, limit);
  if (!text.has_value()) {
    return errno == 0 ? too_large(path, limit) : system_error(path, "read", errno);
  }
  return *std::move(text);
}

}  // namespace macrolint
