#include "drift/claim/claim.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "source/characters.h"

namespace macrolint {

namespace {

using Kind = Claim::Kind;

template <std::size_t size>
bool is_one_of(const Token& token, const std::array<std::string_view, size>& words) {
  return token.kind == Token::Kind::word && std::find(words.begin(), words.end(), token.text) != words.end();
}

constexpr std::array<std::string_view, 11> adding = {"adds",    "add",    "applies",  "apply", "attaches", "attach",
                                                     "appends", "append", "includes", "sets",  "set"};
constexpr std::array<std::string_view, 8> removing = {"removes", "remove", "deletes", "delete",
                                                      "drops",   "drop",   "clears",  "clear"};
constexpr std::array<std::string_view, 18> setting = {"sets",    "set",    "changes", "change", "marks",    "mark",
                                                      "moves",   "move",   "puts",    "put",    "switches", "switch",
                                                      "updates", "update", "turns",   "turn",   "submits",  "submit"};
constexpr std::array<std::string_view, 20> writing = {
    "adds",   "add",   "applies", "apply", "leaves",  "leave",  "creates", "create", "posts", "post",
    "writes", "write", "sends",   "send",  "inserts", "insert", "puts",    "put",    "makes", "make"};
constexpr std::array<std::string_view, 4> assigning = {"assigns", "assign", "reassigns", "reassign"};
constexpr std::array<std::string_view, 2> tagging = {"tags", "tag"};

/// What may stand between the macro and its verb.
constexpr std::array<std::string_view, 12> adverbs = {"will", "also",    "automatically", "then",
                                                      "both", "simply",  "just",          "additionally",
                                                      "now",  "further", "always",        "only"};
/// What says that it is not so, or not always, or that somebody else does it. The sentence is not read any further.
constexpr std::array<std::string_view, 42> doubts = {
    "not",   "never",    "no",     "doesn't", "don't",  "won't",     "isn't",  "cannot", "can't", "without", "if",
    "when",  "whenever", "unless", "once",    "until",  "after",     "before", "should", "can",   "may",     "might",
    "could", "would",    "must",   "or",      "either", "depending", "you",    "we",     "they",  "he",      "she",
    "which", "that",     "who",    "because", "so",     "instead",   "except", "rather", "please"};
/// Who else may do something to a ticket.
constexpr std::array<std::string_view, 16> actors = {
    "trigger", "triggers", "automation", "automations", "bot",     "workflow", "engineer", "engineers",
    "agent",   "agents",   "customer",   "customers",   "zendesk", "team",     "system",   "user"};
constexpr std::array<std::string_view, 9> articles = {"the", "a",     "an",   "this",     "your",
                                                      "its", "these", "both", "following"};

/// A word that people write for a value, and the value in Zendesk's spelling.
struct KnownValue {
  Kind kind;
  std::string_view word;
  std::string_view value;
};
constexpr std::array<KnownValue, 16> known_values = {{
    {Kind::sets_status, "open", "open"},
    {Kind::sets_status, "pending", "pending"},
    {Kind::sets_status, "hold", "hold"},
    {Kind::sets_status, "on-hold", "hold"},
    {Kind::sets_status, "onhold", "hold"},
    {Kind::sets_status, "on hold", "hold"},
    {Kind::sets_status, "solved", "solved"},
    {Kind::sets_status, "resolved", "solved"},
    {Kind::sets_priority, "low", "low"},
    {Kind::sets_priority, "normal", "normal"},
    {Kind::sets_priority, "high", "high"},
    {Kind::sets_priority, "urgent", "urgent"},
    {Kind::sets_type, "question", "question"},
    {Kind::sets_type, "incident", "incident"},
    {Kind::sets_type, "problem", "problem"},
    {Kind::sets_type, "task", "task"},
}};

/// Empty if the field has no such value.
std::string_view known_value(Kind kind, std::string_view word) {
  const auto found = std::find_if(known_values.begin(), known_values.end(),
                                  [&](const KnownValue& one) { return one.kind == kind && one.word == word; });
  return found == known_values.end() ? std::string_view() : found->value;
}

/// A tag as people write it without code marks: only an underscore tells it from a word.
bool names_tag(const Token& token) {
  return token.kind != Token::Kind::mark && !token.text.empty() &&
         (token.kind == Token::Kind::named || token.text.find('_') != std::string::npos) &&
         token.text.find(' ') == std::string::npos;
}

/// The verbs and objects of one sentence about a macro.
class ClaimReader {
 public:
  ClaimReader(const Sentence& sentence, const ClaimStart& start)
      : sentence_(sentence), start_(start), form_(start.form), at_(start.first) {}

  std::vector<Claim> read() {
    end_ = at_;
    while (end_ < sentence_.size() && !ends_what_is_said(end_)) {
      ++end_;
    }
    if (end_ < sentence_.size() && sentence_[end_].is("or")) {
      return {};
    }
    bool expects_verb = true;
    for (; at_ < end_; ++at_) {
      const Token& token = sentence_[at_];
      if (expects_verb && is_one_of(token, adverbs)) {
        form_ = token.is("will") ? VerbForm::base : form_;
        continue;
      }
      if (expects_verb && has_form(token)) {
        read_verb();
      }
      if (start_.one_verb || (token.is(",") && start_.until_comma && form_ == VerbForm::base)) {
        break;
      }
      expects_verb = token.is("and") || token.is(",") || token.is("then");
    }
    return std::move(claims_);
  }

