#include "output/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "output/finding_text.h"
#include "output/markdown_text.h"
#include "output/text.h"

namespace macrolint {

namespace {

/// More findings than a note shows at one glance.
constexpr std::size_t most_unfolded = 15;
/// Room for what closes a note that is too long.
constexpr std::size_t closing_size = 200;

/// The findings of one file, the severest first.
struct FileFindings {
  const Source* source = nullptr;
  std::vector<const Diagnostic*> diagnostics;

  [[nodiscard]] Severity worst() const { return diagnostics.front()->severity; }
  [[nodiscard]] LintSummary counts() const {
    LintSummary counts;
    for (const Diagnostic* diagnostic : diagnostics) {
      (diagnostic->severity == Severity::error     ? counts.errors
       : diagnostic->severity == Severity::warning ? counts.warnings
                                                   : counts.notes)++;
    }
    return counts;
  }
};

/// Findings come sorted by path; that order is kept among files, and within them, that are equally bad.
std::vector<FileFindings> by_file(const std::vector<Diagnostic>& diagnostics) {
  std::vector<FileFindings> files;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (files.empty() || files.back().source->path != diagnostic.place.source->path) {
      files.push_back({diagnostic.place.source, {}});
    }
    files.back().diagnostics.push_back(&diagnostic);
  }
  for (FileFindings& file : files) {
    std::stable_sort(file.diagnostics.begin(), file.diagnostics.end(),
                     [](const Diagnostic* left, const Diagnostic* right) { return left->severity > right->severity; });
  }
  std::stable_sort(files.begin(), files.end(),
                   [](const FileFindings& left, const FileFindings& right) { return left.worst() > right.worst(); });
  return files;
}

std::string item_of(const Diagnostic& diagnostic, const ReportPaths& paths) {
  std::string item = fmt::format("- **{}** in line {}, {}: {}\n", name_of(diagnostic.severity), diagnostic.begin.line,
                                 markdown_code(diagnostic.rule), markdown_text(diagnostic.message));
  for (const Suggestion& suggestion : diagnostic.suggestions) {
    item += fmt::format("  - Help: {}\n", markdown_text(suggestion.message));
  }
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    const Related& related = diagnostic.related[i];
    item += fmt::format("  - See {}, line {}: {}\n", markdown_code(paths.path(*related.place.source)),
                        diagnostic.related_positions.at(i).line, markdown_text(related.message));
  }
  return item;
}

/// Writes the files one after the other until the note is full.
class NoteWriter {
 public:
  NoteWriter(const ReportPaths& paths, bool folds, std::size_t limit) : paths_(paths), folds_(folds), limit_(limit) {}

  void write(const FileFindings& file) {
    const std::string path = paths_.path(*file.source);
    const std::string begin =
        folds_ ? fmt::format("<details>\n<summary>{}: {}</summary>\n\n", html_code(path), counts_of(file.counts()))
               : fmt::format("### {}\n\n", markdown_code(path));
    const std::string_view end = folds_ ? "\n</details>\n\n" : "\n";
    bool begun = false;
    for (const Diagnostic* diagnostic : file.diagnostics) {
      // After the first that does not fit, none is laid out: there may be very many.
      const std::string item = left_out_ > 0 ? "" : item_of(*diagnostic, paths_);
      const std::size_t size = item.size() + (begun ? 0 : begin.size() + end.size());
      if (left_out_ > 0 || text.size() + size + closing_size > limit_) {
        ++left_out_;
        continue;
      }
      // The end is counted with the beginning and written below.
      limit_ -= begun ? 0 : end.size();
      text += begun ? item : begin + item;
      begun = true;
    }
    if (begun) {
      limit_ += end.size();
      text += end;
    }
  }

  void close() {
    if (left_out_ > 0) {
      text += fmt::format("{} left out, as the note would be too long for GitLab.\n",
                          left_out_ == 1 ? "1 further finding is" : fmt::format("{} further findings are", left_out_));
    }
  }

  std::string text;

 private:
  const ReportPaths& paths_;
  bool folds_;
  std::size_t limit_;
  std::size_t left_out_ = 0;
};

}  // namespace

std::string format_markdown(const LintResult& result, const ReportPaths& paths, std::size_t limit) {
  const LintSummary& summary = result.summary;
  NoteWriter note(paths, result.diagnostics.size() > most_unfolded, limit);
  note.text = fmt::format(
      "{}\n{}\n\n", note_marker,
      result.diagnostics.empty() ? note_without_findings : fmt::format("## macrolint: {}", counts_of(summary)));
  note.text += fmt::format("{} and {} were checked.\n\n", counted(summary.documents, "document"),
                           counted(summary.macros, "macro"));
  for (const FileFindings& file : by_file(result.diagnostics)) {
    note.write(file);
  }
  note.close();
  while (note.text.ends_with("\n\n")) {
    note.text.pop_back();
  }
  return std::move(note.text);
}

}  // namespace macrolint
