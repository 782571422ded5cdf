#include "cli/rule_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <variant>

#include "cli/load_configuration.h"
#include "disk/disk.h"
#include "lint/lint.h"
#include "output/paint.h"
#include "output/printable.h"
#include "rule/example_external.h"
#include "rule/example_history.h"

namespace macrolint::cli {

namespace {

template <typename... Arguments>
void append(std::string& text, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
}

/// A file's text with everything escaped that is no text, ending with a line end.
std::string shown_text(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    shown += printable(text.substr(0, end)) + '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return shown;
}

std::string indented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    result += (line.empty() ? "" : "    " + std::string(line)) + '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return result;
}

/// Whether a line break in Markdown only ends a line of its source, not a paragraph or a list item.
bool is_soft_break(std::string_view after) {
  constexpr std::string_view starts_of_blocks = "\n-*|#> `";
  return !after.empty() && starts_of_blocks.find(after.front()) == std::string_view::npos;
}

/// Markdown with its paragraphs broken into lines that fit a terminal.
std::string wrapped(std::string_view text) {
  constexpr std::size_t columns = 100;
  std::string result;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::size_t width = count_characters(text.substr(0, end));
    if (column > 0 && column + 1 + width > columns) {
      result += '\n';
      column = 0;
    } else if (column > 0) {
      result += ' ';
      ++column;
    }
    result += text.substr(0, end);
    column += width;
    text.remove_prefix(end);
    if (text.starts_with('\n') && (column == 0 || !is_soft_break(text.substr(1)))) {
      result += '\n';
      column = 0;
    }
    text.remove_prefix(std::min<std::size_t>(1, text.size()));
  }
  return result;
}

std::string without_last_blank_lines(std::string text) {
  while (text.ends_with("\n\n")) {
    text.pop_back();
  }
  return text;
}

/// A fence that is longer than every run of backticks in the text.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char character : text) {
    run = character == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

std::string_view language_of(std::string_view path) {
  if (path.ends_with(".yaml") || path.ends_with(".yml")) {
    return "yaml";
  }
  if (path.ends_with(".json")) {
    return "json";
  }
  return path.ends_with(".md") ? "markdown" : "text";
}

void append_fenced(std::string& text, std::string_view language, const std::string& content) {
  const std::string fence = fence_for(content);
  append(text, "{}{}\n{}{}\n\n", fence, language, content, fence);
}

void append_files_as_markdown(std::string& text, std::string_view archive) {
  const MemoryDisk disk = MemoryDisk::from_archive(archive);
  for (const auto& [path, content] : disk.files()) {
    append(text, "`{}`:\n\n", printable(path));
    append_fenced(text, language_of(path), shown_text(content));
  }
}

void append_files_as_text(std::string& text, std::string_view archive, bool color) {
  const MemoryDisk disk = MemoryDisk::from_archive(archive);
  for (const auto& [path, content] : disk.files()) {
    append(text, "  {}\n{}\n", painted(printable(path), Paint::gutter, color), indented(shown_text(content)));
  }
}

void append_rule_as_markdown(std::string& text, const Rule& rule) {
  append(text, "## {}\n\n{}\n\nDefault severity: {}.\n\n", rule.name, rule.explanation, name_of(rule.severity));
  text += "Reported:\n\n";
  append_files_as_markdown(text, rule.bad);
  text += "The output:\n\n";
  append_fenced(text, "text", without_last_blank_lines(output_of_example(rule.bad, {})));
  text += "Not reported:\n\n";
  append_files_as_markdown(text, rule.good);
}

}  // namespace

std::string output_of_example(std::string_view archive, const TextStyle& style) {
  const MemoryDisk disk = MemoryDisk::from_archive(archive);
  const auto written = disk.files().find(std::string(configuration_name));
  const std::string text = written == disk.files().end() ? std::string(default_example_configuration) : written->second;
  auto parsed = parse_configuration(std::string(configuration_name), text, rule_names());
  if (const auto* errors = std::get_if<std::vector<ConfigurationError>>(&parsed); errors != nullptr) {
    std::string output;
    for (const ConfigurationError& error : *errors) {
      append(output, "{}:{}:{}: error: {}\n", configuration_name, error.position.line, error.position.column,
             error.message);
    }
    return output;
  }
  LintOptions options;
  options.reading.today = example_day;
  options.reading.read_history = [&](const Configuration&, const HistoryRequest&) { return history_of_example(disk); };
  options.reading.check_external = [&](const ExternalRequest&) { return external_outcomes_of_example(disk); };
  const LintResult result = lint(std::get<Configuration>(std::move(parsed)), disk, options);
  return format_diagnostics(result.diagnostics, style);
}

std::string rule_page(const Rule& rule, bool color) {
  const auto heading = [&](std::string_view words) { return painted(words, Paint::strong, color); };
  std::string text;
  append(text, "{} ({})\n\n{}.\n\n{}\n\n", heading(rule.name), name_of(rule.severity), rule.summary,
         wrapped(rule.explanation));
  append(text, "{}\n\n", heading("Reported:"));
  append_files_as_text(text, rule.bad, color);
  TextStyle style;
  style.color = color;
  append(text, "{}\n\n{}\n", heading("The output:"),
         indented(without_last_blank_lines(output_of_example(rule.bad, style))));
  append(text, "{}\n\n", heading("Not reported:"));
  append_files_as_text(text, rule.good, color);
  return without_last_blank_lines(std::move(text));
}

std::string rules_document(std::span<const Rule* const> rules) {
  std::string text =
      "# Rules\n\n"
      "<!-- Written by `macrolint rules --format markdown`; change the rules in `src/rules` instead. -->\n\n"
      "Each rule can be set to `off`, `note`, `warning` or `error` under `rules` in `.macrolint.yml` or with\n"
      "`macrolint check --rule NAME=SEVERITY`. `macrolint explain RULE` prints the same text as below.\n\n"
      "| Rule | Default | What it finds |\n"
      "|---|---|---|\n";
  for (const Rule* rule : rules) {
    append(text, "| [{0}](#{0}) | {1} | {2} |\n", rule->name, name_of(rule->severity), rule->summary);
  }
  text += '\n';
  for (const Rule* rule : rules) {
    append_rule_as_markdown(text, *rule);
  }
  return without_last_blank_lines(std::move(text));
}

}  // namespace macrolint::cli
