#include "page/front_matter.h"

#include <string>

#include "catch.h"
#include "yaml/yaml.h"

using namespace macrolint;

TEST_CASE("Front matter that needs no YAML parser is told by its lines") {
  for (const std::string plain :
       {"", "title: Returns\n", "title: \"Returns: all\"\ndescription: 'x # y'\n", "# a remark\ntitle: x\n",
        "url: /returns/\n", "tags: [one, \"two\", /three/four.md]\n", "aliases:\n- /a\n- '/b'\ntitle: x\n",
        "aliases:\n  - /a\n  - b c\n", "title: x\r\nurl: /y\r\n", "title:\n", "aliases:\ntitle: x\n", "tags: []\n",
        "tags: [ ]\n", "title: >-\n  a: b\n  \"c # d\nurl: /y\n", "title: >\n x\n", "title: |\r\n    x\r\n    y\r\n",
        "title: |-\n  - x"}) {
    CAPTURE(plain);
    CHECK(is_plain_mapping(plain));
    const yaml::Document parsed = yaml::parse(plain);
    CHECK(parsed.problems.empty());
    CHECK((plain.empty() || (parsed.root.has_value() && parsed.root->kind == yaml::Kind::mapping)));
  }
}

TEST_CASE("Front matter that a YAML parser has to judge is never called plain") {
  for (const std::string other :
       {"title: x\ntitle: y\n", "title: a: b\n",         "title: \"a\" b\n",       "title: 'it's'\n",
        "title: [a\n",          "title: [a, b\n",        "title: [a,, b]\n",       "title: [a, ]\n",
        "title: [a: b]\n",      "title: [[a]]\n",        "title: - a\n",           "title:x\n",
        "title: >-\n",          "aliases:\n- a\n - b\n", "aliases:\n- a: b\n",     "aliases:\n  -\n",
        "aliases:\n- - a\n",    "aliases:\n\n- a\n",     "aliases:\n  title: x\n", "- a\n",
        "title: *x\n",          "title: @x\n",           "title: >\nx\n",          "  title: x\n",
        "title: x\n  y\n",      "tags: [a] b\n",         "tags: [-, b]\n",         "tags: ['a, b']\n",
        "tags: [,]\n",          "title: >\n  x\n y\n",   "title: >\n  x\n\n  y\n", "title: >\n  x\n    y\n",
        "title: |\n  \tx\n",    "title: >2\n  x\n",      "title:x>-\n  x\n"}) {
    CAPTURE(other);
    CHECK_FALSE(is_plain_mapping(other));
  }
}
