#include "page/parse_page.h"

#include <algorithm>

#include "link/link_defect.h"
#include "markdown/html_links.h"
#include "markdown/markdown_reader.h"
#include "page/anchor_ids.h"
#include "page/footnotes.h"
#include "page/front_matter.h"
#include "page/page_settings.h"
#include "page/shortcodes.h"
#include "yaml/comments.h"
#include "yaml/yaml.h"

namespace macrolint {

namespace {

/// Tags come in order and do not overlap, so the first that ends behind the span's beginning decides.
bool contains_shortcode(const std::vector<ShortcodeTag>& tags, Span span) {
  const auto tag = std::upper_bound(tags.begin(), tags.end(), span.begin,
                                    [](std::uint32_t begin, const ShortcodeTag& one) { return begin < one.span.end; });
  return tag != tags.end() && tag->span.begin < span.end && tag->form != ShortcodeTag::Form::comment;
}

bool is_sound_mapping(std::string_view text, Span content) {
  const yaml::Document parsed = yaml::parse(text, content);
  return parsed.problems.empty() &&
         (!parsed.root.has_value() || parsed.root->kind == yaml::Kind::mapping || parsed.root->is_null());
}

/// Looks at front matter once for all that need not parse it then.
void judge(FrontMatter& front_matter, std::string_view text) {
  if (front_matter.format == FrontMatter::Format::none || front_matter.defect != FrontMatter::Defect::none) {
    return;
  }
  const std::string_view content =
      text.substr(front_matter.content.begin, front_matter.content.end - front_matter.content.begin);
  front_matter.is_sound = front_matter.format == FrontMatter::Format::yaml &&
                          (is_plain_mapping(content) || is_sound_mapping(text, front_matter.content));
  // JSON may be all on one line.
  front_matter.may_have_settings = front_matter.format == FrontMatter::Format::json || may_have_settings(content);
}

/// Looks at every destination while it is in the processor's caches.
void judge(std::vector<Link>& links) {
  for (Link& link : links) {
    link.is_well_formed = find_link_defect(link.url).message.empty();
  }
}

/// Looks for annotations in front matter. It is not parsed where there can be none.
void add_annotations(Document& document) {
  const FrontMatter& front_matter = document.front_matter;
  if (front_matter.format == FrontMatter::Format::yaml && front_matter.defect == FrontMatter::Defect::none &&
      document.source->slice(front_matter.content).find(annotation_word) != std::string_view::npos) {
    const yaml::Document parsed = yaml::parse(document.source->text, front_matter.content);
    document.annotations = yaml::find_comments(document.source->text, front_matter.content,
                                               parsed.root.value_or(yaml::Node()), annotation_word);
  }
}

void read_body(const RareMarks& marks, const MacroClues& clues, Document& document) {
  const std::string_view text = document.source->text;
  const std::uint32_t begin = document.body.begin;
  const std::vector<Span> footnotes = marks.footnote ? find_footnotes(text, begin) : std::vector<Span>();
  if (document.shortcodes.empty() && footnotes.empty()) {
    read_markdown(text.substr(begin), begin, marks, clues, document);
    return;
  }
  std::string masked = mask_shortcodes(text, document.shortcodes);
  mask_footnotes(masked, footnotes);
  read_markdown(std::string_view(masked).substr(begin), begin, marks, clues, document);
  for (Link& link : document.links) {
    link.has_shortcode = contains_shortcode(document.shortcodes, link.destination);
  }
}

}  // namespace

bool is_html_file(std::string_view path) { return path.ends_with(".html") || path.ends_with(".htm"); }

Document parse_page(const Source& source, Document::Syntax syntax, const MacroClues& clues) {
  Document document;
  document.source = &source;
  document.syntax = syntax;
  document.body = {0, static_cast<std::uint32_t>(source.text.size())};
  if (syntax == Document::Syntax::hugo) {
    document.front_matter = find_front_matter(source.text);
    judge(document.front_matter, source.text);
    document.body.begin = document.front_matter.whole.end;
    add_annotations(document);
  }
  const RareMarks marks = find_rare_marks(source.text);
  if (marks.braces && (syntax == Document::Syntax::hugo || syntax == Document::Syntax::include)) {
    document.shortcodes = find_shortcodes(source.text, document.body.begin);
  }
  if (is_html_file(source.path)) {
    const std::string masked = mask_shortcodes(source.text, document.shortcodes);
    find_html_links(std::string_view(masked).substr(document.body.begin), document.body.begin, document);
  } else {
    read_body(marks, clues, document);
  }
  judge(document.links);
  set_anchor_ids(document);
  return document;
}

void parse_embedded(Document& document, std::string_view text, const MacroClues& clues) {
  read_markdown(text, document.body.begin, find_rare_marks(text), clues, document);
  judge(document.links);
}

}  // namespace macrolint
