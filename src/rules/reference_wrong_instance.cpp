#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "rule/reference_findings.h"
#include "rule/repository_link_edit.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// The instance that a reference belongs to: the link's, else the title's if only one instance has it.
std::optional<std::size_t> instance_of(const MacroIndex& index, const Reference& reference) {
  if (const auto instance = zendesk_instance(index, reference.url())) {
    return instance;
  }
  if (reference.by_link.kind != LinkTarget::Kind::none) {
    return reference.by_link.instance;
  }
  if (reference.by_link.macro != nullptr) {
    return reference.by_link.macro->instance;
  }
  const TitleMatch& title = reference.by_title;
  if (title.macro == nullptr || (!reference.asserted && title.kind != TitleMatch::Kind::exact)) {
    return std::nullopt;
  }
  const bool one = std::all_of(title.candidates->begin(), title.candidates->end(),
                               [&](const Macro* macro) { return macro->instance == title.macro->instance; });
  return one ? std::optional(title.macro->instance) : std::nullopt;
}

/// The macro with the same title of an instance that the page is about.
const Macro* namesake(const Project& project, const std::vector<std::size_t>& instances, const Macro& macro) {
  for (const std::size_t instance : instances) {
    for (const Macro* other : project.macro_index.with_title(instance, macro.title)) {
      if (other->active) {
        return other;
      }
    }
  }
  return nullptr;
}

std::string names_of(const Project& project, const std::vector<std::size_t>& instances) {
  std::string names;
  for (const std::size_t instance : instances) {
    names += fmt::format("{}`{}`", names.empty() ? "" : " and ", project.configuration.instances[instance].name);
  }
  return names;
}

void report(const Project& project, const std::vector<std::size_t>& instances, const Reference& reference,
            std::size_t instance, const Reporter& reporter) {
  const Macro* macro = reference.by_link.macro != nullptr ? reference.by_link.macro : reference.macro;
  const std::string named = macro == nullptr ? std::string(reference.url()) : macro->title;
  Diagnostic& diagnostic =
      reporter.report(reference.place(), std::string(reference.document->source->slice(reference.span)),
                      fmt::format("This page is about {}, but `{}` is a macro of `{}`. Name the macro that agents have "
                                  "there.",
                                  names_of(project, instances), named, project.configuration.instances[instance].name));
  if (macro == nullptr) {
    return;
  }
  diagnostic.related.push_back(title_of(*macro));
  const Macro* other = reference.mention->link < 0 ? nullptr : namesake(project, instances, *macro);
  if (other != nullptr) {
    const Link& link = reference.document->links[static_cast<std::size_t>(reference.mention->link)];
    diagnostic.suggestions.push_back(link_to_macro(project, *reference.document, link, reference.by_link, *other));
    diagnostic.related.push_back(title_of(*other));
  }
}

void check(const Project& project, const Reporter& reporter) {
  for (std::size_t page = 0; page < project.pages.size(); ++page) {
    const std::vector<std::size_t>& about = project.page_instances[page];
    for (const Reference& reference : project.references[page]) {
      const std::optional<std::size_t> instance =
          about.empty() ? std::nullopt : instance_of(project.macro_index, reference);
      if (instance.has_value() && std::find(about.begin(), about.end(), *instance) == about.end()) {
        report(project, about, reference, *instance, reporter);
      }
    }
  }
}

}  // namespace

extern const Rule reference_wrong_instance;
const Rule reference_wrong_instance = {
    .name = "reference-wrong-instance",
    .severity = Severity::warning,
    .summary = "A page about one Zendesk instance sends a macro of another",
    .explanation =
        "With several Zendesk instances, agents see the macros of the one that they work in. Which pages are about "
        "which instance is configured with its `pages`. A reference belongs to the instance that its link leads to, or "
        "else to the only one that has a macro with its title; where several have one, the page's own is meant. A page "
        "that matches the patterns of several instances may name macros of each of them.",
    .bad =
        "-- .macrolint.yml --\n"
        "version: 1\n"
        "instances:\n"
        "  world:\n"
        "    sync: {path: macros/world}\n"
        "  government:\n"
        "    sync: {path: macros/government}\n"
        "    pages: [\"content/government/**\"]\n"
        "documents:\n"
        "  - {kind: hugo, path: handbook}\n"
        "-- macros/world/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- macros/government/active/Government/Postage.yaml --\n"
        "title: 'Government::Postage'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/government/returns.md --\n"
        "To send a label, use the `General::Return Label` macro and then the `Government::Postage` macro.\n",
    .good =
        "-- .macrolint.yml --\n"
        "version: 1\n"
        "instances:\n"
        "  world:\n"
        "    sync: {path: macros/world}\n"
        "  government:\n"
        "    sync: {path: macros/government}\n"
        "    pages: [\"content/government/**\"]\n"
        "documents:\n"
        "  - {kind: hugo, path: handbook}\n"
        "-- macros/world/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- macros/government/active/Government/Return Label.yaml --\n"
        "title: 'Government::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Label` macro.\n"
        "-- handbook/content/government/returns.md --\n"
        "To send a label, use the `Government::Return Label` macro.\n",
    .check_project = check,
};

}  // namespace macrolint
