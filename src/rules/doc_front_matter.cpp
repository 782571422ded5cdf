#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "page/toml_problem.h"
#include "rule/rule.h"
#include "yaml/yaml.h"

namespace macrolint {

namespace {

void check_yaml(const Document& document, const Reporter& reporter) {
  const FrontMatter& front_matter = document.front_matter;
  const Source& source = *document.source;
  if (front_matter.is_sound) {
    return;
  }
  const yaml::Document parsed = yaml::parse(source.text, front_matter.content);
  for (const yaml::Problem& problem : parsed.problems) {
    reporter.report({&source, problem.span}, problem.subject, fmt::format("In the front matter: {}", problem.message));
  }
  if (parsed.problems.empty() && parsed.root.has_value() && parsed.root->kind != yaml::Kind::mapping &&
      !parsed.root->is_null()) {
    reporter.report({&source, parsed.root->span}, std::string(source.slice(parsed.root->span)),
                    "The front matter is not a list of `key: value` lines, which is what Hugo expects.");
  }
}

void check_toml(const Document& document, const Reporter& reporter) {
  const Source& source = *document.source;
  const Span content = document.front_matter.content;
  if (const auto problem = find_toml_problem(source.slice(content))) {
    const Span span{content.begin + problem->span.begin, content.begin + problem->span.end};
    reporter.report({&source, span}, std::string(source.slice(span)),
                    fmt::format("The front matter is not valid TOML; Hugo cannot build the page. The parser says: {}.",
                                problem->reason));
  }
}

void check(const Project&, const Document& document, const Reporter& reporter) {
  const FrontMatter& front_matter = document.front_matter;
  const Source& source = *document.source;
  if (front_matter.format == FrontMatter::Format::none) {
    return;
  }
  if (front_matter.defect == FrontMatter::Defect::unterminated) {
    const std::string_view opening = source.slice({front_matter.whole.begin, front_matter.whole.begin + 3});
    const bool json = front_matter.format == FrontMatter::Format::json;
    const std::uint32_t length = json ? 1 : 3;
    reporter.report(
        {&source, {front_matter.whole.begin, front_matter.whole.begin + length}},
        std::string(opening.substr(0, length)),
        json ? "The front matter is a JSON object that never closes; Hugo cannot build the page. Close it with `}`."
             : fmt::format("The front matter never ends; Hugo cannot build the page. Close it with a line `{}`.",
                           opening));
    return;
  }
  if (front_matter.format == FrontMatter::Format::yaml) {
    check_yaml(document, reporter);
  } else if (front_matter.format == FrontMatter::Format::toml) {
    check_toml(document, reporter);
  } else if (front_matter.format == FrontMatter::Format::json &&
             !nlohmann::json::accept(source.slice(front_matter.content))) {
    reporter.report({&source, {front_matter.content.begin, front_matter.content.begin + 1}}, "{",
                    "The front matter is not valid JSON; Hugo cannot build the page.");
  }
}

}  // namespace

extern const Rule doc_front_matter;
const Rule doc_front_matter = {
    .name = "doc-front-matter",
    .severity = Severity::error,
    .summary = "A page's front matter is broken",
    .explanation =
        "The front matter at the top of a Hugo page has to end and has to be valid: YAML between `---` lines without a "
        "key that stands twice, TOML between `+++` lines, or a JSON object. Otherwise Hugo refuses to build the site, "
        "or "
        "silently takes one of two values. Correct the line that is named.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "---\n"
        "title: Returns\n"
        "description: How to send a device back\n"
        "title: Sending a device back\n"
        "---\n"
        "\n"
        "Ask for the serial number first.\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "---\n"
        "title: Returns\n"
        "description: How to send a device back\n"
        "---\n"
        "\n"
        "Ask for the serial number first.\n",
    .check_document = check,
};

}  // namespace macrolint
