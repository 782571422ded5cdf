#include "drift/quote/introduction.h"

#include <re2/re2.h>

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

bool holds(std::string_view text, const re2::RE2& expression) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), expression);
}

/// Speaks of wording, so that a colon behind it promises some.
const re2::RE2& wording_words() {
  static const re2::RE2 expression(
      R"((?i)\b(says?|saying|reads?|reading|states?|tells?|asks?|explains?|sends?|posts?|adds?|inserts?|contains?|)"
      R"(text|wordings?|worded|words|templates?|contents?|body|repl(y|ies)|responses?|messages?|comments?|notes?|)"
      R"(snippets?|paragraphs?|sentences?|verbatim|quoted?|following|follows|below|this)\b)");
  return expression;
}

/// Promises wording without a colon.
const re2::RE2& announcements() {
  static const re2::RE2 expression(
      R"((?i)\bas follows\b|\b(following|next) (text|wording|words|reply|response|message|comment|note|template)\b|)"
      R"(\b(text|wording|words|reply|response|message|comment|note|template|content|contents|macro) (is )?below\b|)"
      R"(\b(says|reads)( this)?\.?$)");
  return expression;
}

/// What follows is something else than the macro's wording as it is: an example, an edited or older form of it, what
/// somebody else wrote, or what a machine prints.
const re2::RE2& disclaimers() {
  static const re2::RE2 expression(
      R"((?i)\b(examples?|e\.g|for instance|such as|samples?|something like|along the lines|similar|instead|)"
      R"(rather than|replac(e|es|ed|ing)|chang(e|es|ed|ing)|edit(s|ed|ing)?|modif(y|ies|ied|ying)|adapt(s|ed|ing)?|)"
      R"(customi[sz](e|es|ed|ing)|personali[sz](e|es|ed|ing)|tailor(ed|ing)?|adjust(s|ed|ing)?|amend(s|ed|ing)?|)"
      R"(reword(s|ed|ing)?|rephras(e|es|ed|ing)|shorten(s|ed|ing)?|fill(s|ed|ing)?|your (own )?(reply|response|)"
      R"(message|note|comment|words)|own words|after you|previous(ly)?|used to|former(ly)?|old|older|earlier|)"
      R"(no longer|outdated|could|might|may|errors?|commands?|logs?|outputs?|quer(y|ies)|scripts?|console|terminal|)"
      R"(traces?|screenshots?|translat(e|es|ed|ion|ions))\b|)"
      R"(\b(customers?|users?|requesters?|they|someone|sales|owners?) )"
      R"((can |will |has |have )?(says?|said|writes?|wrote|repl(y|ies|ied)|responds?|responded|asks?|asked|sends?|)"
      R"(sent|provides?|provided|see|sees|gets?|receives? an error)\b)");
  return expression;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

bool ends_with_colon(std::string_view text) {
  constexpr std::string_view wide_colon = "\xEF\xBC\x9A";
  return text.ends_with(':') || text.ends_with(wide_colon);
}

/// From behind the last full stop, exclamation or question mark that others follow.
std::string_view last_sentence(std::string_view text) {
  for (std::size_t at = text.size() < 2 ? 0 : text.size() - 2; at > 0; --at) {
    const bool is_end = text[at] == '.' || text[at] == '!' || text[at] == '?';
    const bool is_abbreviation = at >= 2 && text[at] == '.' && text[at - 2] == '.';
    if (is_end && text[at + 1] == ' ' && !is_abbreviation) {
      return text.substr(at + 2);
    }
  }
  return text;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    count += is_space(text[at]) || (at > 0 && !is_space(text[at - 1])) ? 0 : 1;
  }
  return count;
}

}  // namespace

Introduction introduction_before(std::string_view text) {
  text = trimmed(text);
  const std::string_view sentence = last_sentence(text);
  const bool has_colon = ends_with_colon(text);
  const bool is_strong = holds(sentence, has_colon ? wording_words() : announcements());
  if (is_strong) {
    return holds(sentence, disclaimers()) ? Introduction::none : Introduction::strong;
  }
  return has_colon && !holds(text, disclaimers()) ? Introduction::weak : Introduction::none;
}

bool continues_introduction(std::string_view text) {
  constexpr std::size_t most_words = 20;
  static const re2::RE2 subject(
      R"((?i)\b(macro|macro's|it|its)\b|^(the |full |current )*(text|wording|template|content|message|reply|response)\b)");
  return count_words(text) <= most_words && holds(text, subject) && introduction_before(text) == Introduction::strong;
}

bool is_caption(std::string_view text) {
  constexpr std::size_t most_words = 16;
  static const re2::RE2 expression(
      R"((?i)^\W*(this|that|the above|above|source|from|taken from|(full |current )?(text|wording)) ?)"
      R"((is|comes|was taken|are|:|of|from|text|wording|message|reply|response|in|the|macro|\W)*)");
  static const re2::RE2 words(R"((?i)\b(above|source|from|text|wording)\b)");
  text = trimmed(text);
  return !ends_with_colon(text) && count_words(text) <= most_words && holds(text, expression) && holds(text, words) &&
         !holds(text, disclaimers());
}

bool introduces_sentence(std::string_view between) {
  constexpr std::size_t most_words = 8;
  static const re2::RE2 verb(
      R"((?i)\b(says?|saying|reads?|reading|states?|stating|tells?|asks?|begins?|starts?|ends?|opens?|closes?|)"
      R"(contains?|includes?|sentence|line|paragraph|wording|text|words)\b)");
  static const re2::RE2 other_speaker(
      R"((?i)\b(if|when|unless|until|once|because|customers?|users?|requesters?|they|he|she|owners?|you|we|tickets?|)"
      R"(pages?|forms?|fields?|error|not|never)\b)");
  constexpr std::size_t most_bytes = 120;
  return between.size() <= most_bytes && count_words(between) <= most_words && holds(between, verb) &&
         !holds(between, other_speaker) && !holds(between, disclaimers()) &&
         between.find_first_of(".;!?") == std::string_view::npos;
}

}  // namespace macrolint
