#include "source/text.h"

#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

namespace macrolint {

namespace {

/// The size of a large page of most processors.
constexpr std::size_t piece_size = std::size_t{1} << 21U;
/// A larger text has memory of its own, so that no more than a fraction of a piece is left over at its end.
constexpr std::size_t largest_shared = piece_size / 8;

/// Of each text in a piece, so that numbers can be read from files that hold some.
constexpr std::size_t alignment = 16;

/// When many large pages are asked for, the system has to move other memory away for them, which takes longer than they
/// save.
constexpr std::size_t most_large_pages = 48;

struct Free {
  void operator()(char* bytes) const { std::free(bytes); }
};

/// `size` is a multiple of the size of a piece.
std::shared_ptr<char> new_pieces(std::size_t size) {
  auto* bytes = static_cast<char*>(std::aligned_alloc(piece_size, size));
  if (bytes == nullptr) {
    throw std::bad_alloc();
  }
#ifdef MADV_HUGEPAGE
  // One large page instead of 512 small ones; where the system has none, this does nothing.
  static std::atomic<std::size_t> pieces{0};
  if ((pieces += size / piece_size) <= most_large_pages) {
    ::madvise(bytes, size, MADV_HUGEPAGE);
  }
#endif
  return {bytes, Free()};
}

/// The piece that this thread takes room from.
struct OpenPiece {
  std::shared_ptr<char> bytes;
  std::size_t used = piece_size;
};

std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

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
  if (size > piece_size) {
    bytes_ = new_pieces((size + piece_size - 1) / piece_size * piece_size);
    return;
  }
  if (size > largest_shared) {
    bytes_ = std::shared_ptr<char>(new char[size], std::default_delete<char[]>());
    return;
  }
  OpenPiece& piece = open_piece();
  if (size > piece_size - piece.used) {
    piece.bytes = new_pieces(piece_size);
    piece.used = 0;
  }
  bytes_ = std::shared_ptr<char>(piece.bytes, piece.bytes.get() + piece.used);
  piece.used += aligned(size);
}

Text TextRoom::take(std::size_t size) {
  OpenPiece& piece = open_piece();
  if (piece.bytes != nullptr && bytes_.get() + aligned(size_) == piece.bytes.get() + piece.used) {
    // What was not needed is left to the next.
    piece.used -= aligned(size_) - aligned(size);
  }
  return {std::move(bytes_), size};
}

}  // namespace macrolint
