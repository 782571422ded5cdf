#include "disk/read_to_end.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace macrolint {

std::optional<Text> read_to_end(int descriptor, std::uint64_t expected, std::uint64_t limit) {
  // One byte more than expected, so that a short read says that this was the end.
  auto room = std::make_unique<TextRoom>(expected + 1);
  std::size_t length = 0;
  while (true) {
    const ssize_t count = ::read(descriptor, room->data() + length, room->size() - length);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      return std::nullopt;
    }
    length += static_cast<std::size_t>(count);
    if (length > limit) {
      errno = 0;
      return std::nullopt;
    }
    const bool at_end = count == 0 || (length >= expected && length < room->size());
    if (at_end) {
      return room->take(length);
    }
    if (length == room->size()) {
      constexpr std::uint64_t least_growth = 1U << 16U;
      auto larger = std::make_unique<TextRoom>(std::min(limit, std::max<std::uint64_t>(2 * length, least_growth)) + 1);
      std::copy_n(room->data(), length, larger->data());
      room = std::move(larger);
    }
  }
}

}  // namespace macrolint
