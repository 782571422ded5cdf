#include "cli/today.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <optional>

#include "source/characters.h"

namespace macrolint::cli {

namespace {

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string today() {
  const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

bool is_day(const std::string& text) {
  constexpr std::size_t size = std::string_view("YYYY-MM-DD").size();
  if (text.size() != size || text[4] != '-' || text[7] != '-') {
    return false;
  }
  const std::string_view view = text;
  const auto year = number(view.substr(0, 4));
  const auto month = number(view.substr(5, 2));
  const auto day = number(view.substr(8, 2));
  return year && month && day &&
         std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                     std::chrono::day(*day))
             .ok();
}

}  // namespace macrolint::cli
