#include "index/rewritten_link.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "link/repository_url.h"
#include "link/url.h"

namespace macrolint {

namespace {

using Segments = std::vector<std::string_view>;

Segments segments_of(std::string_view path) {
  Segments segments;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return segments;
}

/// The part of an address from the branch on, cut into what it means.
struct WrittenPath {
  std::string_view reference;
  std::string_view folder;
  std::string_view path;
};

std::string_view last_segments(std::string_view path, std::size_t count) {
  std::size_t begin = path.size();
  for (; count > 0 && begin > 0; --count) {
    const std::size_t slash = begin < 2 ? std::string_view::npos : path.rfind('/', begin - 2);
    begin = slash == std::string_view::npos ? 0 : slash + 1;
  }
  return path.substr(begin);
}

/// Nothing if the path is written in a roundabout way, with `..` or encoded slashes.
std::optional<WrittenPath> cut(std::string_view reference_and_path, const LinkTarget& target) {
  const std::string_view folder = target.address->folder;
  const std::size_t depth = segments_of(target.path).size();
  WrittenPath written;
  written.path = last_segments(reference_and_path, depth);
  const std::string_view with_folder = last_segments(reference_and_path, depth + segments_of(folder).size());
  written.folder = with_folder.substr(0, with_folder.size() - written.path.size());
  const std::string_view before = reference_and_path.substr(0, reference_and_path.size() - with_folder.size());
  written.reference = before.substr(0, before.empty() ? 0 : before.size() - 1);
  const bool fits = percent_decoded(written.path) == target.path && percent_decoded(written.folder) == folder &&
                    percent_decoded(written.reference) == target.reference;
  return fits ? std::optional(written) : std::nullopt;
}

/// A mark with the code that it has where it is percent-encoded.
struct MarkCode {
  char mark;
  std::string_view code;
};
constexpr std::array<MarkCode, 6> mark_codes = {
    {{'&', "%26"}, {'(', "%28"}, {')', "%29"}, {',', "%2C"}, {'\'', "%27"}, {'+', "%2B"}}};

/// A segment of a path with the marks encoded that the address as written has encoded.
std::string encoded_like(std::string_view segment, std::string_view written) {
  std::string encoded;
  for (const char byte : percent_encoded(segment)) {
    const auto* known = std::find_if(mark_codes.begin(), mark_codes.end(),
                                     [byte](const MarkCode& candidate) { return candidate.mark == byte; });
    const bool encodes = known != mark_codes.end() && written.find(known->code) != std::string_view::npos;
    encoded += encodes ? std::string(known->code) : std::string(1, byte);
  }
  return encoded;
}

/// What was written already stays as it is, such as the folders around a file that moved.
std::string path_like(std::string_view path, std::string_view written) {
  const Segments present = segments_of(written);
  std::string result;
  for (const std::string_view segment : segments_of(path)) {
    const auto same = std::find_if(present.begin(), present.end(),
                                   [&](std::string_view other) { return percent_decoded(other) == segment; });
    result += result.empty() ? "" : "/";
    const std::string_view name = without_macro_extension(segment);
    const std::string_view last = present.empty() ? std::string_view() : present.back();
    if (same != present.end()) {
      result += *same;
    } else if (!name.empty() && percent_decoded(without_macro_extension(last)) == name) {
      result += std::string(without_macro_extension(last)) + std::string(segment.substr(name.size()));
    } else {
      result += encoded_like(segment, written);
    }
  }
  return result;
}

/// A branch of the link's own is kept; the one of the former address is that of today's address now.
std::string_view reference_for(const LinkTarget& target, const WrittenPath& written,
                               std::string_view reference_of_today) {
  return target.reference == target.address->reference ? reference_of_today : written.reference;
}

}  // namespace

std::string rewritten_link(const MacroIndex& index, std::string_view url, const LinkTarget& target,
                           const RepositoryFile& file) {
  const auto parts = split_repository_url(url);
  const auto written = parts.has_value() ? cut(parts->reference_and_path, target) : std::nullopt;
  if (!written.has_value()) {
    return {};
  }
  const bool stays = !target.former && target.managed == file.managed && target.instance == file.instance;
  std::string result(parts->base);
  std::string_view reference = written->reference;
  std::string folder(written->folder);
  if (!stays) {
    const RepositoryAddress* address = index.address_of(file.instance, file.managed);
    const auto today = address == nullptr ? std::nullopt : split_repository_url(address->url);
    if (!today.has_value()) {
      return {};
    }
    const std::size_t slash = std::min(today->reference_and_path.find('/'), today->reference_and_path.size());
    result = today->base;
    reference = reference_for(target, *written, today->reference_and_path.substr(0, slash));
    folder = today->reference_and_path.substr(std::min(slash + 1, today->reference_and_path.size()));
    folder += folder.empty() ? "" : "/";
  }
  result +=
      std::string(parts->kind) + "/" + std::string(reference) + "/" + folder + path_like(file.path, written->path);
  result += parts->query.empty() ? "" : "?" + std::string(parts->query);
  // Numbers of lines say nothing about another file.
  const bool same_file = file_name_of(file.path) == file_name_of(target.path) && file.managed == target.managed;
  result += parts->fragment.empty() || !same_file ? "" : "#" + std::string(parts->fragment);
  const LinkTarget check = index.find_link(result);
  const bool leads_there = check.kind != LinkTarget::Kind::none && check.kind != LinkTarget::Kind::missing &&
                           check.kind != LinkTarget::Kind::unlisted && !check.former && check.path == file.path &&
                           check.instance == file.instance && check.managed == file.managed;
  return leads_there ? result : std::string();
}

}  // namespace macrolint
