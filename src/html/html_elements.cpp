#include "html/html_elements.h"

#include <algorithm>
#include <array>
#include <vector>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Elements that are younger than Gumbo.
constexpr auto young_elements = std::to_array<std::string_view>({"dialog", "picture", "search", "slot"});

/// Elements that Gumbo has a tag for, but that mean something only inside `math` or `svg`.
constexpr auto foreign_elements =
    std::to_array<GumboTag>({GUMBO_TAG_MI, GUMBO_TAG_MO, GUMBO_TAG_MN, GUMBO_TAG_MS, GUMBO_TAG_MTEXT, GUMBO_TAG_MGLYPH,
                             GUMBO_TAG_MALIGNMARK, GUMBO_TAG_ANNOTATION_XML, GUMBO_TAG_FOREIGNOBJECT, GUMBO_TAG_DESC});

/// https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
constexpr auto optional_end = std::to_array<GumboTag>(
    {GUMBO_TAG_CAPTION, GUMBO_TAG_COLGROUP, GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_LI, GUMBO_TAG_OPTGROUP,
     GUMBO_TAG_OPTION, GUMBO_TAG_P, GUMBO_TAG_RB, GUMBO_TAG_RP, GUMBO_TAG_RT, GUMBO_TAG_RTC, GUMBO_TAG_TBODY,
     GUMBO_TAG_TD, GUMBO_TAG_TFOOT, GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_TR});

constexpr auto raw_text_elements =
    std::to_array<GumboTag>({GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_PLAINTEXT,
                             GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE, GUMBO_TAG_XMP});

constexpr auto visible_elements = std::to_array<GumboTag>(
    {GUMBO_TAG_AUDIO, GUMBO_TAG_BUTTON, GUMBO_TAG_CANVAS, GUMBO_TAG_EMBED, GUMBO_TAG_HR, GUMBO_TAG_IFRAME,
     GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_OBJECT, GUMBO_TAG_SVG, GUMBO_TAG_VIDEO});

bool contains(std::span<const GumboTag> tags, GumboTag tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

std::vector<std::string_view> list_elements() {
  std::vector<std::string_view> names(young_elements.begin(), young_elements.end());
  for (int number = 0; number < GUMBO_TAG_UNKNOWN; ++number) {
    const auto tag = static_cast<GumboTag>(number);
    if (!contains(foreign_elements, tag)) {
      names.emplace_back(gumbo_normalized_tagname(tag));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::string name_of_tag(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return lower_case(tag.substr(0, std::min(tag.find_first_of(" \t\r\n\f/>"), tag.size())));
}

GumboTag tag_named(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned int>(name.size()));
}

bool is_html_element(std::string_view name) {
  return std::binary_search(html_elements().begin(), html_elements().end(), std::string_view(lower_case(name)));
}

std::span<const std::string_view> html_elements() {
  static const std::vector<std::string_view> names = list_elements();
  return names;
}

bool may_omit_end_tag(GumboTag tag) { return contains(optional_end, tag); }

bool holds_raw_text(GumboTag tag) { return contains(raw_text_elements, tag); }

bool shows_without_text(GumboTag tag) { return contains(visible_elements, tag); }

}  // namespace macrolint
