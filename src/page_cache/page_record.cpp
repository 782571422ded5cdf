#include "page_cache/page_record.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

namespace macrolint {

namespace {

// Members are taken apart by name, so that one that is added does not compile before it is written down, too.

stored::Span store(const Span& span) { return {span.begin, span.end}; }

/// Puts the texts of a page one behind the other.
class WordsWriter {
 public:
  [[nodiscard]] stored::Words store(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(words_.size());
    words_ += text;
    return {begin, static_cast<std::uint32_t>(words_.size())};
  }

  [[nodiscard]] const std::string& words() const { return words_; }

 private:
  std::string words_;
};

stored::Link store(const Link& link, WordsWriter& words) {
  const auto& [kind, has_shortcode, is_well_formed, whole, label, destination, url] = link;
  return {store(whole),  store(label),  store(destination), words.store(url), static_cast<std::uint8_t>(kind),
          has_shortcode, is_well_formed};
}

stored::FailedLink store(const FailedLink& link) {
  const auto& [cause, whole, destination] = link;
  return {store(whole), store(destination), static_cast<std::uint8_t>(cause)};
}

stored::UndefinedReference store(const UndefinedReference& reference) {
  const auto& [whole, label] = reference;
  return {store(whole), store(label)};
}

stored::Span store(const Address& address) {
  const auto& [span] = address;
  return store(span);
}

stored::ShortcodeTag store(const ShortcodeTag& tag) {
  const auto& [form, span, name] = tag;
  return {store(span), store(name), static_cast<std::uint8_t>(form)};
}

stored::Anchor store(const Anchor& anchor, WordsWriter& words) {
  const auto& [kind, span, id] = anchor;
  return {store(span), words.store(id), static_cast<std::uint8_t>(kind)};
}

stored::Mention store(const Mention& mention, WordsWriter& words) {
  const auto& [form, extent, names_title, beside_word, in_code, span, title, link] = mention;
  return {store(span), words.store(title), link,   static_cast<std::uint8_t>(form), static_cast<std::uint8_t>(extent),
          names_title, beside_word,        in_code};
}

stored::FrontMatter store(const FrontMatter& front_matter) {
  const auto& [format, defect, is_sound, may_have_settings, whole, content] = front_matter;
  return {store(whole), store(content),   static_cast<std::uint8_t>(format), static_cast<std::uint8_t>(defect),
          is_sound,     may_have_settings};
}

template <typename Values, typename Store>
auto store_list(const Values& values, flatbuffers::FlatBufferBuilder& builder, const Store& store_one) {
  std::vector<decltype(store_one(values.front()))> stored;
  stored.reserve(values.size());
  std::transform(values.begin(), values.end(), std::back_inserter(stored), store_one);
  return builder.CreateVectorOfStructs(stored);
}

/// Takes over numbers of a record and remembers whether all of them could be right.
class Restorer {
 public:
  Restorer(std::size_t text_size, std::string_view words) : text_size_(text_size), words_(words) {}

  [[nodiscard]] bool is_sound() const { return is_sound_; }
  void expect(bool condition) { is_sound_ = is_sound_ && condition; }

  [[nodiscard]] Span span(const stored::Span& span) {
    expect(span.begin() <= span.end() && span.end() <= text_size_);
    return {span.begin(), span.end()};
  }

  [[nodiscard]] std::string_view text(const stored::Words& words) {
    const bool is_inside = words.begin() <= words.end() && words.end() <= words_.size();
    expect(is_inside);
    return is_inside ? words_.substr(words.begin(), words.end() - words.begin()) : std::string_view();
  }

  /// `last` is the last enumerator.
  template <typename Enumeration>
  [[nodiscard]] Enumeration enumerator(std::uint8_t value, Enumeration last) {
    expect(value <= static_cast<std::uint8_t>(last));
    return static_cast<Enumeration>(value);
  }

