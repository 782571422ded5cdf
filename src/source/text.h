#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <string_view>

namespace macrolint {

/// The bytes of a file, which never change. Copies share them.
class Text {
 public:
  Text() = default;
  /// Copies the bytes.
  template <std::convertible_to<std::string_view> Bytes>
  Text(const Bytes& bytes) : Text(copy_of(bytes)) {}

  [[nodiscard]] operator std::string_view() const { return {bytes_.get(), size_}; }
  [[nodiscard]] const char* data() const { return bytes_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] char operator[](std::size_t at) const { return bytes_.get()[at]; }

 private:
  friend class TextRoom;

  Text(std::shared_ptr<const char> bytes, std::size_t size) : bytes_(std::move(bytes)), size_(size) {}
  static Text copy_of(std::string_view bytes);

  std::shared_ptr<const char> bytes_;
  std::size_t size_ = 0;
};

/// Memory to read a text into. What thousands of files need is taken from the system in large pieces, one after the
/// other for each thread; page by page, getting the memory would take longer than reading the files into it. It is
/// aligned for numbers of any kind.
class TextRoom {
 public:
  explicit TextRoom(std::size_t size);
  TextRoom(const TextRoom&) = delete;
  TextRoom& operator=(const TextRoom&) = delete;
  ~TextRoom() = default;

  /// Not set to anything.
  [[nodiscard]] char* data() const { return bytes_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Makes a text of the first `size` bytes. Nothing may be done with the room from then on.
  [[nodiscard]] Text take(std::size_t size);

 private:
  std::shared_ptr<char> bytes_;
  std::size_t size_ = 0;
};

}  // namespace macrolint
