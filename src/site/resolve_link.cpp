#include "site/resolve_link.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "link/url.h"
#include "page/shortcodes.h"
#include "site/follow_redirects.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using State = ResolvedLink::State;

/// The path of the folder that references from a page count from (`pageFinder` in Hugo's hugolib/pagecollections.go):
/// for a leaf bundle the folder that the bundle lies in, unless the reference goes up to a file.
std::string_view folder_of(const SitePage& page, std::string_view reference) {
  const std::string_view key = page.path.key;
  reference.remove_suffix(reference.ends_with('/') ? 1 : 0);
  const bool has_extension = reference.find('.', reference.rfind('/') + 1) != std::string_view::npos;
  const bool own = page.path.kind == ContentPath::Kind::branch ||
                   (page.path.kind == ContentPath::Kind::leaf && has_extension && reference.starts_with("../"));
  return own ? key : key.substr(0, key.rfind('/'));
}

/// The top of the page, and footnotes, whose ids Goldmark numbers: nobody writes them by hand.
bool is_always_there(std::string_view fragment) {
  return fragment.empty() || equals_ignoring_case(fragment, "top") || fragment.starts_with("fn:") ||
         fragment.starts_with("fnref");
}

/// Without the directive for the browser (https://wicg.github.io/scroll-to-text-fragment/).
std::string fragment_of(std::string_view fragment) { return percent_decoded(fragment.substr(0, fragment.find(":~:"))); }

bool is_web(std::string_view scheme) {
  return equals_ignoring_case(scheme, "https") || equals_ignoring_case(scheme, "http");
}

/// The part of a path below `root`, or nothing if it is not below; `root` has no slash at its end.
std::optional<std::string> path_below(std::string_view path, std::string_view root) {
  if (!path.starts_with(root) || (path.size() > root.size() && path[root.size()] != '/')) {
    return std::nullopt;
  }
  return path.size() == root.size() ? "/" : std::string(path.substr(root.size()));
}

/// An extension of digits only is part of a name, as in `v1.2`.
bool names_file(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  const std::string_view extension = dot == std::string_view::npos ? std::string_view() : name.substr(dot);
  return std::any_of(extension.begin(), extension.end(), [](char byte) { return byte != '.' && !is_digit(byte); }) &&
         extension != ".md" && extension != ".markdown" && extension != ".html" && extension != ".htm";
}

/// Whether a path from the root is looked up as it is written, less a slash at its end. Most are.
bool is_plain_key(std::string_view path) {
  return path.size() > 1 && path.front() == '/' && std::all_of(path.begin(), path.end(), [](char byte) {
           return (byte >= 'a' && byte <= 'z') || is_digit(byte) || byte == '-' || byte == '/' || byte == '_';
         });
}

class LinkResolver {
 public:
  LinkResolver(const Sites& sites, const Site* home, const SitePage* page, const Document& document)
      : sites_(sites), home_(home), page_(page), document_(document) {}

  ResolvedLink resolve(const Link& link) {
    if (link.has_shortcode) {
      resolve_shortcode(link);
      return std::move(result_);
    }
    std::string one_line;
    std::string_view text = link.url;
    // Only HTML lets line breaks into a destination.
    if (link.kind == Link::Kind::html && text.find_first_of("\t\n\r") != std::string_view::npos) {
      one_line = without_line_breaks(text);
      text = one_line;
    }
    const Url url = split_url(text);
    if (url.has_authority) {
      resolve_absolute(url, link);
    } else if ((url.scheme.empty() || is_web(url.scheme)) && home_ != nullptr) {
      // Browsers take `https:/path` for a path.
      result_.site = home_;
      result_.fragment = fragment_of(url.fragment);
      resolve_local(url, link);
    }
    return std::move(result_);
  }

