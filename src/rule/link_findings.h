#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "index/project.h"

namespace macrolint {

/// The destination as it stands in the document: what a finding about a link is about.
[[nodiscard]] std::string written_destination(const Document& document, const Link& link);

/// Whether `link-malformed` says what is wrong with the link already.
[[nodiscard]] bool is_malformed(const Link& link);

/// Whether the day is over after which the redirect that the link needs was to be removed.
[[nodiscard]] bool is_overdue(const Project& project, const ResolvedLink& resolved);

/// A suggestion to let the link lead to `target`, an address on the site of `resolved` or an absolute URL; query and
/// fragment stay, unless the target has a fragment. A page of the site needs no host for it; elsewhere, as in a macro,
/// and in `<…>` the site is named by the first of its `base_urls`. What is not certain is put as a question.
[[nodiscard]] Suggestion link_elsewhere(const Document& document, const Link& link, const ResolvedLink& resolved,
                                        std::string_view target, Applicability applicability);

/// A suggestion to name another anchor of the same page.
[[nodiscard]] Suggestion other_fragment(const Document& document, const Link& link, std::string_view fragment);

}  // namespace macrolint
