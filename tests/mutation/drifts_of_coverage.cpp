#include "mutation/drift.h"

// Macros that no page names, and titles that two macros share one after the other.
namespace macrolint {

std::vector<Drift> drifts_of_coverage() {
  constexpr std::string_view undocumented = "macro-undocumented";
  constexpr std::string_view reused = "macro-title-reused";
  constexpr std::string_view letter =
      "title: 'Letters::{name} Letter'\nprevious_title: ''\ndescription: ''\nactive: true\nactions:\n"
      "- field: 'status'\n  value: 'open'\nrestriction: null\ncontains_managed_content: false\n";
  constexpr std::string_view letters = "retail/sync/active/Letters/{name} Letter.yaml";
  return {
      {"a new macro",
       {added(letters, letter)},
       {{undocumented, letters, "title: «'Letters::{name} Letter'»", Fix::none}}},
      {"a new macro of another instance",
       {added("wholesale/sync/active/Letters/{name} Letter.yaml", letter)},
       {{undocumented, "wholesale/sync/active/Letters/{name} Letter.yaml", "title: «'Letters::{name} Letter'»",
         Fix::none}}},
      {"a new macro in the export",
       {replaced(file::exported, "{\"macros\": [\n",
                 "{\"macros\": [\n  {\"id\": 77{number}, \"title\": \"Online::{name} Survey\", \"active\": true, "
                 "\"actions\": [{\"field\": \"status\", \"value\": \"open\"}]},\n")},
       {{undocumented, file::exported, "\"title\": «\"Online::{name} Survey\"»", Fix::none}}},
      {"a macro that was named in one list only",
       {replaced(file::wholesale,
                 "- {name}: the [`Bulk::{name} "
                 "Order`](https://gitlab.example.com/support/wholesale/-/blob/main/data/active/Bulk/"
                 "{path}%20Order.yaml) macro, which sets the ticket to Open.\n",
                 "- {name}: nothing.\n")},
       {{undocumented, file::order, "title: «'Bulk::{name} Order'»", Fix::none}}},
      {"a macro that was named in one section only",
       {replaced(file::desk,
                 "send the `Closing::{name}\nGoodbye` macro. This macro writes a public reply, assigns the ticket to "
                 "you, and tags the ticket with `{slug}_closed`.\n\nThe `{name} Goodbye` macro reads:",
                 "write:"),
        replaced(file::desk, "The macro:\n", "Then:\n")},
       {{undocumented, file::goodbye, "title: «'Closing::{name} Goodbye'»", Fix::none}}},
      {"a macro that was deactivated and is active again, with nobody to say so",
       {added(letters, letter),
        added(
            file::contacts,
            "\nThe folder of [letters](https://gitlab.example.com/support/retail/-/tree/main/data/active/Letters).\n")},
       {{undocumented, letters, "title: «'Letters::{name} Letter'»", Fix::none}}},
      {"a page that is gone",
       {removed(file::wholesale), added("handbook/content/wholesale/other.md", "The `General::Greeting` macro.\n"),
        added("handbook/content/wholesale/{slug}.md", "The macros of the others are gone from here.\n")},
       {{undocumented, "wholesale/sync/active/Bulk/Return Program Order.yaml", "«'Bulk::Return Program Order'»",
         Fix::none},
        {undocumented, "wholesale/sync/active/Bulk/Repair Program Order.yaml", "«'Bulk::Repair Program Order'»",
         Fix::none},
        {undocumented, "wholesale/sync/active/Bulk/Trade-in Program Order.yaml", "«'Bulk::Trade-in Program Order'»",
         Fix::none},
        {undocumented, "wholesale/sync/active/Bulk/School Program Order.yaml", "«'Bulk::School Program Order'»",
         Fix::none},
        {undocumented, "wholesale/sync/active/Bulk/Student Discount Order.yaml", "«'Bulk::Student Discount Order'»",
         Fix::none}}},
      {"another macro takes the former title",
       {replaced(file::goodbye, "title: 'Closing::{name} Goodbye'", "title: 'General::Old {name} Answer'"),
        moved(file::goodbye, "retail/sync/active/General/Old {name} Answer.yaml"),
        replaced(file::desk, "`Closing::{name}\nGoodbye`", "`General::Old {name}\nAnswer`"),
        replaced(file::desk, "`{name} Goodbye`", "`Old {name} Answer`")},
       {{reused, file::reply, "previous_title: «'General::Old {name} Answer'»", Fix::none}}},
      {"a new macro takes the former title",
       {added("retail/sync/active/General/Old {name} Answer.yaml",
              "title: 'General::Old {name} Answer'\nprevious_title: ''\ndescription: ''\nactive: true\nactions:\n"
              "- field: 'status'\n  value: 'open'\nrestriction: null\ncontains_managed_content: false\n"),
        added(file::contacts, "\nThe `General::Old {name} Answer` macro is another one.\n")},
       {{reused, file::reply, "previous_title: «'General::Old {name} Answer'»", Fix::none}}},
      {"a macro says that it had the title of another",
       {replaced(file::form, "previous_title: ''", "previous_title: 'General::{name} Reply'")},
       {{reused, file::form, "previous_title: «'General::{name} Reply'»", Fix::none}}},
      {"the same in another instance",
       {replaced(file::order, "previous_title: ''", "previous_title: 'General::Greeting'")},
       {{reused, file::order, "previous_title: «'General::Greeting'»", Fix::none}}},
  };
}

}  // namespace macrolint
