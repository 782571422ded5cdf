#include <algorithm>
#include <iterator>

#include "link/url.h"
#include "page/parse_page.h"
#include "site/site.h"

// How a site comes to know its pages and files.
namespace macrolint {

namespace {

bool is_built(const PageSettings& settings, std::string_view today) {
  return !settings.draft.value_or(false) && settings.publish_day <= today &&
         (settings.expiry_day.empty() || today < settings.expiry_day);
}

/// Hugo copies HTML without front matter as it is.
bool is_bare_html(const Document& document) {
  return is_html_file(document.source->path) && document.front_matter.format == FrontMatter::Format::none;
}

/// A page of a folder of plain documents is at its path.
ContentPath plain_path(std::string_view path) {
  ContentPath result;
  result.key = "/" + std::string(path);
  result.stem = result.key;
  return result;
}

}  // namespace

PlacedFile Site::place(const Document& document, std::string_view path, std::string_view today) const {
  PlacedFile file;
  SitePage& page = file.page;
  page.document = &document;
  if (kind() == DocumentSet::Kind::plain) {
    page.path = plain_path(path);
    page.address = page.path.key;
    return file;
  }
  file.is_bare_html = is_bare_html(document);
  if (file.is_bare_html) {
    return file;
  }
  file.settings = read_page_settings(document);
  page.path = content_path(path);
  if (file.settings.has_value()) {
    page.files_published = is_built(*file.settings, today);
    // `headless` says nothing of other pages than leaf bundles.
    const bool is_headless = file.settings->headless && page.path.kind == ContentPath::Kind::leaf;
    page.published = page.files_published && file.settings->rendered && !is_headless;
  }
  page.address = page_address(page.path, file.settings.has_value() ? &*file.settings : nullptr);
  return file;
}

void Site::add_page(PlacedFile file, std::string_view path) {
  if (file.is_bare_html) {
    files_.insert("/" + std::string(path));
    return;
  }
  const SitePage& page = pages_.emplace_back(std::move(file.page));
  if (!file.settings.has_value()) {
    return;
  }
  if (file.settings->draft.has_value()) {
    draft_decided_.insert(pages_.size() - 1);
  }
  if (file.settings->draft_below.has_value()) {
    drafts_below_[page.path.stem] = *file.settings->draft_below;
  }
  if (page.published) {
    add_aliases(pages_.size() - 1, *file.settings);
  }
}

void Site::add_unread_page(std::string_view path) {
  SitePage& page = pages_.emplace_back();
  page.path = kind() == DocumentSet::Kind::plain ? plain_path(path) : content_path(path);
  page.address = kind() == DocumentSet::Kind::plain ? page.path.key : page_address(page.path, nullptr);
}

/// A relative alias counts from the folder above the page's own, which for `/a/b.html` is `/a/`.
void Site::add_aliases(std::size_t page, const PageSettings& settings) {
  for (const std::string& alias : settings.aliases) {
    const std::string_view address = pages_[page].address;
    const std::string own(address.substr(0, address.rfind('/') + 1));
    aliases_.emplace_back(page_form(resolved_path(own, alias.starts_with('/') ? alias : "../" + alias)), page);
  }
}

void Site::add_include(const Document& document, std::string_view path) {
  includes_.emplace(path, &document);
  owned_includes_.insert(&document);
}

void Site::add_files(const SiteFiles& files) {
  if (kind() == DocumentSet::Kind::plain) {
    for (const std::string& path : files.content) {
      files_.insert("/" + path);
      for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        folders_.insert("/" + path.substr(0, slash));
      }
    }
    return;
  }
  withdraw_cascaded_drafts();
  add_content_files(files.content);
  for (const std::string& path : files.statics) {
    files_.insert("/" + path);
  }
  assets_.insert(files.assets.begin(), files.assets.end());
}

/// A file in the folder of a page bundle, or in a folder below it, is published with the page, another one at its own
/// path.
void Site::add_content_files(const std::vector<std::string>& paths) {
  std::unordered_map<std::string_view, const SitePage*> bundles;
  for (const SitePage& page : pages_) {
    if (page.path.kind != ContentPath::Kind::page) {
      bundles.emplace(page.path.stem, &page);
    }
  }
  const auto bundle_of = [&](std::string_view file) -> const SitePage* {
    for (std::size_t slash = file.rfind('/'); slash != std::string::npos; slash = file.rfind('/', slash - 1)) {
      const auto found = bundles.find(slash == 0 ? "/" : file.substr(0, slash));
      if (found != bundles.end() || slash == 0) {
        return found == bundles.end() ? nullptr : found->second;
      }
    }
    return nullptr;
  };
  for (const std::string& path : paths) {
    const std::string file = "/" + path;
    const SitePage* bundle = bundle_of(file);
    if (bundle == nullptr) {
      files_.insert(file);
    } else if (bundle->files_published) {
      const std::size_t folder_size = bundle->path.stem == "/" ? 1 : bundle->path.stem.size() + 1;
      const std::string_view name = std::string_view(file).substr(folder_size);
      files_.insert(bundle->address + std::string(name));
      resources_.insert(resource_key(bundle->path, name));
    }
  }
}

