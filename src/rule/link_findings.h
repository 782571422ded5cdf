#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "index/notable_links.h"
#include "index/project.h"
#include "rule/rule.h"

namespace macrolint {

/// Calls `visit(link, resolved)` for each link of the document that was found in that state.
template <typename Visit>
void for_each_link(const Project& project, const Document& document, ResolvedLink::State state, const Visit& visit) {
  for (const NotableLink& link : notable_links_of(project, document)) {
    if (link.state == state) {
      visit(*link.link, follow_link(project, document, *link.link));
    }
  }
}

/// Reports something about a link, at its destination.
Diagnostic& report_link(const Reporter& reporter, const Document& document, const Link& link, std::string message);

/// Reports a link that is redirected, with the redirect and the way to do without.
void report_redirected(const Reporter& reporter, const Document& document, const Link& link,
                       const ResolvedLink& resolved, std::string message);

/// Whether `link-malformed` says what is wrong with the link already.
[[nodiscard]] bool is_malformed(const Link& link);

/// Whether the day is over after which the redirect that the link needs was to be removed.
[[nodiscard]] bool is_overdue(const Project& project, const ResolvedLink& resolved);

/// A suggestion to let the link lead to `target`, an address on the site of `resolved` or an absolute URL; query and
/// fragment stay, unless the target has its own. A page of the site needs no host for it, and a plain document a
/// relative path; elsewhere, as in a macro, and in `<…>` the site is named by the first of its `base_urls`. What is not
/// certain is put as a question.
[[nodiscard]] Suggestion link_elsewhere(const Document& document, const Link& link, const ResolvedLink& resolved,
                                        std::string_view target, Applicability applicability);

/// A suggestion to name another anchor of the same page.
[[nodiscard]] Suggestion other_fragment(const Document& document, const Link& link, std::string_view fragment);

}  // namespace macrolint
