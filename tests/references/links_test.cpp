#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch.h"
#include "support/lint_archive.h"

// Links into the macro repositories, in all the ways that pages write them.
namespace macrolint {

namespace {

constexpr std::string_view repository = R"(
-- macros/sync/data/active/Legal & Co/Seizure (Court order).yaml --
title: 'Legal & Co::Seizure (Court order)'
active: true
actions:
- {field: comment_value_html, value: MANAGED_CONTENT}
contains_managed_content: true
-- macros/managed/active/Legal & Co/Seizure (Court order).md --
Hello,

we have passed this on.
)";

std::vector<std::string> findings_of_link(const std::string& url) {
  return lint_archive(repository.substr(1),
                      fmt::format("-- handbook/content/page.md --\nSee [the wording](<{}>).\n", url));
}

}  // namespace

TEST_CASE("A link to a macro's file is found however it is written") {
  const std::string project = "https://gitlab.com/example/zendesk-global/macros-sync/";
  for (const std::string& url : {
           project + "-/blob/main/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml",
           project + "-/blob/main/data/active/Legal & Co/Seizure (Court order).yaml",
           project + "-/blob/main/data/active/Legal%20%26%20Co/Seizure%20%28Court%20order%29.yaml",
           project + "-/blob/main/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml?ref_type=heads",
           project + "-/blob/main/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml#L4-6",
           project + "-/raw/main/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml",
           project + "-/tree/main/data/active/Legal%20&%20Co",
           project + "-/tree/main/data/active/Legal%20&%20Co/",
           project + "-/blob/0a1b2c3d/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml",
           project + "-/blob/feature/new-names/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml",
           project + "blob/main/data/active/Legal%20&%20Co/Seizure%20(Court%20order).yaml",
           std::string("https://GitLab.com/Example/zendesk-global/macros-sync/-/blob/main/data/active/Legal%20&%20Co/"
                       "Seizure%20(Court%20order).yaml"),
           std::string("https://gitlab.com/example/zendesk-global/macros/-/blob/main/active/Legal%20&%20Co/"
                       "Seizure%20(Court%20order).md"),
           // Outside of what the repositories hold; nothing can be said about these.
           project + "-/blob/main/README.md",
           project + "-/issues/1",
           std::string("https://gitlab.com/example/zendesk-us/macros-sync/-/blob/main/data/active/Gone.yaml"),
       }) {
    INFO(url);
    CHECK(findings_of_link(url).empty());
  }
}

TEST_CASE("A link to a file or folder that is not there is a finding") {
  const std::string project = "https://gitlab.com/example/zendesk-global/macros-sync/-/";
  for (const std::string& url : {
           project + "blob/main/data/active/Legal%20&%20Co/Seizure.yaml",
           project + "tree/main/data/active/Legal",
           project + "blob/feature/new-names/data/active/Gone.yaml?ref_type=heads",
           std::string("https://gitlab.com/example/zendesk-global/macros/-/blob/main/active/Gone.md"),
           std::string("https://gitlab.com/example/old/zendesk-global/macros/-/blob/main/macros/active/Gone.yaml"),
       }) {
    INFO(url);
    CHECK(findings_of_link(url) ==
          std::vector<std::string>{"handbook/content/page.md:1:20 reference-link-missing " + url});
  }
}

TEST_CASE("Macros and managed content are checked for links and inboxes like pages") {
  const std::vector<std::string> findings = lint_archive(R"(-- macros/sync/data/active/A.yaml --
title: 'A'
active: true
actions:
- field: 'comment_value_html'
  value: '<p>Don''t write to sales@example.com. See <a href="https//example.com/">this</a>.</p>'
-- macros/sync/data/active/B.yaml --
title: 'B'
active: true
actions:
- field: comment_value
  value: |
    Hello,

    write to education@example..com, or see [this] (https://example.com/).
-- macros/sync/data/active/C.yaml --
title: 'C'
active: true
actions:
- {field: comment_value_html, value: MANAGED_CONTENT}
contains_managed_content: true
-- macros/managed/active/C.md --
Hello,

write to sales@example.com.
)");
  CHECK(findings == std::vector<std::string>{
                        "macros/managed/active/C.md:3:10 inbox-unknown sales@example.com",
                        "macros/sync/data/active/A.yaml:5:30 inbox-unknown sales@example.com",
                        "macros/sync/data/active/A.yaml:5:62 link-malformed https//example.com/",
                        "macros/sync/data/active/B.yaml:8:14 inbox-malformed education@example..com",
                        "macros/sync/data/active/B.yaml:8:45 link-malformed [this] (https://example.com/)",
                    });
}

}  // namespace macrolint