 private:
  void resolve_absolute(const Url& url, const Link& link) {
    if (!url.scheme.empty() && !is_web(url.scheme)) {
      return;
    }
    for (const Site* site : sites_) {
      for (const SiteBase& base : site->bases()) {
        if (!equals_ignoring_case(url.authority, base.authority)) {
          continue;
        }
        const std::string path = percent_decoded(url.path);
        // What was below a former address is at the same path now, if that is the site's.
        const std::optional<std::string> own = path_below(path, site->root());
        if (!path_below(path, base.path).has_value() || !own.has_value()) {
          continue;
        }
        result_.site = site;
        result_.fragment = fragment_of(url.fragment);
        result_.host = base.former ? ResolvedLink::Host::former : ResolvedLink::Host::own;
        look_up(resolved_path("/", *own), link);
        if (base.former && result_.state != State::present && result_.state != State::redirected &&
            result_.state != State::missing_anchor) {
          // The former host may still have what the site has not.
          result_ = {};
        }
        return;
      }
    }
  }

  void resolve_local(const Url& url, const Link& link) {
    if (is_looked_up(link) && home_->kind() == DocumentSet::Kind::hugo && is_plain_key(url.path)) {
      const std::size_t size = url.path.size() - (url.path.ends_with('/') ? 1 : 0);
      if (const SitePage* found = home_->page_with_key(url.path.substr(0, size))) {
        arrive_at(found);
        return;
      }
    }
    std::string path = percent_decoded(url.path);
    // Hugo takes `?x` in a link for the home page, browsers take it for the page itself.
    const bool is_home = url.has_query && home_->kind() == DocumentSet::Kind::hugo && is_looked_up(link);
    if (path.empty() && !is_home) {
      arrive_at(page_);
      return;
    }
    if (home_->kind() == DocumentSet::Kind::plain) {
      resolve_among_files(path, link);
      return;
    }
    if (link.kind != Link::Kind::html) {
      if (path.starts_with("./")) {
        path.erase(0, 2);
      }
      path = path.empty() ? "/" : path;
      const SitePage* found = is_looked_up(link) ? page_named(path) : nullptr;
      if (found != nullptr) {
        arrive_at(found);
        return;
      }
      if (find_resource(path)) {
        return;
      }
    }
    if (!path.starts_with('/') && page_ == nullptr) {
      result_.state = State::unknown;
      return;
    }
    const std::string address = resolved_path(page_ == nullptr ? "/" : page_->address, path);
    // On a site below a path of its host, what lies beside it is not the site's.
    if (auto own = path_below(address, path.starts_with('/') ? home_->root() : "")) {
      look_up(std::move(*own), link);
    }
    if (result_.state == State::missing_page && page_ != nullptr && is_looked_up(link) && path.ends_with(".md")) {
      // Whoever writes the name of a file means the place in `content`.
      const std::string place = resolved_path(std::string(folder_of(*page_, path)) + "/", path);
      result_.path = published_path(std::string_view(place).substr(0, place.size() - 3)) + "/";
    }
  }

  /// Whether Hugo looks the destination up among the pages: it leaves images and HTML to the browser.
  static bool is_looked_up(const Link& link) { return link.kind != Link::Kind::html && link.kind != Link::Kind::image; }

  [[nodiscard]] const SitePage* page_named(const std::string& path) const {
    if (path.starts_with('/')) {
      return home_->page_with_key(page_key(path));
    }
    if (page_ != nullptr) {
      const std::string folder = std::string(folder_of(*page_, path)) + "/";
      if (const SitePage* found = home_->page_with_key(page_key(resolved_path(folder, without_double_slashes(path))))) {
        return found;
      }
    }
    return path.starts_with('.') ? nullptr : home_->page_with_key(page_key("/" + path));
  }

  /// Looks for a file in the page's bundle or among the assets, by its name from there.
  bool find_resource(const std::string& path) {
    const std::string name = path.substr(path.starts_with('/') ? 1 : 0);
    if (page_ != nullptr && page_->path.kind != ContentPath::Kind::page && home_->has_resource(*page_, name)) {
      result_.path = resolved_path(page_->address, name);
      result_.state = State::present;
    } else if (home_->has_asset(name)) {
      result_.path = "/" + name;
      result_.state = State::present;
    }
    return result_.state == State::present;
  }

