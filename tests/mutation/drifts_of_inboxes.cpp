#include "mutation/drift.h"

// Inboxes that pages, macros and the configuration give for one program.
namespace macrolint {

std::vector<Drift> drifts_of_inboxes() {
  constexpr std::string_view rule = "drift-inbox";
  return {
      {"a page with another inbox than the macro, in a list",
       {replaced(file::page, "- {name}: `{inbox}`", "- {name}: `helpers@example.com`")},
       {{rule, file::page, "`«helpers@example.com»`", Fix::unsafe}}},
      {"in a table",
       {replaced(file::overview, "| {inbox} |", "| helpers@example.com |")},
       {{rule, file::overview, "| «helpers@example.com» |", Fix::unsafe}}},
      {"in a sentence",
       {replaced(file::desk, "write to {inbox}.", "write to helpers@example.com.")},
       {{rule, file::desk, "write to «helpers@example.com».", Fix::unsafe}}},
      {"in a list that refers to no macro",
       {replaced(file::contacts, "[{inbox}](mailto:{inbox})", "[helpers@example.com](mailto:helpers@example.com)")},
       {{rule, file::contacts, "[«helpers@example.com»]", Fix::unsafe}}},
      {"another sentence",
       {added(file::desk, "\nContact the {name} team at helpers@example.com.\n")},
       {{rule, file::desk, "at «helpers@example.com».", Fix::unsafe}}},
      {"another list, with the address first",
       {added(file::overview, "\n## Mail\n\n- helpers@example.com ({name})\n")},
       {{rule, file::overview, "- «helpers@example.com» (", Fix::unsafe}}},
      {"another table, in a page of its own",
       {added("handbook/content/mail.md", "| Team | Email |\n|---|---|\n| {name} | helpers@example.com |\n")},
       {{rule, "handbook/content/mail.md", "| «helpers@example.com» |", Fix::unsafe}}},
      {"the inbox of another program",
       {replaced(file::contacts, "[{inbox}](mailto:{inbox})", "[press@example.com](mailto:press@example.com)")},
       {{rule, file::contacts, "[«press@example.com»]", Fix::unsafe}}},
      {"what a page says that the macro names",
       {added(file::contacts, "\nThe `General::{name} Reply` macro directs people to helpers@example.com.\n")},
       {{rule, file::contacts, "to «helpers@example.com».", Fix::unsafe}}},
      {"the same in a table",
       {added(file::contacts, "\n| Macro | Inbox |\n|---|---|\n| `General::{name} Reply` | helpers@example.com |\n")},
       {{rule, file::contacts, "| «helpers@example.com» |", Fix::unsafe}}},
      {"the macro has another inbox than all pages",
       {replaced(file::wording, "{inbox}", "helpers@example.com")},
       {{rule, file::page, "`«{inbox}»`", Fix::unsafe},
        {rule, file::overview, "«{inbox}»", Fix::unsafe},
        {rule, file::desk, "write to «{inbox}».", Fix::unsafe}},
       false},
      {"a configured inbox",
       {added(".macrolint.yml",
              "inboxes: [{address: helpers@example.com, name: {name}}]\nrules: {inbox-unknown: off}\n")},
       {{rule, file::page, "`«{inbox}»`", Fix::unsafe},
        {rule, file::overview, "«{inbox}»", Fix::unsafe},
        {rule, file::desk, "write to «{inbox}».", Fix::unsafe},
        {rule, file::contacts, "[«{inbox}»]", Fix::unsafe}},
       false},
  };
}

}  // namespace macrolint
