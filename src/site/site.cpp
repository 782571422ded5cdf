#include "site/site.h"

#include <algorithm>

#include "link/url.h"
#include "page/parse_page.h"
#include "page/shortcodes.h"
#include "site/anchors.h"
#include "site/nearby.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::string_view index_name = "index.html";

/// The address with a slash at its end and without `index.html`, which is how pages are kept.
std::string page_form(std::string_view address) {
  if (address.ends_with(index_name) && address.substr(0, address.size() - index_name.size()).ends_with('/')) {
    address.remove_suffix(index_name.size());
  }
  std::string form(address);
  if (!form.ends_with('/')) {
    form += '/';
  }
  return form;
}

bool is_built(const PageSettings& settings, std::string_view today) {
  return !settings.draft.value_or(false) && settings.publish_day <= today &&
         (settings.expiry_day.empty() || today < settings.expiry_day);
}

std::string resource_key(const SitePage& page, std::string_view name) {
  return page.path.key + "/" + lookup_form(std::string(name));
}

/// Hugo copies HTML without front matter as it is.
bool is_bare_html(const Document& document) {
  return is_html_file(document.source->path) && document.front_matter.format == FrontMatter::Format::none;
}

SiteBase base_of(std::string_view text, bool former) {
  const Url url = split_url(text);
  const std::string_view path = url.path.ends_with('/') ? url.path.substr(0, url.path.size() - 1) : url.path;
  return {lower_case(url.authority), percent_decoded(path), former};
}

}  // namespace

Site::Site(const DocumentSet& documents) : documents_(&documents) {
  for (const std::string& url : documents.base_urls) {
    bases_.push_back(base_of(url, false));
  }
  for (const std::string& url : documents.former_base_urls) {
    bases_.push_back(base_of(url, true));
  }
}

Site::~Site() = default;

std::string_view Site::root() const {
  const bool has_own = !bases_.empty() && !bases_.front().former;
  return has_own ? std::string_view(bases_.front().path) : std::string_view();
}

void Site::add_page(const Document& document, std::string_view path, std::string_view today) {
  SitePage page;
  page.document = &document;
  if (kind() == DocumentSet::Kind::plain) {
    page.address = "/" + std::string(path);
    page.path.key = page.address;
    page.path.stem = page.address;
    pages_.push_back(std::move(page));
    return;
  }
  if (is_bare_html(document)) {
    files_.insert("/" + std::string(path));
    return;
  }
  const std::optional<PageSettings> settings = read_page_settings(document);
  page.path = content_path(path);
  if (settings.has_value()) {
    page.files_published = is_built(*settings, today);
    page.published = page.files_published && settings->rendered && !settings->headless;
    if (settings->draft.has_value()) {
      draft_decided_.insert(pages_.size());
    }
    if (settings->draft_below.has_value()) {
      drafts_below_[page.path.stem] = *settings->draft_below;
    }
  }
  page.address = page_address(page.path, settings.has_value() ? &*settings : nullptr);
  pages_.push_back(std::move(page));
  if (settings.has_value() && pages_.back().published) {
    add_aliases(pages_.size() - 1, *settings);
  }
}

