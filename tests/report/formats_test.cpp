#include <gumbo.h>

#include <nlohmann/json.hpp>
#include <set>

#include "catch.h"
#include "configuration/schema.h"
#include "output/hostile.h"
#include "output/rendered_markdown.h"
#include "report/report_html.h"
#include "report/report_json.h"
#include "report/report_markdown.h"
#include "rule/rule.h"
#include "support/golden.h"
#include "support/lint_archive.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

Report report_on(const LintResult& result) {
  return make_report(result, Owners(result.project->configuration, MemoryDisk()), {});
}

void check_against_schema(const std::string& json) {
  const yaml::Document document = yaml::parse(json);
  REQUIRE(document.root.has_value());
  for (const yaml::Problem& problem : validate(*document.root, "report.schema.json")) {
    FAIL_CHECK(problem.message);
  }
}

/// Macros and pages whose titles, texts and addresses want to be read as something else.
std::string hostile_files() {
  std::string files;
  std::size_t number = 0;
  for (const char* text :
       {"</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{policy}} {{{data}}}",
        "a\xe2\x80\xa8"
        "b\xe2\x80\xa9"
        "c",
        "<!-- x --> ]]> &lt;", "@all `x` | y"}) {
    const std::string name = std::to_string(number++);
    nlohmann::json quoted = "A::" + std::string(text);
    files += "-- macros/sync/data/active/A/" + name + ".yaml --\ntitle: " + quoted.dump() +
             "\nactive: true\nactions:\n- field: 'comment_value'\n  value: " + quoted.dump() + "\n";
    files += "-- handbook/content/" + name + ".md --\n---\ntitle: " + quoted.dump() + "\n---\nUse the `A::" + text +
             "` macro or the `B::" + text + "` macro.\n";
  }
  return files;
}

/// Names of elements, and of attributes that run something.
void collect(const GumboNode& node, std::multiset<std::string>& seen) {
  if (node.type != GUMBO_NODE_ELEMENT) {
    return;
  }
  const GumboElement& element = node.v.element;
  seen.insert(gumbo_normalized_tagname(element.tag));
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (std::string_view(attribute.name).starts_with("on") || std::string_view(attribute.name) == "style") {
      seen.insert(attribute.name);
    }
  }
  for (unsigned i = 0; i < element.children.length; ++i) {
    collect(*static_cast<const GumboNode*>(element.children.data[i]), seen);
  }
}

std::multiset<std::string> elements_of(const std::string& html) {
  std::multiset<std::string> seen;
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  collect(*output->root, seen);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return seen;
}

void check_page(const std::string& html) {
  const std::multiset<std::string> empty_page = elements_of(format_report_html(Report(), "1.2.3"));
  CHECK(elements_of(html) == empty_page);
  CHECK(empty_page.count("script") == 2);
  CHECK(empty_page.count("style") == 1);
  CHECK(html.find("https://d3js.org") != std::string::npos);
  CHECK(html.find("src=\"") == std::string::npos);
}

void check_markdown(const std::string& markdown) {
  const RenderedMarkdown rendered = rendered_by_md4c(markdown);
  const std::set<std::string> expected = {"html", "head",   "body", "main",  "h1",    "h2",    "h3", "p",  "ul", "li",
                                          "code", "strong", "a",    "table", "thead", "tbody", "tr", "th", "td"};
  for (const std::string& element : rendered.elements) {
    INFO(element);
    CHECK(expected.contains(element));
  }
  CHECK(rendered.comments.empty());
  for (const std::string& attribute : rendered.attributes) {
    INFO(attribute);
    CHECK((attribute.starts_with("href=https://gitlab.example.com/") || attribute.starts_with("align=") ||
           attribute.starts_with("style=text-align")));
  }
  CHECK(rendered.prose.find('<') == std::string::npos);
  CHECK(rendered.prose.find('@') == std::string::npos);
}

}  // namespace

TEST_CASE("The report on every rule's example conforms to its schema, and its page to its template") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const LintResult result = lint_files(rule->bad);
    const Report report = report_on(result);
    check_against_schema(format_report_json(report, "1.2.3"));
    check_page(format_report_html(report, "1.2.3"));
    check_markdown(format_report_markdown(report));
  }
}

TEST_CASE("Hostile texts stay in their places in a report") {
  const LintResult hostile_findings = hostile_result();
  const LintResult hostile_titles = lint_files(hostile_files());
  for (const LintResult* result : {&hostile_findings, &hostile_titles}) {
    const Report report = report_on(*result);
    check_against_schema(format_report_json(report, "1.2.3"));
    check_page(format_report_html(report, "1.2.3"));
    check_markdown(format_report_markdown(report));
  }
  CHECK(report_on(hostile_titles).references.size() >= 6);
}

