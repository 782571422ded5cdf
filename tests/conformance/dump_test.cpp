#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "catch.h"
#include "conformance/awkward_site.h"
#include "conformance/built_site.h"
#include "conformance/judge.h"

namespace macrolint::conformance {

namespace {

std::string_view name_of(BuiltLink::Kind kind) {
  switch (kind) {
    case BuiltLink::Kind::link:
      return "link";
    case BuiltLink::Kind::image:
      return "image";
    case BuiltLink::Kind::html_link:
      return "html_link";
    case BuiltLink::Kind::html_image:
      return "html_image";
  }
  return "";
}

/// A tab or a line break would end the field.
std::string field(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\t' || c == '\n' || c == '\\') {
      result += c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\\\";
    } else {
      result += c;
    }
  }
  return result;
}

std::map<std::string_view, int> dump(const BuiltSite& site, const std::string& folder) {
  std::ofstream links(folder + "/links.tsv");
  std::ofstream ids(folder + "/ids.tsv");
  std::ofstream addresses(folder + "/addresses.tsv");
  std::map<std::string_view, int> counts;
  for (const BuiltPage& page : site.pages) {
    addresses << field(page.source) << '\t' << field(page.address) << '\n';
    for (const std::string& id : page.ids) {
      ids << field(page.source) << '\t' << field(id) << '\n';
    }
    for (const BuiltLink& link : page.links) {
      const std::string_view verdict = name_of(judge(site, page, link));
      ++counts[verdict];
      links << field(page.source) << '\t' << name_of(link.kind) << '\t' << field(link.written) << '\t'
            << field(link.resolved) << '\t' << verdict << '\n';
    }
  }
  std::ofstream aliases(folder + "/aliases.tsv");
  for (const auto& [from, to] : site.aliases) {
    aliases << field(from) << '\t' << field(to) << '\n';
  }
  std::ofstream redirects(folder + "/redirects.txt");
  for (const Redirect& redirect : site.redirects) {
    redirects << redirect.from << ' ' << redirect.to << ' ' << redirect.status << '\n';
  }
  std::ofstream files(folder + "/files.txt");
  for (const std::string& file : site.files) {
    files << file << '\n';
  }
  std::ofstream(folder + "/hugo.log") << site.log;
  return counts;
}

}  // namespace

/// Writes everything that the judge knows about a site, for looking into differences: run with `[.dump]` and the
/// environment variables `MACROLINT_DUMP` (an existing folder) and `MACROLINT_SITE` (the site's folder; without it, the
/// awkward site).
TEST_CASE("What the judge sees is written down", "[.dump]") {
  const char* site_folder = std::getenv("MACROLINT_SITE");
  const char* folder = std::getenv("MACROLINT_DUMP");
  REQUIRE(folder != nullptr);
  const std::string public_folder = std::string(folder) + "/public";
  const AwkwardSite awkward;
  const std::string chosen = site_folder == nullptr ? awkward.folder() : site_folder;
  const BuiltSite site = build_site(chosen, "https://handbook.gitlab.com/", public_folder);
  for (const auto& [verdict, count] : dump(site, folder)) {
    std::cout << verdict << ' ' << count << '\n';
  }
  std::cout << site.log;
}

}  // namespace macrolint::conformance
