#include "report/source_links.h"

#include <fmt/format.h>

#include "disk/paths.h"
#include "link/url.h"
#include "link/web_address.h"

namespace macrolint {

SourceLinks::SourceLinks(const Configuration& configuration) {
  const auto add = [this](const std::string& path, const std::string& url) {
    folders_.push_back({path, read_web_address(url).has_value() ? url : ""});
  };
  for (const Instance& instance : configuration.instances) {
    for (const auto* repository : {&instance.sync, &instance.managed}) {
      if (repository->has_value() && (*repository)->has_folder()) {
        add((*repository)->folder.path, (*repository)->urls.empty() ? "" : (*repository)->urls.front());
      }
    }
  }
  for (const DocumentSet& documents : configuration.documents) {
    add(documents.folder.path, documents.source_url);
  }
}

const SourceLinks::Folder* SourceLinks::find(std::string_view path) const {
  const Folder* deepest = nullptr;
  for (const Folder& folder : folders_) {
    if (is_below(path, folder.path) && (deepest == nullptr || folder.path.size() > deepest->path.size())) {
      deepest = &folder;
    }
  }
  return deepest;
}

std::string SourceLinks::link(std::string_view path, std::optional<std::uint32_t> line) const {
  const Folder* folder = find(path);
  if (folder == nullptr || folder->url.empty()) {
    return "";
  }
  std::string url = fmt::format("{}{}{}", folder->url, folder->url.ends_with('/') ? "" : "/",
                                percent_encoded(path_below(folder->path, path)));
  if (line.has_value()) {
    // GitLab shows Markdown as a page, which has no lines, unless it is asked for the text.
    url += fmt::format("{}#L{}", path.ends_with(".md") ? "?plain=1" : "", *line);
  }
  return url;
}

std::string_view SourceLinks::folder_of(std::string_view path) const {
  const Folder* folder = find(path);
  return folder == nullptr ? std::string_view() : folder->path;
}

}  // namespace macrolint
