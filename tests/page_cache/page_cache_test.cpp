#include "page_cache/page_cache.h"

#include <deque>
#include <filesystem>
#include <random>

#include "catch.h"
#include "disk/disk.h"
#include "page/parse_page.h"
#include "page_cache/page_record.h"
#include "page_cache/seal.h"
#include "rule/rule.h"
#include "support/corpus.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

using Syntax = Document::Syntax;

const MacroClues clues({"macro", "macros"}, {"group/macros"});

/// Has something for every list of a document.
constexpr std::string_view rich_page =
    "---\n"
    "title: Returns\n"
    "# macrolint-disable link-missing-page\n"
    "---\n"
    "\n"
    "# Returns {#returns}\n"
    "\n"
    "Send the macro [`Returns::Label &amp; box`](https://gitlab.com/group/macros/-/blob/main/active/label.yaml) or\n"
    "<https://example.com/a>, [two words](a b), [none][label], write to returns@example.com.\n"
    "![Box](box.png) <a href=\"x.html\" id=\"there\">x</a> <!-- macrolint-disable-line -->\n"
    "\n"
    "{{% note %}}\nThe macro \"Returns::Second\" follows.\n{{% /note %}}\n"
    "{{< figure src=\"a.png\" >}}\n";

/// Pages with texts of their own, parsed.
struct ParsedPages {
  std::deque<Source> sources;
  std::vector<Document> pages;

  void add(std::string path, std::string_view text, Syntax syntax = Syntax::hugo) {
    sources.push_back({std::move(path), text});
    pages.push_back(parse_page(sources.back(), syntax, clues));
  }
};

/// The bytes of a cache that holds the pages.
Text kept_bytes(const ParsedPages& parsed, const std::string& build = "build") {
  PageCache cache(build);
  cache.load();
  cache.keep(parsed.pages, clues, 2);
  CHECK(cache.has_changed());
  return cache.bytes();
}

PageCache cache_of(const Text& bytes, const std::string& build = "build") {
  PageCache cache(build, [bytes] { return bytes; });
  cache.load();
  return cache;
}

bool finds(const PageCache& cache, const Source& source, Syntax syntax = Syntax::hugo,
           const MacroClues& wanted = clues) {
  Document page;
  page.source = &source;
  page.syntax = syntax;
  return cache.find(page, wanted);
}

void check_same(const Document& left, const Document& right) {
  CHECK(left.source == right.source);
  CHECK(left.syntax == right.syntax);
  CHECK(left.body == right.body);
  CHECK(left.too_complex == right.too_complex);
  CHECK(left.front_matter == right.front_matter);
  CHECK(left.links == right.links);
  CHECK(left.failed_links == right.failed_links);
  CHECK(left.anchors == right.anchors);
  CHECK(left.undefined_references == right.undefined_references);
  CHECK(left.addresses == right.addresses);
  CHECK(left.shortcodes == right.shortcodes);
  CHECK(left.mentions == right.mentions);
  CHECK(left.annotations == right.annotations);
}

/// Takes every page out of a cache that holds all of them.
void check_all_come_back(const ParsedPages& parsed) {
  const PageCache cache = cache_of(kept_bytes(parsed));
  for (const Document& page : parsed.pages) {
    INFO(page.source->path);
    Document found;
    found.source = page.source;
    found.syntax = page.syntax;
    REQUIRE(cache.find(found, clues));
    check_same(found, page);
  }
}

}  // namespace

TEST_CASE("A page comes out of the cache as it was parsed") {
  ParsedPages parsed;
  parsed.add("rich.md", rich_page);
  const Document& page = parsed.pages.front();
  CHECK_FALSE(page.links.empty());
  CHECK_FALSE(page.failed_links.empty());
  CHECK_FALSE(page.anchors.empty());
  CHECK_FALSE(page.undefined_references.empty());
  CHECK_FALSE(page.addresses.empty());
  CHECK_FALSE(page.shortcodes.empty());
  CHECK_FALSE(page.mentions.empty());
  CHECK_FALSE(page.annotations.empty());
  parsed.add("empty.md", "");
  parsed.add("plain.md", rich_page, Syntax::plain);
  parsed.add("include.md", rich_page, Syntax::include);
  parsed.add("page.html", rich_page);
  parsed.add("copy.md", rich_page);
  check_all_come_back(parsed);
}

TEST_CASE("The pages of all rule examples come out of the cache as they were parsed") {
  ParsedPages parsed;
  for (const Rule* rule : all_rules()) {
    for (const std::string_view example : {rule->bad, rule->good}) {
      const MemoryDisk disk = MemoryDisk::from_archive(example);
      for (const auto& [path, text] : disk.files()) {
        if (path.ends_with(".md")) {
          parsed.add(path, text);
        }
      }
    }
  }
  CHECK(parsed.pages.size() > 50);
  check_all_come_back(parsed);
}

