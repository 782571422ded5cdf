#include "inbox/addresses.h"

#include <algorithm>

#include "mention/macro_clues.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// No address is longer (RFC 5321, section 4.5.3.1.3).
constexpr std::size_t max_run = 256;

/// Characters of RFC 5322's dot-atom that addresses of organisations use, and those that only mistakes put there
/// (a second `@`, a comma for a dot), so that a malformed address is seen whole.
bool is_local_byte(char byte) {
  return is_ascii_word_byte(byte) || byte == '.' || byte == '-' || byte == '+' || byte == '%' || byte == '@';
}

bool is_domain_byte(char byte) { return is_ascii_word_byte(byte) || byte == '.' || byte == '-' || byte == '@'; }

bool is_letter_or_digit(char byte) { return is_ascii_word_byte(byte) && byte != '_'; }

/// A comma inside what would be a domain (`gitlab,com`) belongs to a mistyped address; one before a space ends it.
bool continues_after_comma(std::string_view text, std::size_t at) {
  return text[at] == ',' && at + 1 < text.size() && is_letter_or_digit(text[at + 1]) && at > 0 &&
         is_letter_or_digit(text[at - 1]);
}

/// The characters around an `@`, from the first to behind the last that an address may have.
Span run_around(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < max_run && is_local_byte(text[begin - 1])) {
    --begin;
  }
  std::size_t end = at + 1;
  bool comma = false;
  while (end < text.size() && end - at < max_run &&
         (is_domain_byte(text[end]) || (!comma && continues_after_comma(text, end)))) {
    comma = comma || text[end] == ',';
    ++end;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The run without the punctuation of the sentence around it: a period behind it, an ellipsis or dash before it.
Span without_punctuation(std::string_view text, Span run, std::size_t at) {
  const std::size_t ellipsis = text.substr(run.begin, at - run.begin).rfind("...");
  if (ellipsis != std::string_view::npos) {
    run.begin += static_cast<std::uint32_t>(ellipsis) + 3;
  }
  while (run.begin < at && (text[run.begin] == '.' || text[run.begin] == '-')) {
    ++run.begin;
  }
  while (run.end > at + 1 && (text[run.end - 1] == '.' || text[run.end - 1] == '-')) {
    --run.end;
  }
  return run;
}

bool is_part_of_something_else(std::string_view text, Span run, Span address) {
  // `git@host`, `user@host:path` and `user@host/path` are addresses of repositories and machines.
  const std::size_t end = address.end;
  const bool is_remote =
      text.substr(address.begin).starts_with("git@") ||
      (end < text.size() &&
       (text[end] == '/' || (text[end] == ':' && end + 1 < text.size() && is_word_byte(text[end + 1]))));
  const bool in_url = address.begin > 0 && (text[address.begin - 1] == '/' || text[address.begin - 1] == ':') &&
                      !text.substr(0, address.begin).ends_with("mailto:");
  // Behind a bracket stands the end of a placeholder: `[name]-admin@example.com`.
  const char before = run.begin > 0 ? text[run.begin - 1] : ' ';
  return is_remote || in_url || before == ']' || before == '}';
}

}  // namespace

void find_addresses(std::string_view text, Span piece, std::uint32_t offset, std::vector<Address>& addresses) {
  const std::string_view seen = text.substr(0, piece.end);
  for (std::size_t at = seen.find('@', piece.begin); at != std::string_view::npos;) {
    const Span run = run_around(text, at);
    const Span address = without_punctuation(text, run, at);
    const bool has_local = address.begin < at;
    const bool has_domain =
        text.substr(at, address.end - at).find_first_of(".,") != std::string_view::npos && address.end > at + 1;
    if (has_local && has_domain && !is_part_of_something_else(text, run, address)) {
      addresses.push_back({{offset + address.begin, offset + address.end}});
    }
    at = seen.find('@', std::max<std::size_t>(run.end, at + 1));
  }
}

}  // namespace macrolint
