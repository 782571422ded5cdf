#include "conformance/comparison.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "conformance/hugo_build.h"
#include "conformance/page_links.h"
#include "disk/disk.h"
#include "lint/lint.h"

namespace macrolint::conformance {

namespace {

using Kind = Difference::Kind;

constexpr std::string_view there = "there";

/// By source and address; lists of sections without a file have no source.
using PagesByName = std::map<std::pair<std::string, std::string>, const SitePage*>;

PagesByName published_pages(const Site& site) {
  const std::string content = site.documents().folder.path + "/content/";
  PagesByName pages;
  for (const SitePage& page : site.pages()) {
    if (page.published) {
      const std::string source = page.document == nullptr ? "" : page.document->source->path.substr(content.size());
      pages.emplace(std::pair(source, page.address), &page);
    }
  }
  return pages;
}

Difference only_judged(Kind kind, const std::string& source, const std::string& text) {
  Difference difference;
  difference.kind = kind;
  difference.source = source;
  difference.text = text;
  difference.judged = there;
  return difference;
}

Difference only_found(Kind kind, const std::string& source, const std::string& text) {
  Difference difference = only_judged(kind, source, text);
  difference.judged.swap(difference.found);
  return difference;
}

/// Goldmark numbers footnotes; no page names these ids.
bool is_of_footnote(const std::string& id) { return id.compare(0, 3, "fn:") == 0 || id.compare(0, 5, "fnref") == 0; }

void compare_ids(const BuiltPage& judged, const std::set<std::string>& found, Comparison& comparison) {
  for (const std::string& id : judged.ids) {
    if (found.count(id) == 0 && !is_of_footnote(id)) {
      comparison.differences.push_back(only_judged(Kind::id, judged.source, id));
    }
  }
  for (const std::string& id : found) {
    if (judged.ids.count(id) == 0 && !id.empty()) {
      comparison.differences.push_back(only_found(Kind::id, judged.source, id));
    }
  }
}

}  // namespace

std::string described(const Difference& difference) {
  const char* kind = difference.kind == Kind::address ? "address" : difference.kind == Kind::id ? "id" : "link";
  const auto side = [](const std::string& verdict, const std::string& target) {
    return verdict.empty() ? std::string("nothing") : target.empty() ? verdict : verdict + " " + target;
  };
  return fmt::format("{} {} in {}: judge: {}, macrolint: {}", kind, difference.text, difference.source,
                     side(difference.judged, difference.judged_target),
                     side(difference.found, difference.found_target));
}

std::unique_ptr<Project> read_site(const std::string& folder, const std::string& base_url) {
  Configuration configuration;
  DocumentSet site;
  site.kind = DocumentSet::Kind::hugo;
  site.folder.path = folder;
  site.base_urls = {base_url};
  configuration.documents.push_back(std::move(site));
  return read_project(std::move(configuration), RealDisk("/"), {2, std::string(build_day)});
}

Comparison compare(const BuiltSite& judged, const Project& project, std::string_view folder) {
  const Site& site = project.sites.front();
  PagesByName pages = published_pages(site);
  Comparison comparison;
  for (const BuiltPage& page : judged.pages) {
    if (page.source.compare(0, folder.size(), folder) != 0) {
      continue;
    }
    ++comparison.pages;
    const auto own = pages.find({page.source, page.address});
    if (own == pages.end()) {
      comparison.differences.push_back(only_judged(Kind::address, page.source, page.address));
      continue;
    }
    const auto& anchors = site.anchors(*own->second).ordered();
    compare_ids(page, {anchors.begin(), anchors.end()}, comparison);
    compare_links(judged, page, project, *own->second, comparison);
    pages.erase(own);
  }
  for (const auto& [name, page] : pages) {
    if (name.first.compare(0, folder.size(), folder) == 0) {
      comparison.differences.push_back(only_found(Kind::address, name.first, name.second));
    }
  }
  return comparison;
}

}  // namespace macrolint::conformance
