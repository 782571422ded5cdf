#include "mutation/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "support/lint_archive.h"

namespace macrolint {

namespace {

constexpr std::string_view opening = "«";
constexpr std::string_view closing = "»";

/// Where the marked part of a text stands in a file; nothing if the text is not there exactly once.
std::optional<Span> span_of(const Files& files, const std::string& path, std::string marked) {
  const std::size_t begin = marked.find(opening);
  const std::size_t end = marked.find(closing);
  const auto file = files.find(path);
  if (begin == std::string::npos || end == std::string::npos || file == files.end()) {
    return std::nullopt;
  }
  marked.erase(end, closing.size()).erase(begin, opening.size());
  const std::size_t at = file->second.find(marked);
  if (at == std::string::npos || file->second.find(marked, at + 1) != std::string::npos) {
    return std::nullopt;
  }
  return Span{static_cast<std::uint32_t>(at + begin), static_cast<std::uint32_t>(at + end - opening.size())};
}

Fix fix_of(const Diagnostic& diagnostic) {
  if (diagnostic.suggestions.empty() || diagnostic.suggestions.front().edits.empty()) {
    return Fix::none;
  }
  return diagnostic.suggestions.front().applicability == Applicability::safe ? Fix::safe : Fix::unsafe;
}

/// Whether a finding shows what it is about and, where two sides disagree, the other side.
bool is_complete(const Diagnostic& diagnostic) {
  constexpr std::array<std::string_view, 11> two_sided = {"live-changed",
                                                          "live-title-collision",
                                                          "drift-channel",
                                                          "drift-claim",
                                                          "drift-inbox",
                                                          "drift-quote",
                                                          "drift-stale-page",
                                                          "reference-inexact-title",
                                                          "macro-title-reused",
                                                          "reference-link-mismatch",
                                                          "reference-renamed-macro"};
  const bool needs_other = std::find(two_sided.begin(), two_sided.end(), diagnostic.rule) != two_sided.end();
  return !diagnostic.message.empty() && !diagnostic.subject.empty() && !(needs_other && diagnostic.related.empty());
}

std::string_view name_of(Fix fix) {
  constexpr std::array<std::string_view, 4> names = {"none", "unsafe", "safe", "any"};
  return names.at(static_cast<std::size_t>(fix));
}

std::string described(const Diagnostic& diagnostic) {
  return fmt::format("{} [{}] ({}): {}", short_form(diagnostic), diagnostic.place.source->slice(diagnostic.place.span),
                     name_of(fix_of(diagnostic)), diagnostic.message);
}

/// The files after the first suggestion of every finding; the edits of one file from its end on.
Files healed(Files files, const LintResult& result) {
  std::map<std::pair<std::string, std::uint32_t>, const Edit*, std::greater<>> edits;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    for (const Edit& edit : diagnostic.suggestions.front().edits) {
      edits.emplace(std::pair(edit.place.source->path, edit.place.span.begin), &edit);
    }
  }
  for (const auto& [place, edit] : edits) {
    files.at(place.first).replace(place.second, edit->place.span.size(), edit->replacement);
  }
  return files;
}

}  // namespace

Files planted(const Files& pair, const Drift& drift, const Program& program, std::string& problem) {
  Files files = pair;
  for (const Change& change : drift.changes) {
    const std::string path = filled(change.path, program);
    const std::string to = filled(change.to, program);
    if (change.kind == Change::Kind::added) {
      files[path] += to;
      continue;
    }
    const auto file = files.find(path);
    if (file == files.end()) {
      problem = "there is no " + path;
    } else if (change.kind == Change::Kind::replaced) {
      const std::string from = filled(change.from, program);
      const std::size_t at = file->second.find(from);
      if (at == std::string::npos || file->second.find(from, at + 1) != std::string::npos) {
        problem = "not once in " + path + ": " + from;
      } else {
        file->second.replace(at, from.size(), to);
      }
    } else {
      auto taken = files.extract(file);
      if (change.kind == Change::Kind::moved) {
        taken.key() = to;
        files.insert(std::move(taken));
      }
    }
  }
  return files;
}

std::string Verdict::text() const {
  return fmt::format("{}{}{}{}{}{}", missing.empty() ? "" : "missing: ", fmt::join(missing, "\nmissing: "),
                     unexpected.empty() ? "" : "\nunexpected: ", fmt::join(unexpected, "\nunexpected: "),
                     not_healed.empty() ? "" : "\nnot healed: ", fmt::join(not_healed, "\nnot healed: "));
}

Verdict judge(const Files& files, const LintResult& result, const Drift& drift, const Program& program) {
  Verdict verdict;
  std::vector<const Diagnostic*> left;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    left.push_back(&diagnostic);
  }
  for (const Finding& expected : drift.findings) {
    const std::string path = filled(expected.path, program);
    const std::string marked = filled(expected.at, program);
    const auto span = span_of(files, path, marked);
    const auto found = std::find_if(left.begin(), left.end(), [&](const Diagnostic* one) {
      return span.has_value() && is_complete(*one) && one->rule == expected.rule && one->place.source->path == path &&
             one->place.span.begin == span->begin && one->place.span.end == span->end &&
             (expected.fix == Fix::any || fix_of(*one) == expected.fix);
    });
    if (found != left.end()) {
      left.erase(found);
    } else {
      verdict.missing.push_back(fmt::format("{} at {} in {} ({}){}", expected.rule, marked, path, name_of(expected.fix),
                                            span.has_value() ? "" : ", which is not there once"));
    }
  }
  for (const Diagnostic* diagnostic : left) {
    verdict.unexpected.push_back(described(*diagnostic));
  }
  return verdict;
}

Verdict plant(const Files& pair, const Drift& drift, const Program& program, bool heal) {
  std::string problem;
  const Files files = planted(pair, drift, program, problem);
  const LintResult result = lint_files(archive_of(files));
  Verdict verdict = judge(files, result, drift, program);
  if (!problem.empty()) {
    verdict.missing.push_back("the drift does not fit: " + problem);
  }
  const bool can_heal = std::all_of(drift.findings.begin(), drift.findings.end(), [](const Finding& finding) {
    return finding.fix != Fix::none && finding.fix != Fix::any;
  });
  if (heal && verdict.is_right() && drift.heals && can_heal && !drift.findings.empty()) {
    const LintResult after = lint_files(archive_of(healed(files, result)));
    for (const Diagnostic& diagnostic : after.diagnostics) {
      verdict.not_healed.push_back(described(diagnostic));
    }
  }
  return verdict;
}

}  // namespace macrolint
