#include "drift/quote/alignment.h"

#include <fmt/format.h>

#include <chrono>
#include <string>

#include "catch.h"
#include "drift/quote/wording.h"
#include "support/lint_archive.h"

// The comparison of words by itself: where a quote lies, and that hostile texts cannot make it expensive.
namespace macrolint {

namespace {

Alignment align_texts(const std::string& quote, const std::string& original) {
  return align(words_of_markdown(quote, 0), words_of_markdown(original, 0));
}

std::string numbered_words(int count, const std::string& word = "word") {
  std::string text;
  for (int number = 0; number < count; ++number) {
    text += fmt::format("{}{} ", word, number);
  }
  return text;
}

double seconds_of(const auto& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("A quote lies on the part of the original that it fits best") {
  const Alignment alignment = align_texts("three four six", "one two three four five six seven");
  CHECK(alignment.original_begin == 2);
  CHECK(alignment.original_end == 6);
  CHECK(alignment.matches == 3);
  CHECK(alignment.longest_run == 2);
  REQUIRE(alignment.differences.size() == 1);
  CHECK(alignment.differences[0].quote_begin == alignment.differences[0].quote_end);
  CHECK(alignment.differences[0].original_begin == 4);
  CHECK(alignment.differences[0].original_end == 5);
}

TEST_CASE("Texts without anything in common, and empty ones, are not alike") {
  CHECK(align_texts("one two three", "four five six").similarity == 0);
  CHECK(align_texts("", "four five six").similarity == 0);
  CHECK(align_texts("one two three", "").similarity == 0);
  CHECK(align_texts("…", "one two").similarity == 0);
}

TEST_CASE("A comparison beyond the bound is not made") {
  const std::string long_text = numbered_words(3000);
  const auto words = words_of_markdown(long_text, 0);
  REQUIRE(alignment_cells(words, words) > max_alignment_cells);
  CHECK(align(words, words).matches == 0);
  CHECK(words_of_markdown(std::string(longest_wording + 1, 'a'), 0).empty());
  CHECK(words_of_html(std::string(longest_wording + 1, 'a'), 0).empty());
}

TEST_CASE("Large quotes and texts made of placeholders take bounded time") {
  std::string page = "The `General::Parcel` macro reads:\n\n";
  for (int quote = 0; quote < 200; ++quote) {
    page += "The `General::Parcel` macro reads:\n\n> " + numbered_words(300) + "\n\n";
  }
  page += "The `General::Parcel` macro reads:\n\n> " + numbered_words(20'000) + "\n";
  std::string text;
  while (text.size() < 60'000) {
    text += "{{ticket.id}} word1 ";
  }
  const std::string archive =
      "-- macros/sync/data/active/General/Parcel.yaml --\ntitle: 'General::Parcel'\nactive: true\n"
      "actions:\n- field: 'comment_value_html'\n  value: 'MANAGED_CONTENT'\ncontains_managed_content: true\n"
      "-- macros/managed/active/General/Parcel.md --\n" +
      text + "\n-- handbook/content/parcels.md --\n" + page;
  CHECK(seconds_of([&] { CHECK(lint_files(archive).diagnostics.empty()); }) < 30);
}

}  // namespace macrolint
