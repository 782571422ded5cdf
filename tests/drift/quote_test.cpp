#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "support/lint_archive.h"

// drift-quote: what counts as a quote of a macro, what as a difference, and what is neither.
namespace macrolint {

namespace {

struct Row {
  std::string about;
  /// Of the macro `General::Parcel`: its managed content, or HTML.
  std::string macro;
  std::string page;
  /// What the macro says and what the page says, with a bar between; empty for no finding.
  std::string expected;
  /// The page with the suggested edits, where that is worth showing.
  std::string corrected = {};
};

/// A second macro, so that pages can name two.
constexpr std::string_view other_macro =
    "-- macros/sync/data/active/General/Receipt.yaml --\n"
    "title: 'General::Receipt'\n"
    "active: true\n"
    "actions:\n"
    "- field: 'comment_value'\n"
    "  value: 'Your receipt is on its way. It has the amount and the date.'\n";

std::string archive(const std::string& macro, const std::string& page) {
  const bool is_html = macro.starts_with('<');
  return fmt::format(
      "{}-- macros/sync/data/active/General/Parcel.yaml --\n"
      "title: 'General::Parcel'\n"
      "active: true\n"
      "actions:\n"
      "- field: 'comment_value_html'\n"
      "  value: '{}'\n"
      "{}-- handbook/content/macros.md --\nThe macros `General::Parcel` and `General::Receipt`.\n"
      "-- handbook/content/parcels.md --\n{}",
      other_macro, is_html ? macro : "MANAGED_CONTENT",
      is_html ? ""
              : fmt::format("contains_managed_content: true\n-- macros/managed/active/General/Parcel.md --\n{}", macro),
      page);
}

/// The excerpts in the message, without their marks of omission.
std::string excerpts(const std::string& message) {
  std::string result;
  const std::size_t says = message.find("The macro says `");
  for (std::size_t at = message.find('`', says); at != std::string::npos; at = message.find('`', at + 1)) {
    const std::size_t end = message.find('`', at + 1);
    std::string excerpt = message.substr(at + 1, end - at - 1);
    for (const std::string mark : {"… ", " …"}) {
      const std::size_t place = excerpt.find(mark);
      excerpt.erase(std::min(place, excerpt.size()), place == std::string::npos ? 0 : mark.size());
    }
    result += (result.empty() ? "" : " | ") + excerpt;
    at = end;
  }
  return result;
}

std::string corrected_page(const std::string& page, const Diagnostic& diagnostic) {
  std::string result = page;
  std::vector<Edit> edits = diagnostic.suggestions.empty() ? std::vector<Edit>() : diagnostic.suggestions.front().edits;
  std::sort(edits.begin(), edits.end(),
            [](const Edit& left, const Edit& right) { return left.place.span.begin > right.place.span.begin; });
  for (const Edit& edit : edits) {
    result.replace(edit.place.span.begin, edit.place.span.size(), edit.replacement);
  }
  return result;
}

void check(const Row& row) {
  INFO(row.about);
  INFO(row.page);
  const LintResult result = lint_files(archive(row.macro, row.page));
  std::string found;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    CHECK(diagnostic.rule == "drift-quote");
    CHECK(diagnostic.cause != nullptr);
    CHECK(diagnostic.subject == "General::Parcel");
    CHECK(diagnostic.related.size() == 1);
    found += (found.empty() ? "" : "; ") + excerpts(diagnostic.message);
    const std::string corrected = corrected_page(row.page, diagnostic);
    if (!row.corrected.empty()) {
      CHECK(corrected == row.corrected);
    }
    INFO(corrected);
    if (!diagnostic.suggestions.empty()) {
      CHECK(lint_files(archive(row.macro, corrected)).diagnostics.empty());
    }
  }
  CHECK(found == row.expected);
}

const std::string parcel =
    "Hi {{ticket.requester.first_name}},\n\n"
    "We are sorry that the parcel did not arrive. Please tell us **within 7 days** whether a neighbour has it, and "
    "send us the [tracking number](https://example.com/tracking).\n\n"
    "- The number has 12 digits.\n"
    "- It is on the receipt.\n\n"
    "Kind regards,\n{{current_user.first_name}}\n";

const std::string parcel_html =
    "<p>Hi {{ticket.requester.first_name}},</p><p>We are sorry that the parcel did not arrive. Please tell us "
    "<strong>within 7 days</strong> whether a neighbour has it &amp; send us the "
    "<a href=\"https://example.com/tracking\">tracking number</a>.</p><ul><li>The number has 12 "
    "digits.</li></ul><p>Kind regards,<br>{{current_user.first_name}}</p>";

/// A sentence of the macro in which a number has changed.
const std::string changed = "Please tell us within 5 days whether a neighbour has it";
const std::string difference = "within 7 days | within 5 days";

}  // namespace

