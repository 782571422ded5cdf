#include "source/nearest.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

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

/// Optimal string alignment distance between two names, computed only within the band of the table that can
/// stay within `limit`; anything above `limit` is returned as `limit + 1`.
std::uint32_t distance(const Letters& left, const Letters& right, std::uint32_t limit) {
  const std::size_t band = limit / edit;
  const std::size_t gap = left.size > right.size ? left.size - right.size : right.size - left.size;
  if (gap > band) {
    return limit + 1;
  }
  using Row = std::array<std::uint32_t, longest_name + 1>;
  std::array<Row, 3> rows{};
  Row* before_last = &rows[0];
  Row* last = &rows[1];
  Row* row = &rows[2];
  const std::uint32_t too_far = limit + 1;
  last->fill(too_far);
  before_last->fill(too_far);
  for (std::size_t column = 0; column <= std::min(band, right.size); ++column) {
    (*last)[column] = static_cast<std::uint32_t>(column) * edit;
  }
  for (std::size_t i = 1; i <= left.size; ++i) {
    const std::size_t first = i > band ? i - band : 0;
    const std::size_t end = std::min(right.size, i + band);
    row->fill(too_far);
    std::uint32_t smallest = too_far;
    for (std::size_t j = first; j <= end; ++j) {
      std::uint32_t cost = (*last)[j] + edit;
      if (j > 0) {
        cost = std::min(cost, (*row)[j - 1] + edit);
        const bool same = left.written[i - 1] == right.written[j - 1];
        const bool same_letter = left.folded[i - 1] == right.folded[j - 1];
        cost = std::min(cost, (*last)[j - 1] + (same ? 0 : same_letter ? case_difference : edit));
      }
      if (i > 1 && j > 1 && left.folded[i - 1] == right.folded[j - 2] && left.folded[i - 2] == right.folded[j - 1]) {
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
  std::optional<std::string_view> best;
  Letters letters;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > longest_name) {
      continue;
    }
    letters.assign(candidate);
    const std::uint32_t cost = distance(wanted, letters, limit);
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
