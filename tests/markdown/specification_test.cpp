#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "markdown/goldmark.h"
#include "markdown/html_destinations.h"
#include "page/parse_page.h"

// The links of the examples in CommonMark's specification, and of those that Goldmark, which renders Hugo's pages, has
// for GFM's extensions: what is read off each example is compared with the links of the HTML that it stands for.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

/// The links of an example that differ from those of its HTML.
using Exceptions = std::map<std::string, Lines>;

/// What a renderer adds of its own: the links between a footnote and its marks.
bool is_footnote_mark(const std::string& destination) { return destination.starts_with("a #fn"); }

std::size_t compare(const std::vector<Example>& examples, const Exceptions& exceptions) {
  std::size_t links = 0;
  std::size_t excepted = 0;
  for (const Example& example : examples) {
    Source source;
    source.text = example.markdown;
    const Document document = parse_page(source, Document::Syntax::plain, MacroClues({}));
    Lines expected = destinations_in_html(example.html);
    std::erase_if(expected, is_footnote_mark);
    if (const auto exception = exceptions.find(example.name); exception != exceptions.end()) {
      // One that agrees by now is no exception any more.
      CHECK(expected != exception->second);
      expected = exception->second;
      ++excepted;
    }
    INFO(example.name << "\n" << example.markdown << "\n" << example.html);
    CHECK(destinations_in_page(document) == expected);
    CHECK(misplaced_links(document).empty());
    links += expected.size();
  }
  CHECK(excepted == exceptions.size());
  return links;
}

void report(std::string_view name, std::size_t examples, std::size_t links) {
  fmt::print("{}: {} examples, {} links\n", name, examples, links);
  std::fflush(stdout);
}

}  // namespace

TEST_CASE("Links are those of the CommonMark specification's examples") {
  if (!has_examples()) {
    return;
  }
  // Addresses in the text are links in GFM and not in CommonMark.
  const Exceptions exceptions = {
      {"spec.json 607", {"a http://foo.bar"}},
      {"spec.json 610", {"a http://example.com"}},
      {"spec.json 611", {"a mailto:foo@bar.example.com"}},
  };
  const std::vector<Example> examples = specification_examples();
  CHECK(examples.size() >= 600);
  const std::size_t links = compare(examples, exceptions);
  CHECK(links >= 150);
  report("CommonMark's specification", examples.size(), links);
}

TEST_CASE("Links are those of Goldmark's examples for GFM") {
  if (!has_examples()) {
    return;
  }
  const Exceptions exceptions = {};
  std::vector<Example> examples;
  for (const std::string file : {"linkify", "footnote", "table", "tasklist", "strikethrough"}) {
    const std::vector<Example> more = goldmark_examples("extension/_test/" + file + ".txt");
    CHECK(!more.empty());
    examples.insert(examples.end(), more.begin(), more.end());
  }
  for (const Example& example : goldmark_examples("_test/extra.txt")) {
    examples.push_back(example);
  }
  const std::size_t links = compare(examples, exceptions);
  CHECK(links >= 40);
  report("Goldmark's own examples", examples.size(), links);
}

}  // namespace macrolint