TEST_CASE("drift-quote: what counts as a difference") {
  const std::string intro = "The `General::Parcel` macro reads:\n\n";
  const std::vector<Row> rows = {
      {"the same words", parcel,
       intro + "> Hi [name],\n>\n> We are sorry that the parcel did not arrive. Please tell us within 7 days whether\n"
               "> a neighbour has it, and send us the tracking number.\n",
       ""},
      {"a changed word", parcel, intro + "> " + changed + ".\n", difference,
       intro + "> Please tell us within 7 days whether a neighbour has it.\n"},
      {"emphasis stays", parcel, intro + "> Please tell us **within 5 days** whether a neighbour has it.\n", difference,
       intro + "> Please tell us **within 7 days** whether a neighbour has it.\n"},
      {"white space and case", parcel, intro + ">   please tell us\n> WITHIN 7  days whether a neighbour has it\n", ""},
      {"punctuation", parcel, intro + "> We are sorry, that the parcel did not arrive\n", ""},
      {"typography", "Don't worry - we don't keep \"old\" parcels for long here.\n",
       intro + "> Don’t worry — we don’t keep “old” parcels for long here.\n", ""},
      {"entities and non-breaking spaces", parcel, intro + "> We are sorry that&nbsp;the parcel did not arrive.\n", ""},
      {"emphasis and links of the page", parcel,
       intro + "> Please *tell us* `within` 7 days whether a neighbour has it, and send us the "
               "[tracking number](https://example.com/old).\n",
       ""},
      {"HTML of the macro", parcel_html,
       intro + "> We are sorry that the parcel did not arrive. Please tell us within 7 days whether a neighbour has it "
               "& send us the tracking number.\n",
       ""},
      {"HTML of the macro, changed", parcel_html, intro + "> " + changed + " & send us the tracking number.\n",
       difference},
      {"HTML in a code block", parcel_html,
       intro + "```html\n<p>Please tell us <b>within 5 days</b> whether a neighbour has it &amp; send us the <a "
               "href=\"#\">tracking number</a>.</p>\n```\n",
       difference},
      {"a placeholder by its name", parcel,
       intro + "> Hi {{ ticket.requester.first_name }},\n>\n> We are sorry that the parcel did not arrive.\n", ""},
      {"a placeholder by another one", parcel,
       intro + "> Hi {{ticket.requester.name}},\n>\n> We are sorry that the parcel did not arrive.\n",
       "Hi {{ticket.requester.first_name}}, We | Hi {{ticket.requester.name}}, We"},
      {"a placeholder by a name in angle brackets", parcel,
       intro + "> Hi <customer name>,\n>\n> We are sorry that the parcel did not arrive.\n", ""},
      {"a placeholder by a person's name", parcel,
       intro + "> Hi Ada,\n>\n> We are sorry that the parcel did not arrive.\n", ""},
      {"a placeholder by capitals", parcel, intro + "> Hi NAME, we are sorry that the parcel did not arrive.\n", ""},
      {"a placeholder by words in parentheses", parcel,
       intro + "> Hi (first name), we are sorry that the parcel did not arrive.\n", ""},
      {"a placeholder by nothing", parcel, intro + "> Hi, we are sorry that the parcel did not arrive.\n", ""},
      {"a placeholder does not hide a sentence", parcel,
       intro +
           "> Hi there, it is good that you wrote to us. We are sorry that the parcel did not arrive. Please tell us "
           "within 7 days whether a neighbour has it.\n",
       "Hi {{ticket.requester.first_name}}, | Hi there, it"},
      {"a placeholder does not hide what follows its stand-in", parcel,
       intro + "> Hi [name],\n>\n> Please be patient. We are sorry that the parcel did not arrive.\n",
       "{{ticket.requester.first_name}}, We | [name], Please be patient. We"},
      {"a stand-in of the page for words of the macro", parcel,
       intro + "> Please tell us [deadline] whether a neighbour has it.\n", ""},
      {"left out with an ellipsis", parcel,
       intro + "> We are sorry that the parcel did not arrive. … send us the tracking number.\n", ""},
      {"left out with brackets", parcel,
       intro + "> We are sorry that the parcel did not arrive. [...]\n>\n> The number has 12 digits.\n", ""},
      {"changed beside an omission", parcel,
       intro + "> We are sorry that the parcel did not arrive ... whether a brother has it, and send us the tracking "
               "number.\n",
       "a neighbour has | a brother has"},
      {"a sentence that the macro lost", parcel,
       intro +
           "> We are sorry that the parcel did not arrive. We will look for it. Please tell us within 7 days whether "
           "a neighbour has it.\n",
       "arrive. Please | arrive. We will look for it. Please",
       intro + "> We are sorry that the parcel did not arrive. Please tell us within 7 days whether a neighbour has "
               "it.\n"},
      {"words that the macro gained", parcel,
       intro + "> Please tell us whether a neighbour has it, and send us the tracking number.\n",
       "us within 7 days whether | us whether",
       intro + "> Please tell us within 7 days whether a neighbour has it, and send us the tracking number.\n"},
      {"a list that the macro gained", parcel,
       intro + "> Please tell us within 7 days whether a neighbour has it, and send us the tracking number.\n>\n> Kind "
               "regards,\n> [your name]\n",
       "number. The number has 12 digits. It is | number. Kind",
       intro + "> Please tell us **within 7 days** whether a neighbour has it, and send us the [tracking "
               "number](https://example.com/tracking).\n>\n> - The number has 12 digits.\n> - It is on the "
               "receipt.\n>\n> Kind regards,\n> {{current_user.first_name}}\n"},
      {"several differences", parcel,
       intro + "> We regret that the parcel did not arrive. Please tell us within 5 days whether a neighbour has it.\n",
       "We are sorry that | We regret that",
       intro + "> We are sorry that the parcel did not arrive. Please tell us within 7 days whether a neighbour has "
               "it.\n"},
      {"one word or two", "Please log in to the web site and set up the parcel shop.\n",
       intro + "> Please login to the website and setup the parcel shop.\n", ""},
      {"either branch",
       "Hello. {% if ticket.id %}The parcel is on its way to you.{% else %}The parcel is lost.{% endif "
       "%} Please wait for a week.\n",
       intro + "> Hello. The parcel is lost. Please wait for a week.\n", ""},
      {"a changed branch",
       "Hello. {% if ticket.id %}The parcel is on its way to you.{% else %}The parcel is lost.{% endif %} Please "
       "wait.\n",
       intro + "> Hello. The parcel is on its way to us. Please wait.\n", "to you. The | to us. Please"},
      {"comments of Liquid", "Hello. {% comment %}Since 2020.{% endcomment %}The parcel is lost, we fear.\n",
       intro + "> Hello. The parcel is lost, we fear.\n", ""},
      {"filled-in labels of a form", "**Parcel number:**\n\n**Weight in kilogrammes:**\n\n**Was it insured at all:**\n",
       intro + "> Parcel number: 4711\n>\n> Weight in kilogrammes: about 3\n>\n> Was it insured at all: yes, it was\n",
       ""},
      {"a label of a form that changed",
       "**Parcel number:**\n\n**Weight in kilogrammes:**\n\n**Was it insured at all:**\n",
       intro + "> Parcel number: [number]\n>\n> Weight in pounds: [weight]\n>\n> Was it insured at all: [yes or no]\n",
       "in kilogrammes: | in pounds: [weight]"},
      {"blocks of HTML in Markdown", "Hello there.\n\n<p>Please wait for a week, then write to us.</p>\n\nThank you.\n",
       intro + "> Hello there. Please wait for a week, then write to us. Thank you.\n", ""},
      {"without spaces", "荷物がまだ届いていません。七日以内にご連絡ください。\n",
       intro + "> 荷物がまだ届いていません。五日以内にご連絡ください。\n", "ん 七日 | ん 五日"},
  };
  for (const Row& row : rows) {
    check(row);
  }
}

