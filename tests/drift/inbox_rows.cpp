#include "drift/inbox_rows.h"

#include <fmt/format.h>

#include "catch.h"
#include "support/lint_archive.h"

namespace macrolint {

namespace {

constexpr std::string_view sites =
    "documents:\n- {kind: hugo, path: site, base_urls: [\"https://docs.example.net\"]}\n"
    "instances:\n  main:\n    sync:\n      path: macros\n      urls: "
    "[\"https://gitlab.com/acme/macros/-/blob/main/\"]\n"
    "rules: {inbox-unknown: off}\n";

}  // namespace

std::string inbox_configuration(std::string_view rest) {
  return fmt::format("-- .macrolint.yml --\nversion: 1\n{}{}", sites, rest);
}

std::string macro(const std::string& title, const std::string& text) {
  std::string path = title;
  for (std::size_t colons = path.find("::"); colons != std::string::npos; colons = path.find("::")) {
    path.replace(colons, 2, "/");
  }
  return fmt::format(
      "-- macros/active/{}.yaml --\ntitle: '{}'\nactive: true\nactions:\n- field: 'comment_value'\n  value: '{}'\n",
      path, title, text);
}

std::string html_macro(const std::string& title, const std::string& html) {
  std::string text = macro(title, html);
  text.replace(text.find("comment_value"), 13, "comment_value_html");
  return text;
}

std::string page(const std::string& name, const std::string& text) {
  return fmt::format("-- site/content/{}.md --\n{}", name, text);
}

void check_rows(const std::string& configuration, const std::vector<InboxRow>& rows) {
  const std::string rule = " drift-inbox ";
  const std::string folder = "site/content/";
  for (const InboxRow& row : rows) {
    INFO(row.what);
    std::vector<std::string> found;
    for (std::string finding : lint_archive(configuration, row.files)) {
      const std::size_t at = finding.find(rule);
      if (at != std::string::npos) {
        finding.replace(at, rule.size(), " ");
        found.push_back(finding.starts_with(folder) ? finding.substr(folder.size()) : finding);
      }
    }
    CHECK(found == row.findings);
  }
}

}  // namespace macrolint
