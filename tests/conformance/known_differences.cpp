#include "conformance/known_differences.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace macrolint::conformance {

namespace {

using Kind = Difference::Kind;

bool is_only_judged(const Difference& one) { return one.found.empty(); }
bool is_only_found(const Difference& one) { return one.judged.empty(); }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

template <typename... Texts>
bool is_one_of(std::string_view text, Texts... texts) {
  return ((text == texts) || ...);
}

/// An id, or a link to it, on one of the awkward site's pages about headings.
template <typename... Ids>
bool concerns_id(const Difference& one, std::string_view page, Ids... ids) {
  if (one.kind == Kind::id) {
    return ends_with(one.source, std::string(page) + ".md") && is_one_of(one.text, ids...);
  }
  return one.kind == Kind::link && one.source == "links/ids.md" &&
         one.text.find("/" + std::string(page)) != std::string::npos &&
         (ends_with(one.text, "#" + std::string(ids)) || ...);
}

/// In the order in which they are tried.
constexpr std::array known_differences = {
    KnownDifference{"an escape or entity in a destination",
                    "Hugo hands them to the hook for links unresolved; macrolint reads CommonMark.",
                    [](const Difference& one) {
                      const std::size_t entity = one.text.find('&');
                      return one.kind == Kind::link && !is_only_judged(one) && !is_only_found(one) &&
                             (one.text.find('\\') != std::string::npos ||
                              (entity != std::string::npos && one.text.find(';', entity) != std::string::npos));
                    }},
    KnownDifference{"a redirect made by a template",
                    "Only a build can tell what `{{ … }}` in a redirects file becomes.",
                    [](const Difference& one) {
                      return one.judged == "redirected" && is_one_of(one.text, "/security", "/sales/");
                    }},
    KnownDifference{"a redirect to nowhere", "The judge does not follow redirects; macrolint says what is missing.",
                    [](const Difference& one) {
                      return one.judged == "redirected" && one.found == "missing_page" &&
                             is_one_of(one.text, "/gone/nowhere/", "/gone/rest/nothing/at/all");
                    }},
    KnownDifference{"text between {{< x >}} tags",
                    "Many shortcodes render it as Markdown, so macrolint reads it; the stubs show it as it is.",
                    [](const Difference& one) {
                      return concerns_id(one, "shortcodes", "in-angle") ||
                             (is_only_found(one) &&
                              is_one_of(one.source, "handbook/entity/gmbh-germany.md", "teamops/equal-contributions.md",
                                        "links/forms.md") &&
                              is_one_of(one.text, "/handbook/entity/gmbh-germany/#roles--responsibilities",
                                        "/teamops/decision-velocity/", "/nowhere/in-angle-shortcode/"));
                    }},
    KnownDifference{
        "what a shortcode writes", "A stub writes nothing where a real shortcode writes something.",
        [](const Difference& one) { return concerns_id(one, "shortcodes", "not-at-the-start", "after-a-tag", "x"); }},
    KnownDifference{"a placeholder in an id",
                    "Hugo counts the {{< x >}} tags in headings; nobody can link to what comes of it.",
                    [](const Difference& one) {
                      return one.kind == Kind::id && one.text.find("hahahugoshortcode") != std::string::npos;
                    }},
    KnownDifference{"an include with a named parameter", "The stub reads the first one only; other themes name it.",
                    [](const Difference& one) { return concerns_id(one, "includes", "named-include"); }},
    KnownDifference{"an include in a block of code", "What it brings is code there; macrolint does not notice.",
                    [](const Difference& one) { return concerns_id(one, "includes", "in-code-include"); }},
    KnownDifference{"definitions of references shared with an included text",
                    "Each text is read alone, so that one that many pages include is read once.",
                    [](const Difference& one) {
                      return is_only_judged(one) && one.source == "links/forms.md" &&
                             is_one_of(one.text, "/paths/simple/", "/nowhere/defined-in-include/");
                    }},
    KnownDifference{"a label over two lines", "md4c does not find its definition.",
                    [](const Difference& one) {
                      return is_only_judged(one) && one.source == "links/forms.md" && one.text == "../paths/simple/";
                    }},
    KnownDifference{"a pipe in code in a table", "It ends the cell; md4c reads on.",
                    [](const Difference& one) { return is_only_found(one) && one.text == "/nowhere/pipe|x/"; }},
    KnownDifference{"HTML in an indented line that goes on with a paragraph",
                    "md4c takes the line for a block of HTML, to the next blank line.",
                    [](const Difference& one) {
                      return one.source == "handbook/marketing/marketing-operations/campaign-operations.md" &&
                             is_only_found(one) == (one.kind == Kind::id);
                    }},
    KnownDifference{"a definition list", "An extension that md4c does not have: the definition is a paragraph.",
                    [](const Difference& one) { return concerns_id(one, "blocks", "in-a-definition"); }},
    KnownDifference{"a footnote that nothing refers to", "Hugo leaves it out; its links are checked all the same.",
                    [](const Difference& one) { return is_only_found(one) && one.text == "/nowhere/in-unused-note/"; }},
    KnownDifference{"the number of a footnote", "Nobody links to one by hand, so macrolint does not count them.",
                    [](const Difference& one) {
                      return one.judged == "missing_anchor" && one.found == "present" &&
                             one.text.find("#fn") != std::string::npos;
                    }},
    KnownDifference{"a lone percent sign in a destination", "It ends a real build; the judge leaves the link as it is.",
                    [](const Difference& one) { return ends_with(one.text, "#100%-sure"); }},
    KnownDifference{"two slashes at the end", "Servers of files take them for one; the judge does not.",
                    [](const Difference& one) {
                      return one.judged == "missing_page" && one.found == "present" && ends_with(one.text, "//");
                    }},
    KnownDifference{
        "a # in the name of a file", "Newer versions of Hugo escape it in links, 0.111 does not.",
        [](const Difference& one) { return is_one_of(one.text, "../paths/signs/a%23b.md", "/paths/signs/a%23b/"); }},
    KnownDifference{"a file in a folder below a section",
                    "Newer versions of Hugo publish it with the section's page, 0.111 by the names of its folders.",
                    [](const Difference& one) { return ends_with(one.text, "Sub/Other.PNG"); }},
    KnownDifference{"a page below a section that is a draft", "Newer versions of Hugo publish it, 0.111 does not.",
                    [](const Difference& one) { return one.text == "/hidden/draft-section/page/"; }},
    KnownDifference{"two pages with one address", "Hugo writes one over the other, and not always the same.",
                    [](const Difference& one) { return one.kind == Kind::address && one.text == "/paths/signs/a-b/"; }},
};

}  // namespace

const KnownDifference* known_difference(const Difference& difference) {
  const auto found = std::find_if(known_differences.begin(), known_differences.end(),
                                  [&](const KnownDifference& known) { return known.fits(difference); });
  return found == known_differences.end() ? nullptr : found;
}

}  // namespace macrolint::conformance
