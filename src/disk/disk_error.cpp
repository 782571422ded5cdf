#include "disk/disk_error.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace macrolint {

namespace {

std::string reason_for(int error_number) {
  switch (error_number) {
    case ENOENT:
      return "it does not exist";
    case EACCES:
    case EPERM:
      return "permission denied";
    case ENOTDIR:
      return "it is not a folder, or lies below something that is none";
    case EISDIR:
      return "it is a folder";
    case ELOOP:
      return "it is a symbolic link that leads nowhere";
    case EEXIST:
      return "it exists already";
    case ENXIO:
      return "nothing reads from this pipe";
    case ENOSPC:
      return "no space left on the device";
    case EMFILE:
    case ENFILE:
      return "too many files are open";
    default:
      return std::generic_category().message(error_number);
  }
}

}  // namespace

DiskError system_error(std::string_view path, std::string_view action, int error_number) {
  return {fmt::format("`{}` cannot be {}: {}.", path, action, reason_for(error_number)), true, error_number == ENOENT};
}

DiskError refusal(std::string_view path, std::string_view what) {
  return {fmt::format("`{}` {}.", path, what), false, false};
}

DiskError too_large(std::string_view path, std::uint64_t limit) {
  return refusal(path, fmt::format("is larger than {} bytes, the most that is read of one file", limit));
}

DiskError changed_meanwhile(std::string_view path) {
  return {fmt::format("`{}` has changed since it was read; it was left as it is.", path), true, false};
}

DiskError nested_too_deep(std::string_view path) {
  return refusal(path,
                 fmt::format("lies below {} other folders; folders nested that deeply are not read", maximum_depth));
}

}  // namespace macrolint
