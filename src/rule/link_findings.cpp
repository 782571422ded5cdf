#include "rule/link_findings.h"

#include <fmt/format.h>

#include "link/link_defect.h"
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

std::string written_destination(const Document& document, const Link& link) {
  return std::string(document.source->slice(link.place_of_destination()));
}

bool is_malformed(const Link& link) { return !find_link_defect(link.url).message.empty(); }

bool is_overdue(const Project& project, const ResolvedLink& resolved) {
  const Redirect* redirect = resolved.redirect;
  return redirect != nullptr && !redirect->remove_after.empty() && redirect->remove_after < project.today;
}

Suggestion link_elsewhere(const Document& document, const Link& link, const ResolvedLink& resolved,
                          std::string_view target, Applicability applicability) {
  const Url written = split_url(link.url);
  const Url aim = split_url(target);
  std::string text;
  if (!aim.scheme.empty()) {
    text = safe_in_destination(target.substr(0, target.size() - (aim.has_fragment ? aim.fragment.size() + 1 : 0)));
  } else {
    const DocumentSet& documents = resolved.site->documents();
    const bool needs_host = link.kind == Link::Kind::autolink || !resolved.site->owns(document);
    if (needs_host && documents.base_urls.empty()) {
      return {fmt::format("the page is at `{}` now", target), Applicability::unsafe, {}};
    }
    if (needs_host) {
      const Url base = split_url(documents.base_urls.front());
      text = fmt::format("{}://{}", base.scheme, base.authority);
    }
    text += percent_encoded(resolved.site->root());
    text += percent_encoded(aim.path);
  }
  if (!written.query.empty()) {
    text += "?" + safe_in_destination(written.query);
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
