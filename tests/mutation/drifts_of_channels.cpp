#include "mutation/drift.h"

// Slack channels: one name with two numbers, one number with two names.
namespace macrolint {

std::vector<Drift> drifts_of_channels() {
  constexpr std::string_view rule = "drift-channel";
  return {
      {"another number in a sentence",
       {replaced(file::page, "archives/{channel}", "archives/C0ANOTHER1")},
       {{rule, file::page, "(«https://example.slack.com/archives/C0ANOTHER1»)", Fix::none}}},
      {"another number in a list",
       {replaced(file::overview, "archives/{channel}", "archives/C0ANOTHER1")},
       {{rule, file::overview, "(«https://example.slack.com/archives/C0ANOTHER1»)", Fix::none}}},
      {"another number in a table",
       {replaced(file::contacts, "archives/{channel}", "archives/C0ANOTHER1")},
       {{rule, file::contacts, "(«https://example.slack.com/archives/C0ANOTHER1»)", Fix::none}}},
      {"another number in an address of another form",
       {added(file::desk, "\nAsk in [#{slug}](https://example.slack.com/messages/C0ANOTHER1/).\n")},
       {{rule, file::desk, "(«https://example.slack.com/messages/C0ANOTHER1/»)", Fix::none}}},
      {"another name in a sentence",
       {replaced(file::page, "[#{slug}]", "[#{slug}-team]")},
       {{rule, file::page, "[«#{slug}-team»]", Fix::none}}},
      {"another name in a list",
       {replaced(file::overview, "[#{slug}]", "[#ask-{slug}]")},
       {{rule, file::overview, "[«#ask-{slug}»]", Fix::none}}},
      {"another name in code, in a table",
       {replaced(file::contacts, "[`#{slug}`]", "[`#{slug}-desk`]")},
       {{rule, file::contacts, "[«`#{slug}-desk`»]", Fix::none}}},
      {"the words of a label",
       {added(file::desk,
              "\nAsk in the [#{slug}_help Slack channel](https://example.slack.com/archives/{channel}).\n")},
       {{rule, file::desk, "[«#{slug}_help Slack channel»]", Fix::none}}},
      {"a copied link of which only the name was changed",
       {added(file::desk, "\nThe press is in [#press](https://example.slack.com/archives/{channel}).\n")},
       {{rule, file::desk, "[«#press»]", Fix::none}}},
  };
}

}  // namespace macrolint
