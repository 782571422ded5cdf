#include "drift/inbox/phrases.h"

#include <algorithm>
#include <array>

#include "drift/inbox/sentence_words.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// A name and the words between it and the address.
constexpr std::size_t longest_label = 160;
constexpr std::string_view quotes = " \t*_\"'`<>.;";

/// A sentence with one of these speaks of another time or of some cases only.
constexpr std::array<std::string_view, 34> doubtful_words = {
    "based",    "cannot",  "country", "countries", "deprecated", "don't",  "except",  "former",   "formerly",
    "if",       "instead", "isn't",   "located",   "longer",     "never",  "no",      "not",      "obsolete",
    "old",      "only",    "outside", "previous",  "previously", "region", "regions", "residing", "retired",
    "replaced", "unless",  "until",   "used",      "was",        "were",   "won't"};

constexpr std::array<std::string_view, 6> inbox_words = {"address", "alias", "email", "e-mail", "inbox", "mailbox"};
constexpr std::array<std::string_view, 7> group_words = {"department", "group",     "inbox", "mailbox",
                                                         "program",    "programme", "team"};
constexpr std::array<std::string_view, 16> message_words = {
    "emails",   "enquiries", "inquiries", "invoices", "issues",   "messages", "notices", "queries",
    "question", "questions", "reports",   "request",  "requests", "tickets",  "enquiry", "inquiry"};
constexpr std::array<std::string_view, 14> sent_words = {"addressed", "be",     "can",    "directed", "emailed",
                                                         "forwarded", "go",     "mailed", "may",      "must",
                                                         "please",    "routed", "sent",   "should"};
constexpr std::array<std::string_view, 22> naming_verbs = {
    "asks",  "contains", "directs", "gives",  "has",    "holds",    "includes",  "invites",
    "lists", "mentions", "names",   "offers", "points", "provides", "redirects", "refers",
    "says",  "sends",    "shows",   "states", "tells",  "uses"};
constexpr std::array<std::string_view, 10> leading_verbs = {"ask",   "direct",   "have",  "inform", "invite",
                                                            "point", "redirect", "refer", "send",   "tell"};

constexpr std::array<std::string_view, 5> prepositions = {"at", "by", "email", "through", "via"};

bool is_filler(std::string_view word) { return is_one_of(lower_case(word), contact_words); }

bool all_filler(std::string_view text) {
  const std::vector<SentenceWord> words = words_of(text);
  return std::all_of(words.begin(), words.end(), [](const SentenceWord& word) { return is_filler(word.text); });
}

bool is_blank(std::string_view text, std::string_view extra = {}) {
  return without_edges(without_edges(text, quotes), extra).find_first_not_of(quotes) == std::string_view::npos;
}

/// The last mark that separates a name from what is said of it: where it begins and ends, or nothing.
std::optional<TextRange> last_separator(std::string_view text) {
  constexpr std::array<std::string_view, 6> dashes = {"-", "–", "—", "=", "→", "->"};
  std::size_t end = text.size();
  // The mark may be the last thing of the text, its space being trimmed.
  for (std::size_t at = text.size(); at-- > 0;) {
    if (text[at] == ' ') {
      end = at;
    } else if (text[at] == ':' && at + 1 == end) {
      return TextRange{at, std::min(at + 2, text.size())};
    } else if (at > 0 && text[at - 1] == ' ' && end - at <= 3 && is_one_of(text.substr(at, end - at), dashes)) {
      return TextRange{at - 1, std::min(end + 1, text.size())};
    }
  }
  return std::nullopt;
}

TextRange trimmed_range(std::string_view text, TextRange range) {
  const std::string_view part = text.substr(range.begin, range.end - range.begin);
  const std::string_view kept = without_edges(part, quotes);
  const std::size_t begin = kept.empty() ? range.begin : static_cast<std::size_t>(kept.data() - text.data());
  return {begin, begin + kept.size()};
}

/// `For NAME`, `The NAME`: where the name begins.
std::size_t behind_for(std::string_view text) { return starts_with_ignoring_case(text, "for ") ? 4 : 0; }

bool is_doubtful(std::string_view sentence) {
  const std::vector<SentenceWord> words = words_of(sentence);
  return std::any_of(words.begin(), words.end(),
                     [](const SentenceWord& word) { return is_one_of(lower_case(word.text), doubtful_words); });
}

/// Takes words off the end of a text as long as they are of a kind; says how many.
template <typename Kind>
std::size_t drop_words(std::vector<SentenceWord>& words, const Kind& kind) {
  std::size_t dropped = 0;
  while (!words.empty() && kind(lower_case(words.back().text)) && (dropped == 0 || words.back().behind.empty())) {
    words.pop_back();
    ++dropped;
  }
  return dropped;
}

std::string_view text_up_to(std::string_view text, const std::vector<SentenceWord>& words) {
  return words.empty() ? std::string_view() : text.substr(0, words.back().begin + words.back().text.size());
}

/// As many words at the end of a text as a name and what joins it to an address may have.
std::string_view end_of(std::string_view text) {
  if (text.size() <= longest_label) {
    return text;
  }
  const std::size_t space = text.find(' ', text.size() - longest_label);
  return space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
}

/// `For NAME, please write to`
std::optional<ThingName> name_behind_for(std::string_view before) {
  if (behind_for(before) == 0) {
    return std::nullopt;
  }
  const std::size_t comma = before.find(',');
  if (comma == std::string_view::npos || !all_filler(before.substr(comma + 1)) || is_blank(before.substr(comma + 1))) {
    return std::nullopt;
  }
  auto name = read_thing_name(before.substr(4, comma - 4));
  return name.has_value() && name->is_proper ? name : std::nullopt;
}

