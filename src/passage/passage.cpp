#include "passage/passage.h"

#include <algorithm>
#include <iterator>

namespace macrolint {

PagePassages::PagePassages(const std::vector<Document>& pages)
    : first_(pages.data()), entries_(std::make_unique<Entry[]>(pages.size())) {}

const std::vector<Passage>& PagePassages::of(const Document& page) const {
  Entry& entry = entries_[static_cast<std::size_t>(&page - first_)];
  std::call_once(entry.once, [&] { entry.passages = read_passages(page); });
  return entry.passages;
}

PassageRange list_behind(const std::vector<Passage>& passages, std::size_t index) {
  const Passage& before = passages[index];
  const std::size_t begin = index + 1;
  if (begin == passages.size() || passages[begin].list_depth != before.list_depth + 1 ||
      passages[begin].quote != before.quote) {
    return {begin, begin};
  }
  const auto is_outside = [&](const Passage& passage) {
    const bool deeper = passage.list_depth > passages[begin].list_depth;
    return !deeper && passage.list != passages[begin].list;
  };
  const auto end = std::find_if(passages.begin() + static_cast<std::ptrdiff_t>(begin), passages.end(), is_outside);
  return {begin, static_cast<std::size_t>(end - passages.begin())};
}

const Passage* passage_at(const std::vector<Passage>& passages, std::uint32_t offset) {
  const auto after = std::upper_bound(passages.begin(), passages.end(), offset,
                                      [](std::uint32_t value, const Passage& one) { return value < one.span.begin; });
  if (after == passages.begin()) {
    return nullptr;
  }
  const Passage& passage = *std::prev(after);
  return offset < passage.span.end ? &passage : nullptr;
}

}  // namespace macrolint
