#include "disk/cache_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "disk/file_descriptor.h"
#include "disk/fill_file.h"
#include "disk/read_to_end.h"

namespace macrolint {

namespace {

constexpr mode_t only_this_user = 0700;

bool belongs_to_this_user(const struct stat& status) {
  return status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/// Negative if it cannot be opened, or others may write to it.
int open_folder(const std::string& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  struct stat status {};
  if (folder >= 0 && (::fstat(folder, &status) != 0 || !belongs_to_this_user(status))) {
    ::close(folder);
    return -1;
  }
  return folder;
}

/// Makes the folder and those above that are missing, as https://specifications.freedesktop.org/basedir-spec wants
/// them: for this user alone.
void make_folders(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    ::mkdir(path.substr(0, slash).c_str(), only_this_user);
  }
  ::mkdir(path.c_str(), only_this_user);
}

struct OldFile {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::string name;
};

struct Close {
  void operator()(DIR* listing) const { ::closedir(listing); }
};

std::vector<OldFile> files_in(int folder) {
  std::vector<OldFile> files;
  const std::unique_ptr<DIR, Close> listing(::fdopendir(::fcntl(folder, F_DUPFD_CLOEXEC, 0)));
  while (const dirent* entry = listing == nullptr ? nullptr : ::readdir(listing.get())) {
    struct stat status {};
    if (::fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode)) {
      files.push_back({status.st_mtim.tv_sec, status.st_mtim.tv_nsec, entry->d_name});
    }
  }
  return files;
}

/// Also takes with it, in time, what a run left that was stopped while it wrote.
void remove_oldest(int folder) {
  std::vector<OldFile> files = files_in(folder);
  std::sort(files.begin(), files.end(), [](const OldFile& left, const OldFile& right) {
    return std::tie(left.seconds, left.nanoseconds, left.name) > std::tie(right.seconds, right.nanoseconds, right.name);
  });
  for (std::size_t index = CacheFolder::max_files; index < files.size(); ++index) {
    ::unlinkat(folder, files[index].name.c_str(), 0);
  }
}

/// Not synchronized with the disk: bytes that a crash of the machine loses can be made anew.
bool fill(int folder, const std::string& name, std::string_view bytes) {
  std::string temporary;
  bool is_written = false;
  {
    const FileDescriptor file(create_temporary(folder, name, temporary));
    if (!file.is_open()) {
      return false;
    }
    is_written = ::fchmod(file.get(), S_IRUSR | S_IWUSR) == 0 && write_all(file.get(), bytes) == 0;
  }
  if (is_written && ::renameat(folder, temporary.c_str(), folder, name.c_str()) == 0) {
    return true;
  }
  ::unlinkat(folder, temporary.c_str(), 0);
  return false;
}

}  // namespace

Text CacheFolder::read(const std::string& name, std::uint64_t limit) const {
  const FileDescriptor folder(open_folder(path_));
  if (!folder.is_open()) {
    return {};
  }
  constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY;
  const FileDescriptor file(::openat(folder.get(), name.c_str(), flags));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      !belongs_to_this_user(status) || static_cast<std::uint64_t>(status.st_size) > limit) {
    return {};
  }
  return read_to_end(file.get(), static_cast<std::uint64_t>(status.st_size), limit).value_or(Text());
}

bool CacheFolder::write(const std::string& name, std::string_view bytes) const {
  make_folders(path_);
  const FileDescriptor folder(open_folder(path_));
  if (!folder.is_open() || !fill(folder.get(), name, bytes)) {
    return false;
  }
  remove_oldest(folder.get());
  return true;
}

}  // namespace macrolint