  /// What a web server makes of an address of the site.
  void look_up(std::string address, const Link& link) {
    const Site& site = *result_.site;
    if (const SitePage* page = site.page_at(address)) {
      arrive_at(page);
      return;
    }
    result_.path = std::move(address);
    if (site.has_file(result_.path)) {
      result_.state = State::present;
    } else if (auto route = follow_redirects(site, result_.path)) {
      result_.state = route->loops ? State::redirect_loop : State::redirected;
      result_.redirect = route->first;
      result_.page = route->page;
      result_.path = std::move(route->target);
    } else {
      result_.state =
          link.kind == Link::Kind::image || names_file(result_.path) ? State::missing_file : State::missing_page;
    }
  }

  /// In a folder of plain documents a path means a file or folder; what lies outside is not ours to judge.
  void resolve_among_files(const std::string& path, const Link& link) {
    const Site& site = *home_;
    if (page_ == nullptr || leads_above_root(page_->address, path)) {
      result_.state = State::unknown;
      return;
    }
    const std::string address = resolved_path(page_->address, path);
    const std::string_view folder =
        std::string_view(address).substr(0, address.size() - (address.size() > 1 && address.ends_with('/') ? 1 : 0));
    if (const SitePage* page = site.page_at(address)) {
      arrive_at(page);
      return;
    }
    result_.path = address;
    if (site.has_file(address) || site.has_folder(folder) || address == "/") {
      result_.state = State::present;
    } else if (path.starts_with('/')) {
      // Counts from the repository's root, which may lie above the folder.
      result_.state = State::unknown;
    } else {
      result_.state = link.kind == Link::Kind::image || names_file(address) ? State::missing_file : State::missing_page;
    }
  }

  void arrive_at(const SitePage* page) {
    result_.page = page;
    if (page == nullptr) {
      result_.state = State::unknown;
      return;
    }
    const bool there = is_always_there(result_.fragment) || page->document == nullptr ||
                       result_.site->anchors(*page).contains(result_.fragment);
    result_.state = there ? State::present : State::missing_anchor;
  }

  /// `ref` and `relref` are Hugo's own; what other shortcodes make is not known.
  void resolve_shortcode(const Link& link) {
    result_.state = State::unknown;
    const auto tag =
        std::lower_bound(document_.shortcodes.begin(), document_.shortcodes.end(), link.destination.begin,
                         [](const ShortcodeTag& one, std::uint32_t begin) { return one.span.begin < begin; });
    if (home_ == nullptr || tag == document_.shortcodes.end() || tag->span != link.destination) {
      return;
    }
    const std::string_view name = document_.source->slice(tag->name);
    if (name != "ref" && name != "relref") {
      return;
    }
    const Url url = split_url(first_parameter(*document_.source, *tag));
    result_.site = home_;
    result_.fragment = fragment_of(url.fragment);
    const std::string path = percent_decoded(url.path);
    const SitePage* found = path.empty() ? page_ : page_named(path);
    if (found == nullptr && path.find('/') == std::string::npos) {
      found = home_->page_named(path);
    }
    if (found != nullptr) {
      arrive_at(found);
    } else if (page_ != nullptr && !path.empty()) {
      result_.path = path;
      result_.state = State::missing_page;
    }
  }

  const Sites& sites_;
  const Site* home_;
  const SitePage* page_;
  const Document& document_;
  ResolvedLink result_;
};

}  // namespace

ResolvedLink resolve_link(const Sites& sites, const Site* home, const SitePage* page, const Document& document,
                          const Link& link) {
  return LinkResolver(sites, home, page, document).resolve(link);
}

}  // namespace macrolint
