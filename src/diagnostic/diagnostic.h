#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace macrolint {

enum class Severity : std::uint8_t { note, warning, error };

/// "note", "warning" or "error": the words used in configuration, options and output.
[[nodiscard]] std::string_view name_of(Severity severity);
/// The severity with that name, if there is one.
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);

/// Whether an edit may be applied without a person looking at it.
enum class Applicability : std::uint8_t { safe, unsafe };

[[nodiscard]] std::string_view name_of(Applicability applicability);

/// Replace the bytes of `place` with `replacement`.
struct Edit {
  Place place;
  std::string replacement;
};

/// What to do about a diagnostic, with the edits that do it (none when only a person can).
struct Suggestion {
  std::string message;
  Applicability applicability = Applicability::unsafe;
  std::vector<Edit> edits;
};

/// A second place that explains the first, such as the macro that a page names.
struct Related {
  Place place;
  std::string message;
};

/// One thing that is wrong, at one place. Rules fill everything but the positions and the fingerprint, which
/// `finish_diagnostics` computes once for all.
struct Diagnostic {
  std::string_view rule;
  Severity severity = Severity::warning;
  Place place;
  /// One or two plain sentences: what is wrong and what was expected.
  std::string message;
  /// The title, URL, address or tag at fault, exactly as written.
  std::string subject;
  std::vector<Suggestion> suggestions;
  std::vector<Related> related;
  /// Another file that decides about this finding, such as the page that a link leads to; null for most. Whoever
  /// asks about that file wants to know of the finding, too.
  const Source* cause = nullptr;

  Position begin;
  Position end;
  std::vector<Position> related_positions;
  /// 32 hexadecimal digits; the same for the same finding after lines above it moved.
  std::string fingerprint;
};

/// What a finding is, wherever it stands in its file: the nth finding, from 0, of this rule about this subject. Line
/// numbers and messages stay out, so that neither an edit above nor a reworded message changes it.
[[nodiscard]] std::string fingerprint_of(std::string_view rule, std::string_view path, std::string_view subject,
                                         std::uint32_t occurrence);

/// Sorts by path and place, drops exact repetitions and computes positions and fingerprints, on up to `jobs` threads.
void finish_diagnostics(std::vector<Diagnostic>& diagnostics, unsigned jobs);

}  // namespace macrolint
