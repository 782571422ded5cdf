#include "mutation/drift.h"

// What only the history of a git repository tells: files that were renamed, and pages that are older than the macros.
namespace macrolint {

namespace {

std::vector<Drift> renames() {
  constexpr std::string_view renamed = "reference-renamed-macro";
  constexpr std::string_view stale = "reference-stale-link";
  return {
      {"a new title, and nobody noted the former one",
       {replaced(file::goodbye, "title: 'Closing::{name} Goodbye'", "title: 'Closing::{name} Farewell'"),
        moved(file::goodbye, "retail/sync/active/Closing/{name} Farewell.yaml")},
       {{renamed, file::desk, "`«Closing::{name}\nGoodbye»`", Fix::unsafe},
        {renamed, file::desk, "`«{name} Goodbye»`", Fix::unsafe}}},
      {"another folder",
       {replaced(file::form, "title: 'Forms::{name} Form'", "title: 'Intake::Web::{name} Sheet'"),
        moved(file::form, "retail/sync/active/Intake/Web/{name} Sheet.yaml")},
       {{renamed, file::page, "Use the `«Forms::{name} Form»` macro", Fix::unsafe},
        {renamed, file::page, "Apply the macro `«Forms::{name} Form»`", Fix::unsafe},
        {renamed, file::desk, "**«Forms::{name} Form»**", Fix::unsafe},
        {renamed, file::desk, "`«Forms::{name} Form»` [macro]", Fix::unsafe},
        {stale, file::desk,
         "[macro](«https://gitlab.example.com/support/retail/-/blob/main/data/active/Forms/{path}%20Form.yaml»)",
         Fix::safe},
        {renamed, file::desk, "<br>«Forms::{name} Form»<br>", Fix::unsafe}}},
      {"a macro with managed content, title and files",
       {replaced(file::reply, "title: 'General::{name} Reply'", "title: 'General::{name} Letter'"),
        moved(file::reply, "retail/sync/active/General/{name} Letter.yaml"),
        moved(file::wording, "retail/managed/active/General/{name} Letter.md")},
       {{renamed, file::page, "[`«General::{name} Reply»`]", Fix::unsafe},
        {stale, file::page,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Reply.yaml»)",
         Fix::safe},
        {renamed, file::page, "text of the `«General::{name} Reply»` macro", Fix::unsafe},
        {stale, file::page,
         "(«https://gitlab.example.com/support/retail-wording/-/blob/main/active/General/{path}%20Reply.md»)",
         Fix::safe},
        {renamed, file::desk, "[`«General::{name} Reply»` macro]", Fix::unsafe},
        {stale, file::desk,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Reply.yaml»)",
         Fix::safe},
        {renamed, file::desk, "\"«General::{name} Reply»\"", Fix::unsafe},
        {renamed, file::desk, "<br>«General::{name} Reply»<br>", Fix::unsafe},
        {renamed, file::overview, "`«General::{name} Reply»`", Fix::unsafe}}},
      {"a macro of another instance",
       {replaced(file::order, "title: 'Bulk::{name} Order'", "title: 'Bulk::{name} Purchase'"),
        moved(file::order, "wholesale/sync/active/Bulk/{name} Purchase.yaml")},
       {{renamed, file::wholesale, "`«Bulk::{name} Order»`", Fix::unsafe},
        {stale, file::wholesale,
         "(«https://gitlab.example.com/support/wholesale/-/blob/main/data/active/Bulk/{path}%20Order.yaml»)",
         Fix::safe}}},
      {"the other extension for macros",
       {moved(file::form, "retail/sync/active/Forms/{name} Form.yml")},
       {{stale, file::desk,
         "[macro](«https://gitlab.example.com/support/retail/-/blob/main/data/active/Forms/{path}%20Form.yaml»)",
         Fix::safe}}},
      {"a macro that went and another that came",
       {removed(file::goodbye)},
       {{"reference-unknown-macro", file::desk, "`«Closing::{name}\nGoodbye»`", Fix::any},
        {"reference-unknown-macro", file::desk, "`«{name} Goodbye»`", Fix::any}}},
  };
}

std::vector<Drift> older_pages() {
  constexpr std::string_view quote = "drift-quote";
  constexpr std::string_view stale = "drift-stale-page";
  constexpr std::string_view block = "«> Hello [name],\n>\n> thank you for your interest in the {name}.\n> {promise}»";
  constexpr std::string_view fence =
      "«Goodbye CUSTOMER, it was a pleasure to help you with the {name}.\nYour ticket TICKET stays open for three more "
      "days, and every reply brings it back to us.»";
  constexpr std::string_view greeting = "thank you for your interest in the {name}.\n";
  constexpr std::string_view farewell =
      "Goodbye {{ticket.requester.first_name}}, it was a pleasure to help you with the {name}. Your ticket "
      "{{ticket.id}} stays open for three more days, and every reply brings it back to us.";
  return {
      // That a quote is wrong, and that it is the page that is out of date, are two things to know.
      {"a word of the wording, changed after the page",
       {replaced(file::wording, "your interest in", "your trust in")},
       {{quote, file::page, "thank you for your «interest» in", Fix::unsafe}, {stale, file::page, block, Fix::none}}},
      {"words that came into the wording",
       {replaced(file::wording, "thank you for", "thank you very much for")},
       {{quote, file::page, "> thank «you for» your", Fix::unsafe}, {stale, file::page, block, Fix::none}}},
      {"words that went from the wording",
       {replaced(file::wording, "for your interest in", "for asking about")},
       {{quote, file::page, "thank you for «your interest in» the", Fix::unsafe},
        {stale, file::page, block, Fix::none}}},
      {"a number in a comment",
       {replaced(file::goodbye, "for three more days", "for seven more days")},
       {{quote, file::desk, "stays open for «three» more days", Fix::unsafe}, {stale, file::desk, fence, Fix::none}}},
      {"another word in a comment",
       {replaced(file::goodbye, "it was a pleasure", "it was an honour")},
       {{quote, file::desk, "it was «a pleasure» to help", Fix::unsafe}, {stale, file::desk, fence, Fix::none}}},
      {"the end of a comment",
       {replaced(file::goodbye, "brings it back to us", "brings it back to our desk")},
       {{quote, file::desk, "back to «us.»", Fix::unsafe}, {stale, file::desk, fence, Fix::none}}},
      {"other wording altogether, too different to be compared",
       {replaced(file::wording, greeting, "you will hear from a colleague next week.\n"),
        replaced(file::wording, "{promise}", "Until then, please leave everything as it is now.")},
       {{stale, file::page, block, Fix::none}}},
      {"another comment altogether",
       {replaced(file::goodbye, farewell, "We close this case now. Write again whenever something else comes up.")},
       {{stale, file::desk, fence, Fix::none}}},
  };
}

std::vector<Drift> harmless_commits() {
  return {
      {"wording that no page quotes",
       {replaced(file::wording, "keep the number of this ticket at hand", "answer soon")},
       {}},
      {"a page that was changed with the macro",
       {replaced(file::goodbye, "for three more days", "for seven more days"),
        replaced(file::desk, "for three more days", "for seven more days")},
       {}},
      {"a tag that no page names", {replaced(file::reply, "'{slug}_sent'", "'{slug}_sent answered'")}, {}},
  };
}

}  // namespace

std::vector<Drift> drifts_of_history() {
  std::vector<Drift> drifts = renames();
  for (auto* more : {older_pages, harmless_commits}) {
    for (Drift& drift : more()) {
      drifts.push_back(std::move(drift));
    }
  }
  return drifts;
}

}  // namespace macrolint
