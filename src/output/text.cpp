#include "output/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "output/finding_text.h"
#include "output/paint.h"
#include "output/printable.h"
#include "output/snippet.h"
#include "threads/parallel.h"

namespace macrolint {

namespace {

Paint paint_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Paint::note;
    case Severity::warning:
      return Paint::warning;
    case Severity::error:
      return Paint::error;
  }
  return Paint::error;
}

/// Writes diagnostics one after the other.
class DiagnosticWriter {
 public:
  explicit DiagnosticWriter(const TextStyle& style) : style_(style) {}

  void write(const Diagnostic& diagnostic) {
    append("{}: {}: {}\n", place(diagnostic.place, diagnostic.begin, Paint::strong),
           painted(fmt::format("{}[{}]", name_of(diagnostic.severity), diagnostic.rule), paint_of(diagnostic.severity)),
           painted(printable(diagnostic.message), Paint::strong));
    write_snippet(diagnostic);
    for (const Suggestion& suggestion : diagnostic.suggestions) {
      append("{} {} {}\n", painted(gutter() + "=", Paint::gutter), painted("help:", Paint::help),
             printable(suggestion.message));
    }
    for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
      const Related& related = diagnostic.related[i];
      append("{} {} {}: {}\n", painted(gutter() + "=", Paint::gutter), painted("note:", Paint::note),
             place(related.place, diagnostic.related_positions.at(i), Paint::plain), printable(related.message));
    }
    text += '\n';
  }

  std::string text;

 private:
  template <typename... Arguments>
  void append(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
  }

  [[nodiscard]] std::string painted(std::string_view words, Paint paint) const {
    return macrolint::painted(words, paint, style_.color);
  }

  [[nodiscard]] std::string place(const Place& where, Position position, Paint paint) const {
    return painted(fmt::format("{}:{}:{}", shown_path(*where.source, style_), position.line, position.column), paint);
  }

  [[nodiscard]] std::string gutter() const { return std::string(gutter_width_ + 1, ' '); }

  void write_snippet(const Diagnostic& diagnostic) {
    const Source& source = *diagnostic.place.source;
    const std::string number = fmt::format("{}", diagnostic.begin.line);
    gutter_width_ = number.size();
    if (source.text.empty()) {
      return;
    }
    const Span span = diagnostic.place.span;
    const Span line = lines_.line_of(source, span.begin);
    const Snippet snippet = make_snippet(source.slice(line), {span.begin - line.begin, span.end - line.begin});
    append("{}\n", painted(gutter() + "|", Paint::gutter));
    append("{} {}\n", painted(number + " |", Paint::gutter), snippet.line);
    append("{} {}{}\n", painted(gutter() + "|", Paint::gutter), std::string(snippet.indentation, ' '),
           painted(std::string(snippet.marks, '^'), paint_of(diagnostic.severity)));
  }

  const TextStyle& style_;
  LineFinder lines_;
  std::size_t gutter_width_ = 1;
};

std::string summary_line(const LintSummary& summary, std::uint64_t elapsed_ms) {
  const std::string read =
      fmt::format("{} and {} ({}, {})", counted(summary.documents, "document"), counted(summary.macros, "macro"),
                  counted(summary.references, "reference"), counted(summary.links, "link"));
  if (summary.errors + summary.warnings + summary.notes == 0) {
    return fmt::format("Nothing to report in {} in {} ms.\n", read, elapsed_ms);
  }
  return fmt::format("{} in {} in {} ms\n", counts_of(summary), read, elapsed_ms);
}

/// What was found and is not shown.
std::string kept_back_lines(const LintSummary& summary) {
  std::string lines;
  if (summary.suppressed > 0) {
    lines += fmt::format("{} suppressed by comments\n", counted(summary.suppressed, "finding"));
  }
  if (summary.baseline.has_value()) {
    lines += fmt::format("{} held back by the baseline\n", counted(summary.baseline->held_back, "finding"));
    if (summary.baseline->gone > 0) {
      lines += fmt::format("{} of the baseline no longer there: run `macrolint baseline` to shrink it\n",
                           counted(summary.baseline->gone, "finding"));
    }
  }
  return lines;
}

std::string fixed_line(const FixSummary& fixed) {
  const std::string left =
      fixed.unsafe_left == 0 ? "" : fmt::format("; {} more can be fixed with `--unsafe-fixes`", fixed.unsafe_left);
  return fmt::format("Fixed {}{}{}.\n", counted(fixed.findings, "finding"),
                     fixed.files == 0 ? "" : " in " + counted(fixed.files, "file"), left);
}

/// What is said of the findings, in order, in a few parts.
std::vector<std::string> format_parts(const std::vector<Diagnostic>& diagnostics, const TextStyle& style,
                                      unsigned jobs) {
  constexpr std::size_t most_in_part = 16;
  std::vector<std::string> parts(diagnostics.size() / most_in_part + 1);
  for_each_index(parts.size(), jobs, [&](std::size_t part) {
    DiagnosticWriter writer(style);
    const std::size_t begin = part * most_in_part;
    for (std::size_t index = begin; index < std::min(begin + most_in_part, diagnostics.size()); ++index) {
      writer.write(diagnostics[index]);
    }
    parts[part] = std::move(writer.text);
  });
  return parts;
}

}  // namespace

std::string counted(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string shown_path(const Source& source, const TextStyle& style) {
  if (style.path_prefix.empty() || source.path.starts_with('/')) {
    return printable(source.path);
  }
  return printable(std::filesystem::path(style.path_prefix + source.path).lexically_normal().string());
}

std::string format_diagnostics(const std::vector<Diagnostic>& diagnostics, const TextStyle& style) {
  DiagnosticWriter writer(style);
  for (const Diagnostic& diagnostic : diagnostics) {
    writer.write(diagnostic);
  }
  return std::move(writer.text);
}

std::vector<std::string> format_each(const std::vector<Diagnostic>& diagnostics, const TextStyle& style) {
  DiagnosticWriter writer(style);
  std::vector<std::string> texts;
  texts.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) {
    writer.write(diagnostic);
    texts.push_back(std::exchange(writer.text, {}));
  }
  return texts;
}

std::string format_text(const LintResult& result, std::uint64_t elapsed_ms, const TextStyle& style, unsigned jobs) {
  const std::vector<std::string> parts = format_parts(result.diagnostics, style, jobs);
  std::string text = fmt::format("{}", fmt::join(parts, ""));
  if (style.summary) {
    text += summary_line(result.summary, elapsed_ms) + kept_back_lines(result.summary);
    text += result.summary.fixed.has_value() ? fixed_line(*result.summary.fixed) : "";
  }
  return text;
}

}  // namespace macrolint
