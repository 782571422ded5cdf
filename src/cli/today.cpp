#include "cli/today.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "source/characters.h"

namespace macrolint::cli {

namespace {

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

std::string written(std::chrono::system_clock::time_point time) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace

std::string today() { return written(std::chrono::system_clock::now()); }

std::string day_of_build() {
  const char* variable = std::getenv("SOURCE_DATE_EPOCH");
  const std::string_view digits = variable == nullptr ? "" : variable;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  constexpr std::int64_t latest = 253'402'300'799;  // the year 9999
  const bool is_given = error == std::errc() && end == digits.data() + digits.size() && seconds >= 0;
  return is_given && seconds <= latest ? written(std::chrono::sys_seconds(std::chrono::seconds(seconds))) : today();
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
