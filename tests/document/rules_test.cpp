#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch.h"
#include "support/lint_archive.h"

// The rules about documents, each as a table of a page's text and what is reported about it.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

struct Row {
  std::string page;
  Lines findings;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.page);
    Lines expected;
    for (const std::string& finding : row.findings) {
      expected.push_back("handbook/content/page.md:" + finding);
    }
    CHECK(lint_archive(fmt::format("-- handbook/content/page.md --\n{}\n", row.page)) == expected);
  }
}

}  // namespace

TEST_CASE("doc-front-matter") {
  check_rows({
      {"---\ntitle: a: b\n---", {"2:9 doc-front-matter :"}},
      {"---\ntitle: x\ntitle: y\n---", {"3:1 doc-front-matter title"}},
      {"---\ntitle: x\n", {"1:1 doc-front-matter ---"}},
      {"---\n- a\n---", {"2:1 doc-front-matter -"}},
      {"{\"title\": }\n", {"1:1 doc-front-matter {"}},
      {"+++\ntitle = 'x'\n", {"1:1 doc-front-matter +++"}},
      {"---\ntitle: \"a: b\"\ndescription: 'it''s'\naliases: [a, b]\nmenu:\n  main: {weight: 1}\n---", {}},
      {"---\ntitle: Grüße # comment\n\nweight: -1\n---", {}},
      {"---\n---", {}},
      {"No front matter\n---\nat: all: ok\n---", {}},
  });
}

TEST_CASE("doc-shortcode") {
  check_rows({
      {"{{% alert %}}\ntext", {"1:1 doc-shortcode {{% alert %}}"}},
      {"text\n{{% /alert %}}", {"2:1 doc-shortcode {{% /alert %}}"}},
      {"{{< figure src=\"x\"", {"1:1 doc-shortcode {{< figure"}},
      {"{{% card %}}\n{{% details %}}\n{{% /card %}}\n{{% /details %}}",
       {"2:1 doc-shortcode {{% details %}}", "4:1 doc-shortcode {{% /details %}}"}},
      {"{{% alert %}}\na\n{{% /alert %}}", {}},
      {"{{< figure src=\"x\" >}} {{< youtube id />}}", {}},
      {"{{%/* alert */%}} {{</* /alert */>}}", {}},
      // A site's own habit: closed four times, so the fifth is forgotten.
      {"{{< box >}}a{{< /box >}} {{< box >}}a{{< /box >}} {{< box >}}a{{< /box >}} {{< box >}}a{{< /box >}}\n{{< box "
       ">}}",
       {"2:1 doc-shortcode {{< box >}}"}},
      {"{{< mixed >}}a{{< /mixed >}} {{< mixed >}}", {}},
  });
}

TEST_CASE("inbox-malformed") {
  check_rows({
      {"education@example..com", {"1:1 inbox-malformed education@example..com"}},
      {"education@@example.com", {"1:1 inbox-malformed education@@example.com"}},
      {"education@example,com", {"1:1 inbox-malformed education@example,com"}},
      {"edu..cation@example.com", {"1:1 inbox-malformed edu..cation@example.com"}},
      {"`education.@example.com`", {"1:2 inbox-malformed education.@example.com"}},
      {"[us](mailto:education)", {"1:6 inbox-malformed mailto:education"}},
      {"[us](mailto:)", {"1:6 inbox-malformed mailto:"}},
      {"[us](mailto:?subject=Hi)", {}},
      {"someone@elsewhere..org", {}},
      {"education@example.com, opensource@example.com.", {}},
      {"Wait...education@example.com", {}},
  });
}

TEST_CASE("inbox-unknown") {
  check_rows({
      {"educaton@example.com", {"1:1 inbox-unknown educaton@example.com"}},
      {"[mail](mailto:sales@example.com)", {"1:15 inbox-unknown sales@example.com"}},
      {"<sales@example.com>", {"1:2 inbox-unknown sales@example.com"}},
      {"Education@Example.com", {}},
      {"education+schools@example.com", {}},
      {"sales@example.org and sales@sub.example.com", {}},
  });
}

TEST_CASE("link-malformed") {
  check_rows({
      {"[a] (https://x.org)", {"1:1 link-malformed [a] (https://x.org)"}},
      {"[a](two words)", {"1:1 link-malformed [a](two words)"}},
      {"[a]()", {"1:1 link-malformed "}},
      {"<a href=\"\">a</a>", {"1:1 link-malformed "}},
      {"[a](htps://x.org)", {"1:5 link-malformed htps://x.org"}},
      {"[a](https:/x.org)", {"1:5 link-malformed https:/x.org"}},
      {"[a](https//x.org)", {"1:5 link-malformed https//x.org"}},
      {"[a](https://https://x.org)", {"1:5 link-malformed https://https://x.org"}},
      {"[a](https://)", {"1:5 link-malformed https://"}},
      {"[a](www.x.org/b)", {"1:5 link-malformed www.x.org/b"}},
      {"[a](x.com/b)", {"1:5 link-malformed x.com/b"}},
      {"[a](https://x.org/b%20c?d=e#f) [b](/page/) [c](./page.md#top) [d](#) [e](mailto:a@b.org) [f](tel:+1)", {}},
      {"[a](https://bücher.example/) [b](https://[2001:db8::1]/) [c](//cdn.x.org/d) [e](http://localhost:80)", {}},
      {"[a](file.com.md) [b](a.b/c) [c]({{< ref \"x\" >}})",
       {"1:5 link-missing-page file.com.md", "1:22 link-missing-page a.b/c",
        "1:33 link-missing-page {{< ref \"x\" >}}"}},
      {"- [ ] (optional) task\n- [x] (/done)", {}},
      {"array [0] (see below), f[1](page)", {}},
      {"`[a] (https://x.org)`", {}},
  });
}

TEST_CASE("doc-front-matter: TOML") {
  CHECK(lint_archive("-- handbook/content/page.md --\n+++\ntitle = 'a'\ntags = ['b', 'c']\n+++\ntext\n").empty());
  CHECK(lint_archive("-- handbook/content/page.md --\n+++\ntitle = 'a'\ntitle = 'b'\n+++\ntext\n") ==
        std::vector<std::string>{"handbook/content/page.md:3:1 doc-front-matter title = 'b'"});
  CHECK(lint_archive("-- handbook/content/page.md --\n+++\ntitle = a b\n+++\ntext\n") ==
        std::vector<std::string>{"handbook/content/page.md:2:1 doc-front-matter title = a b"});
}

TEST_CASE("ticket-label-mismatch") {
  const std::string tickets = "https://example.zendesk.com/agent/tickets/";
  check_rows({
      {"[ZD#200417](" + tickets + "200471)", {"1:2 ticket-label-mismatch ZD#200417"}},
      {"[ZD Ticket 200417](" + tickets + "200471)", {"1:2 ticket-label-mismatch ZD Ticket 200417"}},
      {"[200417](" + tickets + "200471?x=y)", {"1:2 ticket-label-mismatch 200417"}},
      {"[ZD#200417](" + tickets + "200417)", {}},
      {"[the case of March 2023](" + tickets + "200417)", {}},
      {"[ticket from 2023](" + tickets + "200417)", {}},
      {"<" + tickets + "200417>", {}},
      {"[" + tickets + "200417](" + tickets + "200417)", {}},
      {"[#12 of 3](" + tickets + "200417)", {}},
      {"[ZD#200417](https://example.org/200471)", {}},
  });
}

}  // namespace macrolint
