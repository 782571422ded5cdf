#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "disk/disk.h"
#include "disk/disk_error.h"
#include "disk/file_descriptor.h"

namespace macrolint {

namespace {

/// 0, or the error number.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno != EINTR) {
      return errno;
    }
    text.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return 0;
}

/// Terminals, `/dev/null` and pipes: there is nothing to replace. Opened without waiting, so that a pipe that
/// nobody reads is an error and not a halt; written with waiting, so that a slow reader gets everything.
int write_through(const std::string& path, std::string_view text) {
  const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.is_open() || ::fcntl(file.get(), F_SETFL, O_WRONLY) != 0) {
    return errno;
  }
  return write_all(file.get(), text);
}

/// A new file in the folder of `target`, so that renaming does not cross file systems; its name goes to `path`.
int create_beside(const std::string& target, std::string& path) {
  const std::string folder = target.substr(0, target.rfind('/') + 1);
  constexpr int attempts = 100;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    path = fmt::format("{}.macrolint-{}-{}.tmp", folder, ::getpid(), attempt);
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor >= 0 || errno != EEXIST) {
      return descriptor;
    }
  }
  return -1;
}

/// Some file systems have no `fsync`; that is no reason to lose the text.
bool sync(int descriptor) { return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOSYS; }

int fill(int descriptor, const struct stat* existing, std::string_view text) {
  if (existing != nullptr && ::fchmod(descriptor, existing->st_mode & 07777U) != 0) {
    return errno;
  }
  const int failure = write_all(descriptor, text);
  return failure != 0 || sync(descriptor) ? failure : errno;
}

int replace(const std::string& target, const struct stat* existing, std::string_view text) {
  std::string temporary;
  int failure = 0;
  {
    const FileDescriptor file(create_beside(target, temporary));
    if (!file.is_open()) {
      return errno;
    }
    failure = fill(file.get(), existing, text);
  }
  if (failure == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) {
    failure = errno;
  }
  if (failure != 0) {
    ::unlink(temporary.c_str());
  }
  return failure;
}

/// Writes to `path`; 0 or the error number.
int write_file(const std::string& path, std::string_view text) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    struct stat link {};
    const int failure = errno;
    const bool nothing_there = failure == ENOENT && ::lstat(path.c_str(), &link) != 0;
    return nothing_there ? replace(path, nullptr, text) : (failure == ENOENT ? ELOOP : failure);
  }
  if (S_ISDIR(status.st_mode)) {
    return EISDIR;
  }
  if (!S_ISREG(status.st_mode)) {
    return write_through(path, text);
  }
  // Through a symbolic link the file that it leads to is replaced, and the link stays.
  const std::string target = real_path(path);
  return target.empty() ? errno : replace(target, &status, text);
}

}  // namespace

DiskError RealDisk::write(const std::string& path, std::string_view text) {
  const int failure = write_file(absolute(path), text);
  if (failure == ENOENT) {
    return {fmt::format("`{}` cannot be written: its folder does not exist.", path), true};
  }
  return failure == 0 ? DiskError{} : system_error(path, "written", failure);
}

}  // namespace macrolint