 private:
  /// From here on the sentence may deny it, make it depend on something, or speak of somebody else.
  [[nodiscard]] bool ends_what_is_said(std::size_t index) const {
    const Token& token = sentence_[index];
    if (token.is("you") && index > start_.first && sentence_[index - 1].is("to")) {
      return false;  // somebody gets the ticket, but does nothing
    }
    if (is_one_of(token, doubts) || token.is(";") || token.is("(") || token.is("?")) {
      return true;
    }
    std::size_t before = index;
    while (before > start_.first && is_one_of(sentence_[before - 1], articles)) {
      --before;
    }
    const bool begins_clause = before == start_.first || sentence_[before - 1].is("and") ||
                               sentence_[before - 1].is(",") || sentence_[before - 1].is("then");
    return is_one_of(token, actors) && begins_clause;
  }

  [[nodiscard]] bool has_form(const Token& token) const {
    const bool third_person = token.text.ends_with('s');
    return token.kind == Token::Kind::word &&
           (form_ == VerbForm::any || third_person == (form_ == VerbForm::third_person));
  }

  void read_verb() {
    const Token& verb = sentence_[at_];
    const std::size_t object = at_ + 1;
    if (is_one_of(verb, tagging)) {
      read_tagging(object);
    }
    if (is_one_of(verb, adding)) {
      read_tags(Kind::adds_tag, object);
    }
    if (is_one_of(verb, removing)) {
      read_tags(Kind::removes_tag, object);
    }
    if (is_one_of(verb, writing)) {
      read_comment(object);
    }
    if (is_one_of(verb, setting)) {
      read_setting(object);
    }
    if (is_one_of(verb, assigning)) {
      read_assignment(object);
    }
  }

  [[nodiscard]] bool is_at(std::size_t index, std::string_view word) const {
    return index < end_ && sentence_[index].is(word);
  }
  template <std::size_t size>
  [[nodiscard]] bool is_any_at(std::size_t index, const std::array<std::string_view, size>& words) const {
    return index < end_ && is_one_of(sentence_[index], words);
  }
  [[nodiscard]] std::size_t skip_articles(std::size_t index) const {
    while (is_any_at(index, articles)) {
      ++index;
    }
    return index;
  }

  void add(Kind kind, std::string value, std::size_t last_token, std::optional<std::size_t> value_token = {}) {
    Claim claim;
    claim.kind = kind;
    claim.value = std::move(value);
    claim.begin = sentence_[at_].begin;
    claim.end = sentence_[last_token].end;
    const Token& written = sentence_[value_token.value_or(last_token)];
    claim.value_begin = written.begin;
    claim.value_end = written.end;
    claims_.push_back(std::move(claim));
  }

  /// The tags in an enumeration from `index` on; `index` is set behind it.
  std::vector<std::size_t> enumeration(std::size_t& index) const {
    std::vector<std::size_t> found;
    std::size_t next = index;
    while (next < end_) {
      next = skip_articles(next);
      if (next == end_ || !names_tag(sentence_[next])) {
        break;
      }
      found.push_back(next);
      index = ++next;
      while (is_at(next, ",") || is_at(next, "and") || is_at(next, "&")) {
        ++next;
      }
    }
    return found;
  }

  /// "the `a` and `b` tags", "the tag `a`", "tags: `a`, `b`".
  void read_tags(Kind kind, std::size_t index) {
    index = skip_articles(index);
    std::vector<std::size_t> tags = enumeration(index);
    std::size_t word = index;
    if (!tags.empty() && word + 1 < end_ && sentence_[word].kind == Token::Kind::word && !is_tag_word(word) &&
        is_tag_word(word + 1)) {
      ++word;  // "the `a` summary tag"
    }
    if (!is_tag_word(word)) {
      word = skip_articles(index);
      if (is_at(word, "ticket") || is_at(word, "following")) {
        ++word;
      }
      if (!tags.empty() || !is_tag_word(word)) {
        return;
      }
    }
    if (tags.empty()) {
      index = word + 1;
      if (is_at(index, ":") || is_at(index, "of")) {
        ++index;
      }
      tags = enumeration(index);
    }
    for (const std::size_t tag : tags) {
      add(kind, lower_case(sentence_[tag].text), std::max(tag, word), tag);
    }
  }

  [[nodiscard]] bool is_tag_word(std::size_t index) const { return is_at(index, "tag") || is_at(index, "tags"); }

  /// "tags the ticket with `a`", "tags it as `a`".
  void read_tagging(std::size_t index) {
    index = skip_articles(index);
    if (is_at(index, "ticket") || is_at(index, "it")) {
      ++index;
    }
    if (!is_at(index, "with") && !is_at(index, "as")) {
      return;
    }
    ++index;
    for (const std::size_t tag : enumeration(index)) {
      add(Kind::adds_tag, lower_case(sentence_[tag].text), tag);
    }
  }

