#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "configuration/configuration.h"
#include "document/document.h"
#include "page/page_settings.h"
#include "site/anchors.h"
#include "site/content_path.h"
#include "site/redirects.h"

namespace macrolint {

/// A page, published or not.
struct SitePage {
  /// Null for a section without a file of its own, and for a page that could not be read.
  const Document* document = nullptr;
  ContentPath path;
  /// Where it is served, such as `/a/b/`; percent-decoded.
  std::string address;
  /// False for drafts, pages whose time has not come or is over, those that their build options keep back and those in
  /// another page's bundle: they have links, but none leads to them.
  bool published = true;
  /// False if the files of its bundle are not published either.
  bool files_published = true;
};

/// What one file says of its page, whatever the others say: may be read on several threads.
struct PlacedFile {
  SitePage page;
  std::optional<PageSettings> settings;
  /// HTML without front matter, which Hugo copies as it is.
  bool is_bare_html = false;
};

/// One of the addresses that a site is or was published at. What was below a former one is at the same path now.
struct SiteBase {
  /// In lower case.
  std::string authority;
  /// Without a slash at its end: empty, or `/docs`.
  std::string path;
  bool former = false;
};

/// What the folders of a site hold besides pages and the pages themselves; paths relative to each folder.
struct SiteFiles {
  /// Files in `content` that are no pages, for a folder of plain documents everything in it.
  std::vector<std::string> content;
  std::vector<std::string> statics;
  std::vector<std::string> assets;
};

class Nearby;

/// A Hugo site, or a folder of plain documents, as its visitors see it: what is there and where it was before.
/// Built once, then read from several threads.
class Site {
 public:
  /// `documents` has to outlive the site.
  explicit Site(const DocumentSet& documents);
  ~Site();

  /// `path` is relative to the content folder; `today` (`YYYY-MM-DD`) decides what is published.
  [[nodiscard]] PlacedFile place(const Document& document, std::string_view path, std::string_view today) const;
  /// Call `finish` after the last page.
  void add_page(PlacedFile file, std::string_view path);
  /// A page that could not be read: it is there, and links to it and to its anchors are not judged by what it says.
  void add_unread_page(std::string_view path);
  /// A text that `include` tags bring into pages; `path` is relative to the folder of assets.
  void add_include(const Document& document, std::string_view path);
  void add_redirects(const std::vector<Redirect>& redirects) { redirects_.add(redirects); }
  void finish(const SiteFiles& files);

  [[nodiscard]] DocumentSet::Kind kind() const { return documents_->kind; }
  [[nodiscard]] const DocumentSet& documents() const { return *documents_; }
  [[nodiscard]] const std::vector<SiteBase>& bases() const { return bases_; }
  /// The path below which the host serves the site, without a slash at its end; empty for most.
  [[nodiscard]] std::string_view root() const;
  [[nodiscard]] const std::vector<SitePage>& pages() const { return pages_; }
  [[nodiscard]] const Redirects& redirects() const { return redirects_; }

  /// The page that a document of this site is published on, for an included text the first that includes it; null
  /// if it belongs to no page of this site.
  [[nodiscard]] const SitePage* page_of(const Document& document) const;
  /// Whether the document is a page of this site or a text for its pages.
  [[nodiscard]] bool owns(const Document& document) const;
  /// The only page whose file or bundle has that name, in any folder; null if there are none or several.
  [[nodiscard]] const SitePage* page_named(std::string_view name) const;
  /// The page with that key (see `page_key`), or null.
  [[nodiscard]] const SitePage* page_with_key(std::string_view key) const;
  /// The page at that address, with or without its closing slash or `index.html`, or null.
  [[nodiscard]] const SitePage* page_at(std::string_view address) const;
  /// A page that would be at that address if it were published, or null.
  [[nodiscard]] const SitePage* unpublished_page_at(std::string_view address) const;
  /// The page that the address once had, by `aliases`, or null.
  [[nodiscard]] const SitePage* page_formerly_at(std::string_view address) const;
  /// Whether a file is served at the address, for that of a folder its `index.html`.
  [[nodiscard]] bool has_file(std::string_view address) const;
  /// Whether the page's bundle has a file of that name, in any case and with hyphens for spaces.
  [[nodiscard]] bool has_resource(const SitePage& page, std::string_view name) const;
  /// In no order.
  [[nodiscard]] const std::unordered_set<std::string>& files() const { return files_; }
  [[nodiscard]] bool has_asset(std::string_view path) const { return assets_.contains(std::string(path)); }
  /// Whether a folder of plain documents has this folder.
  [[nodiscard]] bool has_folder(std::string_view address) const { return folders_.contains(std::string(address)); }
  /// The document that an `include` tag brings in, or null.
  [[nodiscard]] const Document* included_by(const Document& page, const ShortcodeTag& tag) const;

  /// The ids of a page; made when first asked for.
  [[nodiscard]] const PageAnchors& anchors(const SitePage& page) const;
  /// The name of a shortcode on the page that may bring anchors which only a build can tell; empty if there is none.
  [[nodiscard]] std::string_view shortcode_with_anchors(const SitePage& page) const;
  /// What broken links may be meant for; made when first asked for.
  [[nodiscard]] const Nearby& nearby() const;

 private:
  struct Anchors {
    std::once_flag once;
    std::unique_ptr<const PageAnchors> made;
    /// One that may bring more.
    std::string_view shortcode;
  };

  const Anchors& made_anchors(const SitePage& page) const;
  void add_files(const SiteFiles& files);
  void add_content_files(const std::vector<std::string>& paths);
  void withdraw_bundled_pages();
  void add_missing_sections();
  void withdraw_cascaded_drafts();
  void find_including_pages();
  void add_aliases(std::size_t page, const PageSettings& settings);

  const DocumentSet* documents_;
  std::vector<SiteBase> bases_;
  std::vector<SitePage> pages_;
  Redirects redirects_;
  /// What sections say of themselves and the pages below, by stem, and the pages that say it of themselves.
  std::unordered_map<std::string, bool> drafts_below_;
  std::unordered_set<std::size_t> draft_decided_;
  std::unordered_map<const Document*, std::size_t> by_document_;
  std::unordered_map<std::string_view, std::size_t> by_key_;
  /// By the last part of the key; null for parts that several pages have.
  std::unordered_map<std::string_view, const SitePage*> by_name_;
  std::unordered_map<std::string_view, std::size_t> by_address_;
  std::unordered_map<std::string_view, std::size_t> unpublished_;
  std::unordered_map<std::string, std::size_t> by_alias_;
  std::vector<std::pair<std::string, std::size_t>> aliases_;
  std::unordered_map<std::string, const Document*> includes_;
  std::unordered_set<const Document*> owned_includes_;
  std::unordered_set<std::string> files_;
  /// The files of bundles: the page's key and the name, as they are looked up.
  std::unordered_set<std::string> resources_;
  std::unordered_set<std::string> assets_;
  std::unordered_set<std::string> folders_;
  /// Parallel to `pages_`.
  std::unique_ptr<Anchors[]> anchors_;
  mutable std::once_flag nearby_once_;
  mutable std::unique_ptr<Nearby> nearby_;
};

}  // namespace macrolint
