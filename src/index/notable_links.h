#pragma once

#include <vector>

#include "index/project.h"

namespace macrolint {

/// Follows a link of a document. Not kept for all links: a page may use a long address often.
[[nodiscard]] ResolvedLink follow_link(const Project& project, const Document& document, const Link& link);

/// Follows the links of a document and returns, in order, those that are broken, moved, or that name the site by a
/// host. A text that pages include is looked at as part of the first of them.
[[nodiscard]] std::vector<NotableLink> notable_links(const Project& project, const Document& document);

/// The links of a document that were found notable when the project was read.
[[nodiscard]] const std::vector<NotableLink>& notable_links_of(const Project& project, const Document& document);

}  // namespace macrolint
