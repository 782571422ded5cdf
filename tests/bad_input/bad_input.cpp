#include "bad_input/bad_input.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "catch.h"

namespace macrolint {

namespace {

constexpr long one_gigabyte = 1L << 30U;
/// Far more than any bad input may cost, and far less than what is quadratic in it does.
constexpr double longest_run_in_seconds = 10;

constexpr std::string_view repository = R"(
-- .macrolint.yml --
version: 1
instances:
  example:
    sync:
      path: macros/sync
      urls: ["https://gitlab.example.com/support/macros/-/blob/main/"]
    managed:
      path: macros/managed
      urls: ["https://gitlab.example.com/support/macro-wording/-/blob/main/"]
documents:
  - kind: hugo
    path: handbook
inboxes:
  - {address: education@example.com, name: Education Program}
inbox_domains: [example.com]
-- macros/managed/active/Good.md --
Hello {{ticket.requester.first_name}}
-- handbook/content/other.md --
Write to nobody@example.com.
)";

constexpr std::string_view expected_finding = "handbook/content/other.md:1 inbox-unknown";

}  // namespace

RepositoryWithBadInput::RepositoryWithBadInput() : folder_(repository) {
  add_macro("Good", R"(---
title: 'Good'
previous_title: 'Good'
description: ''
active: true
actions:
- field: 'comment_value_html'
  value: 'MANAGED_CONTENT'
restriction: null
contains_managed_content: true
)");
}

std::string RepositoryWithBadInput::macro_path(const std::string& name) const {
  return "macros/sync/active/" + name + ".yaml";
}

std::string RepositoryWithBadInput::page_path(const std::string& name) const {
  return "handbook/content/" + name + ".md";
}

void RepositoryWithBadInput::add_macro(const std::string& name, const std::string& text) const {
  folder_.write(macro_path(name), text);
}

void RepositoryWithBadInput::add_page(const std::string& name, const std::string& text) const {
  folder_.write(page_path(name), text);
}

ProgramRun RepositoryWithBadInput::check() const {
  ProgramRun run = run_program_in(folder_.path(), {"check", "--format", "json", "--fail-on", "note"});
  INFO(run.errors);
  INFO("status " << run.status);
  REQUIRE((run.status == 1 || run.status == 3));
#ifndef __SANITIZE_ADDRESS__
  CHECK(run.peak_memory < one_gigabyte);
  CHECK(run.processor_seconds < longest_run_in_seconds);
#endif
  CHECK(nlohmann::json::accept(run.output));
  return run;
}

std::vector<std::string> RepositoryWithBadInput::findings() const {
  const ProgramRun run = check();
  const nlohmann::json result = nlohmann::json::parse(run.output);
  std::vector<std::string> lines;
  bool goes_on = false;
  for (const nlohmann::json& diagnostic : result.at("diagnostics")) {
    std::string line = fmt::format("{}:{} {}", diagnostic.at("path").get<std::string>(),
                                   diagnostic.at("line").get<int>(), diagnostic.at("rule").get<std::string>());
    if (line == expected_finding) {
      goes_on = true;
    } else {
      lines.push_back(std::move(line));
    }
  }
  CHECK(goes_on);
  return lines;
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (std::size_t copy = 0; copy < count; ++copy) {
    result += text;
  }
  return result;
}

std::string macro_with(const std::string& title, const std::string& actions) {
  return fmt::format(
      "---\ntitle: '{0}'\nprevious_title: '{0}'\ndescription: ''\nactive: true\nactions:\n{1}restriction: null\n"
      "contains_managed_content: false\n",
      title, actions);
}

}  // namespace macrolint
