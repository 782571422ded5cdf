#include "mutation/consistent_pair.h"

// The pages of the consistent pair. Between them they name macros, inboxes and channels in every form that pages do.
namespace macrolint {

namespace {

constexpr std::string_view page = R"(---
title: {name}
---

# {name}

When somebody asks about the {name}, send the [`General::{name} Reply`](https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Reply.yaml) macro.
This macro adds the `{slug}_sent` tag, removes the `{slug}_waiting` tag and sets the ticket to {written}.

The text of the `General::{name} Reply` macro:

> Hello [name],
>
> thank you for your interest in the {name}.
> {promise}

Its [wording](https://gitlab.example.com/support/retail-wording/-/blob/main/active/General/{path}%20Reply.md) is kept apart.

## Forms

Use the `Forms::{name} Form` macro, which adds an internal note.

1. Open the form.
1. Apply the macro `Forms::{name} Form`. This macro:
   1. Sets the priority to High
   1. Leaves a private comment
   1. Changes the form to `{name} Request`
   1. Assigns the ticket to the `{team}` group

## Whom to ask

- {name}: `{inbox}`

The team is in [#{slug}](https://example.slack.com/archives/{channel}).
)";

constexpr std::string_view desk = R"(---
title: Desk of the {name}
---

# Desk of the {name}

| Step | What to use |
|---|---|
| Answer | [`General::{name} Reply` macro](https://gitlab.example.com/support/retail/-/blob/main/data/active/General/{path}%20Reply.yaml) |
| Note | the **Forms::{name} Form** macro |

- Start with the "General::{name} Reply" macro.
- Then comes `Forms::{name} Form` [macro](https://gitlab.example.com/support/retail/-/blob/main/data/active/Forms/{path}%20Form.yaml).

To close a ticket of the {name}, send the `Closing::{name}
Goodbye` macro. This macro writes a public reply, assigns the ticket to you, and tags the ticket with `{slug}_closed`.

The `{name} Goodbye` macro reads:

```text
Goodbye CUSTOMER, it was a pleasure to help you with the {name}.
Your ticket TICKET stays open for three more days, and every reply brings it back to us.
```

The macro:

- sets the ticket type to question
- applies the `{slug}_closed` and `{slug}_thanked` tags
- sets the `Desk` field to `{slug}_desk`

For the {name}, write to {inbox}.

```mermaid
graph TD
  A[New ticket] --> B(Support uses<br>General::{name} Reply<br>macro)
  B --> C(Support uses<br>Forms::{name} Form<br>macro)
```
)";

constexpr std::string_view online_row =
    "| {name} | [`Online::{name} Chat`](https://online.zendesk.com/agent/admin/macros/{number}) |\n";
constexpr std::string_view online_line =
    "- For the {name}, search for the macro [Online::{name} "
    "Chat](https://gitlab.example.com/search?search=id%3A+{number}).\n";

/// The text for each program in turn.
std::string for_each(std::string_view text) {
  std::string result;
  for (const Program& program : programs()) {
    result += filled(text, program);
  }
  return result;
}

}  // namespace

void add_pages(Files& files) {
  for (const Program& program : programs()) {
    files[filled(file::page, program)] = filled(page, program);
    files[filled(file::desk, program)] = filled(desk, program);
  }
  files[std::string(file::overview)] =
      "---\ntitle: Programs\n---\n\n| Program | Inbox | Macro |\n|---|---|---|\n" +
      for_each("| [{name}](/programs/{slug}/) | {inbox} | `General::{name} Reply` |\n") +
      "\nAll of them can be reached by chat:\n\n" +
      for_each("- [#{slug}](https://example.slack.com/archives/{channel})\n") +
      "\nThe `General::Greeting` macro suits all.\n";
  files[std::string(file::contacts)] =
      "---\ntitle: Contacts\n---\n\n" + for_each("- **{name}** - [{inbox}](mailto:{inbox})\n") +
      "\n| Program | Channel |\n|---|---|\n" +
      for_each("| {name} | [`#{slug}`](https://example.slack.com/archives/{channel}) |\n");
  files[std::string(file::wholesale)] =
      "---\ntitle: Orders\n---\n\nBegin with the `General::Greeting` macro.\n\n" +
      for_each(
          "- {name}: the [`Bulk::{name} Order`](https://gitlab.example.com/support/wholesale/-/blob/main/data/"
          "active/Bulk/{path}%20Order.yaml) macro, which sets the ticket to Open.\n");
  files[std::string(file::online)] = "---\ntitle: Chats\n---\n\n| Program | Macro |\n|---|---|\n" +
                                     for_each(online_row) + "\n" + for_each(online_line);
}

}  // namespace macrolint
