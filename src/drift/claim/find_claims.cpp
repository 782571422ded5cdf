#include "drift/claim/find_claims.h"

#include <algorithm>
#include <optional>

namespace macrolint {

namespace {

/// A reference within a passage: the range of its title in the passage's text.
struct Named {
  const Reference* reference = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Named> named_in(const Passage& passage, const std::vector<Reference>& references) {
  std::vector<Named> named;
  auto next = std::lower_bound(references.begin(), references.end(), passage.span.begin,
                               [](const Reference& one, std::uint32_t begin) { return one.span.begin < begin; });
  for (; next != references.end() && next->span.begin < passage.span.end; ++next) {
    const std::size_t begin = passage.text.position_of(next->span.begin);
    named.push_back({&*next, begin, std::max(begin + 1, passage.text.position_of(next->span.end - 1) + 1)});
  }
  return named;
}

/// The one that all of them mean; null if there is none or they differ, or one of them is no macro that is known.
const Reference* only_one(const std::vector<Named>& named) {
  for (const Named& one : named) {
    if (one.reference->macro == nullptr || one.reference->macro != named.front().reference->macro) {
      return nullptr;
    }
  }
  return named.empty() ? nullptr : named.front().reference;
}

bool is_word(const Sentence& sentence, std::size_t index, std::string_view word) {
  return index < sentence.size() && sentence[index].is(word);
}

/// Whether everything before `end` only leads up to the macro: "the Zendesk macro", "our".
bool begins_sentence(const Sentence& sentence, std::size_t end) {
  return std::all_of(sentence.begin(), sentence.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& token) {
    return token.is("the") || token.is("our") || token.is("zendesk") || token.is("macro") || token.is("this") ||
           token.is("note") || token.is("that") || token.kind == Token::Kind::mark;
  });
}

class ClaimFinder {
 public:
  ClaimFinder(const std::vector<Passage>& passages, const std::vector<Reference>& references)
      : passages_(passages), references_(references) {}

  std::vector<PlacedClaim> find() {
    for (std::size_t index = 0; index < passages_.size(); ++index) {
      const Passage& passage = passages_[index];
      if (passage.kind != Passage::Kind::code && passage.kind != Passage::Kind::heading) {
        read_passage(index);
      }
      const bool is_quote = passage.kind == Passage::Kind::code || passage.quote_depth > 0;
      if (is_quote && named_in(passage, references_).empty()) {
        ++skipped_;
        continue;  // what the macro says stands between what the page says about it
      }
      before_ = std::move(named_);
      before_index_ = index;
      skipped_ = 0;
      named_.clear();
    }
    return std::move(claims_);
  }

 private:
  void read_passage(std::size_t index) {
    passage_ = &passages_[index];
    named_ = named_in(*passage_, references_);
    if (named_.empty() && before_.empty()) {
      return;
    }
    const std::vector<Sentence> sentences = sentences_of(*passage_);
    for (std::size_t number = 0; number < sentences.size(); ++number) {
      const Sentence& sentence = sentences[number];
      const Sentence* previous = number > 0 ? &sentences[number - 1] : nullptr;
      const Reference* subject = nullptr;
      const auto start = start_of_claims(index, sentence, previous, subject);
      if (!start.has_value()) {
        continue;
      }
      add(claims_in(sentence, *start), *passage_, subject);
      if (number + 1 == sentences.size() && opens_list(sentence, start->first)) {
        read_list(index, subject);
      }
    }
  }

  /// The references in a sentence.
  [[nodiscard]] std::vector<Named> named_within(const Sentence& sentence) const {
    std::vector<Named> found;
    std::copy_if(named_.begin(), named_.end(), std::back_inserter(found), [&](const Named& one) {
      return one.begin >= sentence.front().begin && one.begin < sentence.back().end;
    });
    return found;
  }

  std::optional<ClaimStart> start_of_claims(std::size_t index, const Sentence& sentence, const Sentence* previous,
                                            const Reference*& subject) const {
    const std::vector<Named> here = named_within(sentence);
    if (!here.empty()) {
      subject = only_one(here);
      return subject == nullptr ? std::nullopt : start_behind(sentence, here.back());
    }
    if ((is_word(sentence, 0, "the") || is_word(sentence, 0, "this")) && is_word(sentence, 1, "macro")) {
      subject = antecedent(index, sentence);
      return subject == nullptr ? std::nullopt : std::optional(ClaimStart{2});
    }
    if (is_word(sentence, 0, "this") && is_word(sentence, 1, "will") && previous != nullptr) {
      const std::vector<Named> there = named_within(*previous);
      subject = there.empty() || !ends_with(*previous, there.back()) ? nullptr : only_one(there);
      return subject == nullptr ? std::nullopt : std::optional(ClaimStart{1});
    }
    return std::nullopt;
  }

