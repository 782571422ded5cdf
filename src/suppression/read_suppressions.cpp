#include "suppression/read_suppressions.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "source/characters.h"

namespace macrolint {

namespace {

using Kind = Suppression::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 3> words = {{
    {"macrolint-disable-next-line", Kind::next_line},
    {"macrolint-disable", Kind::block},
    {"macrolint-enable", Kind::enable},
}};

Kind kind_of(std::string_view word) {
  const auto* found = std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.first == word; });
  return found == words.end() ? Kind::unknown : found->second;
}

class SuppressionReader {
 public:
  SuppressionReader(const Source& source, const AnnotatedRegion& region)
      : text_(source.text), source_(source), region_(region) {}

  std::vector<Suppression> read() && {
    find_next_lines();
    for (const Span comment : region_.comments) {
      add(comment);
    }
    return std::move(suppressions_);
  }

 private:
  [[nodiscard]] bool is_yaml() const { return region_.format == AnnotatedRegion::Format::yaml; }

  void add(Span comment) {
    Suppression& suppression = suppressions_.emplace_back();
    suppression.source = &source_;
    suppression.comment = comment;
    read_words(suppression);
    if (suppression.kind == Kind::block && is_yaml() && !begins_line(comment.begin)) {
      suppression.kind = Kind::line;
    }
    switch (suppression.kind) {
      case Kind::next_line:
        cover(suppression, next_lines_[suppressions_.size() - 1]);
        break;
      case Kind::line:
        cover(suppression, {line_begin(comment.begin), comment.begin});
        break;
      case Kind::block:
        cover(suppression, {comment.end, region_.region.end});
        for (std::size_t name = 0; name < suppression.names.size(); ++name) {
          open_[slice(suppression.names[name].span)].emplace_back(suppressions_.size() - 1, name);
        }
        break;
      case Kind::enable:
        end_blocks(suppression);
        break;
      case Kind::unknown:
        break;
    }
  }

  /// `word NAME, NAME -- reason`; a colon may stand for the dashes.
  void read_words(Suppression& suppression) const {
    const std::uint32_t end = suppression.comment.end - (is_yaml() ? 0 : 3);
    std::uint32_t at = skip(suppression.comment.begin + (is_yaml() ? 1 : 4), end);
    suppression.word = word_at(at, end);
    suppression.kind = kind_of(slice(suppression.word));
    at = suppression.word.end;
    while (true) {
      at = skip(at, end);
      while (at < end && text_[at] == ',') {
        at = skip(at + 1, end);
      }
      const bool has_dashes = text_.substr(at, end - at).starts_with("--");
      if (at >= end || has_dashes || text_[at] == ':') {
        suppression.has_reason = skip(at + (has_dashes ? 2 : 1), end) < end;
        return;
      }
      const Span name = word_at(at, end);
      suppression.names.push_back({name, {}, Suppression::Name::Fate::unused});
      at = name.end;
    }
  }

  /// A rule's name, or what stands in its place up to white space, a comma or a colon.
  [[nodiscard]] Span word_at(std::uint32_t at, std::uint32_t end) const {
    const std::uint32_t begin = at;
    while (at < end && !is_space(text_[at]) && text_[at] != ',' && text_[at] != ':') {
      ++at;
    }
    return {begin, at};
  }

  [[nodiscard]] std::uint32_t skip(std::uint32_t at, std::uint32_t end) const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(skip_spaces(text_, at), end));
  }

  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  static void cover(Suppression& suppression, Span covered) {
    for (Suppression::Name& name : suppression.names) {
      name.covered = covered;
    }
  }

  void end_blocks(Suppression& enable) {
    if (enable.names.empty()) {
      enable.ends_nothing = open_.empty();
      for (const auto& [name, blocks] : open_) {
        end_all(blocks, enable.comment.begin);
      }
      open_.clear();
      return;
    }
    for (Suppression::Name& name : enable.names) {
      if (const auto found = open_.find(slice(name.span)); found != open_.end()) {
        end_all(found->second, enable.comment.begin);
        open_.erase(found);
        name.fate = Suppression::Name::Fate::used;
      }
    }
  }

  using Names = std::vector<std::pair<std::size_t, std::size_t>>;

  void end_all(const Names& blocks, std::uint32_t end) {
    for (const auto& [suppression, name] : blocks) {
      suppressions_[suppression].names[name].covered.end = end;
    }
  }

  [[nodiscard]] std::uint32_t line_begin(std::uint32_t at) const {
    const std::size_t end = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    return end == std::string_view::npos ? 0 : static_cast<std::uint32_t>(end + 1);
  }

  [[nodiscard]] bool begins_line(std::uint32_t at) const { return skip_spaces(text_, line_begin(at)) == at; }

  /// For each comment the next line with content. Blank lines have none, neither have the marks of a quotation and
  /// other annotations. From the last comment on, so that a pile of comments is looked through once.
  void find_next_lines() {
    next_lines_.resize(region_.comments.size());
    for (std::size_t index = next_lines_.size(); index-- > 0;) {
      next_lines_[index] = next_line(index);
    }
  }

  [[nodiscard]] Span next_line(std::size_t index) const {
    const std::uint32_t end = region_.region.end;
    const bool is_last = index + 1 == region_.comments.size();
    const std::uint32_t next_comment = is_last ? end : region_.comments[index + 1].begin;
    std::uint32_t at = find_line_end(region_.comments[index].end, next_comment);
    while (at < next_comment) {
      const std::uint32_t begin = at + 1;
      at = begin;
      while (at < end && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\r' || is_quotation_mark(at))) {
        ++at;
      }
      if (at < std::min(next_comment, end) && text_[at] != '\n') {
        return {begin, find_line_end(at, end)};
      }
    }
    return is_last ? Span{end, end} : next_lines_[index + 1];
  }

  /// The first line end at or behind `at`, or `end`.
  [[nodiscard]] std::uint32_t find_line_end(std::uint32_t at, std::uint32_t end) const {
    const std::size_t found = text_.substr(at, end - at).find('\n');
    return found == std::string_view::npos ? end : at + static_cast<std::uint32_t>(found);
  }

  [[nodiscard]] bool is_quotation_mark(std::uint32_t at) const { return text_[at] == '>' && !is_yaml(); }

  std::string_view text_;
  const Source& source_;
  const AnnotatedRegion& region_;
  std::vector<Suppression> suppressions_;
  std::vector<Span> next_lines_;
  /// The names in blocks that were not ended yet, as indexes of a suppression and of a name in it.
  std::map<std::string_view, Names> open_;
};

}  // namespace

std::vector<Suppression> read_suppressions(const Source& source, const AnnotatedRegion& region) {
  return SuppressionReader(source, region).read();
}

}  // namespace macrolint
