#include "site/anchors.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "html/entities.h"
#include "site/unicode.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// The page has left the processor's caches since it was read; each heading would be waited for.
constexpr std::size_t anchors_ahead = 6;

/// A page may include one text many times; no page that people read comes near.
constexpr std::size_t max_included_bytes = 10'000'000;

/// Whether text stands before the tag in its line, so that the first line of what it brings is none of its own.
bool is_within_line(const Document& document, const ShortcodeTag& tag) {
  const std::string_view before = std::string_view(document.source->text).substr(0, tag.span.begin);
  const std::size_t other = before.find_last_not_of(" \t>-*+.)0123456789");
  return other != std::string_view::npos && before[other] != '\n' && before[other] != '\r';
}

constexpr std::size_t ascii_size = 0x80;

/// What becomes of each character of ASCII in an id; 0 for what is left out.
constexpr std::array<char, ascii_size> ascii_in_id = [] {
  std::array<char, ascii_size> kept{};
  for (std::size_t index = 0; index < ascii_size; ++index) {
    const auto byte = static_cast<char>(index);
    kept[index] = is_ascii_word_byte(byte) ? to_lower_ascii(byte) : byte == ' ' || byte == '-' ? '-' : '\0';
  }
  return kept;
}();

/// Appends what becomes of the ASCII that the text begins with; returns its size.
std::size_t append_ascii(std::string_view text, std::string& id) {
  std::size_t size = id.size();
  id.resize(size + text.size());
  std::size_t at = 0;
  for (; at < text.size() && !is_beyond_ascii(text[at]); ++at) {
    id[size] = ascii_in_id[static_cast<unsigned char>(text[at])];
    size += id[size] == '\0' ? 0U : 1U;
  }
  id.resize(size);
  return at;
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
    for (std::size_t index = 0; index < page.anchors.size(); ++index) {
      const Anchor& anchor = page.anchors[index];
      if (index + anchors_ahead < page.anchors.size()) {
        __builtin_prefetch(page.source->text.data() + page.anchors[index + anchors_ahead].span.begin);
      }
      add_includes_before(anchor.span.begin);
      add_anchor(page, anchor);
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
        add_anchor(text, anchor);
      }
    }
  }

  void add_anchor(const Document& document, const Anchor& anchor) {
    const std::string_view text = document.source->slice(anchor.span);
    switch (anchor.kind) {
      case Anchor::Kind::element:
        if (!holds_shortcode(document, anchor.span)) {
          const bool verbatim = text.find('&') == std::string_view::npos;
          add(verbatim ? text : kept(decode_entities(text)), found_.of_elements_);
        }
        break;
      case Anchor::Kind::given:
        if (!text.empty()) {
          add(text, found_.of_headings_);
        }
        break;
      case Anchor::Kind::heading:
        add_heading(document, anchor.span);
        break;
    }
  }

  void add(std::string_view id, std::pmr::unordered_set<std::string_view>& ids) {
    ids.insert(id);
    found_.ordered_.push_back(id);
  }

  /// A copy that lives as long as the anchors.
  std::string_view kept(std::string_view id) {
    auto* copy = static_cast<char*>(found_.memory_.allocate(id.size(), 1));
    std::copy(id.begin(), id.end(), copy);
    return {copy, id.size()};
  }

  void add_heading(const Document& document, Span span) {
    id_.clear();
    if (holds_shortcode(document, span)) {
      std::string text;
      if (!copy_without_shortcodes(document, span, text)) {
        return;
      }
      append_heading_id(text, id_);
    } else {
      append_heading_id(document.source->slice(span), id_);
    }
    if (id_.empty()) {
      id_ = "heading";
    }
    if (found_.of_headings_.contains(id_)) {
      // The next free number is remembered, so that a page of equal headings does not count from 1 for each.
      std::uint32_t& number = numbers_[id_];
      const std::size_t size = id_.size();
      do {
        id_.resize(size);
        id_ += "-" + std::to_string(++number);
      } while (found_.of_headings_.contains(id_));
    }
    add(kept(id_), found_.of_headings_);
  }

  using Tags = std::vector<ShortcodeTag>;

  /// The first tag that ends behind an offset.
  static Tags::const_iterator first_tag(const Tags& tags, std::uint32_t offset) {
    return std::upper_bound(tags.begin(), tags.end(), offset,
                            [](std::uint32_t begin, const ShortcodeTag& one) { return begin < one.span.end; });
  }

  static bool holds_shortcode(const Document& document, Span span) {
    const auto tag = first_tag(document.shortcodes, span.begin);
    return tag != document.shortcodes.end() && tag->span.begin < span.end;
  }

  /// False for a heading with a `{{< … >}}` tag: Hugo puts a placeholder of its own making into the id.
  static bool copy_without_shortcodes(const Document& document, Span span, std::string& text) {
    const Tags& tags = document.shortcodes;
    auto tag = first_tag(tags, span.begin);
    std::uint32_t at = span.begin;
    for (; tag != tags.end() && tag->span.begin < span.end; ++tag) {
      if (document.source->text[tag->span.begin + 2] == '<' && tag->form != ShortcodeTag::Form::comment) {
        return false;
      }
      text += document.source->slice({at, std::max(at, tag->span.begin)});
      at = tag->form == ShortcodeTag::Form::comment ? tag->span.begin : tag->span.end;
    }
    text += document.source->slice({std::min(at, span.end), span.end});
    return true;
  }

  const FindInclude& find_include_;
  PageAnchors& found_;
  std::size_t included_bytes_ = 0;
  /// Used again for each heading.
  std::string id_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

void append_heading_id(std::string_view heading, std::string& id) {
  while (!heading.empty() && is_space(heading.front())) {
    heading.remove_prefix(1);
  }
  while (!heading.empty() && is_space(heading.back())) {
    heading.remove_suffix(1);
  }
  const std::size_t ascii = append_ascii(heading, id);
  for_each_character(heading.substr(ascii), [&](utf8proc_int32_t character) {
    if (character < static_cast<utf8proc_int32_t>(ascii_size)) {
      const auto byte = static_cast<char>(character);
      append_ascii({&byte, 1}, id);
    } else if (is_letter_or_digit(character)) {
      append_lower(id, character);
    }
  });
}

PageAnchors::PageAnchors(const Document& page, const FindInclude& find_include) {
  AnchorCollector(find_include, *this).add_page(page);
}

bool PageAnchors::contains(std::string_view id) const { return of_headings_.contains(id) || of_elements_.contains(id); }

}  // namespace macrolint