/// A relative alias counts from the folder that the page lies in.
void Site::add_aliases(std::size_t page, const PageSettings& settings) {
  for (const std::string& alias : settings.aliases) {
    const std::string& address = pages_[page].address;
    const std::string_view folder = std::string_view(address).substr(0, address.rfind('/', address.size() - 2) + 1);
    aliases_.emplace_back(page_form(resolved_path(folder, alias)), page);
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
      resources_.insert(resource_key(*bundle, name));
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
  std::unordered_set<std::string> keys;
  for (const SitePage& page : pages_) {
    keys.insert(page.path.key);
  }
  const std::size_t count = pages_.size();
  const auto add = [&](std::string stem) {
    SitePage section;
    section.path.kind = ContentPath::Kind::branch;
    section.path.key = page_key(stem);
    section.path.stem = std::move(stem);
    section.address = page_address(section.path, nullptr);
    if (keys.insert(section.path.key).second) {
      pages_.push_back(std::move(section));
    }
  };
  for (std::size_t index = 0; index < count; ++index) {
    const std::string stem = pages_[index].path.stem;
    if (const std::size_t slash = stem.find('/', 1); slash != std::string::npos) {
      add(stem.substr(0, slash));
    }
  }
  add("/");
}

void Site::finish() {
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

bool Site::owns(const Document& document) const {
  return by_document_.contains(&document) || owned_includes_.contains(&document);
}

const SitePage* Site::page_named(std::string_view name) const {
  const auto found = by_name_.find(page_key("/" + std::string(name)).substr(1));
  return found == by_name_.end() ? nullptr : found->second;
}

const SitePage* Site::page_of(const Document& document) const {
  const auto found = by_document_.find(&document);
  return found == by_document_.end() ? nullptr : &pages_[found->second];
}

const SitePage* Site::page_with_key(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &pages_[found->second];
}

const SitePage* Site::page_at(std::string_view address) const {
  auto found = by_address_.find(address);
  if (found == by_address_.end() && kind() == DocumentSet::Kind::hugo) {
    found = by_address_.find(page_form(address));
  }
  return found == by_address_.end() ? nullptr : &pages_[found->second];
}

const SitePage* Site::unpublished_page_at(std::string_view address) const {
  const std::string form = page_form(address);
  const auto found = std::find_if(pages_.begin(), pages_.end(),
                                  [&](const SitePage& page) { return !page.published && page.address == form; });
  return found == pages_.end() ? nullptr : &*found;
}

const SitePage* Site::page_formerly_at(std::string_view address) const {
  const auto found = by_alias_.find(page_form(address));
  return found == by_alias_.end() ? nullptr : &pages_[found->second];
}

bool Site::has_file(std::string_view address) const {
  return files_.contains(std::string(address)) || files_.contains(page_form(address) + std::string(index_name));
}

bool Site::has_resource(const SitePage& page, std::string_view name) const {
  return resources_.contains(resource_key(page, name));
}

const Document* Site::included_by(const Document& page, const ShortcodeTag& tag) const {
  if (includes_.empty() || page.source->slice(tag.name) != "include" ||
      (tag.form != ShortcodeTag::Form::opening && tag.form != ShortcodeTag::Form::self_closing)) {
    return nullptr;
  }
  std::string_view path = first_parameter(*page.source, tag);
  path.remove_prefix(path.starts_with('/') ? 1 : 0);
  const auto found = includes_.find(std::string(path));
  return found == includes_.end() ? nullptr : found->second;
}

const Site::Anchors& Site::anchors_made(const SitePage& page) const {
  Anchors& anchors = anchors_[static_cast<std::size_t>(&page - pages_.data())];
  std::call_once(anchors.once, [&] {
    if (page.document == nullptr) {
      return;
    }
    anchors.ordered = anchors_of(
        *page.document, [this](const Document& one, const ShortcodeTag& tag) { return included_by(one, tag); });
    anchors.set.insert(anchors.ordered.begin(), anchors.ordered.end());
  });
  return anchors;
}

const std::vector<std::string>& Site::anchors(const SitePage& page) const { return anchors_made(page).ordered; }

const Nearby& Site::nearby() const {
  std::call_once(nearby_once_, [this] { nearby_ = std::make_unique<Nearby>(*this); });
  return *nearby_;
}

std::string_view Site::shortcode_with_anchors(const SitePage& page) const {
  if (page.document == nullptr) {
    return {};
  }
  for (const ShortcodeTag* tag : standing_alone(*page.document)) {
    if (included_by(*page.document, *tag) == nullptr) {
      return page.document->source->slice(tag->name);
    }
  }
  return {};
}

bool Site::has_anchor(const SitePage& page, std::string_view id) const { return anchors_made(page).set.contains(id); }

}  // namespace macrolint
