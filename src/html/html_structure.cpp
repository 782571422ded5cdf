#include "html/html_structure.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <map>
#include <utility>

#include "diagnostic/in_backticks.h"
#include "html/html_elements.h"
#include "html/parsed_html.h"
#include "source/blank.h"
#include "source/characters.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

constexpr std::size_t max_problems = 50;

/// Ends a tag that the text leaves open at its end, in a value or outside of one, so that the tree has it.
constexpr std::string_view end_of_any_tag = "\"'>";

std::string_view view(const GumboStringPiece& piece) { return {piece.data, piece.length}; }

class StructureChecker {
 public:
  StructureChecker(const ParsedHtml& parsed, std::string_view written, std::uint32_t offset)
      : html_(parsed.html()), written_(written), offset_(offset), rest_(html_.substr(0, written.size())) {
    for (const GumboNode* node : parsed.nodes()) {
      read(*node);
    }
    read_rest();
  }

  std::vector<HtmlProblem> problems() && {
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& left, const Finding& right) {
      return left.problem.span.begin < right.problem.span.begin;
    });
    std::vector<HtmlProblem> problems;
    // The end tag of an element that was reported already comes late or not at all.
    std::map<std::string, std::size_t, std::less<>> late;
    for (Finding& finding : findings_) {
      if (finding.role == Role::stray_end && late[finding.name] > 0) {
        --late[finding.name];
        continue;
      }
      late[finding.name] += finding.role == Role::not_closed ? 1 : 0;
      if (!finding.problem.message.empty() && problems.size() < max_problems) {
        problems.push_back(std::move(finding.problem));
      }
    }
    return problems;
  }

 private:
  enum class Role : std::uint8_t { not_closed, stray_end, other };

  struct Finding {
    HtmlProblem problem;
    std::string name;
    Role role = Role::other;
  };

  /// Where a part of the parsed text stands in it.
  [[nodiscard]] Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - html_.data());
    return {static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(std::min(begin + part.size(), written_.size()))};
  }

  [[nodiscard]] std::string written(Span span) const { return in_backticks(written_.substr(span.begin, span.size())); }

  /// The tag at a place, as far as its `>`.
  [[nodiscard]] Span tag_at(std::size_t begin) const {
    const std::size_t end = std::min(html_.find('>', begin), written_.size() - 1) + 1;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void report(Span span, std::string message, Role role = Role::other, std::string name = "") {
    findings_.push_back({{{offset_ + span.begin, offset_ + span.end}, std::move(message), ""}, std::move(name), role});
  }

  /// An end tag of that name further on is no problem of its own.
  void expect_late_end(std::uint32_t begin, std::string name) {
    findings_.push_back({{{begin + offset_, begin + offset_}, "", ""}, std::move(name), Role::not_closed});
  }

  void take(std::string_view part) {
    const Span span = span_of(part);
    blank(rest_, span.begin, span.end);
  }

  void read(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        read_end_tag(node);
        if ((node.parse_flags & GUMBO_INSERTION_BY_PARSER) == 0) {
          take(view(node.v.element.original_tag));
          read_element(node);
        }
        break;
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_CDATA:
        take(view(node.v.text.original_text));
        break;
      case GUMBO_NODE_TEXT:
        // Other text is left: end tags in it are those that Gumbo passes over.
        if (holds_raw_text(node.parent->v.element.tag)) {
          take(view(node.v.text.original_text));
        }
        break;
      default:
        break;
    }
  }

  /// Gumbo notes as an element's end tag the one that ended it, which may be that of an element around it.
  static bool has_own_end_tag(const GumboElement& element) {
    const std::string_view tag = view(element.original_end_tag);
    return !tag.empty() && tag_named(name_of_tag(tag)) == element.tag;
  }

  void read_end_tag(const GumboNode& node) {
    const std::string_view tag = view(node.v.element.original_end_tag);
    if (has_own_end_tag(node.v.element) && (node.parse_flags & GUMBO_INSERTION_CONVERTED_FROM_END_TAG) == 0 &&
        !is_cut_off(span_of(tag))) {
      take(tag);
    }
  }

  /// Whether the next tag, or the end of the text, comes before a tag's `>`.
  [[nodiscard]] bool is_cut_off(Span tag) const {
    const std::string_view text = html_.substr(tag.begin, tag.size());
    return !text.ends_with('>') || text.find('<', 1) != std::string_view::npos;
  }

  void read_element(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    const Span tag = span_of(view(element.original_tag));
    const std::string name = name_of_tag(view(element.original_tag));
    if (has_broken_end(element) || name.find('<') != std::string::npos) {
      report_cut_off(tag, name);
    } else if (element.tag_namespace == GUMBO_NAMESPACE_HTML && !is_html_element(name)) {
      report_unknown(tag, name);
    } else if (element.tag == GUMBO_TAG_UNKNOWN || may_omit_end_tag(element.tag) || has_own_end_tag(element)) {
      return;
    } else if ((node.parse_flags & GUMBO_INSERTION_IMPLICIT_END_TAG) != 0) {
      read_missing_end(element, tag, name);
    } else {
      // Of `form`, Gumbo knows that it has an end tag, but not which.
      expect_late_end(tag.begin, name);
    }
  }

  /// Whether the tag goes on behind the end of the text, or has taken in what follows it because of a missing `>` or
  /// quote. An attribute's name can have neither quotes nor `<`.
  [[nodiscard]] bool has_broken_end(const GumboElement& element) const {
    if (span_of(view(element.original_tag)).begin + element.original_tag.length > written_.size()) {
      return true;
    }
    for (unsigned int number = 0; number < element.attributes.length; ++number) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[number]);
      if (view(attribute->original_name).find_first_of("\"'<") != std::string_view::npos) {
        return true;
      }
    }
    return false;
  }

  void report_cut_off(Span tag, const std::string& name) {
    tag.end = static_cast<std::uint32_t>(std::min<std::size_t>(html_.find('<', tag.begin + 1), tag.end));
    report(tag, fmt::format("The tag {} does not end; expected `>`, with every quote before it closed.", written(tag)),
           Role::not_closed, name);
    if (html_.substr(tag.end, 1) == "<") {
      expect_late_end(tag.end, name_of_tag(html_.substr(tag.end)));
    }
  }

  void report_unknown(Span tag, const std::string& name) {
    const std::string_view text = html_.substr(tag.begin, tag.size());
    const std::string_view word = text.substr(0, text.find_first_of(" \t\r\n\f"));
    if (word.find('@') != std::string_view::npos || word.find("//") != std::string_view::npos) {
      report(tag, fmt::format("{} is taken for a tag and not shown; write `&lt;` for `<` and `&gt;` for `>`.",
                              written(tag)));
    } else if (name.find_first_of("-:") == std::string::npos) {
      // Custom elements have a hyphen, elements of word processors a colon: Zendesk drops both and keeps their text.
      report(tag, fmt::format("HTML has no element {}.", in_backticks(name)));
      findings_.back().problem.nearest = name.size() > 2 ? nearest(name, html_elements()).value_or("") : "";
    }
  }

  void read_missing_end(const GumboElement& element, Span tag, const std::string& name) {
    const std::string_view end_tag = view(element.original_end_tag);
    const std::size_t end = element.end_pos.offset;
    if (element.end_pos.line == 0) {
      // Gumbo has put a copy in its place and does not say where it ends.
      report(tag, fmt::format("{} overlaps with an element that begins inside it; close the inner element first.",
                              written(tag)));
    } else if (!end_tag.empty()) {
      // To Gumbo an unknown end tag ends any unknown element, and those in it.
      if (tag_named(name_of_tag(end_tag)) == GUMBO_TAG_UNKNOWN) {
        expect_late_end(tag.begin, name);
      } else {
        report(tag, not_closed_before(tag, span_of(end_tag), name), Role::not_closed, name);
      }
    } else if (end >= written_.size() || html_[end] != '<') {
      report(tag, fmt::format("{} is never closed; expected `</{}>` behind it.", written(tag), name), Role::not_closed,
             name);
    } else if (end != element.start_pos.offset) {
      // An element without content, such as `br`, ends with its own tag.
      report(tag, not_closed_before(tag, tag_at(end), name), Role::not_closed, name);
    }
  }

  [[nodiscard]] std::string not_closed_before(Span tag, Span next, const std::string& name) const {
    return fmt::format("{} is not closed before {}; expected `</{}>` in between.", written(tag), written(next), name);
  }

  /// Tags that no node of the tree comes from.
  void read_rest() {
    for (std::size_t at = rest_.find('<'); at != std::string::npos; at = rest_.find('<', at)) {
      const bool is_end = rest_.substr(at + 1, 1) == "/";
      const std::size_t name = at + (is_end ? 2 : 1);
      if (name < rest_.size() && is_letter(rest_[name])) {
        const Span tag = tag_at(at);
        read_passed_over(tag, is_end);
        at = tag.end;
      } else {
        ++at;
      }
    }
  }

  void read_passed_over(Span tag, bool is_end) {
    const std::string name = name_of_tag(html_.substr(tag.begin, tag.size()));
    if (is_cut_off(tag)) {
      report_cut_off(tag, is_end ? "" : name);
    } else if (!is_html_element(name) || name == "html" || name == "head" || name == "body") {
      // A comment may be written as a whole page; Zendesk takes what is in it.
      return;
    } else if (!is_end) {
      report(tag,
             fmt::format("{} does not fit here and is dropped; expected it inside an element that takes it.",
                         written(tag)),
             Role::not_closed, name);
    } else {
      const std::string_view advice = name == "p" ? " A list, table, heading or other block ends the paragraph." : "";
      report(tag, fmt::format("{} closes nothing: no `<{}>` is open here.{}", written(tag), name, advice),
             Role::stray_end, name);
    }
  }

  std::string_view html_;
  std::string_view written_;
  std::uint32_t offset_;
  /// The text without what the tree accounts for.
  std::string rest_;
  std::vector<Finding> findings_;
};

std::string_view why_not_checked(ParsedHtml::Outcome outcome) {
  switch (outcome) {
    case ParsedHtml::Outcome::too_long:
      return "The HTML is longer than 64 kB and was not checked. Write a shorter comment.";
    case ParsedHtml::Outcome::too_many_tags:
      return "The HTML has more than 1,000 tags and was not checked. Write a simpler or shorter comment.";
    case ParsedHtml::Outcome::too_many_copies:
      return "The HTML leaves so many elements open that it was not checked. Close each element before the paragraph "
             "around it ends.";
    case ParsedHtml::Outcome::parsed:
      break;
  }
  return "";
}

}  // namespace

std::vector<HtmlProblem> check_html(std::string_view html, std::string_view written, std::uint32_t offset) {
  const std::size_t first = html.find('<');
  if (first == std::string_view::npos) {
    return {};
  }
  const ParsedHtml parsed(html, end_of_any_tag);
  if (parsed.outcome() != ParsedHtml::Outcome::parsed) {
    const std::uint32_t begin = offset + static_cast<std::uint32_t>(first);
    return {{{begin, begin + 1}, std::string(why_not_checked(parsed.outcome())), ""}};
  }
  return StructureChecker(parsed, written, offset).problems();
}

}  // namespace macrolint
