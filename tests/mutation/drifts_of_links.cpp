#include "mutation/drift.h"

// Links into the macro repositories: to former addresses and paths, to what is not there, to another macro.
namespace macrolint {

namespace {

constexpr std::string_view stale = "reference-stale-link";
constexpr std::string_view missing = "reference-link-missing";
constexpr std::string_view mismatch = "reference-link-mismatch";
constexpr std::string_view inactive = "reference-inactive-macro";

std::vector<Drift> stale_links() {
  return {
      {"a former address",
       {replaced(file::page, "https://gitlab.example.com/support/retail/-/blob/main/data/",
                 "https://gitlab.example.com/legacy/retail/-/blob/master/macros/")},
       {{stale, file::page,
         "(«https://gitlab.example.com/legacy/retail/-/blob/master/macros/active/General/{path}%20Reply.yaml»)",
         Fix::safe}}},
      {"a former address with a query, in a table",
       {replaced(
           file::desk,
           "macro](https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Reply.yaml)",
           "macro](https://gitlab.example.com/legacy/retail/-/raw/master/macros/active/General/"
           "{path}%20Reply.yaml?ref_type=heads)")},
       {{stale, file::desk,
         "(«https://gitlab.example.com/legacy/retail/-/raw/master/macros/active/General/"
         "{path}%20Reply.yaml?ref_type=heads»)",
         Fix::safe}}},
      {"a former address of a folder",
       {added(
           file::contacts,
           "\nAll are in [a folder](https://gitlab.example.com/legacy/retail/-/tree/master/macros/active/General).\n")},
       {{stale, file::contacts, "«https://gitlab.example.com/legacy/retail/-/tree/master/macros/active/General»",
         Fix::safe}}},
      {"a former address between angle brackets",
       {added(file::contacts,
              "\n<https://gitlab.example.com/legacy/retail/-/blob/master/macros/active/Forms/{path}%20Form.yaml>\n")},
       {{stale, file::contacts,
         "<«https://gitlab.example.com/legacy/retail/-/blob/master/macros/active/Forms/{path}%20Form.yaml»>",
         Fix::safe}}},
      {"the other extension",
       {replaced(file::page, "{path}%20Reply.yaml)", "{path}%20Reply.md)")},
       {{stale, file::page,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Reply.md»)",
         Fix::safe}}},
      {"the other extension in the managed repository",
       {replaced(file::page, "{path}%20Reply.md)", "{path}%20Reply.yaml)")},
       {{stale, file::page,
         "(«https://gitlab.example.com/support/retail-wording/-/blob/main/active/General/{path}%20Reply.yaml»)",
         Fix::safe}}},
      {"managed content of a macro that has none",
       {replaced(file::desk, "retail/-/blob/main/data/active/Forms/{path}%20Form.yaml",
                 "retail-wording/-/blob/main/active/Forms/{path}%20Form.md")},
       {{stale, file::desk,
         "(«https://gitlab.example.com/support/retail-wording/-/blob/main/active/Forms/{path}%20Form.md»)",
         Fix::safe}}},
      {"a link to the inactive folder",
       {replaced(file::desk, "data/active/Forms/", "data/inactive/Forms/")},
       {{stale, file::desk,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/inactive/Forms/{path}%20Form.yaml»)",
         Fix::safe}}},
      {"a link to the inactive folder of the managed repository",
       {replaced(file::page, "retail-wording/-/blob/main/active/", "retail-wording/-/blob/main/inactive/")},
       {{stale, file::page,
         "(«https://gitlab.example.com/support/retail-wording/-/blob/main/inactive/General/{path}%20Reply.md»)",
         Fix::safe}}},
      {"another folder",
       {replaced(file::desk, "data/active/Forms/", "data/active/Intake/")},
       {{stale, file::desk,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/Intake/{path}%20Form.yaml»)",
         Fix::safe}}},
      {"another folder in another instance",
       {replaced(file::wholesale, "active/Bulk/{path}%20", "active/Large/{path}%20")},
       {{stale, file::wholesale,
         "(«https://gitlab.example.com/support/wholesale/-/blob/main/data/active/Large/{path}%20Order.yaml»)",
         Fix::safe}}},
      {"a macro that is deactivated",
       {replaced(file::order, "active: true", "active: false"),
        replaced(file::order, "- field: 'status'\n  value: 'open'", "- field: 'brand_id'\n  value: '1'"),
        moved(file::order, "wholesale/sync/inactive/Bulk/{name} Order.yaml")},
       {{inactive, file::wholesale, "`«Bulk::{name} Order»`", Fix::none},
        {stale, file::wholesale,
         "(«https://gitlab.example.com/support/wholesale/-/blob/main/data/active/Bulk/{path}%20Order.yaml»)",
         Fix::safe}}},
  };
}

