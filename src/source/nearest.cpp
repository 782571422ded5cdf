#include "source/nearest.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Nobody misspells a name this long by a letter, and the comparison is quadratic in it.
constexpr std::size_t longest_name = 200;

/// Costs count in halves of an edit, so that a difference in case can weigh half.
constexpr std::uint32_t edit = 2;
constexpr std::uint32_t case_difference = 1;

struct Letters {
  std::array<std::int32_t, longest_name> written;
  std::array<std::int32_t, longest_name> folded;
  std::size_t size = 0;

  void assign(std::string_view name) {
    size = 0;
    while (!name.empty()) {
      if (const char byte = name.front(); !is_beyond_ascii(byte)) {
        written[size] = static_cast<unsigned char>(byte);
        folded[size] = static_cast<unsigned char>(to_lower_ascii(byte));
        ++size;
        name.remove_prefix(1);
        continue;
      }
      utf8proc_int32_t letter = 0;
      utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                                 static_cast<utf8proc_ssize_t>(name.size()), &letter);
      if (length <= 0) {
        letter = static_cast<unsigned char>(name.front());
        length = 1;
      }
      written[size] = letter;
      folded[size] = utf8proc_tolower(letter);
      ++size;
      name.remove_prefix(static_cast<std::size_t>(length));
    }
  }
};

/// How often each letter occurs, whatever its case and place. Rare letters share a count.
class LetterCounts {
 public:
  explicit LetterCounts(const Letters& letters) {
    for (std::size_t index = 0; index < letters.size; ++index) {
      const std::int32_t letter = letters.folded[index];
      ++counts_[letter >= 0 && letter < 0x80 ? bucket_of[static_cast<std::size_t>(letter)] : beyond_ascii];
    }
  }

  /// At least how many edits lead from these letters to a name; none if the name is not ASCII, whose letters take
  /// longer to tell.
  [[nodiscard]] std::uint32_t fewest_edits_to(std::string_view name) const {
    Counts excess = counts_;
    unsigned all_bits = 0;
    for (const char byte : name) {
      const auto value = static_cast<unsigned char>(byte);
      all_bits |= value;
      --excess[bucket_of[value]];
    }
    // Small numbers, so that compilers add up many at once.
    std::int16_t missing = 0;
    std::int16_t superfluous = 0;
    for (const std::int16_t count : excess) {
      missing = static_cast<std::int16_t>(missing + std::max<std::int16_t>(count, 0));
      superfluous = static_cast<std::int16_t>(superfluous - std::min<std::int16_t>(count, 0));
    }
    return all_bits < 0x80 ? static_cast<std::uint32_t>(std::max(missing, superfluous)) : 0;
  }

 private:
  static constexpr std::size_t bucket_count = 64;
  using Counts = std::array<std::int16_t, bucket_count>;
  static constexpr std::size_t beyond_ascii = bucket_count - 1;

  static constexpr std::array<std::uint8_t, 256> bucket_of = [] {
    std::array<std::uint8_t, 256> buckets{};
    for (std::size_t value = 0; value < buckets.size(); ++value) {
      const char letter = to_lower_ascii(static_cast<char>(value));
      const bool is_lower = letter >= 'a' && letter <= 'z';
      const std::size_t ascii = is_lower ? static_cast<std::size_t>(letter - 'a') : 26 + value % 32;
      buckets[value] = static_cast<std::uint8_t>(value < 0x80 ? ascii : beyond_ascii);
    }
    return buckets;
  }();

  Counts counts_{};
};

/// The letters of a name from one place to another.
struct Section {
  const Letters* letters;
  std::size_t begin;
  std::size_t size;

  [[nodiscard]] std::int32_t written(std::size_t index) const { return letters->written[begin + index]; }
  [[nodiscard]] std::int32_t folded(std::size_t index) const { return letters->folded[begin + index]; }
};

/// Takes the beginning and the end off that two names have in common; no edit is needed there.
void strip_common(Section& left, Section& right) {
  while (left.size > 0 && right.size > 0 && left.written(0) == right.written(0)) {
    ++left.begin;
    ++right.begin;
    --left.size;
    --right.size;
  }
  while (left.size > 0 && right.size > 0 && left.written(left.size - 1) == right.written(right.size - 1)) {
    --left.size;
    --right.size;
  }
}

/// Optimal string alignment distance between two names, computed only within the band of the table that can
/// stay within `limit`; anything above `limit` is returned as `limit + 1`.
std::uint32_t distance(Section left, Section right, std::uint32_t limit) {
  const std::size_t band = limit / edit;
  const std::size_t gap = left.size > right.size ? left.size - right.size : right.size - left.size;
  const std::uint32_t too_far = limit + 1;
  if (gap > band) {
    return too_far;
  }
  strip_common(left, right);
  using Row = std::array<std::uint32_t, longest_name + 1>;
  std::array<Row, 3> rows;
  Row* before_last = &rows[0];
  Row* last = &rows[1];
  Row* row = &rows[2];
  for (Row& one : rows) {
    std::fill_n(one.begin(), right.size + 1, too_far);
  }
  for (std::size_t column = 0; column <= std::min(band, right.size); ++column) {
    (*last)[column] = static_cast<std::uint32_t>(column) * edit;
  }
  for (std::size_t i = 1; i <= left.size; ++i) {
    const std::size_t first = i > band ? i - band : 0;
    const std::size_t end = std::min(right.size, i + band);
    // What the row held three rows ago is out of the band, except for the place before it.
    if (first > 0) {
      (*row)[first - 1] = too_far;
    }
    std::uint32_t smallest = too_far;
    for (std::size_t j = first; j <= end; ++j) {
      std::uint32_t cost = (*last)[j] + edit;
      if (j > 0) {
        cost = std::min(cost, (*row)[j - 1] + edit);
        const bool same = left.written(i - 1) == right.written(j - 1);
        const bool same_letter = left.folded(i - 1) == right.folded(j - 1);
        cost = std::min(cost, (*last)[j - 1] + (same ? 0 : same_letter ? case_difference : edit));
      }
      if (i > 1 && j > 1 && left.folded(i - 1) == right.folded(j - 2) && left.folded(i - 2) == right.folded(j - 1)) {
        cost = std::min(cost, (*before_last)[j - 2] + edit);
      }
      (*row)[j] = std::min(cost, too_far);
      smallest = std::min(smallest, (*row)[j]);
    }
    if (smallest > limit) {
      return too_far;
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return (*last)[right.size];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.empty() || name.size() > longest_name) {
    return std::nullopt;
  }
  Letters wanted;
  wanted.assign(name);
  std::uint32_t limit = static_cast<std::uint32_t>(wanted.size) * edit / 3;
  const LetterCounts counts(wanted);
  std::optional<std::string_view> best;
  Letters letters;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > longest_name) {
      continue;
    }
    if (counts.fewest_edits_to(candidate) * edit > limit) {
      continue;
    }
    letters.assign(candidate);
    const std::uint32_t cost = distance({&wanted, 0, wanted.size}, {&letters, 0, letters.size}, limit);
    if (cost > limit) {
      continue;
    }
    best = candidate;
    if (cost == 0) {
      break;
    }
    limit = cost - 1;
  }
  return best;
}

}  // namespace macrolint
