#include "page_cache/page_cache.h"

#include <xxhash.h>

#include <algorithm>
#include <random>
#include <tuple>
#include <utility>

#include "page/parse_page.h"
#include "page_cache/page_record.h"
#include "page_cache/seal.h"
#include "threads/parallel.h"

namespace macrolint {

namespace {

bool is_less(const stored::Key& left, const stored::Key& right) {
  const auto members = [](const stored::Key& key) {
    return std::tuple(key.high(), key.low(), key.clues(), key.size(), key.syntax(), key.is_html());
  };
  return members(left) < members(right);
}

struct KeyedPage {
  stored::Key key;
  const Document* page = nullptr;
};

/// Sorts the pages by their keys and leaves out those whose key another one has.
void order(std::vector<KeyedPage>& pages) {
  std::sort(pages.begin(), pages.end(),
            [](const KeyedPage& left, const KeyedPage& right) { return is_less(left.key, right.key); });
  pages.erase(std::unique(pages.begin(), pages.end(),
                          [](const KeyedPage& left, const KeyedPage& right) { return !is_less(left.key, right.key); }),
              pages.end());
}

/// The pages that the bytes hold; null if they hold none that can be read.
const stored::Pages* pages_in(std::string_view bytes, std::string_view build) {
  const auto content = unsealed(build, bytes);
  if (!content.has_value()) {
    return nullptr;
  }
  constexpr flatbuffers::uoffset_t most_nested = 4;
  constexpr flatbuffers::uoffset_t most_pages = 2'000'000;
  const auto* begin = reinterpret_cast<const std::uint8_t*>(content->data());
  flatbuffers::Verifier verifier(begin, content->size(), most_nested, most_pages);
  if (!stored::VerifyPagesBuffer(verifier)) {
    return nullptr;
  }
  const stored::Pages* pages = stored::GetPages(begin);
  return pages->keys()->size() == pages->pages()->size() ? pages : nullptr;
}

}  // namespace

PageCache::PageCache(std::string build, std::function<Text()> read_kept)
    : build_(std::move(build)), read_kept_(std::move(read_kept)) {}

void PageCache::load() {
  static_assert(secret_size >= XXH3_SECRET_SIZE_MIN);
  if (pages_ == nullptr && read_kept_ != nullptr) {
    take_over(read_kept_());
  }
  if (pages_ == nullptr) {
    std::random_device random;
    std::generate(secret_.begin(), secret_.end(), [&] { return static_cast<unsigned char>(random()); });
  }
}

void PageCache::take_over(Text bytes) {
  const stored::Pages* pages = pages_in(bytes, build_);
  if (pages != nullptr && pages->secret()->size() == secret_.size()) {
    std::copy(pages->secret()->begin(), pages->secret()->end(), secret_.begin());
    bytes_ = std::move(bytes);
    pages_ = pages;
  }
}

stored::Key PageCache::key_of(const Document& page, const MacroClues& clues) const {
  const std::string_view text = page.source->text;
  const std::string& description = clues.description();
  const XXH128_hash_t hash = XXH3_128bits_withSecret(text.data(), text.size(), secret_.data(), secret_.size());
  return {hash.high64,
          hash.low64,
          XXH3_64bits_withSecret(description.data(), description.size(), secret_.data(), secret_.size()),
          static_cast<std::uint32_t>(text.size()),
          static_cast<std::uint8_t>(page.syntax),
          is_html_file(page.source->path)};
}

bool PageCache::find(Document& page, const MacroClues& clues) const {
  if (pages_ == nullptr) {
    return false;
  }
  const stored::Key key = key_of(page, clues);
  const auto& keys = *pages_->keys();
  flatbuffers::uoffset_t begin = 0;
  flatbuffers::uoffset_t end = keys.size();
  while (begin < end) {
    const flatbuffers::uoffset_t middle = begin + (end - begin) / 2;
    if (is_less(*keys.Get(middle), key)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin < keys.size() && !is_less(key, *keys.Get(begin)) && restore(*pages_->pages()->Get(begin), page);
}

void PageCache::keep(const std::vector<Document>& pages, const MacroClues& clues, unsigned jobs) {
  std::vector<KeyedPage> keyed(pages.size());
  for_each_index(pages.size(), jobs, [&](std::size_t index) {
    keyed[index] = {key_of(pages[index], clues), &pages[index]};
  });
  order(keyed);
  constexpr std::size_t usual_size = 1U << 24U;
  constexpr std::size_t size_of_key = sizeof(stored::Key) + sizeof(flatbuffers::uoffset_t);
  // Written down, a page of a megabyte that is nothing but short links is not larger.
  constexpr std::size_t largest_page = 32'000'000;
  flatbuffers::FlatBufferBuilder builder(usual_size);
  std::vector<stored::Key> keys;
  std::vector<flatbuffers::Offset<stored::Page>> records;
  for (const auto& [key, page] : keyed) {
    if (builder.GetSize() + keys.size() * size_of_key > max_size - largest_page) {
      break;
    }
    keys.push_back(key);
    records.push_back(store(*page, builder));
  }
  const auto secret = builder.CreateVector(secret_.data(), secret_.size());
  const auto stored_keys = builder.CreateVectorOfStructs(keys);
  const auto stored_pages = builder.CreateVector(records);
  builder.Finish(stored::CreatePages(builder, secret, stored_keys, stored_pages));
  take_over(sealed(build_, {reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize()}));
  has_changed_ = true;
}

}  // namespace macrolint
