#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "document/document.h"
#include "mention/flat_text.h"
#include "source/source.h"

namespace macrolint {

/// One block of a page's text as a reader sees it, and what it stands in. Rules that read sentences read these.
struct Passage {
  enum class Kind : std::uint8_t { heading, paragraph, cell, code };

  Kind kind = Kind::paragraph;
  /// Of a heading, 1 to 6.
  std::uint8_t level = 0;
  /// How many lists and block quotes it is in.
  std::uint16_t list_depth = 0;
  std::uint16_t quote_depth = 0;
  // Containers are numbered through the page from 1, so that two passages in the same one can be told; 0 is none.
  std::uint32_t list = 0;
  std::uint32_t item = 0;
  std::uint32_t quote = 0;
  std::uint32_t table = 0;
  /// Of a table's cell, from 0; the header is row 0.
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  /// From the first to the last byte of its text; marks of Markdown at the edges are not included.
  Span span;
  /// One line, but for code, which keeps its lines.
  FlatText text;
};

/// The passages of a document in order; none if the document is built to be expensive. Pages are parsed anew for them,
/// so this is for those few pages whose sentences matter.
[[nodiscard]] std::vector<Passage> read_passages(const Document& document);

/// A cheap look at a part of a document, from the beginning of a line to the end of one: what its passages would be
/// if the part were all there is.
[[nodiscard]] std::vector<Passage> read_passages(const Document& document, Span part);

/// The passages of a project's pages, each read when first asked for; safe to use from several threads.
class PagePassages {
 public:
  PagePassages() = default;
  /// The pages have to stay where they are.
  explicit PagePassages(const std::vector<Document>& pages);

  [[nodiscard]] const std::vector<Passage>& of(const Document& page) const;

 private:
  struct Entry {
    std::once_flag once;
    std::vector<Passage> passages;
  };

  const Document* first_ = nullptr;
  /// Parallel to the pages.
  std::unique_ptr<Entry[]> entries_;
};

/// The passages in the list that begins right behind `passages[index]`, those in lists within it included: their first
/// and past-the-end index, equal if there is no such list.
struct PassageRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] PassageRange list_behind(const std::vector<Passage>& passages, std::size_t index);

/// The passage that has the byte at `offset` of the source, or null.
[[nodiscard]] const Passage* passage_at(const std::vector<Passage>& passages, std::uint32_t offset);

}  // namespace macrolint
