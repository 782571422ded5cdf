#include "merge/merge.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "diagnostic/in_backticks.h"
#include "disk/paths.h"
#include "rule/rule.h"
#include "source/text_hash.h"

namespace macrolint {

namespace {

/// The largest file that is read at all, an export.
constexpr std::uint64_t max_file_bytes = 64'000'000;

using Problem = std::optional<std::string>;

auto counts_of(const LintSummary& summary) {
  return std::tie(summary.files, summary.documents, summary.macros, summary.references, summary.links);
}

/// Whether two parts are of one run.
Problem difference(const NamedShard& first, const NamedShard& other) {
  const ShardResult& left = first.result;
  const ShardResult& right = other.result;
  if (left.shard.total != right.shard.total) {
    return fmt::format("`{}` is one of {} parts and `{}` one of {}. Merge the parts of one run.", first.name,
                       left.shard.total, other.name, right.shard.total);
  }
  if (left.rules != right.rules) {
    return fmt::format("`{}` and `{}` were checked with different rules. Give all parts the same options.", first.name,
                       other.name);
  }
  if (left.summary.baseline.has_value() != right.summary.baseline.has_value()) {
    return fmt::format(
        "Of `{}` and `{}`, one was checked with a baseline and one without. Give all parts the same "
        "options.",
        first.name, other.name);
  }
  if (counts_of(left.summary) != counts_of(right.summary)) {
    return fmt::format("`{}` and `{}` counted different files, macros or links. Check all parts of one commit.",
                       first.name, other.name);
  }
  return std::nullopt;
}

Problem problem_with(const std::vector<NamedShard>& shards, std::string_view program_version) {
  std::vector<const NamedShard*> found(shards.front().result.shard.total, nullptr);
  for (const NamedShard& shard : shards) {
    if (shard.result.program_version != program_version) {
      return fmt::format("`{}` was written by macrolint {}, and this is {}. Use one version for all.", shard.name,
                         macrolint::in_backticks(shard.result.program_version), program_version);
    }
    if (auto problem = difference(shards.front(), shard)) {
      return problem;
    }
    const NamedShard*& place = found.at(shard.result.shard.index - 1);
    if (place != nullptr) {
      return fmt::format("`{}` and `{}` are both part {} of {}.", place->name, shard.name, shard.result.shard.index,
                         found.size());
    }
    place = &shard;
  }
  std::vector<std::size_t> missing;
  for (std::size_t index = 0; index < found.size(); ++index) {
    if (found[index] == nullptr) {
      missing.push_back(index + 1);
    }
  }
  if (!missing.empty()) {
    return fmt::format("Of the {} parts, {} {} missing. Name the results of all of them.", found.size(),
                       fmt::join(missing, ", "), missing.size() == 1 ? "is" : "are");
  }
  return std::nullopt;
}

/// Whether the path is one that a run with this configuration could have read.
bool is_read(const Configuration& configuration, const std::string& path) {
  if (path == configuration.source.path) {
    return true;
  }
  const std::vector<const ConfiguredPath*> folders = configured_paths(configuration);
  return std::any_of(folders.begin(), folders.end(), [&](const ConfiguredPath* folder) {
    if (path == folder->path) {
      return true;
    }
    if (!is_below(path, folder->path)) {
      return false;
    }
    const std::filesystem::path below(path_below(folder->path, path));
    return std::none_of(below.begin(), below.end(),
                        [](const std::filesystem::path& step) { return step == ".." || step == "."; });
  });
}

/// Reads the files that were checked. One that could not be read then has no text now either.
Problem read_files(const Configuration& configuration, const ReadableDisk& disk, CheckedFiles& files) {
  for (auto& [path, file] : files.all()) {
    file.source.path = path;
    if (!is_read(configuration, path)) {
      return fmt::format(
          "The parts have findings about {}, which is not part of anything that the configuration names.",
          macrolint::in_backticks(path));
    }
    if (file.hash == hash_of("")) {
      continue;
    }
    FileText text =
        path == configuration.source.path ? FileText(configuration.source.text) : disk.read(path, max_file_bytes);
    if (const auto* error = std::get_if<DiskError>(&text)) {
      return error->message;
    }
    file.source.text = std::get<Text>(std::move(text));
    if (hash_of(file.source.text) != file.hash) {
      return fmt::format("{} is not what it was when it was checked. Merge where the checked commit is.",
                         macrolint::in_backticks(path));
    }
  }
  return std::nullopt;
}

/// Computes the positions that `finish_diagnostics` computes for a whole run.
class PositionFinder {
 public:
  /// False if a place is not in its file.
  bool finish(Diagnostic& diagnostic) {
    bool inside = is_inside(diagnostic.place);
    for (const Suggestion& suggestion : diagnostic.suggestions) {
      inside = inside && std::all_of(suggestion.edits.begin(), suggestion.edits.end(),
                                     [](const Edit& edit) { return is_inside(edit.place); });
    }
    inside = inside && std::all_of(diagnostic.related.begin(), diagnostic.related.end(),
                                   [](const Related& related) { return is_inside(related.place); });
    if (!inside) {
      return false;
    }
    diagnostic.begin = position(*diagnostic.place.source, diagnostic.place.span.begin);
    diagnostic.end = position(*diagnostic.place.source, diagnostic.place.span.end);
    for (const Related& related : diagnostic.related) {
      diagnostic.related_positions.push_back(position(*related.place.source, related.place.span.begin));
    }
    return true;
  }

