#include "conformance/known_differences.h"

#include <algorithm>
#include <array>

namespace macrolint::conformance {

namespace {

bool is_only_judged(const Difference& one) { return one.found.empty(); }
bool is_only_found(const Difference& one) { return one.judged.empty(); }

template <std::size_t size>
bool is_one_of(const std::string& text, const std::array<std::string_view, size>& texts) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool has_escape_or_entity(const Difference& one) {
  const std::size_t entity = one.text.find('&');
  return one.kind == Difference::Kind::link && !is_only_judged(one) && !is_only_found(one) &&
         (one.text.find('\\') != std::string::npos ||
          (entity != std::string::npos && one.text.find(';', entity) != std::string::npos));
}

bool is_redirected_by_template(const Difference& one) {
  return one.judged == "redirected" && one.found == "missing_page" && is_one_of<2>(one.text, {"/security", "/sales/"});
}

bool is_in_angle_shortcode(const Difference& one) {
  return is_only_found(one) &&
         is_one_of<2>(one.source, {"handbook/entity/gmbh-germany.md", "teamops/equal-contributions.md"});
}

bool ends_in_two_slashes(const Difference& one) {
  return one.judged == "missing_page" && one.found == "present" && one.text.find("//") == one.text.size() - 2;
}

bool is_below_html_in_item(const Difference& one) {
  return one.source == "handbook/marketing/marketing-operations/campaign-operations.md" &&
         (is_only_found(one) ? one.kind == Difference::Kind::id : one.kind == Difference::Kind::link);
}

constexpr std::array known_differences = {
    KnownDifference{"escape or entity in a destination",
                    "Hugo hands them to the hook for links unresolved; macrolint reads CommonMark.",
                    has_escape_or_entity},
    KnownDifference{"redirect made by a template", "Only a build can tell what `{{ … }}` in a redirects file becomes.",
                    is_redirected_by_template},
    KnownDifference{"text between {{< x >}} tags",
                    "Many shortcodes render it as Markdown, so macrolint reads it; the stubs show it as it is.",
                    is_in_angle_shortcode},
    KnownDifference{"two slashes at the end", "Servers of files take them for one; the judge does not.",
                    ends_in_two_slashes},
    KnownDifference{"HTML in an indented line that goes on with a paragraph",
                    "md4c takes the line for a block of HTML, to the next blank line.", is_below_html_in_item},
};

}  // namespace

const KnownDifference* known_difference(const Difference& difference) {
  const auto found = std::find_if(known_differences.begin(), known_differences.end(),
                                  [&](const KnownDifference& known) { return known.fits(difference); });
  return found == known_differences.end() ? nullptr : found;
}

}  // namespace macrolint::conformance
