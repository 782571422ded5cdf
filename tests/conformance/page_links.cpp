#include "conformance/page_links.h"

#include <algorithm>
#include <map>
#include <optional>

#include "conformance/judge.h"
#include "conformance/web_address.h"
#include "html/entities.h"
#include "site/resolve_link.h"
#include "source/characters.h"

namespace macrolint::conformance {

namespace {

using State = ResolvedLink::State;

constexpr std::string_view unknown = "unknown";

/// A link as one side sees it.
struct SeenLink {
  BuiltLink::Kind kind = BuiltLink::Kind::link;
  /// With escapes and entities resolved, so that both sides have the same text.
  std::string written;
  /// As it stands in the page.
  std::string raw;
  std::string verdict;
  std::string target;
  bool has_shortcode = false;

  [[nodiscard]] bool is_external() const { return verdict == name_of(Verdict::external); }
};

/// The judge tells links from images in HTML, too; macrolint need not.
BuiltLink::Kind common_kind(BuiltLink::Kind kind) {
  return kind == BuiltLink::Kind::html_image ? BuiltLink::Kind::html_link : kind;
}

/// A destination as CommonMark reads it.
std::string unescaped(std::string_view raw) {
  constexpr std::string_view punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  std::string text;
  std::string part;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\\' && i + 1 < raw.size() && punctuation.find(raw[i + 1]) != std::string_view::npos) {
      text += decode_entities(part);
      part.clear();
      text += raw[++i];
    } else {
      part += raw[i];
    }
  }
  return text + decode_entities(part);
}

/// What browsers make of a destination in HTML; in Markdown it can have none of this.
std::string without_line_breaks(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.resize(text.find_last_not_of(' ') + 1);
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return text;
}

std::vector<SeenLink> links_of(const BuiltSite& site, const BuiltPage& page) {
  WebAddress base = absolute_address(site.base_url);
  base.path = page.address;
  std::vector<SeenLink> links;
  for (const BuiltLink& link : page.links) {
    SeenLink seen;
    const bool is_html = link.kind == BuiltLink::Kind::html_link || link.kind == BuiltLink::Kind::html_image;
    seen.kind = common_kind(link.kind);
    seen.written = without_line_breaks(is_html ? link.written : unescaped(link.written));
    seen.raw = link.written;
    seen.verdict = name_of(judge(site, page, link));
    const WebAddress target = resolve_address(link.resolved, base);
    seen.target = target.path + (target.fragment.empty() ? "" : "#" + target.fragment);
    links.push_back(std::move(seen));
  }
  return links;
}

std::string_view verdict_on(const ResolvedLink& link) {
  if (link.host == ResolvedLink::Host::former) {
    return name_of(Verdict::external);
  }
  switch (link.state) {
    case State::external:
      return name_of(Verdict::external);
    case State::unknown:
      return unknown;
    case State::present:
      return name_of(Verdict::present);
    case State::redirected:
    case State::redirect_loop:  // the judge does not follow redirects
      return name_of(Verdict::redirected);
    case State::missing_page:
      return name_of(Verdict::missing_page);
    case State::missing_file:
      return name_of(Verdict::missing_file);
    case State::missing_anchor:
      return name_of(Verdict::missing_anchor);
  }
  return unknown;
}

BuiltLink::Kind kind_of(Link::Kind kind) {
  switch (kind) {
    case Link::Kind::image:
      return BuiltLink::Kind::image;
    case Link::Kind::html:
      return BuiltLink::Kind::html_link;
    case Link::Kind::inline_link:
    case Link::Kind::reference:
    case Link::Kind::autolink:
      break;
  }
  return BuiltLink::Kind::link;
}

void add_links_of(const Sites& sites, const SitePage& page, const Document& text, std::vector<SeenLink>& links) {
  for (const Link& link : text.links) {
    const ResolvedLink resolved = resolve_link(sites, sites.front(), &page, text, link);
    SeenLink seen;
    seen.kind = kind_of(link.kind);
    seen.written = without_line_breaks(std::string(link.url));
    seen.raw = seen.written;
    seen.verdict = verdict_on(resolved);
    seen.target = std::string(resolved.address()) + (resolved.fragment.empty() ? "" : "#" + resolved.fragment);
    seen.has_shortcode = link.has_shortcode;
    links.push_back(std::move(seen));
  }
}

/// Those of the page and of the texts that it includes.
std::vector<SeenLink> links_of(const Sites& sites, const SitePage& page) {
  std::vector<SeenLink> links;
  if (page.document != nullptr) {
    add_links_of(sites, page, *page.document, links);
    for (const ShortcodeTag& tag : page.document->shortcodes) {
      if (const Document* included = sites.front()->included_by(*page.document, tag)) {
        add_links_of(sites, page, *included, links);
      }
    }
  }
  return links;
}

class PageComparison {
 public:
  PageComparison(const std::string& source, Comparison& comparison) : source_(source), comparison_(comparison) {}

  void compare(std::vector<SeenLink> judged, std::vector<SeenLink> found) {
    match(judged, found, [](const SeenLink& one, const SeenLink& other) {
      return !other.has_shortcode && one.kind == other.kind && one.written == other.written;
    });
    // What a shortcode makes of a destination is not in the source; where it leads has to do.
    match(judged, found, [](const SeenLink& one, const SeenLink& other) {
      return other.has_shortcode && one.kind == other.kind && one.verdict == other.verdict &&
             one.target == other.target;
    });
    match(judged, found,
          [](const SeenLink& one, const SeenLink& other) { return other.has_shortcode && one.kind == other.kind; });
    for (const SeenLink& link : judged) {
      add(&link, nullptr);
    }
    for (const SeenLink& link : found) {
      add(nullptr, &link);
    }
  }

 private:
  /// Takes the pairs that fit out of both lists, in the order of the judge's.
  template <typename Fits>
  void match(std::vector<SeenLink>& judged, std::vector<SeenLink>& found, const Fits& fits) {
    std::vector<SeenLink> rest;
    for (SeenLink& link : judged) {
      const auto other =
          std::find_if(found.begin(), found.end(), [&](const SeenLink& candidate) { return fits(link, candidate); });
      if (other == found.end()) {
        rest.push_back(std::move(link));
      } else {
        add(&link, &*other);
        found.erase(other);
      }
    }
    judged = std::move(rest);
  }

  void add(const SeenLink* judged, const SeenLink* found) {
    if ((judged == nullptr || judged->is_external()) && (found == nullptr || found->is_external())) {
      return;
    }
    // Only a build with the real shortcodes can tell.
    if (found != nullptr && found->has_shortcode && found->verdict == unknown) {
      return;
    }
    ++comparison_.links;
    if (judged != nullptr && found != nullptr && judged->verdict == found->verdict) {
      return;
    }
    Difference difference;
    difference.kind = Difference::Kind::link;
    difference.source = source_;
    difference.text = judged == nullptr ? found->raw : judged->raw;
    if (judged != nullptr) {
      difference.judged = judged->verdict;
      difference.judged_target = judged->target;
    }
    if (found != nullptr) {
      difference.found = found->verdict;
      difference.found_target = found->target;
    }
    comparison_.differences.push_back(std::move(difference));
  }

  const std::string& source_;
  Comparison& comparison_;
};

}  // namespace

void compare_links(const BuiltSite& judged_site, const BuiltPage& judged, const Project& project, const SitePage& page,
                   Comparison& comparison) {
  PageComparison(judged.source, comparison)
      .compare(links_of(judged_site, judged), links_of({&project.sites.front()}, page));
}

}  // namespace macrolint::conformance
