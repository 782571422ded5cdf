#include "conformance/built_site.h"

#include <filesystem>

#include "conformance/hugo_build.h"
#include "conformance/page_html.h"

namespace macrolint::conformance {

namespace {

/// What the theme and Hugo's own aliases start with.
constexpr std::string_view doctype = "<!DOCTYPE html>";

/// `/a/index.html` is served as `/a/`.
std::string address_of(const std::string& file) {
  constexpr std::string_view index = "/index.html";
  const bool is_index =
      file.size() >= index.size() && std::string_view(file).substr(file.size() - index.size()) == index;
  return is_index ? file.substr(0, file.size() - index.size() + 1) : file;
}

void read_page(const std::string& file, const std::string& html, BuiltSite& site) {
  PublishedHtml page = read_html(html);
  if (page.kind == PublishedHtml::Kind::page) {
    page.page.address = address_of(file);
    site.pages.push_back(std::move(page.page));
  } else if (page.kind == PublishedHtml::Kind::alias) {
    site.aliases[address_of(file)] = page.sends_to;
  }
}

}  // namespace

BuiltSite build_site(const std::string& site_folder, const std::string& base_url) {
  const HugoBuild build(site_folder, base_url);
  BuiltSite site;
  site.base_url = base_url;
  site.log = build.log();
  const std::filesystem::path root = build.public_folder();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) {
      site.files.insert((std::filesystem::path("/") / entry.path().lexically_relative(root)).string());
    }
  }
  for (const std::string& file : site.files) {
    // A page can have any address, `/a/v1.2` too, so its text has to tell.
    const std::string text = text_of(root.string() + file);
    if (text.compare(0, doctype.size(), doctype) == 0) {
      read_page(file, text, site);
    }
  }
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    site.addresses[site.pages[i].address] = i;
  }
  if (site.files.erase("/_redirects") != 0) {
    site.redirects = parse_redirects(text_of(root.string() + "/_redirects"));
  }
  return site;
}

}  // namespace macrolint::conformance
