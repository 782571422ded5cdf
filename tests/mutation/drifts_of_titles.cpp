#include "mutation/drift.h"

// Titles that are nearly those of the macros, and those that macros had before.
namespace macrolint {

namespace {

constexpr std::string_view inexact = "reference-inexact-title";
constexpr std::string_view renamed = "reference-renamed-macro";

std::vector<Drift> inexact_titles() {
  return {
      {"small letters in a sentence",
       {replaced(file::page, "Use the `Forms::{name} Form` macro", "Use the `forms::{Name} form` macro")},
       {{inexact, file::page, "Use the `«forms::{Name} form»` macro", Fix::safe}}},
      {"spaces around the colons in a list",
       {replaced(file::page, "the macro `Forms::{name} Form`", "the macro `Forms :: {name} Form`")},
       {{inexact, file::page, "the macro `«Forms :: {name} Form»`", Fix::safe}}},
      {"a small letter in a label",
       {replaced(file::page, "[`General::{name} Reply`]", "[`General::{name} reply`]")},
       {{inexact, file::page, "[`«General::{name} reply»`]", Fix::safe}}},
      {"a dash in a label with the word macro, in a table",
       {replaced(file::desk, "[`General::{name} Reply` macro]", "[`General::{name} - Reply` macro]")},
       {{inexact, file::desk, "[`«General::{name} - Reply»` macro]", Fix::safe}}},
      {"capitals in bold letters",
       {replaced(file::desk, "**Forms::{name} Form** macro", "**Forms::{NAME} Form** macro")},
       {{inexact, file::desk, "**«Forms::{NAME} Form»** macro", Fix::safe}}},
      {"a small folder between quotation marks",
       {replaced(file::desk, "\"General::{name} Reply\"", "\"general::{name} Reply\"")},
       {{inexact, file::desk, "\"«general::{name} Reply»\"", Fix::safe}}},
      {"a hyphen before a link on the word macro",
       {replaced(file::desk, "`Forms::{name} Form` [macro]", "`Forms::{name}-Form` [macro]")},
       {{inexact, file::desk, "`«Forms::{name}-Form»` [macro]", Fix::safe}}},
      {"a title over two lines",
       {replaced(file::desk, "`Closing::{name}\nGoodbye`", "`Closing::{name}\ngoodbye`")},
       {{inexact, file::desk, "`«Closing::{name}\ngoodbye»`", Fix::safe}}},
      {"a diagram",
       {replaced(file::desk, "<br>General::{name} Reply<br>", "<br>General::{name} REPLY<br>")},
       {{inexact, file::desk, "<br>«General::{name} REPLY»<br>", Fix::safe}}},
      {"the macro of another instance",
       {replaced(file::wholesale, "`Bulk::{name} Order`", "`Bulk::{NAME} order`")},
       {{inexact, file::wholesale, "`«Bulk::{NAME} order»`", Fix::safe}}},
      {"the label of a link by number",
       {replaced(file::online, "`Online::{name} Chat`", "`Online::{name} chat`")},
       {{inexact, file::online, "`«Online::{name} chat»`", Fix::safe}}},
      {"the column of macros in a table",
       {replaced(file::overview, "`General::{name} Reply`", "`General::{Name} reply`")},
       {{inexact, file::overview, "`«General::{Name} reply»`", Fix::safe}}},
      {"the macro, and not the pages",
       {replaced(file::goodbye, "title: 'Closing::{name} Goodbye'", "title: 'Closing::{name}: Goodbye'")},
       {{inexact, file::desk, "`«Closing::{name}\nGoodbye»`", Fix::safe}}},
  };
}

std::vector<Drift> former_titles() {
  return {
      {"a former title in a sentence",
       {replaced(file::page, "text of the `General::{name} Reply` macro",
                 "text of the `General::Old {name} Answer` macro")},
       {{renamed, file::page, "text of the `«General::Old {name} Answer»` macro", Fix::safe}}},
      {"in a label",
       {replaced(file::page, "[`General::{name} Reply`]", "[`General::Old {name} Answer`]")},
       {{renamed, file::page, "[`«General::Old {name} Answer»`]", Fix::safe}}},
      {"in a label with the word macro, in a table",
       {replaced(file::desk, "[`General::{name} Reply` macro]", "[`General::Old {name} Answer` macro]")},
       {{renamed, file::desk, "[`«General::Old {name} Answer»` macro]", Fix::safe}}},
      {"between quotation marks",
       {replaced(file::desk, "\"General::{name} Reply\"", "\"General::Old {name} Answer\"")},
       {{renamed, file::desk, "\"«General::Old {name} Answer»\"", Fix::safe}}},
      {"in a diagram",
       {replaced(file::desk, "<br>General::{name} Reply<br>", "<br>General::Old {name} Answer<br>")},
       {{renamed, file::desk, "<br>«General::Old {name} Answer»<br>", Fix::safe}}},
      {"in a table",
       {replaced(file::overview, "`General::{name} Reply`", "`General::Old {name} Answer`")},
       {{renamed, file::overview, "`«General::Old {name} Answer»`", Fix::safe}}},
      {"in bold letters and other case",
       {added(file::contacts, "\nSend the **General::OLD {name} answer** macro.\n")},
       {{renamed, file::contacts, "**«General::OLD {name} answer»**", Fix::unsafe}}},
      {"a macro that got another title",
       {replaced(file::goodbye, "title: 'Closing::{name} Goodbye'", "title: 'Closing::{name} Farewell'"),
        replaced(file::goodbye, "previous_title: ''", "previous_title: 'Closing::{name} Goodbye'"),
        moved(file::goodbye, "retail/sync/active/Closing/{name} Farewell.yaml")},
       {{renamed, file::desk, "`«Closing::{name}\nGoodbye»`", Fix::safe},
        {renamed, file::desk, "`«{name} Goodbye»`", Fix::unsafe}}},
      {"a macro that went to another folder",
       {replaced(file::form, "title: 'Forms::{name} Form'", "title: 'Intake::{name} Form'"),
        replaced(file::form, "previous_title: ''", "previous_title: 'Forms::{name} Form'"),
        moved(file::form, "retail/sync/active/Intake/{name} Form.yaml")},
       {{renamed, file::page, "Use the `«Forms::{name} Form»` macro", Fix::safe},
        {renamed, file::page, "Apply the macro `«Forms::{name} Form»`", Fix::safe},
        {renamed, file::desk, "**«Forms::{name} Form»**", Fix::safe},
        {renamed, file::desk, "`«Forms::{name} Form»` [macro]", Fix::safe},
        {"reference-stale-link", file::desk,
         "[macro](«https://gitlab.example.com/support/retail/-/blob/main/data/active/Forms/{path}%20Form.yaml»)",
         Fix::safe},
        {renamed, file::desk, "<br>«Forms::{name} Form»<br>", Fix::safe}}},
  };
}

}  // namespace

std::vector<Drift> drifts_of_titles() {
  std::vector<Drift> drifts = inexact_titles();
  for (Drift& drift : former_titles()) {
    drifts.push_back(std::move(drift));
  }
  return drifts;
}

std::vector<Drift> drifts_of_unknown_macros() {
  constexpr std::string_view unknown = "reference-unknown-macro";
  return {
      {"a title that no macro has",
       {replaced(file::page, "Use the `Forms::{name} Form` macro", "Use the `Forms::Something Else Entirely` macro")},
       {{unknown, file::page, "Use the `«Forms::Something Else Entirely»` macro", Fix::any}}},
      {"a typing mistake in a list",
       {replaced(file::page, "the macro `Forms::{name} Form`", "the macro `Forms::{name} Fromm`")},
       {{unknown, file::page, "the macro `«Forms::{name} Fromm»`", Fix::unsafe}}},
      {"a typing mistake in a label",
       {replaced(file::page, "[`General::{name} Reply`]", "[`General::{name} Rpely`]")},
       {{unknown, file::page, "[`«General::{name} Rpely»`]", Fix::unsafe}}},
      {"a plural in a label with the word macro, in a table",
       {replaced(file::desk, "[`General::{name} Reply` macro]", "[`General::{name} Replies` macro]")},
       {{unknown, file::desk, "[`«General::{name} Replies»` macro]", Fix::unsafe}}},
      {"another folder in bold letters",
       {replaced(file::desk, "**Forms::{name} Form** macro", "**Intake::{name} Sheet** macro")},
       {{unknown, file::desk, "**«Intake::{name} Sheet»** macro", Fix::any}}},
      {"a title between quotation marks",
       {replaced(file::desk, "\"General::{name} Reply\"", "\"General::{name} Second Reminder\"")},
       {{unknown, file::desk, "\"«General::{name} Second Reminder»\"", Fix::any}}},
      {"a title before a link on the word macro",
       {replaced(file::desk, "`Forms::{name} Form` [macro]", "`Forms::{name} Sheet` [macro]")},
       {{unknown, file::desk, "`«Forms::{name} Sheet»` [macro]", Fix::unsafe}}},
      {"a title over two lines",
       {replaced(file::desk, "`Closing::{name}\nGoodbye`", "`Closing::{name}\nGood Night`")},
       {{unknown, file::desk, "`«Closing::{name}\nGood Night»`", Fix::any}}},
      {"a diagram",
       {replaced(file::desk, "<br>Forms::{name} Form<br>", "<br>Forms::{name} Formular<br>")},
       {{unknown, file::desk, "<br>«Forms::{name} Formular»<br>", Fix::unsafe}}},
      {"a macro that is gone",
       {removed(file::goodbye)},
       {{unknown, file::desk, "`«Closing::{name}\nGoodbye»`", Fix::any},
        {unknown, file::desk, "`«{name} Goodbye»`", Fix::any}}},
      {"a macro of another instance that is gone",
       {removed(file::order)},
       {{unknown, file::wholesale, "`«Bulk::{name} Order»`", Fix::any},
        {"reference-link-missing", file::wholesale,
         "(«https://gitlab.example.com/support/wholesale/-/blob/main/data/active/Bulk/{path}%20Order.yaml»)",
         Fix::any}}},
      {"a number that the export has not",
       {replaced(file::online, "macros/{number}) |", "macros/77{number}) |")},
       {{unknown, file::online, "[`«Online::{name} Chat»`](https://online.zendesk.com/agent/admin/macros/77",
         Fix::any}}},
      {"a number as label that the export has not",
       {added(file::online, "\nUse [this macro](https://online.zendesk.com/agent/admin/macros/4711).\n")},
       {{unknown, file::online, "[«this macro»]", Fix::any}}},
      {"a search for a number that the export has not",
       {added(file::online, "\nUse the macro [4711](https://gitlab.example.com/search?search=id%3A+4711).\n")},
       {{unknown, file::online, "[«4711»]", Fix::any}}},
  };
}

}  // namespace macrolint
