#include "lint/resolve.h"

#include <vector>

#include "index/notable_links.h"
#include "link/repository_url.h"
#include "threads/parallel.h"

namespace macrolint {

namespace {

void resolve_references(Project& project, std::size_t index) {
  const Document& page = project.pages[index];
  for (const Mention& mention : page.mentions) {
    if (auto reference = resolve(page, mention, project.macro_index, project.page_instances[index])) {
      project.references[index].push_back(std::move(*reference));
    }
  }
}

/// What a link names as it was at one commit need not be there any more.
bool was_there_once(const LinkTarget& target) {
  return target.kind == LinkTarget::Kind::missing && !target.former && names_commit(target.reference);
}

/// The links of a document into macro repositories.
std::vector<RepositoryLink> repository_links(const MacroIndex& index, const Document& document) {
  std::vector<RepositoryLink> found;
  for (const Link& link : document.links) {
    LinkTarget target = link.has_shortcode ? LinkTarget() : index.find_link(link.url);
    if (target.kind != LinkTarget::Kind::none && target.kind != LinkTarget::Kind::unlisted && !was_there_once(target)) {
      found.push_back({&link, std::move(target)});
    }
  }
  return found;
}

}  // namespace

void resolve(Project& project, unsigned jobs) {
  project.references.assign(project.pages.size(), {});
  project.notable_links.clear();
  project.repository_links.clear();
  const std::vector<const Document*> documents = project.all_documents();
  std::vector<std::vector<NotableLink>> notable(documents.size());
  std::vector<std::vector<RepositoryLink>> into_repositories(documents.size());
  for_each_index(documents.size(), jobs, [&](std::size_t index) {
    // Pages come first.
    if (index < project.pages.size()) {
      resolve_references(project, index);
    }
    notable[index] = notable_links(project, *documents[index]);
    into_repositories[index] = repository_links(project.macro_index, *documents[index]);
  });
  for (std::size_t index = 0; index < documents.size(); ++index) {
    if (!notable[index].empty()) {
      project.notable_links.emplace(documents[index], std::move(notable[index]));
    }
    if (!into_repositories[index].empty()) {
      project.repository_links.emplace(documents[index], std::move(into_repositories[index]));
    }
  }
}

}  // namespace macrolint
