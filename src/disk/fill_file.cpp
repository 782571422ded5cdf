#include "disk/fill_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace macrolint {

namespace {

/// Some file systems have no `fsync`; that is no reason to lose the text.
bool sync(int descriptor) { return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOSYS; }

/// Only root can give a file away; others keep what is theirs anyway, or own the new file.
void keep_owner(int descriptor, const struct stat& existing) {
  if (existing.st_uid != ::geteuid() || existing.st_gid != ::getegid()) {
    (void)!::fchown(descriptor, existing.st_uid, existing.st_gid);
  }
}

}  // namespace

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

int create_temporary(int folder, const std::string& prefix, std::string& path) {
  constexpr int attempts = 100;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    path = fmt::format("{}.macrolint-{}-{}.tmp", prefix, ::getpid(), attempt);
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    const int descriptor = ::openat(folder, path.c_str(), flags, 0644);
    if (descriptor >= 0 || errno != EEXIST) {
      return descriptor;
    }
  }
  return -1;
}

int fill_file(int descriptor, const struct stat* existing, std::string_view text) {
  if (existing != nullptr) {
    keep_owner(descriptor, *existing);
    if (::fchmod(descriptor, existing->st_mode & 07777U) != 0) {
      return errno;
    }
  }
  const int failure = write_all(descriptor, text);
  return failure != 0 || sync(descriptor) ? failure : errno;
}

}  // namespace macrolint
