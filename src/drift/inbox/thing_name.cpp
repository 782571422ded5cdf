#include "drift/inbox/thing_name.h"

#include <algorithm>
#include <array>

#include "drift/inbox/sentence_words.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_name_size = 60;
constexpr std::size_t max_name_words = 6;

/// Words that stand before or behind a name without changing what it names.
constexpr std::array<std::string_view, 23> trimmed_words = {
    "a",        "address", "an",      "contact", "email",    "enquiry", "group",     "inbox",
    "inquiry",  "issue",   "mail",    "mailbox", "our",      "program", "programme", "query",
    "question", "queue",   "related", "request", "specific", "team",    "the"};

/// Words that alone name nothing, in the singular.
constexpr std::array<std::string_view, 112> generic_words = {
    "access",     "account",     "admin",       "all",        "alternative",  "and",       "announcement", "any",
    "assignee",   "attendee",    "author",      "bcc",        "cc",           "chair",     "channel",      "chat",
    "comment",    "concern",     "coordinator", "copy",       "customer",     "date",      "default",      "department",
    "desk",       "detail",      "direct",      "discussion", "distribution", "e",         "example",      "external",
    "fax",        "feedback",    "for",         "form",       "forwarded",    "from",      "general",      "google",
    "handle",     "help",        "helpdesk",    "here",       "host",         "hotline",   "id",           "info",
    "internal",   "invite",      "issue",       "lead",       "liaison",      "link",      "list",         "login",
    "mailing",    "mailinglist", "main",        "maintainer", "me",           "media",     "member",       "message",
    "moderator",  "more",        "name",        "new",        "note",         "of",        "office",       "official",
    "old",        "option",      "or",          "other",      "owner",        "password",  "person",       "personal",
    "phone",      "place",       "primary",     "private",    "public",       "recipient", "regional",     "reply",
    "report",     "response",    "secondary",   "sender",     "service",      "shared",    "slack",        "subject",
    "suggestion", "support",     "tip",         "to",         "unknown",      "update",    "urgent",       "us",
    "user",       "username",    "via",         "we",         "website",      "with",      "work",         "you"};

/// Words that sentences have and names have not.
constexpr std::array<std::string_view, 46> sentence_words = {
    "are", "at",     "be",   "been", "by",     "can",  "could", "do",   "each", "either", "every", "from",
    "has", "have",   "he",   "how",  "if",     "is",   "it",    "may",  "me",   "must",   "my",    "not",
    "or",  "please", "same", "she",  "should", "that", "their", "them", "then", "they",   "this",  "through",
    "via", "was",    "we",   "were", "what",   "when", "who",   "will", "you",  "your"};

constexpr std::array<std::string_view, 7> connectors = {"and", "for", "in", "of", "on", "the", "to"};

/// The singular of most English nouns, and for the rest the same for both numbers.
std::string singular(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) {
    word.replace(word.size() - 3, 3, "y");
  } else if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")) {
    word.pop_back();
  }
  return word;
}

bool is_trimmed(const std::string& word) { return is_one_of(word, trimmed_words); }

bool is_generic(const std::string& word) {
  return is_one_of(word, generic_words) || is_one_of(word, trimmed_words) ||
         std::all_of(word.begin(), word.end(), is_digit);
}

std::string joined(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) {
    key += word;
  }
  return key;
}

/// `(EDU)` is short for a name that has a word beginning with it, or two words in a row that begin with its first two
/// letters: `(US)` behind `Payroll` is no short form but says which payroll.
bool is_short_form(std::string_view form, const std::vector<std::string>& words) {
  if (form.size() < 2 || form.size() > 6) {
    return false;
  }
  std::string initials;
  std::string all_initials;
  for (const std::string& word : words) {
    all_initials += word.front();
    if (word.starts_with(form) && word.size() > form.size()) {
      return true;
    }
    if (!is_one_of(word, connectors)) {
      initials += word.front();
    }
  }
  return initials.find(form.substr(0, 2)) != std::string::npos || all_initials == form;
}

bool is_all_capitals(std::string_view text) {
  return text.size() >= 2 && std::all_of(text.begin(), text.end(),
                                         [](char byte) { return (byte >= 'A' && byte <= 'Z') || is_digit(byte); });
}

/// A name whose punctuation is that of a sentence, a title, a path or a list of names is none.
bool has_foreign_marks(std::string_view text) {
  return text.find_first_of("/\\:;,?!=<>{}[]()|@#$%*_\"`~^\n") != std::string_view::npos;
}

bool is_capital(std::string_view word) {
  return !word.empty() && ((word.front() >= 'A' && word.front() <= 'Z') || is_digit(word.front()));
}

bool has_capitals_throughout(std::string_view text) {
  const std::vector<SentenceWord> words = words_of(text);
  return std::all_of(words.begin(), words.end(), [](const SentenceWord& word) {
    return is_capital(word.text) || is_one_of(lower_case(word.text), connectors);
  });
}

/// The letters and digits before the `@`.
std::string local_letters(std::string_view address) {
  std::string letters;
  for (const char byte : address.substr(0, address.find('@'))) {
    if (is_letter(byte) || is_digit(byte)) {
      letters += byte;
    }
  }
  return letters;
}

/// `acme` of `edu@acme.org`.
std::string_view first_label(std::string_view address) {
  const std::size_t begin = address.find('@') + 1;
  return address.substr(begin, address.find('.', begin) - begin);
}