/// The nearest section above that says anything decides, for the section's own page too.
void Site::withdraw_cascaded_drafts() {
  for (std::size_t index = 0; !drafts_below_.empty() && index < pages_.size(); ++index) {
    SitePage& page = pages_[index];
    std::string_view stem = page.path.stem;
    while (!draft_decided_.contains(index)) {
      const auto found = drafts_below_.find(std::string(stem.empty() ? "/" : stem));
      if (found != drafts_below_.end()) {
        page.published = page.published && !found->second;
        page.files_published = page.files_published && !found->second;
        break;
      }
      if (stem.size() <= 1) {
        break;
      }
      stem = stem.substr(0, stem.rfind('/'));
    }
  }
}

/// What lies in the folder of a leaf bundle is part of it and no page of its own.
void Site::withdraw_bundled_pages() {
  std::unordered_set<std::string_view> leaves;
  for (const SitePage& page : pages_) {
    if (page.path.kind == ContentPath::Kind::leaf) {
      leaves.insert(page.path.stem);
    }
  }
  if (leaves.empty()) {
    return;
  }
  for (SitePage& page : pages_) {
    const std::string_view stem = page.path.stem;
    for (std::size_t slash = stem.rfind('/'); slash != std::string_view::npos && slash > 0;
         slash = stem.rfind('/', slash - 1)) {
      page.published = page.published && !leaves.contains(stem.substr(0, slash));
    }
    // `index.md` makes the folder a leaf, and `_index.md` beside it counts for nothing.
    page.published = page.published && (page.path.kind != ContentPath::Kind::branch || !leaves.contains(stem));
  }
}

/// Hugo makes a page for the root and for each folder at the top of `content` even if no file says so.
void Site::add_missing_sections() {
  std::vector<SitePage> sections;
  std::unordered_set<std::string> section_keys;
  const auto add = [&](std::string_view stem) {
    SitePage section;
    section.path.kind = ContentPath::Kind::branch;
    section.path.stem = stem;
    section.path.key = page_key(section.path.stem);
    section.address = page_address(section.path, nullptr);
    if (section_keys.insert(section.path.key).second) {
      sections.push_back(std::move(section));
    }
  };
  std::string_view last;
  for (const SitePage& page : pages_) {
    const std::string_view stem = page.path.stem;
    const std::size_t slash = stem.find('/', 1);
    // Pages come in the order of their paths, so that the same folder is mostly asked for again.
    if (slash != std::string_view::npos && stem.substr(0, slash) != last) {
      last = stem.substr(0, slash);
      add(last);
    }
  }
  add("/");
  std::unordered_set<std::string_view> keys;
  keys.reserve(pages_.size());
  for (const SitePage& page : pages_) {
    keys.insert(page.path.key);
  }
  std::erase_if(sections, [&](const SitePage& section) { return keys.contains(section.path.key); });
  std::move(sections.begin(), sections.end(), std::back_inserter(pages_));
}

void Site::finish(const SiteFiles& files) {
  add_files(files);
  if (kind() == DocumentSet::Kind::hugo) {
    withdraw_bundled_pages();
    add_missing_sections();
  }
  by_document_.reserve(pages_.size());
  by_key_.reserve(pages_.size());
  by_address_.reserve(pages_.size());
  for (std::size_t index = 0; index < pages_.size(); ++index) {
    const SitePage& page = pages_[index];
    by_document_.emplace(page.document, index);
    if (page.published) {
      by_key_.emplace(page.path.key, index);
      const std::string_view name = std::string_view(page.path.key).substr(page.path.key.rfind('/') + 1);
      if (const auto [named, is_new] = by_name_.emplace(name, &page); !is_new) {
        named->second = nullptr;
      }
      by_address_.emplace(page.address, index);
    } else {
      unpublished_.emplace(page.address, index);
    }
  }
  find_including_pages();
  for (auto& [address, index] : aliases_) {
    if (pages_[index].published) {
      by_alias_.emplace(std::move(address), index);
    }
  }
  anchors_ = std::make_unique<Anchors[]>(pages_.size());
}

void Site::find_including_pages() {
  for (std::size_t index = 0; !includes_.empty() && index < pages_.size(); ++index) {
    const Document* page = pages_[index].document;
    for (std::size_t tag = 0; page != nullptr && tag < page->shortcodes.size(); ++tag) {
      if (const Document* included = included_by(*page, page->shortcodes[tag])) {
        by_document_.emplace(included, index);
      }
    }
  }
}

}  // namespace macrolint
