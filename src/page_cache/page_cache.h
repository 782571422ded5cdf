#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "mention/macro_clues.h"
#include "source/text.h"

namespace macrolint::stored {
struct Key;
struct Pages;
}  // namespace macrolint::stored

namespace macrolint {

/// What pages say, kept from one run to the next, so that only those that changed are parsed. A page is known again by
/// its text alone, which is read in each run; when its file was changed does not matter. What is kept is nothing but
/// what parsing would find: results are the same with it and without.
class PageCache {
 public:
  /// No cache is larger, in bytes; of pages that would make it so, some are left out. A fifth of the size of the pages
  /// is usual.
  static constexpr std::size_t max_size = 256'000'000;

  /// `build` tells one build of the program from another; `read_kept` reads what an earlier run kept.
  explicit PageCache(std::string build, std::function<Text()> read_kept = {});

  /// Takes over what an earlier run kept, if the same build did that and its bytes are whole; else the cache is empty.
  /// To be called before all else; what is loaded already is not read again.
  void load();

  /// Fills in a page whose source and syntax are set, if its text was parsed before with these clues; the page holds
  /// nothing of use if not. It points into `bytes`. Safe to call from several threads.
  [[nodiscard]] bool find(Document& page, const MacroClues& clues) const;

  /// Holds these pages, as far as there is room for them, and no others from now on.
  void keep(const std::vector<Document>& pages, const MacroClues& clues, unsigned jobs);

  /// Whether `keep` was called, so that the bytes are worth writing for the next run.
  [[nodiscard]] bool has_changed() const { return has_changed_; }
  [[nodiscard]] const Text& bytes() const { return bytes_; }

 private:
  static constexpr std::size_t secret_size = 192;

  [[nodiscard]] stored::Key key_of(const Document& page, const MacroClues& clues) const;
  void take_over(Text bytes);

  std::string build_;
  std::function<Text()> read_kept_;
  /// What texts are hashed with. Nobody who does not know it can make a text that is taken for another one.
  std::array<unsigned char, secret_size> secret_{};
  Text bytes_;
  /// Points into the bytes; null if there are none.
  const stored::Pages* pages_ = nullptr;
  bool has_changed_ = false;
};

}  // namespace macrolint
