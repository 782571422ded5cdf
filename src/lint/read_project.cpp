#include <functional>
#include <optional>

#include "drift/live/pair_macros.h"
#include "drift/quote/comparison.h"
#include "link/repository_url.h"
#include "lint/find_files.h"
#include "lint/lint.h"
#include "lint/misplaced_macros.h"
#include "lint/page_instances.h"
#include "lint/read_files.h"
#include "lint/resolve.h"
#include "page_cache/page_cache.h"
#include "threads/parallel.h"

namespace macrolint {

namespace {

void join_managed_content(Project& project) {
  std::map<std::pair<std::size_t, std::string_view>, const ManagedContent*> by_path;
  for (const ManagedContent& managed : project.managed_contents) {
    if (managed.source != nullptr) {
      by_path.emplace(std::pair{managed.instance, std::string_view(managed.path_key)}, &managed);
    }
  }
  for (Macro& macro : project.macros) {
    if (const auto found = by_path.find({macro.instance, macro.path_key}); found != by_path.end()) {
      macro.managed_content = found->second;
    }
  }
}

/// Adds up how a page's shortcode tags pair; a closing tag belongs to the last opening one of its name.
void count_shortcodes(const Document& page, Project& project) {
  std::map<std::string_view, std::uint32_t> open;
  for (const ShortcodeTag& tag : page.shortcodes) {
    const std::string_view name = page.source->slice(tag.name);
    if (tag.form == ShortcodeTag::Form::opening) {
      ++open[name];
    } else if (tag.form == ShortcodeTag::Form::closing && open[name] > 0) {
      --open[name];
      ++project.shortcode_uses[std::string(name)].paired;
    }
  }
  for (const auto& [name, count] : open) {
    project.shortcode_uses[std::string(name)].alone += count;
  }
}

/// What the pages say apart from the site that they are on.
void look_through_pages(Project& project) {
  project.passages = PagePassages(project.pages);
  for (const Document& page : project.pages) {
    count_shortcodes(page, project);
  }
  project.quotes = std::make_shared<const PageQuotes>(project);
  project.page_instances = instances_of_pages(project.configuration, project.pages);
}

void index_macros(std::vector<RepositoryFiles> repositories, Project& project) {
  join_managed_content(project);
  pair_live_macros(project);
  project.macro_index.build(project.configuration, project.macros, std::move(repositories));
  for (std::size_t instance = 0; instance < project.snapshots.size(); ++instance) {
    if (project.snapshots[instance] != nullptr) {
      project.macro_index.add_numbers(instance, *project.snapshots[instance]);
    }
  }
}

/// The paths of the projects that the configured addresses name, such as `group/zendesk/macros`.
std::vector<std::string> repository_projects(const Configuration& configuration) {
  std::vector<std::string> projects;
  const auto add = [&](const std::vector<std::string>& urls) {
    for (const std::string& url : urls) {
      if (const auto parsed = parse_repository_url(url)) {
        projects.push_back(parsed->project.substr(parsed->project.find('/') + 1));
      }
    }
  };
  for (const Instance& instance : configuration.instances) {
    for (const auto* repository : {&instance.sync, &instance.managed}) {
      if (repository->has_value()) {
        add((*repository)->urls);
        add((*repository)->former_urls);
      }
    }
  }
  return projects;
}

}  // namespace

std::unique_ptr<Project> read_project(Configuration configuration, const ReadableDisk& disk,
                                      const ReadOptions& options) {
  const unsigned jobs = options.jobs;
  auto project = std::make_unique<Project>();
  project->configuration = std::move(configuration);
  project->today = options.today;
  for (const DocumentSet& documents : project->configuration.documents) {
    project->sites.emplace_back(documents);
  }
  const MacroClues clues(project->configuration.macro_words, repository_projects(project->configuration));
  std::optional<FolderListings> listings;
  at_once(jobs, {[&] { listings.emplace(disk, project->configuration, jobs); },
                 [&] {
                   if (options.page_cache != nullptr) {
                     options.page_cache->load();
                   }
                 }});
  InputFiles input = find_files(*listings, *project);
  read_files(input, disk, options, clues, *project);
  read_misplaced_macros(input.perhaps_misplaced, disk, *project);
  std::vector<std::function<void()>> tasks;
  for (std::size_t set = 0; set < project->sites.size(); ++set) {
    tasks.emplace_back([&, set] { project->sites[set].finish(input.site_files[set]); });
  }
  tasks.emplace_back([&] { look_through_pages(*project); });
  tasks.emplace_back([&] { index_macros(std::move(input.repositories), *project); });
  at_once(jobs, tasks);
  resolve(*project, jobs);
  return project;
}

}  // namespace macrolint