 private:
  static bool is_inside(const Place& place) { return place.span.end <= place.source->text.size(); }

  Position position(const Source& source, std::uint32_t offset) {
    return lines_.try_emplace(&source, source.text).first->second.position(offset);
  }

  std::unordered_map<const Source*, LineIndex> lines_;
};

/// As JSON has it, which cannot hold bytes that are not UTF-8.
std::string in_json(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The subject as the file has it, where JSON could not hold its bytes.
void restore_subject(Diagnostic& diagnostic) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  if (diagnostic.subject.find(replacement) == std::string::npos) {
    return;
  }
  const std::string_view written = diagnostic.place.source->slice(diagnostic.place.span);
  if (in_json(written) == in_json(diagnostic.subject)) {
    diagnostic.subject = written;
  }
}

void add(ShardResult part, MergedResult& merged) {
  LintSummary& summary = merged.result.summary;
  merged.elapsed_ms += part.elapsed_ms;
  summary.suppressed += part.summary.suppressed;
  if (part.summary.baseline.has_value()) {
    BaselineUse& use = summary.baseline.has_value() ? *summary.baseline : summary.baseline.emplace();
    use.held_back += part.summary.baseline->held_back;
    use.gone += part.summary.baseline->gone;
  }
  for (const Diagnostic& diagnostic : part.diagnostics) {
    summary.errors += diagnostic.severity == Severity::error ? 1U : 0U;
    summary.warnings += diagnostic.severity == Severity::warning ? 1U : 0U;
    summary.notes += diagnostic.severity == Severity::note ? 1U : 0U;
  }
  std::move(part.diagnostics.begin(), part.diagnostics.end(), std::back_inserter(merged.result.diagnostics));
}

/// A rule that was off when the parts were checked, or on, is so for the report.
void take_rules(const std::vector<std::string>& on, Configuration& configuration) {
  for (const Rule* rule : all_rules()) {
    const bool was_on = std::find(on.begin(), on.end(), rule->name) != on.end();
    if (was_on && !is_on(configuration, rule->name)) {
      configuration.rules.erase(std::string(rule->name));
    } else if (!was_on) {
      configuration.rules[std::string(rule->name)] = std::nullopt;
    }
  }
}

}  // namespace

std::variant<MergedResult, std::string> merge_shards(std::vector<NamedShard> shards, CheckedFiles files,
                                                     Configuration configuration, const ReadableDisk& disk,
                                                     std::string_view program_version) {
  if (auto problem = problem_with(shards, program_version)) {
    return *std::move(problem);
  }
  if (auto problem = read_files(configuration, disk, files)) {
    return *std::move(problem);
  }
  PositionFinder positions;
  for (NamedShard& shard : shards) {
    for (Diagnostic& diagnostic : shard.result.diagnostics) {
      if (!positions.finish(diagnostic)) {
        return fmt::format("In `{}`, a finding in {} lies behind the end of its file.", shard.name,
                           macrolint::in_backticks(diagnostic.place.source->path));
      }
      restore_subject(diagnostic);
    }
  }
  MergedResult merged;
  const LintSummary& first = shards.front().result.summary;
  merged.result.summary.files = first.files;
  merged.result.summary.documents = first.documents;
  merged.result.summary.macros = first.macros;
  merged.result.summary.references = first.references;
  merged.result.summary.links = first.links;
  take_rules(shards.front().result.rules, configuration);
  for (NamedShard& shard : shards) {
    add(std::move(shard.result), merged);
  }
  // All findings of a file come from one part, where they are in order.
  std::stable_sort(merged.result.diagnostics.begin(), merged.result.diagnostics.end(),
                   [](const Diagnostic& left, const Diagnostic& right) {
                     return left.place.source->path < right.place.source->path;
                   });
  // The files stay where they are in memory.
  merged.files = std::move(files);
  merged.result.project = std::make_unique<Project>();
  merged.result.project->configuration = std::move(configuration);
  return merged;
}

}  // namespace macrolint
