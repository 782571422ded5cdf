#include "diagnostic/diagnostic.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "threads/parallel.h"

namespace macrolint {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::optional<Severity> severity_named(std::string_view name) {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (name == name_of(severity)) {
      return severity;
    }
  }
  return std::nullopt;
}

std::string_view name_of(Applicability applicability) {
  return applicability == Applicability::safe ? "safe" : "unsafe";
}

std::string fingerprint_of(std::string_view rule, std::string_view path, std::string_view subject,
                           std::uint32_t occurrence) {
  const std::string identity = fmt::format("{}\n{}\n{}\n{}", rule, path, subject, occurrence);
  const XXH128_hash_t hash = XXH3_128bits(identity.data(), identity.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

namespace {

auto order_in_file(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.place.span.begin, diagnostic.place.span.end, diagnostic.rule, diagnostic.subject,
                  diagnostic.message);
}

auto order_of(const Diagnostic& diagnostic) {
  return std::tuple_cat(std::tie(diagnostic.place.source->path), order_in_file(diagnostic));
}

class PositionFinder {
 public:
  Position operator()(const Source& source, std::uint32_t offset) {
    const auto [found, inserted] = indexes_.try_emplace(&source, source.text);
    return found->second.position(offset);
  }

 private:
  std::map<const Source*, LineIndex> indexes_;
};

/// Computes positions and fingerprints of all findings in one file.
void finish_file(std::span<Diagnostic> diagnostics) {
  PositionFinder position;
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> occurrences;
  for (Diagnostic& diagnostic : diagnostics) {
    const Source& source = *diagnostic.place.source;
    diagnostic.begin = position(source, diagnostic.place.span.begin);
    diagnostic.end = position(source, diagnostic.place.span.end);
    diagnostic.related_positions.clear();
    for (const Related& related : diagnostic.related) {
      diagnostic.related_positions.push_back(position(*related.place.source, related.place.span.begin));
    }
    const std::uint32_t occurrence = occurrences[{diagnostic.rule, diagnostic.subject}]++;
    diagnostic.fingerprint = fingerprint_of(diagnostic.rule, source.path, diagnostic.subject, occurrence);
  }
}

/// Where the findings of each file begin; they are sorted by path. The last entry is their number.
std::vector<std::size_t> begins_of_files(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::size_t> begins;
  const Source* last = nullptr;
  for (std::size_t index = 0; index < diagnostics.size(); ++index) {
    const Source* source = diagnostics[index].place.source;
    if (last == nullptr || (source != last && source->path != last->path)) {
      begins.push_back(index);
    }
    last = source;
  }
  begins.push_back(diagnostics.size());
  return begins;
}

}  // namespace

void finish_diagnostics(std::vector<Diagnostic>& diagnostics, unsigned jobs) {
  std::sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& left, const Diagnostic& right) {
    if (left.place.source == right.place.source) {
      return order_in_file(left) < order_in_file(right);
    }
    return order_of(left) < order_of(right);
  });
  diagnostics.erase(
      std::unique(diagnostics.begin(), diagnostics.end(),
                  [](const Diagnostic& left, const Diagnostic& right) { return order_of(left) == order_of(right); }),
      diagnostics.end());
  const std::vector<std::size_t> begins = begins_of_files(diagnostics);
  for_each_index(begins.size() - 1, jobs, [&](std::size_t file) {
    finish_file(std::span(diagnostics).subspan(begins[file], begins[file + 1] - begins[file]));
  });
}

}  // namespace macrolint
