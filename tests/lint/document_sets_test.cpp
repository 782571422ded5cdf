#include <string>
#include <vector>

#include "catch.h"
#include "lint/document_set.h"
#include "support/lint_archive.h"

// Which pages are read as what, and which are reported on.
namespace macrolint {

namespace {

constexpr std::string_view pages = R"(-- docs/notes.md --
Write to a@@example.com.
-- docs/site/content/a.md --
{{% alert %}}
-- docs/site/content/b/c.md --
Write to a@@example.com.
-- docs/site/theme/readme.md --
Write to a@@example.com.
)";

std::vector<std::string> findings(const std::string& documents) {
  return lint_archive(pages,
                      "-- .macrolint.yml --\nversion: 1\ninbox_domains: [example.com]\ndocuments:\n" + documents);
}

}  // namespace

TEST_CASE("A page belongs to the set with the deepest folder and is read once") {
  CHECK(findings("- {kind: plain, path: docs}\n- {kind: hugo, path: docs/site}\n") ==
        std::vector<std::string>{"docs/notes.md:1:10 inbox-malformed a@@example.com",
                                 "docs/site/content/a.md:1:1 doc-shortcode {{% alert %}}",
                                 "docs/site/content/b/c.md:1:10 inbox-malformed a@@example.com"});
  CHECK(findings("- {kind: plain, path: ./docs/}\n").size() == 3);
  CHECK(findings("- {kind: plain, path: .}\n").size() == 3);
}

TEST_CASE("Only pages that `include` has are reported on, in the set that they belong to") {
  CHECK(findings("- {kind: plain, path: docs, include: [\"*.md\"]}\n"
                 "- {kind: hugo, path: docs/site, include: [\"content/b/**\"]}\n") ==
        std::vector<std::string>{"docs/notes.md:1:10 inbox-malformed a@@example.com",
                                 "docs/site/content/b/c.md:1:10 inbox-malformed a@@example.com"});
}

}  // namespace macrolint
