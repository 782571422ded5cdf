#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// What a page gives an inbox for: a program, a team, a topic.
struct ThingName {
  std::string written;
  /// In lower case and the singular, less what names share without meaning much, such as articles and a "team" or
  /// "inbox" at the end.
  std::vector<std::string> words;
  /// The words in one; what two spellings of a name have in common.
  std::string key;
  /// The key of a short form that the name brings along: `edu` of `GitLab for Education (EDU)`.
  std::string short_key;
  /// A word for what people write about, such as "questions", was at its end: "legal questions" may be anybody's.
  bool is_topic = false;
  /// "Program" stood at its end: with that, one word is a name that is hardly given twice.
  bool is_program = false;
  /// Written as the names of programs and teams are, with a capital at each word.
  bool is_proper = false;
};

/// Reads a text that is nothing but a name. Sentences, several names and words that name nothing of their own, such
/// as "Email" or "General questions", give none.
[[nodiscard]] std::optional<ThingName> read_thing_name(std::string_view text);

/// The name that a text ends in, of words with capitals: in `write to the Refunds Team` the last two.
[[nodiscard]] std::optional<ThingName> proper_name_at_end(std::string_view text);

/// The words of a text as names have them, generic ones too.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

/// Whether all the name's words, or its short form, stand side by side among these.
[[nodiscard]] bool is_named_among(const ThingName& name, const std::vector<std::string>& words);

/// Whether an address looks as if it were made for the thing: it has a word of the name, its initials or its short
/// form.
[[nodiscard]] bool relates_to(const ThingName& name, std::string_view address);

/// Whether the address begins with the name or its short form, or they with it.
[[nodiscard]] bool is_made_for(const ThingName& name, std::string_view address);

}  // namespace macrolint
