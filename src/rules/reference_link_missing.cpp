#include <fmt/format.h>

#include "index/macro_index.h"
#include "link/repository_url.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

std::string described(const LinkTarget& target) {
  return fmt::format("The {} repository has no `{}`.", target.managed ? "managed content" : "sync", target.path);
}

void report(const Project& project, const Document& document, const Link& link, const LinkTarget& target,
            const Reporter& reporter) {
  const Span place = link.place_of_destination();
  Diagnostic& diagnostic =
      reporter.report({document.source, place}, std::string(document.source->slice(place)), described(target));
  if (target.macro != nullptr) {
    diagnostic.suggestions.push_back(
        {fmt::format("link to the file of the macro `{}`", target.macro->title), Applicability::unsafe, {}});
    diagnostic.related.push_back({{target.macro->source, target.macro->title_span}, "the macro's file is here"});
  } else if (const std::string near = project.macro_index.nearest_path(target); !near.empty()) {
    diagnostic.suggestions.push_back({fmt::format("did you mean `{}`?", near), Applicability::unsafe, {}});
  }
}

/// What a link names as it was at one commit need not be there any more.
bool was_there_once(const Link& link) {
  const std::optional<RepositoryUrl> url = parse_repository_url(link.url);
  return url.has_value() && names_commit(*url);
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const Link& link : document.links) {
    if (link.has_shortcode) {
      continue;
    }
    const LinkTarget target = project.macro_index.find_link(link.url);
    if (target.kind == LinkTarget::Kind::missing && !was_there_once(link)) {
      report(project, document, link, target, reporter);
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
        "a file or folder of it. Branch, query and percent-encoding are ignored, and `blob`, `tree` and `raw` "
        "mean the same; a link to a file as it was at one commit is right even when the file is gone. Readers of the "
        "page get an error page instead of the macro. Link to the file where it is now.",
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