TEST_CASE("The pages of a large handbook come out of the cache as they were parsed") {
  if (corpus_folder().empty()) {
    WARN("Skipped: there is no ../shared with a handbook and macros.");
    return;
  }
  ParsedPages parsed;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus_folder() + "/handbook/content")) {
    if (entry.is_regular_file() && entry.path().extension() == ".md") {
      parsed.add(entry.path(), text_of(entry.path()));
    }
  }
  check_all_come_back(parsed);
}

TEST_CASE("A page is found by its text and by what it is read as, whatever its name") {
  ParsedPages parsed;
  parsed.add("a.md", rich_page);
  const PageCache cache = cache_of(kept_bytes(parsed));
  const std::string changed = std::string(rich_page) + "\n";
  CHECK(finds(cache, {"a.md", rich_page}));
  CHECK(finds(cache, {"elsewhere/b.md", rich_page}));
  CHECK_FALSE(finds(cache, {"a.md", changed}));
  CHECK_FALSE(finds(cache, {"a.md", ""}));
  CHECK_FALSE(finds(cache, {"a.html", rich_page}));
  CHECK_FALSE(finds(cache, {"a.md", rich_page}, Syntax::plain));
  CHECK_FALSE(finds(cache, {"a.md", rich_page}, Syntax::hugo, MacroClues({"macro"}, {"group/macros"})));
  CHECK_FALSE(finds(cache, {"a.md", rich_page}, Syntax::hugo, MacroClues({"macro", "macros"}, {"group/others"})));
}

TEST_CASE("Another build of the program takes nothing over") {
  ParsedPages parsed;
  parsed.add("a.md", rich_page);
  const Text bytes = kept_bytes(parsed, "build");
  CHECK(finds(cache_of(bytes, "build"), parsed.sources.front()));
  CHECK_FALSE(finds(cache_of(bytes, "another build"), parsed.sources.front()));
  CHECK_FALSE(finds(cache_of("", "build"), parsed.sources.front()));
}

TEST_CASE("Each cache has a secret of its own, and hands it on") {
  ParsedPages parsed;
  parsed.add("a.md", rich_page);
  const Text bytes = kept_bytes(parsed);
  CHECK(std::string_view(bytes) != std::string_view(kept_bytes(parsed)));
  PageCache heir = cache_of(bytes);
  heir.keep(parsed.pages, clues, 1);
  CHECK(std::string_view(heir.bytes()) == std::string_view(bytes));
}

TEST_CASE("Pages outlive the cache that they came from, if its bytes do") {
  ParsedPages parsed;
  parsed.add("a.md", rich_page);
  Text bytes = kept_bytes(parsed);
  Document page;
  page.source = &parsed.sources.front();
  page.syntax = Syntax::hugo;
  {
    PageCache cache = cache_of(bytes);
    bytes = cache.bytes();
    REQUIRE(cache.find(page, clues));
    cache.keep({}, clues, 1);
    CHECK_FALSE(finds(cache, parsed.sources.front()));
  }
  check_same(page, parsed.pages.front());
}

TEST_CASE("A cache that was cut off or damaged is empty") {
  ParsedPages parsed;
  parsed.add("a.md", rich_page);
  const std::string whole{std::string_view(kept_bytes(parsed))};
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    CHECK_FALSE(finds(cache_of(whole.substr(0, size)), parsed.sources.front()));
  }
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    CHECK_FALSE(finds(cache_of(damaged), parsed.sources.front()));
  }
}

TEST_CASE("A cache that was made to do harm holds no place outside of its page") {
  ParsedPages parsed;
  parsed.add("a.md", rich_page);
  const Text bytes = kept_bytes(parsed);
  const std::string content(unsealed("build", bytes).value());
  std::mt19937 random(42);
  std::size_t found = 0;
  for (std::size_t round = 0; round < 4 * content.size(); ++round) {
    std::string hostile = content;
    hostile[round % content.size()] = static_cast<char>(random());
    if (round >= content.size()) {
      hostile[random() % content.size()] = static_cast<char>(random());
    }
    const PageCache cache = cache_of(sealed("build", hostile));
    Document page;
    page.source = &parsed.sources.front();
    page.syntax = Syntax::hugo;
    if (cache.find(page, clues)) {
      ++found;
      const auto is_inside = [&](Span span) { return span.begin <= span.end && span.end <= rich_page.size(); };
      REQUIRE(is_inside(page.body));
      for (const Link& link : page.links) {
        REQUIRE((is_inside(link.whole) && is_inside(link.label) && is_inside(link.destination)));
        REQUIRE(link.kind <= Link::Kind::html);
        REQUIRE(link.url.size() <= content.size());
      }
      for (const Mention& mention : page.mentions) {
        REQUIRE((is_inside(mention.span) && mention.form <= Mention::Form::id));
        REQUIRE((mention.link >= -1 && mention.link < static_cast<std::int64_t>(page.links.size())));
      }
      for (const ShortcodeTag& tag : page.shortcodes) {
        REQUIRE((is_inside(tag.span) && is_inside(tag.name)));
      }
    }
  }
  CHECK(found > 0);
}

}  // namespace macrolint
