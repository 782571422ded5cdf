#include "mutation/drift.h"

// Macros of another Zendesk instance than the page is about, and macros that are named by their number only.
namespace macrolint {

namespace {

constexpr std::string_view wrong = "reference-wrong-instance";
constexpr std::string_view by_id = "reference-by-id";

std::vector<Drift> wrong_instances() {
  return {
      {"a macro of the other instance in a sentence",
       {added(file::wholesale, "\nThen send the `Closing::{name} Goodbye` macro.\n")},
       {{wrong, file::wholesale, "`«Closing::{name} Goodbye»`", Fix::none}}},
      {"in a list",
       {replaced(file::wholesale, "- {name}: the", "- {name}: the `Forms::{name} Form` macro or the")},
       {{wrong, file::wholesale, "`«Forms::{name} Form»`", Fix::none}}},
      {"in a table",
       {added(file::wholesale, "\n| Step | Macro |\n|---|---|\n| End | `Closing::{name} Goodbye` |\n")},
       {{wrong, file::wholesale, "`«Closing::{name} Goodbye»`", Fix::none}}},
      {"in bold letters",
       {added(file::wholesale, "\nThe **General::{name} Reply** macro comes last.\n")},
       {{wrong, file::wholesale, "**«General::{name} Reply»**", Fix::none}}},
      {"between quotation marks, in the pages of a third instance",
       {added(file::online, "\nFinish with the \"Bulk::{name} Order\" macro.\n")},
       {{wrong, file::online, "\"«Bulk::{name} Order»\"", Fix::none}}},
      {"in a diagram",
       {added(file::online,
              "\n```mermaid\ngraph TD\n  A --> B(Support uses<br>General::{name} Reply<br>macro)\n```\n")},
       {{wrong, file::online, "<br>«General::{name} Reply»<br>", Fix::none}}},
      {"in a label, with the file of the other instance",
       {added(file::wholesale,
              "\nSend the [`Forms::{name} "
              "Form`](https://gitlab.example.com/support/retail/-/blob/main/data/active/Forms/{path}%20Form.yaml) "
              "macro.\n")},
       {{wrong, file::wholesale, "[`«Forms::{name} Form»`]", Fix::none}}},
      {"the file of another instance's macro with the same title",
       {added(file::wholesale,
              "\nNote: the {name} needs the "
              "[`General::Greeting`](https://gitlab.example.com/support/retail/-/blob/main/data/active/General/"
              "Greeting.yaml) macro.\n")},
       {{wrong, file::wholesale, "[`«General::Greeting»`]", Fix::unsafe}}},
      {"a page of another instance's macro",
       {added(file::wholesale,
              "\nSend the [`Online::{name} Chat`](https://online.zendesk.com/agent/admin/macros/{number}) macro.\n")},
       {{wrong, file::wholesale, "[`«Online::{name} Chat»`]", Fix::none}}},
      {"a page that moved to the pages of an instance",
       {moved(file::desk, "handbook/content/online/{slug}-desk.md"),
        replaced("handbook/content/online/{slug}-desk.md",
                 "```mermaid\ngraph TD\n  A[New ticket] --> B(Support uses<br>General::{name} Reply<br>macro)\n  B --> "
                 "C(Support uses<br>Forms::{name} Form<br>macro)\n```\n",
                 "")},
       {{wrong, "handbook/content/online/{slug}-desk.md", "[`«General::{name} Reply»` macro]", Fix::none},
        {wrong, "handbook/content/online/{slug}-desk.md", "**«Forms::{name} Form»**", Fix::none},
        {wrong, "handbook/content/online/{slug}-desk.md", "\"«General::{name} Reply»\"", Fix::none},
        {wrong, "handbook/content/online/{slug}-desk.md", "`«Forms::{name} Form»` [macro]", Fix::none},
        {wrong, "handbook/content/online/{slug}-desk.md", "`«Closing::{name}\nGoodbye»`", Fix::none},
        {wrong, "handbook/content/online/{slug}-desk.md", "`«{name} Goodbye»`", Fix::none}}},
  };
}

std::vector<Drift> numbers() {
  constexpr std::string_view page = "https://online.zendesk.com/agent/admin/macros/{number}";
  return {
      {"the number as a label in a table",
       {replaced(file::online, "[`Online::{name} Chat`]", "[{number}]")},
       {{by_id, file::online, "| [«{number}»]", Fix::unsafe}}},
      {"the number in code",
       {replaced(file::online, "[`Online::{name} Chat`]", "[`{number}`]")},
       {{by_id, file::online, "| [`«{number}»`]", Fix::unsafe}}},
      {"the address as its own label",
       {replaced(file::online, "[`Online::{name} Chat`](" + std::string(page) + ")", "<" + std::string(page) + ">")},
       {{by_id, file::online, "<«https://online.zendesk.com/agent/admin/macros/{number}»>", Fix::unsafe}}},
      {"a bare address in a sentence",
       {added(file::online, "\nFor the {name} use " + std::string(page) + " first.\n")},
       {{by_id, file::online, "use «https://online.zendesk.com/agent/admin/macros/{number}» first", Fix::unsafe}}},
      {"a label that says nothing",
       {replaced(file::online, "[`Online::{name} Chat`]", "[this macro]")},
       {{by_id, file::online, "[«this macro»]", Fix::none}}},
      {"a number in a sentence",
       {added(file::online, "\nSend the [macro {number}](" + std::string(page) + ") to all others.\n")},
       {{by_id, file::online, "[«macro {number}»]", Fix::none}}},
      {"a search with the number as label",
       {replaced(file::online, "[Online::{name} Chat](", "[{number}](")},
       {{by_id, file::online, "the macro [«{number}»](", Fix::unsafe}}},
      {"a search with a space in another spelling",
       {replaced(file::online, "[Online::{name} Chat](https://gitlab.example.com/search?search=id%3A+{number})",
                 "[#{number}](https://gitlab.example.com/search?scope=blobs&search=id%3A%20{number})")},
       {{by_id, file::online, "the macro [«#{number}»](", Fix::unsafe}}},
      {"a page of a program that belongs to no instance",
       {added(file::page, "\nIn chats use the [{number}](" + std::string(page) + ") macro.\n")},
       {{by_id, file::page, "[«{number}»]", Fix::unsafe}}},
      {"a list of numbers",
       {added(file::online, "\n1. [{number}](" + std::string(page) + ")\n")},
       {{by_id, file::online, "1. [«{number}»]", Fix::unsafe}}},
  };
}

}  // namespace

std::vector<Drift> drifts_of_instances() {
  std::vector<Drift> drifts = wrong_instances();
  for (Drift& drift : numbers()) {
    drifts.push_back(std::move(drift));
  }
  return drifts;
}

}  // namespace macrolint