std::vector<std::string> trimmed(std::vector<std::string> words) {
  while (!words.empty() && is_trimmed(words.back())) {
    words.pop_back();
  }
  constexpr std::array<std::string_view, 6> articles = {"a", "all", "an", "any", "our", "the"};
  const auto first =
      std::find_if_not(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(word, articles); });
  words.erase(words.begin(), first);
  return words;
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::string word;
    for (; at < text.size() && (is_word_byte(text[at]) || (text[at] == '\'' && !word.empty())); ++at) {
      if (text[at] != '\'') {
        word += to_lower_ascii(text[at]);
      }
    }
    if (!word.empty()) {
      words.push_back(singular(std::move(word)));
    } else {
      ++at;
    }
  }
  return words;
}

std::optional<ThingName> read_thing_name(std::string_view text) {
  text = without_edges(text, " \t*_\"'`.,");
  if (text.empty() || text.size() > max_name_size) {
    return std::nullopt;
  }
  ThingName name;
  name.written = text;
  std::string_view outer = text;
  std::string_view inner;
  if (const std::size_t open = text.find(" ("); open != std::string_view::npos && text.ends_with(')')) {
    outer = text.substr(0, open);
    inner = text.substr(open + 2, text.size() - open - 3);
  }
  if (is_all_capitals(outer) && words_of(inner).size() > 1) {
    std::swap(outer, inner);
  }
  if (has_foreign_marks(outer) || has_foreign_marks(inner) || outer.find(" - ") != std::string_view::npos) {
    return std::nullopt;
  }
  std::vector<std::string> words = plain_words(outer);
  const auto is_of_sentence = [](const std::string& word) { return is_one_of(word, sentence_words); };
  if (words.size() > max_name_words + 2 || std::any_of(words.begin(), words.end(), is_of_sentence)) {
    return std::nullopt;
  }
  constexpr std::array<std::string_view, 7> topics = {"enquiry",  "inquiry", "issue",   "query",
                                                      "question", "related", "specific"};
  name.is_topic =
      std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(word, topics); });
  name.is_program = !words.empty() && (words.back() == "program" || words.back() == "programme");
  name.words = trimmed(std::move(words));
  if (name.words.size() > max_name_words || std::all_of(name.words.begin(), name.words.end(), is_generic)) {
    return std::nullopt;
  }
  if (!inner.empty()) {
    std::string form = lower_case(inner);
    if (is_all_capitals(inner) && is_short_form(form, name.words)) {
      name.short_key = std::move(form);
    } else {
      // It says which of several: part of the name.
      const std::vector<std::string> rest = plain_words(inner);
      name.words.insert(name.words.end(), rest.begin(), rest.end());
    }
  }
  name.key = joined(name.words);
  name.is_proper = has_capitals_throughout(outer);
  return name.key.size() < 2 ? std::nullopt : std::optional(std::move(name));
}

std::optional<ThingName> proper_name_at_end(std::string_view text) {
  const std::vector<SentenceWord> words = words_of(text);
  std::size_t begin = words.size();
  std::size_t first = words.size();
  while (begin > 0 && words.size() - begin < max_name_words) {
    const SentenceWord& word = words[begin - 1];
    const bool ends_phrase = begin < words.size() && !word.behind.empty() && word.behind != " ";
    if (ends_phrase || !word.before.empty()) {
      break;
    }
    const std::string lower = lower_case(word.text);
    if (is_capital(word.text) && !is_one_of(lower, contact_words)) {
      first = begin - 1;
    } else if (first == words.size() || !is_one_of(lower, connectors)) {
      break;
    }
    --begin;
  }
  if (first == words.size()) {
    return std::nullopt;
  }
  // Two names with one inbox, or a name that goes on before.
  const std::string before = first > 0 ? lower_case(words[first - 1].text) : "";
  if (before == "and" || before == "or" || before == "for" || before == "of" ||
      (first > 0 && words[first - 1].ends(","))) {
    return std::nullopt;
  }
  return read_thing_name(text.substr(words[first].begin));
}

bool is_named_among(const ThingName& name, const std::vector<std::string>& words) {
  const bool whole = !name.words.empty() &&
                     std::search(words.begin(), words.end(), name.words.begin(), name.words.end()) != words.end();
  return whole || (!name.short_key.empty() && std::find(words.begin(), words.end(), name.short_key) != words.end());
}

bool relates_to(const ThingName& name, std::string_view address) {
  const std::string_view organisation = first_label(address);
  const std::string local = local_letters(address);
  std::string initials;
  for (const std::string& word : name.words) {
    if (word == organisation || is_one_of(word, connectors) || is_generic(word)) {
      continue;
    }
    initials += word.front();
    if ((word.size() >= 3 && local.find(word) != std::string::npos) || (local.size() >= 3 && word.starts_with(local))) {
      return true;
    }
  }
  return local == initials || (!name.short_key.empty() && local.find(name.short_key) != std::string::npos);
}

bool is_made_for(const ThingName& name, std::string_view address) {
  const std::string local = local_letters(address);
  const auto begins = [&](std::string_view key) {
    return key.size() >= 3 && local.size() >= 3 && (local.starts_with(key) || key.starts_with(local));
  };
  return begins(name.key) || begins(name.short_key);
}

}  // namespace macrolint