TEST_CASE("JSON in a page cannot end its script") {
  CHECK(json_in_html("</script>&\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa\xe2\x80") ==
        "\\u003c/script\\u003e\\u0026\\u2028\\u2029\xe2\x80\xaa\xe2\x80");
  const std::string html = format_report_html(report_on(lint_files(hostile_files())), "1");
  const std::string begin = "<script type=\"application/json\" id=\"data\">";
  const std::size_t data = html.find(begin) + begin.size();
  const std::string json = html.substr(data, html.find("</script>", data) - data);
  CHECK(nlohmann::json::parse(json).at("macros").at(0).at("title") == "A::</script><script>alert(1)</script>");
}

TEST_CASE("The report on the repository that the documentation talks about") {
  const TemporaryFolder folder(text_of(project_path("tests/documentation/example.txtar")));
  for (const char* format : {"json", "markdown"}) {
    const ProgramRun run = run_program_in(
        folder.path(), {"report", "--format", format, "--output", "-", "--today", "2026-01-15", "--jobs", "2"});
    INFO(run.errors);
    CHECK(run.status == 0);
    check_golden(std::string("tests/sample/drifted.report.") + format, run.output);
    CHECK(run.output == run_program_in(folder.path(), {"report", "--format", format, "--output", "-", "--today",
                                                       "2026-01-15", "--jobs", "1"})
                            .output);
  }
}

TEST_CASE("Of several results of one day the last counts") {
  const auto result = [](int errors) {
    return R"({"summary": {"errors": )" + std::to_string(errors) +
           R"(, "warnings": 0, "notes": 0, "macros": 2, "references": 2}})";
  };
  const TemporaryFolder folder(text_of(project_path("tests/documentation/example.txtar")));
  const auto trend = [&](const std::string& day) {
    const ProgramRun run = run_program_in(
        folder.path(), {"report", "--history", "results", "--format", "json", "--output", "-", "--today", day});
    std::string text = run.errors.find("so there is no trend yet") == std::string::npos ? "" : "none";
    const nlohmann::json report = nlohmann::json::parse(run.output);
    for (const auto& point : report.at("trend")) {
      text += " " + point.at("label").get<std::string>() + "=" + std::to_string(point.at("errors").get<int>());
    }
    return text;
  };
  folder.write("results/2026-01-08.json", result(70));
  folder.write("results/2026-01-08-2.json", result(71));
  CHECK(trend("2026-01-08") == "none 2026-01-08=3");
  CHECK(trend("2026-01-15") == " 2026-01-08=71 2026-01-15=3");
  folder.write("results/2026-01-08-10.json", result(72));
  folder.write("results/2026-01-15.json", result(73));
  folder.write("results/2026-01-15-again.json", result(74));
  CHECK(trend("2026-01-15") == " 2026-01-08=72 2026-01-15=3");
  CHECK(trend("2026-01-22") == " 2026-01-08=72 2026-01-15=74 2026-01-22=3");
}

TEST_CASE("A report is a file, and reads earlier results") {
  const TemporaryFolder folder(text_of(project_path("tests/documentation/example.txtar")));
  CHECK(run_program_in(folder.path(), {"check", "--output", "json=results/2026-01-08.json"}).status == 3);
  folder.write("results/2026-01-08.json", run_program_in(folder.path(), {"check", "--format", "json"}).output);
  folder.write("results/note.json", "{}");
  const ProgramRun run = run_program_in(folder.path(), {"report", "--history", "results", "--today", "2026-01-15"});
  CHECK(run.status == 0);
  CHECK(run.output.empty());
  CHECK(run.errors.find("Wrote `macrolint-report.html`: 3 errors, 2 warnings, 0 notes.") != std::string::npos);
  CHECK(run.errors.find("`note.json` is no JSON result of `macrolint check` or `macrolint report`. It is left out of "
                        "the trend.") != std::string::npos);
  CHECK(folder.read("macrolint-report.html").find("\"label\":\"2026-01-08\"") != std::string::npos);
  CHECK(run_program_in(folder.path(), {"report", "--history", "nowhere"}).status == 3);
  CHECK(run_program_in(folder.path(), {"report", "--output", "no/folder/x.html"}).status == 3);
  CHECK(run_program_in(folder.path(), {"report", "--format", "sarif"}).status == 2);
  const ProgramRun check = run_program_in(folder.path(), {"check", "--output", "html=check.html", "-q"});
  CHECK(check.status == 1);
  CHECK(folder.read("check.html").starts_with("<!DOCTYPE html>"));
}

}  // namespace macrolint