TEST_CASE("drift-quote: what introduces a quote") {
  const std::string block = "\n> " + changed + ".\n";
  const std::vector<Row> rows = {
      {"says", parcel, "The `General::Parcel` macro says:\n" + block, difference},
      {"the text of", parcel, "This is the text of the `General::Parcel` macro:\n" + block, difference},
      {"sends", parcel, "Apply the `General::Parcel` macro, which sends:\n" + block, difference},
      {"as follows", parcel, "The wording of the `General::Parcel` macro is as follows.\n" + block, difference},
      {"the following", parcel, "The `General::Parcel` macro has the following text.\n" + block, difference},
      {"in a sentence before", parcel, "Use the `General::Parcel` macro. It says:\n" + block, difference},
      {"only a colon, much alike", parcel, "Use the `General::Parcel` macro:\n" + block, difference},
      {"a list item", parcel, "1. Wait.\n1. Send the `General::Parcel` macro. The message:\n\n   > " + changed + ".\n",
       difference,
       "1. Wait.\n1. Send the `General::Parcel` macro. The message:\n\n   > Please tell us within 7 days whether a "
       "neighbour has it.\n"},
      {"a fence in a list", parcel,
       "- The `General::Parcel` macro reads:\n\n  ```text\n  Hi [name],\n\n  We are sad that the parcel did not "
       "arrive.\n"
       "  ```\n",
       "are sorry that | are sad that",
       "- The `General::Parcel` macro reads:\n\n  ```text\n  Hi [name],\n\n  We are sorry that the parcel did not "
       "arrive.\n"
       "  ```\n"},
      {"indented text", parcel, "The `General::Parcel` macro reads:\n\n    " + changed + "\n", difference},
      {"a heading and a sentence", parcel, "## The `General::Parcel` macro\n\nIts text:\n" + block, difference},
      {"a paragraph before the introduction", parcel, "Use the `General::Parcel` macro.\n\nThe macro reads:\n" + block,
       difference},
      {"a caption", parcel, "We send this.\n" + block + "\nText of the `General::Parcel` macro.\n", difference},
      {"a caption that says above", parcel,
       "We send this.\n" + block + "\nThe above is from the `General::Parcel` macro\n", difference},
      {"a sentence in quotation marks", parcel,
       "The `General::Parcel` macro says \"" + changed + "\", so look for answers.\n", difference,
       "The `General::Parcel` macro says \"Please tell us within 7 days whether a neighbour has it\", so look for "
       "answers.\n"},
      {"typographic quotation marks in a cell", parcel,
       "| When | What |\n|---|---|\n| lost | the `General::Parcel` macro, which reads “" + changed + "” |\n",
       difference},
      {"not introduced", parcel, "Use the `General::Parcel` macro.\n" + block, ""},
      {"without a macro", parcel, "Send this reply:\n" + block, ""},
      {"two macros", parcel,
       "Send the text of the `General::Parcel` macro or of the `General::Receipt` macro:\n" + block, ""},
      {"another macro", parcel, "The `General::Receipt` macro says:\n" + block, ""},
      {"words of the title do not count", parcel,
       "See the `General::Parcel` macro.\n\n> **Note**: wait for an answer.\n", ""},
      {"an example", parcel, "For example, with the `General::Parcel` macro you write:\n" + block, ""},
      {"such as", parcel, "Use a text such as that of the `General::Parcel` macro:\n" + block, ""},
      {"edited", parcel, "Use the `General::Parcel` macro and change the second sentence to:\n" + block, ""},
      {"filled in", parcel, "Fill out the template of the `General::Parcel` macro:\n" + block, ""},
      {"the agent's own reply", parcel, "Use the `General::Parcel` macro, then add your own message:\n" + block, ""},
      {"an older form", parcel, "Formerly the text of the `General::Parcel` macro was:\n" + block, ""},
      {"what customers say", parcel, "Use the `General::Parcel` macro when the customer says:\n" + block, ""},
      {"what customers say, quoted", parcel,
       "Use the `General::Parcel` macro if the customer says \"" + changed + "\".\n", ""},
      {"a sentence before the macro is named", parcel,
       "To \"" + changed + "\" the `General::Parcel` macro is no answer that says enough.\n", ""},
      {"a paragraph in between", parcel,
       "The `General::Parcel` macro is old. The text of it:\n\nNothing follows here.\n" + block, ""},
      {"a box", parcel, "The `General::Parcel` macro reads well:\n\n> [!NOTE]\n> " + changed + ".\n", ""},
  };
  for (const Row& row : rows) {
    check(row);
  }
}

