#include "page_cache/seal.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace macrolint {

namespace {

using Digest = std::array<char, sizeof(XXH128_canonical_t)>;

Digest digest_of(std::string_view build, std::string_view content) {
  XXH128_canonical_t of_content;
  XXH128_canonicalFromHash(
      &of_content, XXH3_128bits_withSeed(content.data(), content.size(), XXH3_64bits(build.data(), build.size())));
  Digest digest{};
  std::copy(std::begin(of_content.digest), std::end(of_content.digest), digest.begin());
  return digest;
}

}  // namespace

Text sealed(std::string_view build, std::string_view content) {
  const Digest digest = digest_of(build, content);
  TextRoom room(digest.size() + content.size());
  std::copy(content.begin(), content.end(), std::copy(digest.begin(), digest.end(), room.data()));
  return room.take(room.size());
}

std::optional<std::string_view> unsealed(std::string_view build, std::string_view bytes) {
  constexpr std::size_t digest_size = std::tuple_size_v<Digest>;
  if (bytes.size() < digest_size) {
    return std::nullopt;
  }
  const std::string_view content = bytes.substr(digest_size);
  const Digest digest = digest_of(build, content);
  return std::equal(digest.begin(), digest.end(), bytes.begin()) ? std::optional(content) : std::nullopt;
}

}  // namespace macrolint
