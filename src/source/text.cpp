#include "source/text.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <new>

namespace macrolint {

namespace {

/// The size of a large page of most processors.
constexpr std::size_t piece_size = std::size_t{1} << 21U;
/// A larger text has memory of its own, so that no more than a fraction of a piece is left over at its end.
constexpr std::size_t largest_shared = piece_size / 8;

struct Unmap {
  void operator()(char* bytes) const { ::munmap(bytes, piece_size); }
};

std::shared_ptr<char> new_piece() {
  void* const room = ::mmap(nullptr, 2 * piece_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) {
    throw std::bad_alloc();
  }
  auto* const begin = static_cast<char*>(room);
  const std::size_t before = -reinterpret_cast<std::uintptr_t>(begin) % piece_size;
  char* const bytes = begin + before;
  if (before > 0) {
    ::munmap(begin, before);
  }
  ::munmap(bytes + piece_size, piece_size - before);
#ifdef MADV_HUGEPAGE
  // One large page instead of 512 small ones; where the system has none, this does nothing.
  ::madvise(bytes, piece_size, MADV_HUGEPAGE);
#endif
  return {bytes, Unmap()};
}

/// The piece that this thread takes room from.
struct OpenPiece {
  std::shared_ptr<char> bytes;
  std::size_t used = piece_size;
};

OpenPiece& open_piece() {
  thread_local OpenPiece piece;
  return piece;
}

}  // namespace

Text Text::copy_of(std::string_view bytes) {
  TextRoom room(bytes.size());
  std::copy(bytes.begin(), bytes.end(), room.data());
  return room.take(bytes.size());
}

TextRoom::TextRoom(std::size_t size) : size_(size) {
  if (size > largest_shared) {
    bytes_ = std::shared_ptr<char>(new char[size], std::default_delete<char[]>());
    return;
  }
  OpenPiece& piece = open_piece();
  if (size > piece_size - piece.used) {
    piece.bytes = new_piece();
    piece.used = 0;
  }
  bytes_ = std::shared_ptr<char>(piece.bytes, piece.bytes.get() + piece.used);
  piece.used += size;
}

Text TextRoom::take(std::size_t size) {
  OpenPiece& piece = open_piece();
  if (piece.bytes != nullptr && bytes_.get() + size_ == piece.bytes.get() + piece.used) {
    // What was not needed is left to the next.
    piece.used -= size_ - size;
  }
  return {std::move(bytes_), size};
}

}  // namespace macrolint
