#include "report/macro_inventory.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "macro/title_path.h"
#include "report/macro_of_place.h"

namespace macrolint {

namespace {

constexpr std::size_t longest_value = 500;

bool is_wording(const Action& action) {
  return action.field == "comment_value" || action.field == "comment_value_html" || action.field == "subject";
}

std::string value_of(const Action& action) {
  if (action.value == nullptr || action.value->is_null()) {
    return "";
  }
  std::string text = action.value->kind == yaml::Kind::scalar
                         ? action.value->value
                         : yaml::to_json(*action.value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (text.size() > longest_value) {
    text.resize(longest_value);
    text += "…";
  }
  return text;
}

std::vector<ReportAction> actions_of(const Macro& macro) {
  std::vector<ReportAction> actions;
  for (const Action& action : macro.actions) {
    // What customers read is shown apart.
    actions.push_back({action.field, is_wording(action) ? "" : value_of(action)});
  }
  return actions;
}

std::vector<WordingBlock> wording_of(const Macro& macro) {
  std::vector<WordingBlock> wording;
  for (const TextView& view : texts_of(macro)) {
    // Where managed content takes its place, the macro file has a word that stands for it.
    if (view.text != "MANAGED_CONTENT") {
      std::vector<WordingBlock> blocks = wording_blocks(view);
      std::move(blocks.begin(), blocks.end(), std::back_inserter(wording));
    }
  }
  return wording;
}

void count_findings(const Project& project, const FindingsByFile& findings, std::vector<ReportMacro>& macros) {
  const MacroOfPlace places(project.macros);
  std::unordered_set<const Source*> counted;
  const auto count_in = [&](const Source& source) {
    if (!counted.insert(&source).second) {
      return;
    }
    for (const Diagnostic* diagnostic : findings.in(source)) {
      if (const auto index = places.find(&source, diagnostic->place.span.begin)) {
        ReportMacro& macro = macros[*index];
        macro.findings.add(diagnostic->severity);
        // Being undocumented is a state of its own.
        if (counts_for_health(diagnostic->rule) && diagnostic->rule != "macro-undocumented") {
          macro.health = worse(macro.health, diagnostic->severity);
        }
      }
    }
  };
  for (const Macro& macro : project.macros) {
    count_in(*macro.source);
    if (macro.managed_content != nullptr) {
      count_in(*macro.managed_content->source);
    }
  }
}

/// Lines of macros, of which an export holds many in one file.
class MacroLines {
 public:
  [[nodiscard]] std::uint32_t line_of(const Macro& macro) {
    if (source_ != macro.source) {
      source_ = macro.source;
      lines_.emplace(source_->text);
    }
    return lines_->position(macro.title_span.begin).line;
  }

 private:
  const Source* source_ = nullptr;
  std::optional<LineIndex> lines_;
};

}  // namespace

std::vector<ReportMacro> macro_inventory(const Project& project, const FindingsByFile& findings,
                                         const std::unordered_set<const Macro*>& documented, const SourceLinks& links,
                                         const Owners& owners) {
  std::vector<ReportMacro> macros;
  MacroLines lines;
  for (const Macro& macro : project.macros) {
    ReportMacro& entry = macros.emplace_back();
    const std::uint32_t line = lines.line_of(macro);
    const std::string& path = macro.source->path;
    entry.title = macro.title.empty() ? path : macro.title;
    entry.instance = project.configuration.instances[macro.instance].name;
    entry.place = {path, line, links.link(path, line)};
    entry.active = macro.active;
    entry.documented = documented.contains(&macro);
    entry.owners = owners.of(path, links.folder_of(path));
    entry.actions = actions_of(macro);
    entry.wording = wording_of(macro);
    if (macro.managed_content != nullptr) {
      const std::string& managed = macro.managed_content->source->path;
      entry.wording_place = ReportPlace{managed, 1, links.link(managed)};
    }
  }
  count_findings(project, findings, macros);
  return macros;
}

std::vector<Coverage> coverage_of(const std::vector<ReportMacro>& macros) {
  std::map<std::pair<std::string, std::string>, Coverage> by_folder;
  for (const ReportMacro& macro : macros) {
    if (!macro.active) {
      continue;
    }
    const std::vector<std::string> parts = title_parts(macro.title);
    const std::string folder = parts.size() > 1 ? parts.front() : "";
    Coverage& coverage = by_folder[{macro.instance, folder}];
    coverage.instance = macro.instance;
    coverage.folder = folder;
    ++coverage.active;
    coverage.documented += macro.documented ? 1 : 0;
  }
  std::vector<Coverage> all;
  all.reserve(by_folder.size());
  for (auto& [key, coverage] : by_folder) {
    all.push_back(std::move(coverage));
  }
  return all;
}

}  // namespace macrolint
