#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "conformance/redirects.h"

namespace macrolint::conformance {

/// A link or an image, from Markdown or from HTML within the page.
struct BuiltLink {
  enum class Kind { link, image, html_link, html_image };
  Kind kind = Kind::link;
  /// The destination as it stands in the Markdown, or the attribute of the HTML element with its entities resolved.
  std::string written;
  /// What the browser gets to see.
  std::string resolved;
};

/// A page that Hugo published.
struct BuiltPage {
  /// The path of its source below `content`; empty for the list page of a section that has no page of its own.
  std::string source;
  /// Its path on the site, such as `/handbook/x/`, with nothing percent-encoded.
  std::string address;
  /// Every `id` and every `name` of a link in the page.
  std::set<std::string> ids;
  /// In the order of the document; those that Hugo adds for footnotes are left out.
  std::vector<BuiltLink> links;
};

/// What a web server would serve.
struct BuiltSite {
  std::string base_url;
  /// In the order of their addresses.
  std::vector<BuiltPage> pages;
  /// Which of `pages` has an address.
  std::map<std::string, std::size_t> addresses;
  /// Every published path, such as `/images/a.png` and `/handbook/index.html`.
  std::set<std::string> files;
  /// Pages that only send the browser on (`aliases`), by address, with the address that they name.
  std::map<std::string, std::string> aliases;
  std::vector<Redirect> redirects;
  /// What Hugo printed.
  std::string log;
};

/// Builds a site with the real `hugo` and reads what it published.
[[nodiscard]] BuiltSite build_site(const std::string& site_folder,
                                   const std::string& base_url = "https://handbook.gitlab.com/");

}  // namespace macrolint::conformance