  /// "the `X` macro, which adds", "the `X` macro to add", "The `X` macro adds".
  static std::optional<ClaimStart> start_behind(const Sentence& sentence, const Named& named) {
    std::size_t next = 0;
    std::size_t title = sentence.size();
    for (; next < sentence.size() && sentence[next].begin < named.end; ++next) {
      title = sentence[next].end > named.begin ? std::min(title, next) : title;
    }
    const bool has_word = is_word(sentence, next, "macro");
    next += has_word ? 1 : 0;
    const bool comma = is_word(sentence, next, ",");
    const std::size_t relative = next + (comma ? 1 : 0);
    if (is_word(sentence, relative, "which") || is_word(sentence, relative, "that")) {
      return ClaimStart{.first = relative + 1, .until_comma = true};
    }
    if (is_word(sentence, next, "to")) {
      return ClaimStart{.first = next + 1, .form = VerbForm::base, .one_verb = true};
    }
    if (!comma && begins_sentence(sentence, title)) {
      return ClaimStart{.first = next};
    }
    return std::nullopt;
  }

  /// Whether nothing but the word macro stands behind the title.
  static bool ends_with(const Sentence& sentence, const Named& named) {
    return std::all_of(sentence.begin(), sentence.end(), [&](const Token& token) {
      return token.begin < named.end || token.is("macro") || token.kind == Token::Kind::mark;
    });
  }

  /// The macro that "this macro" means: the only one named before it in its passage, else in the one before.
  [[nodiscard]] const Reference* antecedent(std::size_t index, const Sentence& sentence) const {
    std::vector<Named> before;
    std::copy_if(named_.begin(), named_.end(), std::back_inserter(before),
                 [&](const Named& one) { return one.begin < sentence.front().begin; });
    if (!before.empty()) {
      return only_one(before);
    }
    const Passage& last = passages_[before_index_];
    const bool adjacent = index > 0 && before_index_ + skipped_ + 1 == index &&
                          (last.list == passage_->list || last.kind == Passage::Kind::heading) &&
                          last.item == passage_->item;
    return adjacent ? only_one(before_) : nullptr;
  }

  /// Whether the sentence says no more than that a list says what the macro does.
  static bool opens_list(const Sentence& sentence, std::size_t first) {
    return std::all_of(sentence.begin() + static_cast<std::ptrdiff_t>(first), sentence.end(),
                       [](const Token& token) {
                         return token.is(":") || token.is("will") || token.is("also") || token.is("automatically") ||
                                token.is("does") || token.is("the") || token.is("following") || token.is("do");
                       }) &&
           is_word(sentence, sentence.size() - 1, ":");
  }

  void read_list(std::size_t index, const Reference* subject) {
    const PassageRange list = list_behind(passages_, index);
    std::uint32_t item = 0;
    for (std::size_t at = list.begin; at < list.end; ++at) {
      const Passage& passage = passages_[at];
      const bool is_item = passage.list == passages_[list.begin].list && passage.item != item;
      item = passage.list == passages_[list.begin].list ? passage.item : item;
      if (!is_item || passage.kind != Passage::Kind::paragraph || !named_in(passage, references_).empty()) {
        continue;
      }
      if (const auto sentences = sentences_of(passage); !sentences.empty()) {
        add(claims_in(sentences.front(), {.form = VerbForm::any}), passage, subject);
      }
    }
  }

  void add(std::vector<Claim> claims, const Passage& passage, const Reference* subject) {
    for (Claim& claim : claims) {
      claims_.push_back({std::move(claim), subject, &passage});
    }
  }

  const std::vector<Passage>& passages_;
  const std::vector<Reference>& references_;
  std::vector<PlacedClaim> claims_;
  const Passage* passage_ = nullptr;
  /// The references in the passage, and those in the one before that is no quote.
  std::vector<Named> named_;
  std::vector<Named> before_;
  std::size_t before_index_ = 0;
  /// Quotes and code behind that one.
  std::size_t skipped_ = 0;
};

}  // namespace

Place PlacedClaim::place() const {
  const Source& source = *reference->document->source;
  Span span = passage->text.source_span(claim.begin, claim.end);
  const std::string_view text = source.slice(span);
  for (const char mark : {'`', '"'}) {
    const bool is_open = std::count(text.begin(), text.end(), mark) % 2 != 0;
    if (is_open && std::string_view(source.text).substr(span.end).starts_with(mark)) {
      ++span.end;
    }
  }
  return {&source, span};
}

std::vector<PlacedClaim> find_claims(const std::vector<Passage>& passages, const std::vector<Reference>& references) {
  return ClaimFinder(passages, references).find();
}

}  // namespace macrolint
