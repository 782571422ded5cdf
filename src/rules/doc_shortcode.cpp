#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "rule/rule.h"

namespace macrolint {

namespace {

/// Shortcodes of Hugo and of the Docsy theme that make no sense without a closing tag.
constexpr std::array<std::string_view, 14> always_paired = {
    "alert",     "blocks/cover", "blocks/feature", "blocks/section", "card",    "cardpane", "details",
    "highlight", "note",         "pageinfo",       "panel",          "tabpane", "tabs",     "warning"};

/// Whether a shortcode needs its closing tag. Templates would tell, but are often not at hand (themes come as
/// modules), so a site's own habit decides: closed nearly everywhere means closed everywhere.
bool needs_closing(const Project& project, std::string_view name) {
  if (std::find(always_paired.begin(), always_paired.end(), name) != always_paired.end()) {
    return true;
  }
  const auto uses = project.shortcode_uses.find(name);
  return uses != project.shortcode_uses.end() && uses->second.paired > 0 &&
         uses->second.alone * 4 <= uses->second.paired;
}

/// Pairs the tags of a page. A closing tag closes the last opening one of its name; those opened in between
/// stand alone, which is how Hugo reads them.
class TagPairing {
 public:
  TagPairing(const Project& project, const Document& document, const Reporter& reporter)
      : project_(project), source_(*document.source), reporter_(reporter) {}

  void read(const ShortcodeTag& tag) {
    const std::string_view name = source_.slice(tag.name);
    switch (tag.form) {
      case ShortcodeTag::Form::unterminated:
        reporter_.report({&source_, tag.span}, std::string(source_.slice(tag.span)),
                         fmt::format("The shortcode tag never ends; expected `{}`.",
                                     source_.text[tag.span.begin + 2] == '<' ? ">}}" : "%}}"));
        break;
      case ShortcodeTag::Form::opening:
        open_.push_back(&tag);
        break;
      case ShortcodeTag::Form::closing:
        close(tag, name);
        break;
      default:
        break;
    }
  }

  void finish() {
    for (const ShortcodeTag* tag : open_) {
      report_unclosed(*tag);
    }
  }

 private:
  void close(const ShortcodeTag& tag, std::string_view name) {
    const auto opening = std::find_if(open_.rbegin(), open_.rend(),
                                      [&](const ShortcodeTag* open) { return source_.slice(open->name) == name; });
    if (opening == open_.rend()) {
      reporter_.report(
          {&source_, tag.span}, std::string(source_.slice(tag.span)),
          fmt::format("This closes the shortcode `{}`, but no `{}` is open here. Remove the tag or add the "
                      "opening one.",
                      name, name));
      return;
    }
    const auto first_alone = opening.base();
    std::for_each(first_alone, open_.end(), [this](const ShortcodeTag* alone) { report_unclosed(*alone); });
    open_.erase(std::prev(first_alone), open_.end());
  }

  void report_unclosed(const ShortcodeTag& tag) {
    const std::string_view name = source_.slice(tag.name);
    if (needs_closing(project_, name)) {
      reporter_.report({&source_, tag.span}, std::string(source_.slice(tag.span)),
                       fmt::format("The shortcode `{}` is opened here and never closed; expected `{}`.", name,
                                   closing_tag(tag, name)));
    }
  }

  [[nodiscard]] std::string closing_tag(const ShortcodeTag& tag, std::string_view name) const {
    return source_.text[tag.span.begin + 2] == '<' ? fmt::format("{{{{< /{} >}}}}", name)
                                                   : fmt::format("{{{{% /{} %}}}}", name);
  }

  const Project& project_;
  const Source& source_;
  const Reporter& reporter_;
  std::vector<const ShortcodeTag*> open_;
};

void check(const Project& project, const Document& document, const Reporter& reporter) {
  TagPairing pairing(project, document, reporter);
  for (const ShortcodeTag& tag : document.shortcodes) {
    pairing.read(tag);
  }
  pairing.finish();
}

}  // namespace

extern const Rule doc_shortcode;
const Rule doc_shortcode = {
    .name = "doc-shortcode",
    .severity = Severity::error,
    .summary = "A Hugo shortcode is not ended or not paired",
    .explanation =
        "A shortcode tag has to end (`{{% name %}}`, `{{< name >}}`), a closing tag needs an opening one before it, "
        "and a "
        "shortcode that wraps text needs its closing tag. Hugo stops the build at the first two and swallows the page "
        "at "
        "the third. Whether a shortcode wraps text is known for those of Hugo and Docsy, and learned from the site for "
        "others: one that is closed nearly everywhere has to be closed everywhere.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "---\n"
        "title: Returns\n"
        "---\n"
        "\n"
        "{{% alert title=\"Note\" %}}\n"
        "Refunds take five days.\n"
        "\n"
        "## Address\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "---\n"
        "title: Returns\n"
        "---\n"
        "\n"
        "{{% alert title=\"Note\" %}}\n"
        "Refunds take five days.\n"
        "{{% /alert %}}\n"
        "\n"
        "## Address\n",
    .check_document = check,
};

}  // namespace macrolint