TEST_CASE("drift-quote: what is something else") {
  const std::string intro = "The `General::Parcel` macro adds this note:\n\n";
  const std::vector<Row> rows = {
      {"too short", parcel, intro + "> within 5 days, please\n", ""},
      {"a short sentence", parcel, "The `General::Parcel` macro says \"whether a neighbour stole it\".\n", ""},
      {"another text", parcel, intro + "> The customer asked for a refund because the box was damaged on the way.\n",
       ""},
      {"another text in the same tone", parcel,
       intro + "> Hi [name],\n>\n> Thank you for your order. Please tell us whether the invoice that we sent is the "
               "one that "
               "you need.\n>\n> Kind regards,\n> [your name]\n",
       ""},
      {"a command", parcel, intro + "```sh\nparcel find --days 7 --neighbour --number 12 --receipt\n```\n", ""},
      {"a diagram", parcel, intro + "```mermaid\ngraph TD;\nA[Parcel did not arrive]-->B[Ask the neighbour];\n```\n",
       ""},
      {"an error message", parcel, intro + "```\nError: the parcel 7 was not found within the number of days\n```\n",
       ""},
      {"hardly alike behind a mere colon", parcel,
       "Use the `General::Parcel` macro:\n\n> We are sad that your parcel did not reach you. Tell us soon whether "
       "someone "
       "has it.\n",
       ""},
      {"a macro without text", parcel,
       "The `General::Silent` macro reads:\n\n> " + changed +
           ".\n\n"
           "-- macros/sync/data/active/General/Silent.yaml --\ntitle: 'General::Silent'\nactive: true\n"
           "actions:\n- field: 'status'\n  value: 'pending'\n",
       ""},
  };
  for (const Row& row : rows) {
    check(row);
  }
}

}  // namespace macrolint
