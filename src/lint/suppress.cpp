#include "lint/suppress.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "suppression/read_suppressions.h"

namespace macrolint {

namespace {

using Name = Suppression::Name;

/// It says what is wrong with suppressions, so that nothing can be said about suppressing it.
constexpr std::string_view own_rule = "suppression-unused";

struct AnnotatedFile {
  std::vector<Suppression> suppressions;
  /// By rule, in order of what they cover.
  std::map<std::string_view, std::vector<Name*>> by_rule;
  /// How often each rule was reported; of a rule that was reported up to its limit, not everything is known.
  std::map<std::string_view, std::size_t> findings;
};

using AnnotatedFiles = std::map<std::string_view, std::pair<const Source*, AnnotatedFile>>;

void add(const Source& source, const AnnotatedRegion& region, AnnotatedFiles& files) {
  std::vector<Suppression> found = read_suppressions(source, region);
  auto& [known, file] = files[source.path];
  known = &source;
  std::move(found.begin(), found.end(), std::back_inserter(file.suppressions));
}

void add_document(const Document& document, AnnotatedFiles& files) {
  if (document.annotations.empty() || document.source == nullptr) {
    return;
  }
  AnnotatedRegion front_matter{AnnotatedRegion::Format::yaml, document.front_matter.content, {}};
  AnnotatedRegion body{AnnotatedRegion::Format::html, document.body, {}};
  for (const Span annotation : document.annotations) {
    (annotation.begin < document.body.begin ? front_matter : body).comments.push_back(annotation);
  }
  for (AnnotatedRegion* region : {&front_matter, &body}) {
    if (!region->comments.empty()) {
      std::sort(region->comments.begin(), region->comments.end(),
                [](Span left, Span right) { return left.begin < right.begin; });
      add(*document.source, *region, files);
    }
  }
}

AnnotatedFiles annotated_files(const Project& project) {
  AnnotatedFiles files;
  for (const Document& page : project.pages) {
    add_document(page, files);
  }
  for (const ManagedContent& managed : project.managed_contents) {
    add_document(managed.document, files);
  }
  for (const std::deque<Macro>* macros : {&project.macros, &project.misplaced_macros}) {
    for (const Macro& macro : *macros) {
      if (!macro.annotations.empty()) {
        const Span whole{0, static_cast<std::uint32_t>(macro.source->text.size())};
        add(*macro.source, {AnnotatedRegion::Format::yaml, whole, macro.annotations}, files);
      }
    }
  }
  return files;
}

bool covers(const Name& name, std::uint32_t at, std::size_t file_size) {
  return name.covered.contains(at) || (at == name.covered.end && at == file_size && name.covered.begin <= at);
}

/// The suppression that begins nearest before the finding; null if none covers it.
Name* covering(const AnnotatedFile& file, const Diagnostic& diagnostic) {
  const auto names = file.by_rule.find(diagnostic.rule);
  if (names == file.by_rule.end()) {
    return nullptr;
  }
  const std::uint32_t at = diagnostic.place.span.begin;
  const auto found = std::find_if(names->second.rbegin(), names->second.rend(), [&](const Name* name) {
    return covers(*name, at, diagnostic.place.source->text.size());
  });
  return found == names->second.rend() ? nullptr : *found;
}

class Suppressor {
 public:
  Suppressor(const Project& project, const std::vector<ActiveRule>& rules, const ReportScope& scope)
      : project_(project), scope_(scope), files_(annotated_files(project)) {
    for (const ActiveRule& active : rules) {
      active_.emplace(active.rule->name, active);
    }
    for (auto& [path, entry] : files_) {
      by_source_.emplace(entry.first, &entry.second);
      index(entry.second);
    }
  }

  std::size_t suppress(std::vector<Diagnostic>& diagnostics) {
    if (files_.empty()) {
      return 0;
    }
    take_out(diagnostics);
    std::vector<Diagnostic> about_suppressions;
    for (auto& [path, entry] : files_) {
      if (scope_.includes(path)) {
        judge(entry.second);
        report(entry.second, about_suppressions);
      }
    }
    take_out(about_suppressions);
    std::move(about_suppressions.begin(), about_suppressions.end(), std::back_inserter(diagnostics));
    return suppressed_;
  }

 private:
  static void index(AnnotatedFile& file) {
    for (Suppression& suppression : file.suppressions) {
      for (Name& name : suppression.names) {
        const std::string_view rule = suppression.source->slice(name.span);
        if (find_rule(rule) == nullptr) {
          name.fate = Name::Fate::unknown;
        } else if (suppression.kind != Suppression::Kind::enable) {
          file.by_rule[rule].push_back(&name);
        }
      }
    }
    for (auto& [rule, names] : file.by_rule) {
      std::stable_sort(names.begin(), names.end(),
                       [](const Name* left, const Name* right) { return left->covered.begin < right->covered.begin; });
    }
  }

  void take_out(std::vector<Diagnostic>& diagnostics) {
    std::erase_if(diagnostics, [this](const Diagnostic& diagnostic) {
      const auto file = by_source_.find(diagnostic.place.source);
      if (file == by_source_.end()) {
        return false;
      }
      ++file->second->findings[diagnostic.rule];
      Name* name = covering(*file->second, diagnostic);
      if (name == nullptr) {
        return false;
      }
      name->fate = Name::Fate::used;
      suppressed_ += scope_.reports(diagnostic) ? 1U : 0U;
      return true;
    });
  }

  /// Of a rule that is off, is about the web, lacks the history that it asks for, or was reported up to its limit,
  /// nothing can be said.
  void judge(AnnotatedFile& file) const {
    for (auto& [rule, names] : file.by_rule) {
      const auto active = active_.find(rule);
      const bool lacks_history =
          active != active_.end() && active->second.rule->ask_history != nullptr && project_.history.empty();
      if (active == active_.end() || active->second.rule->is_about_web || lacks_history || rule == own_rule ||
          file.findings[rule] >= Reporter::max_findings) {
        for (Name* name : names) {
          name->fate = name->fate == Name::Fate::unused ? Name::Fate::not_judged : name->fate;
        }
      }
    }
  }

  void report(const AnnotatedFile& file, std::vector<Diagnostic>& diagnostics) const {
    for (const auto& [name, active] : active_) {
      if (active.rule->check_suppressions != nullptr) {
        active.rule->check_suppressions(file.suppressions,
                                        Reporter(name, active.severity, diagnostics, Reporter::max_findings));
      }
    }
  }

  const Project& project_;
  const ReportScope& scope_;
  AnnotatedFiles files_;
  std::unordered_map<const Source*, AnnotatedFile*> by_source_;
  std::map<std::string_view, ActiveRule> active_;
  std::size_t suppressed_ = 0;
};

}  // namespace

std::size_t suppress(const Project& project, const std::vector<ActiveRule>& rules, const ReportScope& scope,
                     std::vector<Diagnostic>& diagnostics) {
  return Suppressor(project, rules, scope).suppress(diagnostics);
}

}  // namespace macrolint
