#include "lint/find_documents.h"

#include <array>

#include "disk/paths.h"
#include "lint/document_set.h"
#include "lint/list_folder.h"

namespace macrolint {

namespace {

/// Where a site may keep redirects in Netlify's syntax, relative to its folder.
constexpr std::array<std::string_view, 3> redirect_files = {"layouts/index.redirects", "layouts/home.redirects",
                                                            "static/_redirects"};

class DocumentFinder {
 public:
  DocumentFinder(const FolderListings& listings, Project& project, std::size_t set, InputFiles& found)
      : listings_(listings),
        project_(project),
        sets_(project.configuration.documents),
        set_(set),
        found_(found),
        files_(found.site_files[set]) {}

  void find() {
    if (documents().kind == DocumentSet::Kind::hugo) {
      find_site();
    } else {
      find_plain();
    }
  }

 private:
  [[nodiscard]] const DocumentSet& documents() const { return sets_[set_]; }

  void find_plain() {
    const std::string& folder = documents().folder.path;
    const Listing* listing = list_folder(listings_, project_, documents().folder, folder);
    if (listing == nullptr) {
      return;
    }
    for (const DiskEntry& entry : listing->entries) {
      files_.content.emplace_back(path_below(folder, entry.path));
      if (has_extension(entry.path, {".md", ".markdown"})) {
        add_page(entry, folder, Document::Syntax::plain);
      } else {
        add_if_unreadable(entry);
      }
    }
  }

  void find_site() {
    const SiteFolders folders(documents());
    const std::string& content = folders.content;
    const Listing* listing = list_folder(listings_, project_, documents().folder, content);
    if (listing == nullptr) {
      return;
    }
    for (const DiskEntry& entry : listing->entries) {
      if (has_extension(entry.path, {".md", ".markdown", ".html", ".htm"})) {
        add_page(entry, content, Document::Syntax::hugo);
      } else {
        add_if_unreadable(entry);
        files_.content.emplace_back(path_below(content, entry.path));
      }
    }
    for (const DiskEntry& entry : list_if_there(folders.statics).entries) {
      files_.statics.emplace_back(path_below(folders.statics, entry.path));
    }
    find_assets(folders.assets);
    find_redirects(folders.layouts);
  }

  void find_assets(const std::string& assets) {
    for (const DiskEntry& entry : list_if_there(assets).entries) {
      files_.assets.emplace_back(path_below(assets, entry.path));
      if (has_extension(entry.path, {".md", ".markdown"}) && entry.error.message.empty()) {
        add_page(entry, assets, Document::Syntax::include, InputFile::Kind::include);
      }
    }
  }

  void find_redirects(const std::string& layouts) {
    const std::vector<DiskEntry>& entries = list_if_there(layouts).entries;
    for (const std::string_view name : redirect_files) {
      const std::string path = joined(documents().folder.path, name);
      const bool there =
          name.starts_with("static/")
              ? std::find(files_.statics.begin(), files_.statics.end(), "_redirects") != files_.statics.end()
              : std::any_of(entries.begin(), entries.end(), [&](const DiskEntry& entry) { return entry.path == path; });
      if (there) {
        InputFile& file = found_.files.emplace_back();
        file.kind = InputFile::Kind::redirects;
        file.path = path;
        file.set = set_;
      }
    }
  }

  void add_page(const DiskEntry& entry, const std::string& folder, Document::Syntax syntax,
                InputFile::Kind kind = InputFile::Kind::page) {
    if (document_set_of(sets_, entry.path) != set_) {
      return;
    }
    if (!entry.error.message.empty()) {
      add_unreadable(project_, entry.path, entry.error);
      project_.are_pages_complete = false;
      if (kind == InputFile::Kind::page) {
        project_.sites[set_].add_unread_page(path_below(folder, entry.path));
      }
      return;
    }
    InputFile& file = found_.files.emplace_back();
    file.kind = kind;
    file.path = entry.path;
    file.set = set_;
    file.syntax = syntax;
    file.path_in_site = path_below(folder, entry.path);
  }

  void add_if_unreadable(const DiskEntry& entry) {
    if (!entry.error.message.empty() && document_set_of(sets_, entry.path) == set_) {
      project_.are_pages_complete = false;
      add_unreadable(project_, entry.path, entry.error);
    }
  }

  const Listing& list_if_there(const std::string& folder) {
    return list_folder_if_there(listings_, project_, documents().folder, folder);
  }

  const FolderListings& listings_;
  Project& project_;
  const std::vector<DocumentSet>& sets_;
  std::size_t set_;
  InputFiles& found_;
  SiteFiles& files_;
};

}  // namespace

void find_documents(const FolderListings& listings, Project& project, InputFiles& found) {
  found.site_files.resize(project.configuration.documents.size());
  for (std::size_t set = 0; set < project.configuration.documents.size(); ++set) {
    DocumentFinder(listings, project, set, found).find();
  }
}

}  // namespace macrolint
