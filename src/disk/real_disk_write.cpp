#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "disk/disk.h"
#include "disk/disk_error.h"
#include "disk/file_descriptor.h"
#include "disk/fill_file.h"

namespace macrolint {

namespace {

/// Terminals, `/dev/null` and pipes: there is nothing to replace. Opened without waiting, so that a pipe that
/// nobody reads is an error and not a halt; written with waiting, so that a slow reader gets everything.
int write_through(const std::string& path, std::string_view text) {
  const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.is_open() || ::fcntl(file.get(), F_SETFL, O_WRONLY) != 0) {
    return errno;
  }
  return write_all(file.get(), text);
}

int replace(const std::string& target, const struct stat* existing, std::string_view text) {
  const std::string folder = target.substr(0, target.rfind('/') + 1);
  std::string temporary;
  int failure = 0;
  {
    const FileDescriptor file(create_temporary(AT_FDCWD, folder, temporary));
    if (!file.is_open()) {
      return errno;
    }
    failure = fill_file(file.get(), existing, text);
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
