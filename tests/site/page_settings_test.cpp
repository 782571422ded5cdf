#include "page/page_settings.h"

#include <string>
#include <vector>

#include "catch.h"
#include "page/parse_page.h"
#include "page/shortcodes.h"

namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

/// The settings of a page, one a line.
Lines settings_of(const std::string& text) {
  Source source;
  source.text = text;
  const auto settings = read_page_settings(parse_page(source, Document::Syntax::hugo, MacroClues({})));
  Lines lines;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) {
      lines.push_back(name + " " + value);
    }
  };
  if (settings.has_value()) {
    add("url", settings->url);
    add("slug", settings->slug);
    for (const std::string& alias : settings->aliases) {
      add("alias", alias);
    }
    add("draft", settings->draft.has_value() ? *settings->draft ? "true" : "false" : "");
    add("below", settings->draft_below.has_value() ? *settings->draft_below ? "true" : "false" : "");
    add("headless", settings->headless ? "true" : "");
    add("rendered", settings->rendered ? "" : "false");
    add("from", settings->publish_day);
    add("until", settings->expiry_day);
  }
  return lines;
}

}  // namespace

TEST_CASE("Front matter says where and whether a page is published") {
  struct Example {
    const char* text;
    Lines settings;
  };
  const auto example = GENERATE(
      Example{"---\ntitle: x\n---\n", {}}, Example{"---\nurl: /a/\nSlug: b\n---\n", {"url /a/", "slug b"}},
      Example{"---\naliases:\n- /a\n- b\n---\n", {"alias /a", "alias b"}},
      Example{"---\naliases: /a\n---\n", {"alias /a"}}, Example{"---\ndraft: true\n---\n", {"draft true"}},
      Example{"---\ndraft: \"True\"\n---\n", {"draft true"}}, Example{"---\ndraft: false\n---\n", {"draft false"}},
      Example{"---\ndate: 2026-01-02T03:04:05Z\n---\n", {"from 2026-01-02"}},
      Example{"---\ndate: 2026-01-02\npublishDate: 2026-02-03\n---\n", {"from 2026-02-03"}},
      Example{"---\npublishDate: 2026-02-03\ndate: 2026-01-02\n---\n", {"from 2026-02-03"}},
      Example{"---\nexpiryDate: 2026-01-02\n---\n", {"until 2026-01-02"}}, Example{"---\ndate: soon\n---\n", {}},
      Example{"---\nheadless: true\n---\n", {"headless true"}},
      Example{"---\n_build:\n  render: never\n---\n", {"rendered false"}},
      Example{"---\n_build: {list: never}\n---\n", {}},
      Example{"---\nbuild: {render: never}\n---\n", {"rendered false"}},
      Example{"---\ncascade:\n  draft: true\n---\n", {"below true"}},
      Example{"---\ncascade:\n- draft: true\n  _target: {path: /x}\n- draft: false\n---\n", {"below false"}},
      Example{"+++\nurl = \"/a/\"\naliases = [\"b\", \"c\"]\ndraft = true\n+++\n",
              {"url /a/", "alias b", "alias c", "draft true"}},
      Example{"+++\naliases = \"b\"\ndate = 2026-01-02\nexpiryDate = 2026-02-03T04:05:06Z\n+++\n",
              {"alias b", "from 2026-01-02", "until 2026-02-03"}},
      Example{"+++\nheadless = true\n[_build]\nrender = \"never\"\n[cascade]\ndraft = true\n+++\n",
              {"below true", "headless true", "rendered false"}},
      Example{"+++\n[[cascade]]\ndraft = true\n+++\n", {"below true"}}, Example{"+++\nurl = \n+++\n", {}},
      Example{"{\"title\": \"x\", \"aliases\": [\"a\"], \"draft\": true}\n", {"alias a", "draft true"}},
      Example{"---\nurl: /a/\n", {}}, Example{"url: /a/\n", {}});
  INFO(example.text);
  CHECK(settings_of(example.text) == example.settings);
}

TEST_CASE("The first parameter of a shortcode is read") {
  struct Example {
    const char* tag;
    const char* parameter;
  };
  const auto example = GENERATE(
      Example{"{{% a \"b c\" %}}", "b c"}, Example{"{{< a b c >}}", "b"}, Example{"{{< a `b` >}}", "b"},
      Example{"{{<a \"b\">}}", "b"}, Example{"{{< a name=\"b\" other=\"c\" >}}", "b"}, Example{"{{< a >}}", ""},
      Example{"{{< a />}}", ""}, Example{"{{% a\n\"b\"\n%}}", "b"}, Example{"{{< a \"\" >}}", ""});
  INFO(example.tag);
  Source source;
  source.text = example.tag;
  const std::vector<ShortcodeTag> tags = find_shortcodes(source.text, 0);
  REQUIRE(tags.size() == 1);
  CHECK(first_parameter(source, tags.front()) == example.parameter);
}

}  // namespace macrolint
