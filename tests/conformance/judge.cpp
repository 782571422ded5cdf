#include "conformance/judge.h"

#include <filesystem>
#include <optional>

#include "conformance/web_address.h"

namespace macrolint::conformance {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The address under which a server has a page for a path: it adds the last slash and serves `index.html` for it.
template <typename Pages>
std::optional<typename Pages::const_iterator> served(const Pages& pages, const std::string& path) {
  constexpr std::string_view index = "index.html";
  std::string folder = path;
  if (ends_with(path, "/index.html")) {
    folder.resize(path.size() - index.size());
  }
  for (const std::string& address : {path, path + "/", folder}) {
    if (const auto found = pages.find(address); found != pages.end()) {
      return found;
    }
  }
  return std::nullopt;
}

/// Browsers scroll to the top without an id of that name.
bool is_top(std::string fragment) {
  for (char& c : fragment) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return fragment.empty() || fragment == "top";
}

bool looks_like_page(std::string_view path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  return extension.empty() || extension == ".html" || extension == ".htm" || extension == ".md" ||
         extension.find_first_not_of("0123456789", 1) == std::string::npos;
}

Verdict judge_own(const BuiltSite& site, const WebAddress& target, bool is_image) {
  // What follows `:~:` is a text to look for.
  const std::string fragment = target.fragment.substr(0, target.fragment.find(":~:"));
  if (const auto found = served(site.addresses, target.path)) {
    const bool present = is_top(fragment) || site.pages[(*found)->second].ids.count(fragment) != 0;
    return present ? Verdict::present : Verdict::missing_anchor;
  }
  if (served(site.aliases, target.path)) {
    return Verdict::redirected;
  }
  // A page that the site's authors wrote as HTML below `static`; nobody has read its ids.
  if (served(site.files, target.path) || site.files.count(target.path + "index.html") != 0 ||
      site.files.count(target.path + "/index.html") != 0) {
    return Verdict::present;
  }
  if (redirected_to(site.redirects, target.path)) {
    return Verdict::redirected;
  }
  return is_image || !looks_like_page(target.path) ? Verdict::missing_file : Verdict::missing_page;
}

}  // namespace

Verdict judge(const BuiltSite& site, const BuiltPage& page, const BuiltLink& link) {
  const WebAddress home = absolute_address(site.base_url);
  WebAddress base = home;
  base.path = page.address;
  WebAddress target = resolve_address(link.resolved, base);
  // The site answers on both schemes.
  if (target.origin.substr(0, 6) == "http//") {
    target.origin = std::string("https").append(target.origin, 4);
  }
  if (target.origin != home.origin) {
    return Verdict::external;
  }
  const bool is_image = link.kind == BuiltLink::Kind::image || link.kind == BuiltLink::Kind::html_image;
  return judge_own(site, target, is_image);
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::external:
      return "external";
    case Verdict::present:
      return "present";
    case Verdict::missing_page:
      return "missing_page";
    case Verdict::missing_anchor:
      return "missing_anchor";
    case Verdict::missing_file:
      return "missing_file";
    case Verdict::redirected:
      return "redirected";
  }
  return "";
}

}  // namespace macrolint::conformance
