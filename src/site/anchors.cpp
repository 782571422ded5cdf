#include "site/anchors.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace macrolint {

namespace {

/// A page may include one text many times; no page that people read comes near.
constexpr std::size_t max_included_bytes = 10'000'000;

/// Whether text stands before the tag in its line, so that the first line of what it brings is none of its own.
bool is_within_line(const Document& document, const ShortcodeTag& tag) {
  const std::string_view before = std::string_view(document.source->text).substr(0, tag.span.begin);
  const std::size_t other = before.find_last_not_of(" \t>-*+.)0123456789");
  return other != std::string_view::npos && before[other] != '\n' && before[other] != '\r';
}

}  // namespace

class AnchorCollector {
 public:
  AnchorCollector(const FindInclude& find_include, PageAnchors& found) : find_include_(find_include), found_(found) {}

  void add_page(const Document& page) {
    auto tag = page.shortcodes.begin();
    const auto add_includes_before = [&](std::uint32_t offset) {
      for (; tag != page.shortcodes.end() && tag->span.begin < offset; ++tag) {
        if (const Document* included = find_include_(page, *tag)) {
          add_included(*included, is_within_line(page, *tag));
        }
      }
    };
    found_.ordered_.reserve(page.anchors.size());
    found_.of_headings_.reserve(page.anchors.size());
    for (const Anchor& anchor : page.anchors) {
      add_includes_before(anchor.span.begin);
      add_anchor(anchor);
    }
    add_includes_before(page.body.end);
  }

 private:
  /// Hugo takes the text as it is: tags in it are not run.
  void add_included(const Document& text, bool within_line) {
    included_bytes_ += text.source->text.size();
    if (included_bytes_ > max_included_bytes) {
      return;
    }
    const std::size_t first_line = std::string_view(text.source->text).find('\n');
    for (const Anchor& anchor : text.anchors) {
      if (!within_line || anchor.kind != Anchor::Kind::heading || anchor.span.begin > first_line) {
        add_anchor(anchor);
      }
    }
  }

  void add_anchor(const Anchor& anchor) {
    if (anchor.id.empty()) {
      return;
    }
    switch (anchor.kind) {
      case Anchor::Kind::element:
        add(anchor.id, found_.of_elements_);
        break;
      case Anchor::Kind::given:
        add(anchor.id, found_.of_headings_);
        break;
      case Anchor::Kind::heading:
        add(found_.of_headings_.contains(anchor.id) ? numbered(anchor.id) : anchor.id, found_.of_headings_);
        break;
    }
  }

  void add(std::string_view id, std::pmr::unordered_set<std::string_view>& ids) {
    ids.insert(id);
    found_.ordered_.push_back(id);
  }

  /// With the next free number, which is remembered, so that a page of equal headings does not count from 1 for each.
  std::string_view numbered(std::string_view id) {
    std::uint32_t& number = numbers_[id];
    std::string with_number;
    do {
      with_number = fmt::format("{}-{}", id, ++number);
    } while (found_.of_headings_.contains(with_number));
    auto* kept = static_cast<char*>(found_.memory_.allocate(with_number.size(), 1));
    std::copy(with_number.begin(), with_number.end(), kept);
    return {kept, with_number.size()};
  }

  const FindInclude& find_include_;
  PageAnchors& found_;
  std::size_t included_bytes_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

PageAnchors::PageAnchors(const Document& page, const FindInclude& find_include) {
  AnchorCollector(find_include, *this).add_page(page);
}

bool PageAnchors::contains(std::string_view id) const { return of_headings_.contains(id) || of_elements_.contains(id); }

}  // namespace macrolint
