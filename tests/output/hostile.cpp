#include "output/hostile.h"

#include <deque>

#include "diagnostic/in_backticks.h"
#include "support/lint_archive.h"

namespace macrolint {

namespace {

Diagnostic finding_about(const std::string& text, const std::string& message, const Source& source,
                         const Source& other) {
  Diagnostic diagnostic;
  diagnostic.rule = "reference-unknown-macro";
  diagnostic.severity = Severity::error;
  const auto end = static_cast<std::uint32_t>(source.text.size());
  diagnostic.place = {&source, {0, end}};
  diagnostic.subject = text;
  diagnostic.message = message;
  diagnostic.suggestions.push_back({"did you mean " + in_backticks(text) + "?", Applicability::unsafe, {}});
  diagnostic.suggestions.push_back({text, Applicability::unsafe, {{{&source, {0, end}}, text}}});
  diagnostic.related.push_back({{&other, {0, 1}}, "the macro " + in_backticks(text) + " is here"});
  diagnostic.related.push_back({{&other, {0, 0}}, text});
  return diagnostic;
}

}  // namespace

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {
      "@all",
      "@group/user, please look",
      "ask x@all.example.com or mail@example.com",
      "#123 !45 ~label ~\"a label\" $12 %milestone &3 ^alert#4 [vulnerability:5] [issue:1]",
      "group/project#1 group/project!2 group/project@0123456 GL-123 JIRA-99",
      "0123456789abcdef deadbeef 1234567",
      ":smile: :tada: x:+1:y",
      "/close",
      "\n/close\n/merge",
      "x\r\n/assign @root\r\n",
      "<script>alert(1)</script>",
      "</script></code></details></summary><img src=x onerror=alert(1)>",
      "]]>",
      "<![CDATA[ x ]]> <!-- --> <?xml?> <!DOCTYPE x>",
      "<!-- macrolint -->",
      "&lt;b&gt; &amp; &#64;all &colon;smile&colon;",
      "![image](https://evil.example/x.png)",
      "[link](https://evil.example) [ref] [^1] [[wiki]] [[_TOC_]]",
      "https://evil.example www.evil.example ftp://evil.example javascript:alert(1) mailto:a@b.example",
      "{0} {{ticket.id}} {% raw %} {+ new +} [- old -] {{{x}}}",
      "`",
      "``",
      "`` `@all` ``",
      "` @all ` @all `@all",
      "```\n@all\n```",
      "`a``@all",
      "a`b ``c ```d",
      "$`x`$ $$x$$",
      "*bold* _emphasis_ ~~gone~~ **@all** ==mark== H~2~O",
      "# heading",
      "- item",
      "1. item",
      "> quote",
      "| a | b |\n|---|---|\n| c | d |",
      "    indented",
      "trailing\\",
      "\\",
      "\\`@all\\`",
      "\x1b[2J\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
      std::string("nul\0byte", 8),
      "\x01\x02\x08\x0b\x0c\x1f\x7f\xc2\x85\xc2\x9b",
      "invalid \xff\xfe\xc3 UTF-8 \xed\xa0\x80 \xf4\x90\x80\x80",
      "\xef\xbf\xbe \xef\xbf\xbf \xef\xb7\x90",
      "right \xe2\x80\xae to left \xe2\x81\xa6 isolate \xe2\x80\x8f mark",
      "line\xe2\x80\xa8separator\xe2\x80\xa9paragraph",
      "zero\xe2\x80\x8bwidth \xef\xbb\xbfmark",
      "\xe3\x83\x9e\xe3\x82\xaf\xe3\x83\xad \xf0\x9f\x98\x80",
      "[[ATTACHMENT|/etc/passwd]]",
      "\"quoted\" 'single' <angle>",
      "' onmouseover='x",
      " ",
      std::string(3000, '`'),
      std::string(5000, 'x'),
  };
  return texts;
}

LintResult hostile_result() {
  LintResult result = lint_files("-- handbook/content/_index.md --\n# Start\n");
  std::deque<Source>& sources = result.project->sources;
  result.diagnostics.clear();
  for (const std::string& text : hostile_texts()) {
    Source& source = sources.emplace_back();
    source.path = "handbook/content/" + text.substr(0, 100) + ".md";
    source.text = Text("# A\n\n" + text + "\n");
    Source& other = sources.emplace_back();
    other.path = text.substr(0, 100) + "/macro.yaml";
    other.text = Text(text + "\n");
    for (const std::string& message : {text, "No macro has the title " + in_backticks(text) + ".",
                                       "The title " + in_backticks(text) + text + " ends " + text + "."}) {
      result.diagnostics.push_back(finding_about(text, message, source, other));
    }
  }
  finish_diagnostics(result.diagnostics, 1);
  result.summary.errors = result.diagnostics.size();
  return result;
}

const ReportPaths& plain_paths() {
  static const ReportPaths paths("/repository", "/repository");
  return paths;
}

}  // namespace macrolint
