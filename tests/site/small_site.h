#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "configuration/configuration.h"
#include "index/project.h"

namespace macrolint {

/// The one document set of a small project.
struct SmallSiteOptions {
  DocumentSet::Kind kind = DocumentSet::Kind::hugo;
  std::vector<std::string> base_urls = {"https://a.org"};
  std::vector<std::string> former_base_urls;
};

/// Reads a site from files in the txtar format, on 2026-01-15.
[[nodiscard]] std::unique_ptr<Project> read_small_site(std::string_view archive, const SmallSiteOptions& options = {});

/// Where the links of a page lead, one a line: `written -> path#fragment state`.
[[nodiscard]] std::vector<std::string> resolved_links(const Project& project, std::string_view page);

/// The addresses of the pages that are published.
[[nodiscard]] std::vector<std::string> published_addresses(const Project& project);

}  // namespace macrolint
