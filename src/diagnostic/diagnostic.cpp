#include "diagnostic/diagnostic.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <tuple>

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

namespace {

auto order_of(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.place.source->path, diagnostic.place.span.begin, diagnostic.place.span.end,
                  diagnostic.rule, diagnostic.subject, diagnostic.message);
}

/// What a finding is, wherever it stands in its file: the nth finding of this rule about this subject. Line
/// numbers and messages stay out, so that neither an edit above nor a reworded message changes it.
std::string fingerprint_of(const Diagnostic& diagnostic, std::uint32_t occurrence) {
  const std::string identity =
      fmt::format("{}\n{}\n{}\n{}", diagnostic.rule, diagnostic.place.source->path, diagnostic.subject, occurrence);
  const XXH128_hash_t hash = XXH3_128bits(identity.data(), identity.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// Diagnostics come sorted by file, so remembering the last index is enough for most of them.
class PositionFinder {
 public:
  Position operator()(const Source& source, std::uint32_t offset) {
    const auto [found, inserted] = indexes_.try_emplace(&source, source.text);
    return found->second.position(offset);
  }

 private:
  std::map<const Source*, LineIndex> indexes_;
};

}  // namespace

void finish_diagnostics(std::vector<Diagnostic>& diagnostics) {
  std::sort(diagnostics.begin(), diagnostics.end(),
            [](const Diagnostic& left, const Diagnostic& right) { return order_of(left) < order_of(right); });
  diagnostics.erase(
      std::unique(diagnostics.begin(), diagnostics.end(),
                  [](const Diagnostic& left, const Diagnostic& right) { return order_of(left) == order_of(right); }),
      diagnostics.end());
  PositionFinder position;
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::uint32_t> occurrences;
  for (Diagnostic& diagnostic : diagnostics) {
    const Source& source = *diagnostic.place.source;
    diagnostic.begin = position(source, diagnostic.place.span.begin);
    diagnostic.end = position(source, diagnostic.place.span.end);
    diagnostic.related_positions.clear();
    for (const Related& related : diagnostic.related) {
      diagnostic.related_positions.push_back(position(*related.place.source, related.place.span.begin));
    }
    const std::uint32_t occurrence = occurrences[{diagnostic.rule, source.path, diagnostic.subject}]++;
    diagnostic.fingerprint = fingerprint_of(diagnostic, occurrence);
  }
}

}  // namespace macrolint