 private:
  std::size_t text_size_;
  std::string_view words_;
  bool is_sound_ = true;
};

Link restore(const stored::Link& link, Restorer& restorer) {
  return {restorer.enumerator(link.kind(), Link::Kind::html),
          link.has_shortcode(),
          link.is_well_formed(),
          restorer.span(link.whole()),
          restorer.span(link.label()),
          restorer.span(link.destination()),
          restorer.text(link.url())};
}

FailedLink restore(const stored::FailedLink& link, Restorer& restorer) {
  return {restorer.enumerator(link.cause(), FailedLink::Cause::space_in_destination), restorer.span(link.whole()),
          restorer.span(link.destination())};
}

UndefinedReference restore(const stored::UndefinedReference& reference, Restorer& restorer) {
  return {restorer.span(reference.whole()), restorer.span(reference.label())};
}

ShortcodeTag restore(const stored::ShortcodeTag& tag, Restorer& restorer) {
  return {restorer.enumerator(tag.form(), ShortcodeTag::Form::unterminated), restorer.span(tag.span()),
          restorer.span(tag.name())};
}

Anchor restore(const stored::Anchor& anchor, Restorer& restorer) {
  return {restorer.enumerator(anchor.kind(), Anchor::Kind::element), restorer.span(anchor.span()),
          restorer.text(anchor.id())};
}

Mention restore(const stored::Mention& mention, Restorer& restorer) {
  return {restorer.enumerator(mention.form(), Mention::Form::id),
          restorer.enumerator(mention.extent(), Mention::Extent::longest_suffix),
          mention.names_title(),
          mention.beside_word(),
          mention.in_code(),
          restorer.span(mention.span()),
          std::string(restorer.text(mention.title())),
          mention.link()};
}

FrontMatter restore(const stored::FrontMatter& front_matter, Restorer& restorer) {
  return {restorer.enumerator(front_matter.format(), FrontMatter::Format::json),
          restorer.enumerator(front_matter.defect(), FrontMatter::Defect::unterminated),
          front_matter.is_sound(),
          front_matter.may_have_settings(),
          restorer.span(front_matter.whole()),
          restorer.span(front_matter.content())};
}

template <typename Stored, typename Value>
void restore_list(const flatbuffers::Vector<const Stored*>& list, std::vector<Value>& values, Restorer& restorer) {
  values.clear();
  values.reserve(list.size());
  for (const Stored* one : list) {
    if constexpr (std::is_same_v<Stored, stored::Span>) {
      values.push_back({restorer.span(*one)});
    } else {
      values.push_back(restore(*one, restorer));
    }
  }
}

}  // namespace

flatbuffers::Offset<stored::Page> store(const Document& page, flatbuffers::FlatBufferBuilder& builder) {
  const auto& [source, syntax, body, too_complex, front_matter, links, failed_links, anchors, undefined_references,
               addresses, shortcodes, mentions, annotations, decoded] = page;
  WordsWriter words;
  const auto plainly = [](const auto& one) { return store(one); };
  const auto with_words = [&](const auto& one) { return store(one, words); };
  const auto stored_links = store_list(links, builder, with_words);
  const auto stored_mentions = store_list(mentions, builder, with_words);
  const auto stored_failed_links = store_list(failed_links, builder, plainly);
  const auto stored_anchors = store_list(anchors, builder, with_words);
  const auto stored_references = store_list(undefined_references, builder, plainly);
  const auto stored_addresses = store_list(addresses, builder, plainly);
  const auto stored_shortcodes = store_list(shortcodes, builder, plainly);
  const auto stored_annotations = store_list(annotations, builder, plainly);
  const auto stored_words = builder.CreateString(words.words());
  const stored::Span stored_body = store(body);
  const stored::FrontMatter stored_front_matter = store(front_matter);
  return stored::CreatePage(builder, &stored_body, &stored_front_matter, too_complex, stored_links, stored_failed_links,
                            stored_anchors, stored_references, stored_addresses, stored_shortcodes, stored_mentions,
                            stored_annotations, stored_words);
}

bool restore(const stored::Page& record, Document& page) {
  Restorer restorer(page.source->text.size(), record.words()->string_view());
  page.body = restorer.span(*record.body());
  page.too_complex = record.too_complex();
  page.front_matter = restore(*record.front_matter(), restorer);
  restore_list(*record.links(), page.links, restorer);
  restore_list(*record.failed_links(), page.failed_links, restorer);
  restore_list(*record.anchors(), page.anchors, restorer);
  restore_list(*record.undefined_references(), page.undefined_references, restorer);
  restore_list(*record.addresses(), page.addresses, restorer);
  restore_list(*record.shortcodes(), page.shortcodes, restorer);
  restore_list(*record.mentions(), page.mentions, restorer);
  restore_list(*record.annotations(), page.annotations, restorer);
  for (const Mention& mention : page.mentions) {
    restorer.expect(mention.link >= -1 && mention.link < static_cast<std::int64_t>(page.links.size()));
  }
  return restorer.is_sound();
}

}  // namespace macrolint