std::vector<Drift> missing_files() {
  return {
      {"a file that is not there",
       {replaced(file::page, "{path}%20Reply.yaml)", "{path}%20Answer.yaml)")},
       {{missing, file::page,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Answer.yaml»)",
         Fix::unsafe}}},
      {"a typing mistake in a table",
       {replaced(
           file::desk,
           "macro](https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Reply.yaml)",
           "macro](https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Rpely.yaml)")},
       {{missing, file::desk,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Rpely.yaml»)",
         Fix::unsafe}}},
      {"a typing mistake behind a word",
       {replaced(file::desk, "data/active/Forms/{path}%20Form.yaml", "data/active/Forms/{path}%20From.yaml")},
       {{missing, file::desk,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/Forms/{path}%20From.yaml»)",
         Fix::unsafe}}},
      {"wording that is not there",
       {replaced(file::page, "{path}%20Reply.md)", "{path}%20Rpely.md)")},
       {{missing, file::page,
         "(«https://gitlab.example.com/support/retail-wording/-/blob/main/active/General/{path}%20Rpely.md»)",
         Fix::unsafe}}},
      {"an underscore in the address of another instance",
       {replaced(file::wholesale, "active/Bulk/{path}%20Order", "active/Bulk/{path}_Order")},
       {{missing, file::wholesale,
         "(«https://gitlab.example.com/support/wholesale/-/blob/main/data/active/Bulk/{path}_Order.yaml»)",
         Fix::unsafe}}},
      {"a folder that is not there",
       {added(file::contacts,
              "\nAll are in [a folder](https://gitlab.example.com/support/retail/-/tree/main/data/active/Letters).\n")},
       {{missing, file::contacts, "(«https://gitlab.example.com/support/retail/-/tree/main/data/active/Letters»)",
         Fix::none}}},
      {"a macro that never was, by a former address",
       {added(file::contacts,
              "\nSee [the "
              "letter](https://gitlab.example.com/legacy/retail/-/blob/master/macros/active/Letters/"
              "Fax%20Cover.yaml).\n")},
       {{missing, file::contacts,
         "(«https://gitlab.example.com/legacy/retail/-/blob/master/macros/active/Letters/Fax%20Cover.yaml»)",
         Fix::none}}},
      {"a macro whose file got another name and not its title",
       {moved(file::form, "retail/sync/active/Forms/Sheet of the {name}.yaml")},
       {{"macro-path-mismatch", "retail/sync/active/Forms/Sheet of the {name}.yaml", "title: «'Forms::{name} Form'»",
         Fix::none},
        {missing, file::desk,
         "(«https://gitlab.example.com/support/retail/-/blob/main/data/active/Forms/{path}%20Form.yaml»)",
         Fix::unsafe}}},
  };
}

std::vector<Drift> mismatches() {
  return {
      {"a label with another macro's title",
       {replaced(file::page, "[`General::{name} Reply`]", "[`Closing::{name} Goodbye`]"),
        replaced(file::page,
                 "This macro adds the `{slug}_sent` tag, removes the `{slug}_waiting` tag and sets the ticket to "
                 "{written}.\n",
                 "")},
       {{mismatch, file::page, "[`«Closing::{name} Goodbye»`]", Fix::unsafe}}},
      {"a label with the word macro, in a table",
       {replaced(file::desk, "[`General::{name} Reply` macro]", "[`Closing::{name} Goodbye` macro]")},
       {{mismatch, file::desk, "[`«Closing::{name} Goodbye»` macro]", Fix::unsafe}}},
      {"a title before a link on the word macro",
       {replaced(file::desk, "`Forms::{name} Form` [macro]", "`General::{name} Reply` [macro]")},
       {{mismatch, file::desk, "`«General::{name} Reply»` [macro]", Fix::unsafe}}},
      {"another macro's file",
       {replaced(file::page, "active/General/{path}%20Reply.yaml)", "active/Closing/{path}%20Goodbye.yaml)")},
       {{mismatch, file::page, "[`«General::{name} Reply»`]", Fix::unsafe}},
       false},
      {"another macro's file in a table",
       {replaced(file::desk, "active/General/{path}%20Reply.yaml)", "active/Forms/{path}%20Form.yaml?ref_type=heads)")},
       {{mismatch, file::desk, "[`«General::{name} Reply»` macro]", Fix::unsafe}}},
      {"the wording of another macro",
       {replaced(file::desk, "retail/-/blob/main/data/active/Forms/{path}%20Form.yaml",
                 "retail-wording/-/blob/main/active/General/{path}%20Reply.md")},
       {{mismatch, file::desk, "`«Forms::{name} Form»` [macro]", Fix::unsafe}}},
      {"the number of another macro",
       {replaced(file::online, "[`Online::{name} Chat`](https://online.zendesk.com/agent/admin/macros/{number})",
                 "[`General::Greeting`](https://online.zendesk.com/agent/admin/macros/{number})")},
       {{mismatch, file::online, "[`«General::Greeting»`]", Fix::unsafe}}},
      {"another macro of the instance",
       {replaced(file::wholesale, "[`Bulk::{name} Order`]", "[`General::Greeting`]")},
       {{mismatch, file::wholesale, "[`«General::Greeting»`]", Fix::unsafe}}},
  };
}

}  // namespace

std::vector<Drift> drifts_of_links() {
  std::vector<Drift> drifts = stale_links();
  for (auto* more : {missing_files, mismatches}) {
    for (Drift& drift : more()) {
      drifts.push_back(std::move(drift));
    }
  }
  return drifts;
}

}  // namespace macrolint
