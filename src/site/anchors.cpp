#include "site/anchors.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "html/entities.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// A page includes texts that include texts; deeper is a circle.
constexpr unsigned max_include_depth = 8;
constexpr std::size_t max_included = 1'000;
constexpr std::size_t max_anchors = 100'000;

bool is_letter_or_number(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

class AnchorCollector {
 public:
  explicit AnchorCollector(const FindInclude& find_include) : find_include_(find_include) {}

  void add_document(const Document& document, unsigned depth) {
    auto tag = document.shortcodes.begin();
    const auto add_includes_before = [&](std::uint32_t offset) {
      for (; tag != document.shortcodes.end() && tag->span.begin < offset; ++tag) {
        const bool may_include = depth < max_include_depth && included_ < max_included;
        const Document* included = may_include ? find_include_(document, *tag) : nullptr;
        if (included != nullptr) {
          ++included_;
          add_document(*included, depth + 1);
        }
      }
    };
    for (const Anchor& anchor : document.anchors) {
      add_includes_before(anchor.span.begin);
      if (anchors_.size() < max_anchors) {
        add_anchor(document, anchor);
      }
    }
    add_includes_before(document.body.end);
  }

  std::vector<std::string> take() && { return std::move(anchors_); }

 private:
  void add_anchor(const Document& document, const Anchor& anchor) {
    const std::string_view text = document.source->slice(anchor.span);
    switch (anchor.kind) {
      case Anchor::Kind::element:
        anchors_.push_back(text.find('&') == std::string_view::npos ? std::string(text) : decode_entities(text));
        break;
      case Anchor::Kind::given:
        taken_.emplace(text);
        anchors_.emplace_back(text);
        break;
      case Anchor::Kind::heading:
        add_heading(document, anchor.span);
        break;
    }
  }

  void add_heading(const Document& document, Span span) {
    std::string text;
    if (!copy_without_shortcodes(document, span, text)) {
      return;
    }
    std::string id;
    append_heading_id(text, id);
    if (id.empty()) {
      id = "heading";
    }
    if (!taken_.insert(id).second) {
      // The next free number is remembered, so that a page of equal headings does not count from 1 for each.
      std::uint32_t& number = numbers_[id];
      std::string numbered;
      do {
        numbered = id + "-" + std::to_string(++number);
      } while (!taken_.insert(numbered).second);
      id = std::move(numbered);
    }
    anchors_.push_back(std::move(id));
  }

  /// False for a heading with a `{{< … >}}` tag: Hugo puts a placeholder of its own making into the id.
  static bool copy_without_shortcodes(const Document& document, Span span, std::string& text) {
    const std::vector<ShortcodeTag>& tags = document.shortcodes;
    auto tag = std::upper_bound(tags.begin(), tags.end(), span.begin,
                                [](std::uint32_t begin, const ShortcodeTag& one) { return begin < one.span.end; });
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
  std::size_t included_ = 0;
  std::vector<std::string> anchors_;
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace

void append_heading_id(std::string_view heading, std::string& id) {
  while (!heading.empty() && is_space(heading.front())) {
    heading.remove_prefix(1);
  }
  while (!heading.empty() && is_space(heading.back())) {
    heading.remove_suffix(1);
  }
  for (std::size_t at = 0; at < heading.size();) {
    const char byte = heading[at];
    if (!is_beyond_ascii(byte)) {
      if (is_ascii_word_byte(byte)) {
        id += to_lower_ascii(byte);
      } else if (byte == ' ' || byte == '-') {
        id += '-';
      }
      ++at;
      continue;
    }
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(heading.data() + at),
                                                   static_cast<utf8proc_ssize_t>(heading.size() - at), &character);
    if (size <= 0) {
      return;
    }
    if (is_letter_or_number(character)) {
      std::array<utf8proc_uint8_t, 4> encoded{};
      const utf8proc_ssize_t written = utf8proc_encode_char(utf8proc_tolower(character), encoded.data());
      id.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(written));
    }
    at += static_cast<std::size_t>(size);
  }
}

std::vector<std::string> anchors_of(const Document& page, const FindInclude& find_include) {
  AnchorCollector collector(find_include);
  collector.add_document(page, 0);
  return std::move(collector).take();
}

}  // namespace macrolint
