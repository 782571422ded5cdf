#include "rule/link_findings.h"

#include <fmt/format.h>

#include "link/url.h"

namespace macrolint {

namespace {

/// Empty if the link's text cannot be replaced as a whole.
std::vector<Edit> replacement(const Document& document, const Link& link, std::string text) {
  if (link.destination.empty() || link.has_shortcode) {
    return {};
  }
  std::vector<Edit> edits;
  edits.push_back({{document.source, link.destination}, std::move(text)});
  return edits;
}

}  // namespace

Diagnostic& report_link(const Reporter& reporter, const Document& document, const Link& link, std::string message) {
  const Span place = link.place_of_destination();
  return reporter.report({document.source, place}, std::string(document.source->slice(place)), std::move(message));
}

void report_redirected(const Reporter& reporter, const Document& document, const Link& link,
                       const ResolvedLink& resolved, std::string message) {
  Diagnostic& diagnostic = report_link(reporter, document, link, std::move(message));
  diagnostic.suggestions.push_back(link_elsewhere(document, link, resolved, resolved.address(), Applicability::safe));
  if (resolved.redirect != nullptr) {
    diagnostic.related.push_back({resolved.redirect->place, "the redirect is here"});
  }
}

bool is_malformed(const Link& link) { return !link.is_well_formed; }

bool is_overdue(const Project& project, const ResolvedLink& resolved) {
  const Redirect* redirect = resolved.redirect;
  return redirect != nullptr && !redirect->remove_after.empty() && redirect->remove_after < project.today;
}

Suggestion link_elsewhere(const Document& document, const Link& link, const ResolvedLink& resolved,
                          std::string_view target, Applicability applicability) {
  const Site& site = *resolved.site;
  const Url written = split_url(link.url);
  const Url aim = split_url(target);
  const SitePage* from = site.page_of(document);
  const bool needs_host = link.kind == Link::Kind::autolink || !site.owns(document);
  std::string text;
  if (!aim.scheme.empty()) {
    text = safe_in_destination(target.substr(0, target.find_first_of("?#")));
  } else if (needs_host && site.documents().base_urls.empty()) {
    return {fmt::format("the page is at `{}` now", target), Applicability::unsafe, {}};
  } else if (needs_host) {
    const Url base = split_url(site.documents().base_urls.front());
    text =
        fmt::format("{}://{}", base.scheme, base.authority) + percent_encoded(site.root()) + percent_encoded(aim.path);
  } else if (site.kind() == DocumentSet::Kind::plain && from != nullptr) {
    text = percent_encoded(relative_path(from->address, aim.path));
  } else {
    text = percent_encoded(site.root()) + percent_encoded(aim.path);
  }
  if (aim.has_query || written.has_query) {
    text += "?" + safe_in_destination(aim.has_query ? aim.query : written.query);
  }
  if (aim.has_fragment || written.has_fragment) {
    text += "#" + safe_in_destination(aim.has_fragment ? aim.fragment : written.fragment);
  }
  std::string message = applicability == Applicability::safe ? fmt::format("link to `{}`", text)
                                                             : fmt::format("did you mean `{}`?", text);
  return {std::move(message), applicability, replacement(document, link, text)};
}

Suggestion other_fragment(const Document& document, const Link& link, std::string_view fragment) {
  const std::string_view url = link.url;
  const std::string text = safe_in_destination(url.substr(0, url.find('#'))) + "#" + percent_encoded(fragment);
  return {fmt::format("did you mean `#{}`?", fragment), Applicability::unsafe, replacement(document, link, text)};
}

}  // namespace macrolint
