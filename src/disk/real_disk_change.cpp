#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>

#include "disk/disk.h"
#include "disk/disk_error.h"
#include "disk/file_descriptor.h"
#include "disk/fill_file.h"
#include "disk/paths.h"

// Changes of files that people wrote. The folder of a file is opened once, and everything that follows is done by the
// file's name in it, so that nobody can put another folder in its place on the way.
namespace macrolint {

namespace {

/// A path cut behind its last slash.
struct SplitPath {
  std::string folder;
  std::string name;
};

SplitPath split_path(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? SplitPath{".", path}
                                    : SplitPath{path.substr(0, slash + 1), path.substr(slash + 1)};
}

int open_folder(const std::string& path) { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

/// What speaks against changing a file of an open folder; empty if nothing does.
DiskError check_file(int folder, const std::string& name, const std::string& shown, struct stat& status) {
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return system_error(shown, "changed", errno);
  }
  if (S_ISLNK(status.st_mode)) {
    return refusal(shown, "is a symbolic link; only the file that it leads to is changed");
  }
  if (!S_ISREG(status.st_mode)) {
    return refusal(shown, not_a_file);
  }
  if (::faccessat(folder, name.c_str(), W_OK, AT_EACCESS) != 0) {
    return system_error(shown, "changed", errno);
  }
  return {};
}

/// Whether the file reads as it did.
bool still_reads(int folder, const std::string& name, std::string_view expected) {
  const FileDescriptor file(::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY));
  std::string text(expected.size() + 1, '\0');
  std::size_t length = 0;
  while (file.is_open() && length < text.size()) {
    const ssize_t count = ::read(file.get(), text.data() + length, text.size() - length);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      break;
    }
    length += static_cast<std::size_t>(count);
  }
  return file.is_open() && std::string_view(text).substr(0, length) == expected;
}

/// Opens the folder of `below`, one step at a time, and makes what is missing where `may_make` says so.
int open_below(int top, std::string_view below, bool may_make) {
  int folder = ::fcntl(top, F_DUPFD_CLOEXEC, 0);
  for (std::size_t slash = below.find('/'); folder >= 0 && slash != std::string_view::npos; slash = below.find('/')) {
    const std::string name(below.substr(0, slash));
    const FileDescriptor parent(folder);
    if (name.empty() || name == "." || name == "..") {
      errno = EINVAL;
      return -1;
    }
    if (may_make && ::mkdirat(parent.get(), name.c_str(), 0777) != 0 && errno != EEXIST) {
      return -1;
    }
    folder = ::openat(parent.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    below.remove_prefix(slash + 1);
  }
  return folder;
}

/// Writes the text to a temporary file of the folder and lets `finish` move it to its place. 0, or the error number.
template <typename Finish>
int write_beside(int folder, const struct stat* like, std::string_view text, const Finish& finish) {
  std::string temporary;
  int failure = 0;
  {
    const FileDescriptor file(create_temporary(folder, "", temporary));
    if (!file.is_open()) {
      return errno;
    }
    failure = fill_file(file.get(), like, text);
  }
  if (failure == 0 && finish(temporary.c_str()) != 0) {
    failure = errno;
  }
  if (failure != 0) {
    ::unlinkat(folder, temporary.c_str(), 0);
  }
  return failure;
}

/// A rename would replace what is there; making a second name fails. File systems without second names get the rename
/// all the same, after a look.
int rename_to_nothing(int folder, const char* from, const char* to) {
  if (::linkat(folder, from, folder, to, 0) == 0) {
    return ::unlinkat(folder, from, 0);
  }
  const bool cannot_link = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
  struct stat status {};
  if (!cannot_link || ::fstatat(folder, to, &status, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = cannot_link ? EEXIST : errno;
    return -1;
  }
  return ::renameat(folder, from, folder, to);
}

}  // namespace

DiskError RealDisk::check_change(const std::string& path) const {
  const auto [folder_path, name] = split_path(absolute(path));
  const FileDescriptor folder(open_folder(folder_path));
  struct stat status {};
  return folder.is_open() ? check_file(folder.get(), name, path, status) : system_error(path, "changed", errno);
}

DiskError RealDisk::replace(const std::string& path, std::string_view expected, std::string_view text) {
  const SplitPath file = split_path(absolute(path));
  const FileDescriptor folder(open_folder(file.folder));
  if (!folder.is_open()) {
    return system_error(path, "changed", errno);
  }
  struct stat status {};
  if (DiskError error = check_file(folder.get(), file.name, path, status); !error.message.empty()) {
    return error;
  }
  if (!still_reads(folder.get(), file.name, expected)) {
    return changed_meanwhile(path);
  }
  const int failure = write_beside(folder.get(), &status, text, [&](const char* temporary) {
    return ::renameat(folder.get(), temporary, folder.get(), file.name.c_str());
  });
  return failure == 0 ? DiskError{} : system_error(path, "written", failure);
}

DiskError RealDisk::create(const std::string& folder, const std::string& path, std::string_view text,
                           const std::string& like) {
  const FileDescriptor top(open_folder(absolute(folder)));
  const FileDescriptor inner(top.is_open() ? open_below(top.get(), path_below(folder, path), true) : -1);
  if (!inner.is_open()) {
    return system_error(path, "created", errno);
  }
  struct stat status {};
  const bool has_pattern = ::stat(absolute(like).c_str(), &status) == 0;
  const std::string name = split_path(path).name;
  const int failure = write_beside(inner.get(), has_pattern ? &status : nullptr, text, [&](const char* temporary) {
    return rename_to_nothing(inner.get(), temporary, name.c_str());
  });
  return failure == 0 ? DiskError{} : system_error(path, "created", failure);
}

DiskError RealDisk::remove(const std::string& folder, const std::string& path, std::string_view expected) {
  const FileDescriptor top(open_folder(absolute(folder)));
  std::string below(path_below(folder, path));
  {
    const FileDescriptor inner(top.is_open() ? open_below(top.get(), below, false) : -1);
    if (!inner.is_open()) {
      return system_error(path, "deleted", errno);
    }
    const std::string name = split_path(below).name;
    struct stat status {};
    if (DiskError error = check_file(inner.get(), name, path, status); !error.message.empty()) {
      return error;
    }
    if (!still_reads(inner.get(), name, expected)) {
      return changed_meanwhile(path);
    }
    if (::unlinkat(inner.get(), name.c_str(), 0) != 0) {
      return system_error(path, "deleted", errno);
    }
  }
  // Git keeps no empty folders either. One that is not empty cannot be removed, and that is the end of it.
  for (std::size_t slash = below.rfind('/'); slash != std::string::npos && slash > 0; slash = below.rfind('/')) {
    below.resize(slash);
    const FileDescriptor parent(below.find('/') == std::string::npos ? -1 : open_below(top.get(), below, false));
    if (!parent.is_open() || ::unlinkat(parent.get(), split_path(below).name.c_str(), AT_REMOVEDIR) != 0) {
      break;
    }
  }
  return {};
}

}  // namespace macrolint