/// `the NAME inbox is`, `our NAME mailbox -`
std::optional<ThingName> name_before_inbox(std::string_view before) {
  std::vector<SentenceWord> words = words_of(before);
  const bool is_stated = before.ends_with(':') || before.ends_with('-') || before.ends_with("–") ||
                         (!words.empty() && equals_ignoring_case(words.back().text, "is"));
  while (!words.empty() && (words.back().text.empty() || words.back().text == "–" || words.back().text == "—" ||
                            equals_ignoring_case(words.back().text, "is"))) {
    words.pop_back();
  }
  if (!is_stated || drop_words(words, [](const std::string& word) { return is_one_of(word, inbox_words); }) == 0) {
    return std::nullopt;
  }
  return proper_name_at_end(text_up_to(before, words));
}

/// `contact the NAME team at`, `NAME (`
std::optional<ThingName> name_before_at(std::string_view before, bool in_parentheses) {
  std::vector<SentenceWord> words = words_of(before);
  if (in_parentheses) {
    words = words_of(before.substr(0, before.rfind('(')));
  } else {
    if (drop_words(words, [](const std::string& word) { return is_one_of(word, prepositions); }) == 0) {
      return std::nullopt;
    }
  }
  if (words.empty() || !words.back().behind.empty()) {
    return std::nullopt;
  }
  const auto is_group = [](const std::string& word) { return is_one_of(word, group_words); };
  while (!words.empty() && !words.back().text.empty() && is_letter(words.back().text.front()) &&
         words.back().text.front() >= 'a' && is_group(std::string(words.back().text))) {
    words.pop_back();
  }
  return proper_name_at_end(text_up_to(before, words));
}

/// `send NAME requests to`, `NAME questions should be sent to`
std::optional<ThingName> name_before_messages(std::string_view before) {
  std::vector<SentenceWord> words = words_of(before);
  if (words.empty() || !equals_ignoring_case(words.back().text, "to")) {
    return std::nullopt;
  }
  words.pop_back();
  drop_words(words, [](const std::string& word) { return is_one_of(word, sent_words); });
  if (drop_words(words, [](const std::string& word) { return is_one_of(word, message_words); }) == 0) {
    return std::nullopt;
  }
  return proper_name_at_end(text_up_to(before, words));
}

}  // namespace

std::optional<TextRange> labelled_name(std::string_view line, TextRange address) {
  const std::string_view before = without_edges(line.substr(0, address.begin), quotes);
  const std::string_view after = without_edges(line.substr(address.end), quotes);
  const auto place_of = [&](std::string_view part) {
    const auto begin = static_cast<std::size_t>(part.data() - line.data());
    return trimmed_range(line, {begin, begin + part.size()});
  };
  if (is_blank(before)) {
    if (after.starts_with('(') && after.ends_with(')') && after.find('(', 1) == std::string_view::npos) {
      return place_of(after.substr(1, after.size() - 2));
    }
    const auto separator = last_separator(after.substr(0, longest_label));
    const bool leads = separator.has_value() && without_edges(after.substr(0, separator->begin), " ").empty();
    return leads ? std::optional(place_of(after.substr(separator->end))) : std::nullopt;
  }
  if (before.ends_with('(') && is_blank(after, ")") && after.starts_with(')')) {
    return place_of(before.substr(0, before.size() - 1));
  }
  if (before.size() > longest_label) {
    return std::nullopt;
  }
  const auto separator = last_separator(before);
  if (!separator.has_value() || !is_blank(after) || !all_filler(before.substr(separator->end))) {
    return std::nullopt;
  }
  const std::string_view name = before.substr(0, separator->begin);
  return place_of(name.substr(behind_for(name)));
}

std::optional<ThingName> name_in_sentence(std::string_view sentence, TextRange address) {
  const std::string_view written = sentence.substr(0, address.begin);
  const std::string_view whole = without_edges(written, quotes);
  const bool in_parentheses = whole.ends_with('(') && sentence.substr(address.end).find(')') < 3;
  auto name = name_behind_for(whole);
  const std::string_view before = end_of(whole);
  name = name.has_value() ? name : name_before_inbox(before);
  name = name.has_value() ? name : name_before_at(before, in_parentheses);
  name = name.has_value() ? name : name_before_messages(before);
  return name.has_value() && !is_doubtful(sentence) ? name : std::nullopt;
}

bool says_that_macro_names(std::string_view sentence, TextRange macro, TextRange address) {
  if (macro.end > address.begin || is_doubtful(sentence)) {
    return false;
  }
  std::vector<SentenceWord> words = words_of(sentence.substr(macro.end, address.begin - macro.end));
  constexpr std::array<std::string_view, 6> linking_words = {"macro", "macros", "which", "that", "it", ""};
  std::size_t at = 0;
  while (at < words.size() && is_one_of(lower_case(words[at].text), linking_words)) {
    ++at;
  }
  if (at == words.size()) {
    return false;
  }
  const std::string verb = lower_case(words[at].text);
  if (is_one_of(verb, naming_verbs)) {
    return true;
  }
  return verb == "to" && at + 1 < words.size() && is_one_of(lower_case(words[at + 1].text), leading_verbs);
}

}  // namespace macrolint
