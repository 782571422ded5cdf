#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// A link, image or raw HTML link of a document.
struct Link {
  enum class Kind : std::uint8_t { inline_link, reference, autolink, image, html };

  Kind kind = Kind::inline_link;
  /// The destination holds a shortcode: only Hugo knows what it becomes.
  bool has_shortcode = false;
  /// Nothing is wrong with the destination as it is written; see `find_link_defect`.
  bool is_well_formed = false;
  /// From the opening bracket or tag to the end of the construct.
  Span whole;
  /// The label between the brackets; for an autolink the address itself.
  Span label;
  /// The destination as it stands in the source; for a reference, that of its definition. Empty where there is none
  /// or where a definition has escapes.
  Span destination;
  /// The destination with escapes and entities resolved. Points into the document's `decoded`, or into what an earlier
  /// run kept of the page.
  std::string_view url;

  /// What to point to when the destination is at fault.
  [[nodiscard]] Span place_of_destination() const { return destination.empty() ? whole : destination; }
  friend bool operator==(const Link&, const Link&) = default;
};

/// Text that has the brackets of a link but is none, such as `[text] (url)` or `[text](two words)`.
struct FailedLink {
  enum class Cause : std::uint8_t { space_before_destination, space_in_destination };

  Cause cause = Cause::space_in_destination;
  Span whole;
  Span destination;

  friend bool operator==(const FailedLink&, const FailedLink&) = default;
};

/// `[text][label]` whose label nothing defines, so that it stands in the page as it is written.
struct UndefinedReference {
  /// From the bracket or exclamation mark to the closing bracket of the label.
  Span whole;
  /// Without brackets; of `[label][]`, what stands in the first ones.
  Span label;

  friend bool operator==(const UndefinedReference&, const UndefinedReference&) = default;
};

/// Something that looks like an email address, in text, code spans, link destinations or HTML.
struct Address {
  /// The run of characters around the `@`, without surrounding punctuation.
  Span span;

  friend bool operator==(const Address&, const Address&) = default;
};

/// One shortcode tag, `{{< name … >}}` or `{{% name … %}}`.
struct ShortcodeTag {
  enum class Form : std::uint8_t { opening, closing, self_closing, comment, unterminated };

  Form form = Form::opening;
  Span span;
  Span name;

  friend bool operator==(const ShortcodeTag&, const ShortcodeTag&) = default;
};

/// A place that the fragment of a link can name.
struct Anchor {
  enum class Kind : std::uint8_t {
    heading,  ///< the id is made of the heading's text, see page/anchor_ids.h
    given,    ///< a heading's own id, `{#id}`; empty if it is to have none
    element,  ///< an `id` attribute of HTML or of a Markdown block, or the `name` of `<a>`
  };

  Kind kind = Kind::heading;
  /// For a heading without an id its last line, without marks and attributes, as Goldmark takes it; else the id as it
  /// stands in the source.
  Span span;
  /// Before equal ones of the page are numbered; empty if there is none, or if only Hugo knows it. Set for pages only.
  /// Points to where the `url` of links does.
  std::string_view id;

  friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// A place where the text speaks of a macro, or may do so.
struct Mention {
  /// How the reference is written; the names are part of the JSON output.
  enum class Form : std::uint8_t {
    linked_title,  ///< the title is the link's label
    linked_word,   ///< the title, then a link on the word macro
    plain,         ///< the title with the word macro beside it
    bare,          ///< the title without quotes or code marks beside the word
    diagram,       ///< in a mermaid block
    title,         ///< the title alone; counts only if a macro has it
    url,           ///< a link into a macro repository whose label is no title
    id,            ///< a macro's number
  };
  /// For bare text, where the title may end or begin is only known once the titles are.
  enum class Extent : std::uint8_t { whole, longest_prefix, longest_suffix };

  Form form = Form::plain;
  Extent extent = Extent::whole;
  /// It is set apart as titles are and looks like one.
  bool names_title = false;
  /// The word macro stands beside it, or above it in a table.
  bool beside_word = false;
  /// It stands in code marks, where Markdown knows neither escapes nor entities, or in an element for code.
  bool in_code = false;
  /// The title as written; for `url` and `id`, the link's label.
  Span span;
  /// What stands there, with white space folded and entities resolved.
  std::string title;
  /// Index into the document's links, or -1.
  std::int32_t link = -1;

  /// Together these leave no doubt that a macro is meant, whether or not it exists.
  [[nodiscard]] bool asserted() const { return names_title && beside_word; }
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// "linked-title", "plain" and so on: the words used in output.
[[nodiscard]] std::string_view name_of(Mention::Form form);

/// What a comment begins with that speaks to this program.
inline constexpr std::string_view annotation_word = "macrolint-";

struct FrontMatter {
  enum class Format : std::uint8_t { none, yaml, toml, json };
  enum class Defect : std::uint8_t { none, unterminated };

  Format format = Format::none;
  Defect defect = Defect::none;
  /// YAML that is a mapping, or nothing, without any problem.
  bool is_sound = false;
  /// There may be something about the page's place in it; see `read_page_settings`.
  bool may_have_settings = false;
  /// With its delimiter lines.
  Span whole;
  /// Between its delimiter lines.
  Span content;

  friend bool operator==(const FrontMatter&, const FrontMatter&) = default;
};

/// What a page, a managed content file or a comment in a macro says, as far as rules care. Holds offsets only.
struct Document {
  /// `include` is what a page of a Hugo site takes in: shortcodes, but no front matter.
  enum class Syntax : std::uint8_t { hugo, include, plain, macro_text };

  const Source* source = nullptr;
  Syntax syntax = Syntax::plain;
  /// The part of the source that is Markdown.
  Span body;
  /// The parser gave up because the text is built to be expensive; the lists below are incomplete.
  bool too_complex = false;
  FrontMatter front_matter;
  std::vector<Link> links;
  std::vector<FailedLink> failed_links;
  std::vector<Anchor> anchors;
  std::vector<UndefinedReference> undefined_references;
  std::vector<Address> addresses;
  std::vector<ShortcodeTag> shortcodes;
  std::vector<Mention> mentions;
  /// HTML comments that begin with `annotation_word`, with their marks, and such comments of YAML front matter.
  std::vector<Span> annotations;
  /// What the destinations of links and the ids of anchors point to.
  std::list<std::string> decoded;
};

/// Puts the destinations of all links side by side. Rules look at every one of them long after the page has left the
/// processor's caches, and fetching a line of the page for each would take longer than the looking.
void gather_urls(Document& document);

}  // namespace macrolint
