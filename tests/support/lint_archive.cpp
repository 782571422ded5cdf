#include "support/lint_archive.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "catch.h"
#include "disk/disk.h"
#include "rule/example_external.h"
#include "rule/example_history.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

constexpr const char* configuration_path = ".macrolint.yml";

Configuration configuration_of(const MemoryDisk& disk) {
  const auto file = disk.files().find(configuration_path);
  std::string text = file == disk.files().end() ? std::string(default_example_configuration) : file->second;
  std::vector<std::string_view> rule_names;
  for (const Rule* rule : all_rules()) {
    rule_names.push_back(rule->name);
  }
  auto parsed = parse_configuration(configuration_path, text, rule_names);
  if (const auto* errors = std::get_if<std::vector<ConfigurationError>>(&parsed)) {
    FAIL("The configuration is wrong: " << errors->front().message);
  }
  return std::move(std::get<Configuration>(parsed));
}

}  // namespace

LintResult lint_files(std::string_view archive, unsigned jobs) {
  const MemoryDisk disk = MemoryDisk::from_archive(archive);
  LintOptions options;
  options.reading = {jobs, std::string(example_day),
                     [&](const Configuration&, const HistoryRequest&) { return history_of_example(disk); },
                     [&](const ExternalRequest&) { return external_outcomes_of_example(disk); }};
  return lint(configuration_of(disk), disk, options);
}

std::string short_form(const Diagnostic& diagnostic) {
  return fmt::format("{}:{}:{} {} {}", diagnostic.place.source->path, diagnostic.begin.line, diagnostic.begin.column,
                     diagnostic.rule, diagnostic.subject);
}

std::vector<std::string> lint_archive(std::string_view archive) {
  const LintResult result = lint_files(archive);
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    lines.push_back(short_form(diagnostic));
  }
  return lines;
}

std::vector<std::string> lint_archive(std::string_view common, std::string_view archive) {
  return lint_archive(std::string(common) + "\n" + std::string(archive));
}

}  // namespace macrolint
