#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "page/page_settings.h"

namespace macrolint {

/// Where a content file stands among Hugo's pages (https://gohugo.io/content-management/page-bundles/).
struct ContentPath {
  enum class Kind : std::uint8_t {
    page,    ///< `a/b.md`
    leaf,    ///< `a/b/index.md`
    branch,  ///< `a/b/_index.md`
  };

  Kind kind = Kind::page;
  /// What the page is looked up by: `/a/b`, in lower case, spaces as hyphens.
  std::string key;
  /// The path without the file's extension, as written: `/a/b`.
  std::string stem;
};

/// A path or name as Hugo looks it up: in lower case, spaces as hyphens.
[[nodiscard]] std::string lookup_form(std::string text);

/// Where the file at `path`, relative to `content`, stands.
[[nodiscard]] ContentPath content_path(std::string_view path);

/// What a reference to a page is looked up by: `path` without a closing slash, the extension of a content file, or
/// `_index` and `index` at its end; in lower case, spaces as hyphens. Starts with a slash.
[[nodiscard]] std::string page_key(std::string path);

/// A path as Hugo writes it into addresses: letters, digits and some marks stay, spaces become hyphens, the rest is
/// dropped; in lower case.
[[nodiscard]] std::string published_path(std::string_view path);

/// The address of a page on its site, such as `/a/b/`. `settings` may be null.
[[nodiscard]] std::string page_address(const ContentPath& path, const PageSettings* settings);

/// An address as those of pages are kept: with a slash at its end and without `index.html`.
[[nodiscard]] std::string page_form(std::string_view address);

/// What a file of a bundle is looked up by; `name` is its path from the bundle's folder.
[[nodiscard]] std::string resource_key(const ContentPath& bundle, std::string_view name);

}  // namespace macrolint
