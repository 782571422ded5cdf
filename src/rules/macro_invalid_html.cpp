#include <fmt/format.h>

#include "html/html_structure.h"
#include "liquid/liquid.h"
#include "macro/text_view.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const TextView& view : texts_of(macro)) {
    if (view.format != MacroText::Format::html) {
      continue;
    }
    for (const HtmlProblem& problem : check_html(blank_liquid(view.text), view.text, view.offset)) {
      const Place place = view.place(problem.span);
      Diagnostic& diagnostic = reporter.report(place, std::string(place.source->slice(place.span)), problem.message);
      if (!problem.nearest.empty()) {
        diagnostic.suggestions.push_back(
            {fmt::format("did you mean `{}`?", problem.nearest), Applicability::unsafe, {}});
      }
    }
  }
}

}  // namespace

extern const Rule macro_invalid_html;
const Rule macro_invalid_html = {
    .name = "macro-invalid-html",
    .severity = Severity::warning,
    .summary = "The HTML of a comment has tags that do not fit",
    .explanation =
        R"(Reads the tags of `comment_value_html` and of side conversations in HTML: elements that HTML does not have,
elements that are not closed or are closed in the wrong order, end tags that close nothing, tags without `>`. End tags
that HTML lets authors leave out, such as `</li>` and `</p>`, may be missing. Of the branches of a Liquid condition the
first is read.

What follows an element that is not closed takes on its looks. An address in angle brackets is taken for a tag and
disappears from the reply.

Close the element, correct the name, or write `&lt;` for a `<` that is meant as such.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: '<p>Please read <b>all of this.</p>'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: '<p>Please read <b>all of this</b>.</p>'
)",
    .check_macro = check,
};

}  // namespace macrolint
