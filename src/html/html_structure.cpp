#include "html/html_structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "diagnostic/quoted.h"
#include "html/html_tags.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

constexpr std::size_t max_problems = 50;
constexpr std::size_t max_depth = 500;

class StructureChecker {
 public:
  StructureChecker(std::string_view html, std::string_view written, std::uint32_t offset)
      : html_(html), written_(written), offset_(offset) {}

  std::vector<HtmlProblem> check() && {
    for (HtmlTag tag = find_html_tag(html_, 0);
         tag.form != HtmlTag::Form::none && problems_.size() < max_problems && !too_deep_;
         tag = find_html_tag(html_, end_of_opaque_element(html_, tag))) {
      read(tag);
    }
    for (const HtmlTag& tag : open_) {
      if (!may_omit_end_tag(tag.name)) {
        report(tag, fmt::format("{} is never closed; expected `</{}>` behind it.", quoted(written(tag)), tag.name));
      }
    }
    problems_.resize(std::min(problems_.size(), max_problems));
    return std::move(problems_);
  }

 private:
  [[nodiscard]] std::string_view written(const HtmlTag& tag) const {
    return written_.substr(tag.begin, tag.end - tag.begin);
  }

  void report(const HtmlTag& tag, std::string message) {
    problems_.push_back(
        {{offset_ + static_cast<std::uint32_t>(tag.begin), offset_ + static_cast<std::uint32_t>(tag.end)},
         std::move(message),
         ""});
  }

  void read(const HtmlTag& tag) {
    if (tag.form == HtmlTag::Form::unterminated) {
      report(tag, fmt::format("The tag {} does not end; expected `>`.", quoted(written(tag))));
    } else if (!is_html_element(tag.name)) {
      report_unknown(tag);
    } else if (tag.form == HtmlTag::Form::end) {
      close(tag);
    } else if (!is_void_element(tag.name) && !(tag.form == HtmlTag::Form::self_closing && tag.name == "svg")) {
      // The slash of `<div/>` means nothing in HTML.
      if (open_.size() >= max_depth) {
        report(tag, "Elements are nested more than 500 levels deep; the rest of the text is not read.");
        too_deep_ = true;
        open_.clear();
        return;
      }
      open_.push_back(tag);
      ++open_by_name_[tag.name];
    }
  }

  void report_unknown(const HtmlTag& tag) {
    // Custom elements have a hyphen, elements of word processors a colon: Zendesk drops both and keeps their text.
    const bool is_address = tag.name.find('@') != std::string::npos || tag.name.find("//") != std::string::npos;
    if (is_address) {
      const std::string_view whole = written(tag);
      report(tag, fmt::format("{} is taken for a tag and not shown; write `&lt;` for `<` and `&gt;` for `>`.",
                              quoted(whole)));
    } else if (tag.form != HtmlTag::Form::end && tag.name.find_first_of("-:") == std::string::npos) {
      report(tag, fmt::format("HTML has no element {}.", quoted(tag.name)));
      problems_.back().nearest = tag.name.size() > 2 ? nearest(tag.name, html_elements()).value_or("") : "";
    }
  }

  void close(const HtmlTag& tag) {
    if (is_void_element(tag.name)) {
      report(tag,
             fmt::format("{} closes nothing: `<{}>` has no content and no end tag.", quoted(written(tag)), tag.name));
      return;
    }
    std::size_t& count = open_by_name_[tag.name];
    if (count == 0) {
      std::size_t& reported = reported_as_open_[tag.name];
      if (reported > 0) {
        --reported;
      } else {
        report(tag, fmt::format("{} closes nothing; expected `<{}>` before it.", quoted(written(tag)), tag.name));
      }
      return;
    }
    while (open_.back().name != tag.name) {
      const HtmlTag& inner = open_.back();
      if (!may_omit_end_tag(inner.name)) {
        report(inner, fmt::format("{} is not closed before {}; expected `</{}>` in between.", quoted(written(inner)),
                                  quoted(written(tag)), inner.name));
        ++reported_as_open_[inner.name];
      }
      --open_by_name_[inner.name];
      open_.pop_back();
    }
    --count;
    open_.pop_back();
  }

  std::string_view html_;
  std::string_view written_;
  std::uint32_t offset_;
  std::vector<HtmlTag> open_;
  bool too_deep_ = false;
  /// How many elements of a name are open, so that a stray end tag is known without a search.
  std::map<std::string, std::size_t, std::less<>> open_by_name_;
  /// Elements that were reported as not closed in time, whose end tags may still come.
  std::map<std::string, std::size_t, std::less<>> reported_as_open_;
  std::vector<HtmlProblem> problems_;
};

/// Elements that show something though they hold no text.
constexpr auto visible_elements = std::to_array<std::string_view>(
    {"audio", "button", "canvas", "embed", "hr", "iframe", "img", "input", "object", "svg", "video"});
static_assert(std::is_sorted(visible_elements.begin(), visible_elements.end()));

bool is_blank_text(std::string_view text) {
  constexpr auto blanks =
      std::to_array<std::string_view>({" ", "\t", "\n", "\r", "&nbsp;", "&#160;", "&#xa0;", "&#xA0;", "\xC2\xA0"});
  while (!text.empty()) {
    const auto blank = std::find_if(blanks.begin(), blanks.end(),
                                    [text](std::string_view candidate) { return text.starts_with(candidate); });
    if (blank == blanks.end()) {
      return false;
    }
    text.remove_prefix(blank->size());
  }
  return true;
}

/// The text between two tags, without comments.
std::string without_comments(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find("<!--", at), text.size());
    kept += text.substr(at, open - at);
    const std::size_t close = open == text.size() ? std::string_view::npos : text.find("-->", open);
    at = close == std::string_view::npos ? text.size() : close + 3;
  }
  return kept;
}

}  // namespace

std::vector<HtmlProblem> check_html(std::string_view html, std::string_view written, std::uint32_t offset) {
  return StructureChecker(html, written, offset).check();
}

bool is_blank_html(std::string_view html) {
  std::size_t at = 0;
  for (HtmlTag tag = find_html_tag(html, 0); tag.form != HtmlTag::Form::none; tag = find_html_tag(html, tag.end)) {
    if (std::binary_search(visible_elements.begin(), visible_elements.end(), std::string_view(tag.name)) ||
        tag.form == HtmlTag::Form::unterminated || !is_blank_text(without_comments(html.substr(at, tag.begin - at)))) {
      return false;
    }
    at = tag.end;
  }
  return is_blank_text(without_comments(html.substr(at)));
}

}  // namespace macrolint
