#include <fmt/format.h>

#include <algorithm>

#include "index/moved_file.h"
#include "rule/reference_findings.h"
#include "rule/repository_link_edit.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

std::string described(const LinkTarget& target, const MovedFile& moved) {
  const std::string_view repository = target.managed ? "managed content" : "sync";
  switch (moved.cause) {
    case MovedFile::Cause::address:
      return fmt::format("The {} repository has left this address; `{}` is at its new one.", repository, target.path);
    case MovedFile::Cause::repository:
      return fmt::format(
          "The macro has no managed content, so there is no `{}`; its wording is in the sync repository.", target.path);
    case MovedFile::Cause::state:
    case MovedFile::Cause::extension:
    case MovedFile::Cause::history:
    case MovedFile::Cause::folder:
      break;
  }
  return fmt::format("The {} repository has no `{}`; the file is `{}` now.", repository, target.path, moved.file.path);
}

void report(const Project& project, const Document& document, const RepositoryLink& found, const MovedFile& moved,
            const Reporter& reporter) {
  const Span place = found.link->place_of_destination();
  Diagnostic& diagnostic = reporter.report({document.source, place}, std::string(document.source->slice(place)),
                                           described(found.target, moved));
  diagnostic.suggestions.push_back(link_to_file(project, document, *found.link, found.target, moved.file,
                                                moved.certain ? Applicability::safe : Applicability::unsafe));
  const Macro* macro = project.macro_index.find_path(moved.file.instance, moved.file.path);
  if (macro != nullptr) {
    diagnostic.related.push_back({{macro->source, macro->title_span}, "the macro's file is here"});
    diagnostic.cause = macro->source;
  }
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const auto links = project.repository_links.find(&document);
  if (links == project.repository_links.end()) {
    return;
  }
  for (const RepositoryLink& found : links->second) {
    const auto moved = moved_file_of(project, document, found);
    if (moved.has_value()) {
      report(project, document, found, *moved, reporter);
    }
  }
}

void ask_history(const Project& project, const Document& document, HistoryRequest& request) {
  const auto found = project.repository_links.find(&document);
  if (found != project.repository_links.end()) {
    const std::vector<RepositoryLink>& links = found->second;
    request.renames = request.renames || std::any_of(links.begin(), links.end(), [&](const RepositoryLink& link) {
                        return may_be_in_history(project, document, link);
                      });
  }
}

}  // namespace

extern const Rule reference_stale_link;
const Rule reference_stale_link = {
    .name = "reference-stale-link",
    .severity = Severity::warning,
    .summary = "A link into a macro repository goes to where the file was before",
    .explanation =
        "The link begins with one of the `former_urls` of a repository, or the file has moved within it: between "
        "`active` and `inactive`, to another folder, name or extension, which its history in git tells, too. A link to "
        "the managed content of a macro "
        "that has none goes to the macro itself. Where GitLab still redirects, it stops as soon as somebody takes the "
        "former name. Today's address is the first of `urls`; the suggestion keeps the link's form, branch and query.",
    .bad =
        "-- macros/sync/data/active/General/Repair Quote.yaml --\n"
        "title: 'General::Repair Quote'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "Use the [`General::Repair Quote`]"
        "(https://gitlab.com/example/old/zendesk-global/macros/-/blob/main/macros/active/General/Repair%20Quote.yaml) "
        "macro.\n",
    .good =
        "-- macros/sync/data/active/General/Repair Quote.yaml --\n"
        "title: 'General::Repair Quote'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "Use the [`General::Repair Quote`]"
        "(https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/General/Repair%20Quote.yaml) "
        "macro.\n",
    .ask_history = ask_history,
    .check_document = check,
};

}  // namespace macrolint
