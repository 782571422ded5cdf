#include <fmt/format.h>

#include <optional>

#include "rule/repository_link_edit.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

std::string described(const LinkTarget& target) {
  return fmt::format("The {} repository has no `{}`.", target.managed ? "managed content" : "sync", target.path);
}

/// The file that the link was most likely meant to lead to.
std::optional<Suggestion> suggestion(const Project& project, const Document& document, const RepositoryLink& found) {
  const LinkTarget& target = found.target;
  if (target.macro != nullptr) {
    return link_to_macro(project, document, *found.link, target, *target.macro);
  }
  const Macro* named = macro_named_by_label(project, document, *found.link);
  if (named != nullptr && !named->path_key.empty()) {
    return link_to_macro(project, document, *found.link, target, *named);
  }
  const std::string near = project.macro_index.nearest_path(target);
  if (near.empty()) {
    return std::nullopt;
  }
  Suggestion nearest = link_to_file(project, document, *found.link, target, {target.instance, target.managed, near},
                                    Applicability::unsafe);
  nearest.message = fmt::format("did you mean `{}`?", near);
  return nearest;
}

void report(const Project& project, const Document& document, const RepositoryLink& found, const Reporter& reporter) {
  const Span place = found.link->place_of_destination();
  const bool is_worth_more = !reporter.is_full();
  Diagnostic& diagnostic =
      reporter.report({document.source, place}, std::string(document.source->slice(place)), described(found.target));
  if (!is_worth_more) {
    return;
  }
  if (auto way_out = suggestion(project, document, found)) {
    diagnostic.suggestions.push_back(std::move(*way_out));
  }
  if (const Macro* macro = found.target.macro) {
    diagnostic.related.push_back({{macro->source, macro->title_span}, "the macro's file is here"});
  }
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const auto links = project.repository_links.find(&document);
  if (links == project.repository_links.end()) {
    return;
  }
  for (const RepositoryLink& found : links->second) {
    if (found.target.kind == LinkTarget::Kind::missing && !moved_file_of(project, document, found).has_value()) {
      report(project, document, found, reporter);
    }
  }
}

}  // namespace

extern const Rule reference_link_missing;
const Rule reference_link_missing = {
    .name = "reference-link-missing",
    .severity = Severity::error,
    .summary = "A link into a macro repository goes to a file that is not there",
    .explanation =
        "A link to an address that the configuration lists for a macro repository (`urls`, `former_urls`) has to lead "
        "to "
        "a file or folder of it. Branch, query and percent-encoding are ignored, and `blob`, `tree` and `raw` mean the "
        "same; a link to a file as it was at one commit is right even when the file is gone. Readers of the page get "
        "an "
        "error page instead of the macro. Link to the file that is meant. Where it only moved, `reference-stale-link` "
        "says where to.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "Use the [`General::Return Label`]"
        "(https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/General/Label.yaml) macro.\n",
    .good =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "Use the [`General::Return Label`]"
        "(https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/General/Return%20Label.yaml) "
        "macro.\n",
    .check_document = check,
};

}  // namespace macrolint
