#include "site/site.h"

#include "link/url.h"
#include "page/shortcodes.h"
#include "site/anchors.h"
#include "site/nearby.h"
#include "source/characters.h"

namespace macrolint {

namespace {

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
  const auto found = unpublished_.find(page_form(address));
  return found == unpublished_.end() ? nullptr : &pages_[found->second];
}

const SitePage* Site::page_formerly_at(std::string_view address) const {
  const auto found = by_alias_.find(page_form(address));
  return found == by_alias_.end() ? nullptr : &pages_[found->second];
}

bool Site::has_file(std::string_view address) const {
  return files_.contains(std::string(address)) || files_.contains(page_form(address) + "index.html");
}

bool Site::has_resource(const SitePage& page, std::string_view name) const {
  return resources_.contains(resource_key(page.path, name));
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

const Site::Anchors& Site::made_anchors(const SitePage& page) const {
  Anchors& anchors = anchors_[static_cast<std::size_t>(&page - pages_.data())];
  std::call_once(anchors.once, [&] {
    static const Document none;
    const Document& document = page.document == nullptr ? none : *page.document;
    anchors.made = std::make_unique<PageAnchors>(
        document, [this](const Document& one, const ShortcodeTag& tag) { return included_by(one, tag); });
    for (const ShortcodeTag* tag : standing_alone(document)) {
      if (included_by(document, *tag) == nullptr) {
        anchors.shortcode = document.source->slice(tag->name);
        break;
      }
    }
  });
  return anchors;
}

const PageAnchors& Site::anchors(const SitePage& page) const { return *made_anchors(page).made; }

std::string_view Site::shortcode_with_anchors(const SitePage& page) const { return made_anchors(page).shortcode; }

const Nearby& Site::nearby() const {
  std::call_once(nearby_once_, [this] { nearby_ = std::make_unique<Nearby>(*this); });
  return *nearby_;
}

}  // namespace macrolint