  /// "an internal note", "a template as an internal comment", "a public reply".
  void read_comment(std::size_t index) {
    constexpr std::array<std::string_view, 6> nouns = {"note", "comment", "reply", "response", "message", "update"};
    constexpr std::array<std::string_view, 2> internal = {"internal", "private"};
    constexpr std::size_t reach = 8;
    const std::size_t limit = std::min(end_, index + reach);
    for (; index + 1 < limit && !sentence_[index].is(",") && !sentence_[index].is("and"); ++index) {
      const bool is_public = sentence_[index].is("public");
      if ((is_public || is_one_of(sentence_[index], internal)) && is_any_at(index + 1, nouns)) {
        add(is_public ? Kind::public_reply : Kind::internal_note, "", index + 1, index);
        return;
      }
    }
  }

  /// "the ticket to Pending", "the status to `open`", "the ticket as solved", "the priority to High".
  void read_setting(std::size_t index) {
    index = skip_articles(index);
    if (read_field(index)) {
      return;
    }
    Kind kind = Kind::sets_status;
    bool has_object = false;
    for (; index < end_ && sentence_[index].kind == Token::Kind::word; ++index) {
      const std::string& word = sentence_[index].text;
      if (word == "priority") {
        kind = Kind::sets_priority;
      } else if (word == "type") {
        kind = Kind::sets_type;
      } else if (word == "form") {
        kind = Kind::sets_form;
      } else if (word != "ticket" && word != "ticket's" && word != "status" && word != "it" && word != "state" &&
                 word != "ticket-status") {
        break;
      }
      has_object = true;
    }
    if (!has_object) {
      return;
    }
    if (is_at(index, "to") || is_at(index, "as") || is_at(index, "into") || is_at(index, "in")) {
      ++index;
    }
    read_value(kind, skip_articles(index));
  }

  /// "the `Region` field to `north`", "the field `Region` to `north`". Without code marks or quotes it may be anything.
  bool read_field(std::size_t index) {
    const bool word_first = is_at(index, "field");
    const std::size_t name = index + (word_first ? 1 : 0);
    if (name >= end_ || sentence_[name].kind != Token::Kind::named || (!word_first && !is_at(name + 1, "field"))) {
      return word_first;
    }
    const std::size_t to = name + (word_first ? 1 : 2);
    const std::size_t value = to + 1;
    if (is_at(to, "to") && value < end_ && sentence_[value].kind == Token::Kind::named && ends_value(value + 1)) {
      add(Kind::sets_field, sentence_[value].text, value);
      claims_.back().field = sentence_[name].text;
    }
    return true;
  }

  void read_value(Kind kind, std::size_t index) {
    if (index >= end_ || sentence_[index].kind == Token::Kind::mark) {
      return;
    }
    if (kind == Kind::sets_form) {
      if (sentence_[index].kind == Token::Kind::named) {
        add(kind, sentence_[index].text, index);
      }
      return;
    }
    std::string word = lower_case(sentence_[index].text);
    std::size_t last = index;
    if (word == "on" && is_at(index + 1, "hold")) {
      word = "on hold";
      ++last;
    }
    if (!ends_value(last + 1)) {
      return;
    }
    if (const std::string_view value = known_value(kind, word); !value.empty()) {
      add(kind, std::string(value), last, index);
      claims_.back().value_end = sentence_[last].end;
    }
  }

  /// Whether the word before is the whole value: "pending approval" is no status.
  [[nodiscard]] bool ends_value(std::size_t index) const {
    constexpr std::array<std::string_view, 10> behind = {"and",  "status", "state", "for",   "with",
                                                         "then", "so",     "while", "until", "in"};
    return index >= end_ || sentence_[index].kind == Token::Kind::mark || is_one_of(sentence_[index], behind);
  }

  /// "the ticket to you", "the ticket to the Billing group".
  void read_assignment(std::size_t index) {
    index = skip_articles(index);
    if (!is_at(index, "ticket") && !is_at(index, "it")) {
      return;
    }
    const std::size_t to = index + 1;
    if (to >= sentence_.size() || !sentence_[to].is("to") || to + 1 >= sentence_.size()) {
      return;
    }
    if (sentence_[to + 1].is("you") || sentence_[to + 1].is("yourself")) {
      add(Kind::assigns_to_agent, "", to + 1);
      return;
    }
    const std::size_t name = skip_articles(to + 1);
    if (name + 1 < end_ && sentence_[name].kind == Token::Kind::named &&
        (sentence_[name + 1].is("group") || sentence_[name + 1].is("team"))) {
      add(Kind::assigns_to_group, sentence_[name].text, name + 1, name);
    }
  }

  const Sentence& sentence_;
  ClaimStart start_;
  VerbForm form_;
  std::size_t at_;
  std::size_t end_ = 0;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> claims_in(const Sentence& sentence, const ClaimStart& start) {
  return ClaimReader(sentence, start).read();
}

}  // namespace macrolint
