#include "report/trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostic/in_backticks.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t digits_of_day = 8;

/// `YYYY-MM-DD` of eight digits that can be a day; else nothing.
std::string day_of(std::string_view digits) {
  const auto number = [digits](std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(digits.data() + at, digits.data() + at + size, value);
    return value;
  };
  constexpr int first_year = 1970;
  const bool is_day =
      number(0, 4) >= first_year && number(4, 2) >= 1 && number(4, 2) <= 12 && number(6, 2) >= 1 && number(6, 2) <= 31;
  return is_day ? fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)) : "";
}

/// The digits of a day that stands at `at`, with or without hyphens, and no digit beside it.
std::string day_at(std::string_view name, std::size_t at) {
  constexpr std::string_view written = "0000-00-00";
  const bool has_hyphens = at + 4 < name.size() && name[at + 4] == '-';
  const std::size_t size = has_hyphens ? written.size() : digits_of_day;
  if (at + size > name.size() || (at > 0 && is_digit(name[at - 1])) ||
      (at + size < name.size() && is_digit(name[at + size]))) {
    return "";
  }
  std::string digits;
  for (std::size_t i = 0; i < size; ++i) {
    if (is_digit(name[at + i])) {
      digits += name[at + i];
    } else if (!has_hyphens || written[i] != '-' || name[at + i] != '-') {
      return "";
    }
  }
  return digits.size() == digits_of_day ? day_of(digits) : "";
}

std::string day_in(std::string_view name) {
  for (std::size_t at = name.size(); at > 0; --at) {
    if (std::string day = day_at(name, at - 1); !day.empty()) {
      return day;
    }
  }
  return "";
}

std::string_view leading_digits(std::string_view text) {
  return text.substr(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin()));
}

/// Less than, equal to or greater than 0, as the number `left` is. They may be longer than any type holds.
int compare_numbers(std::string_view left, std::string_view right) {
  left.remove_prefix(std::min(left.find_first_not_of('0'), left.size()));
  right.remove_prefix(std::min(right.find_first_not_of('0'), right.size()));
  return left.size() != right.size() ? (left.size() < right.size() ? -1 : 1) : left.compare(right);
}

/// What is in a folder stands before what is beside it.
int compare_bytes(char left, char right) {
  const auto rank = [](char byte) { return byte == '/' ? 0 : int{static_cast<unsigned char>(byte)} + 1; };
  return rank(left) - rank(right);
}

std::optional<std::size_t> count_in(const nlohmann::json& summary, const char* key) {
  const auto found = summary.find(key);
  // Beyond this, a picture of the numbers could not be exact any more.
  constexpr std::size_t largest = std::size_t{1} << 40;
  if (found == summary.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > largest) {
    return std::nullopt;
  }
  return found->get<std::size_t>();
}

/// What a result says of itself; of the findings, which are nearly all of it, nothing is kept.
nlohmann::json head_of(std::string_view text) {
  const auto is_wanted = [](int depth, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
    return event != nlohmann::json::parse_event_t::key || depth != 1 || parsed == "summary" || parsed == "date";
  };
  return nlohmann::json::parse(text, is_wanted, false);
}

std::string written_day(const nlohmann::json& result) {
  const auto date = result.find("date");
  const std::string text = date != result.end() && date->is_string() ? date->get<std::string>() : "";
  return text.size() == std::string_view("0000-00-00").size() ? day_at(text, 0) : "";
}

}  // namespace

std::variant<TrendPoint, std::string> read_trend_point(std::string_view file_name, std::string_view text) {
  const auto refusal =
      fmt::format("{} is no JSON result of `macrolint check` or `macrolint report`.", in_backticks(file_name));
  const nlohmann::json result = head_of(text);
  const auto summary = result.is_object() ? result.find("summary") : result.end();
  if (summary == result.end() || !summary->is_object()) {
    return refusal;
  }
  const auto errors = count_in(*summary, "errors");
  const auto warnings = count_in(*summary, "warnings");
  const auto notes = count_in(*summary, "notes");
  const auto macros = count_in(*summary, "macros");
  const auto references = count_in(*summary, "references");
  if (!errors || !warnings || !notes || !macros || !references) {
    return refusal;
  }
  std::string day = written_day(result);
  day = day.empty() ? day_in(file_name) : day;
  const bool has_date = !day.empty();
  return TrendPoint{has_date ? std::move(day) : std::string(file_name),
                    has_date,
                    *errors,
                    *warnings,
                    *notes,
                    *macros,
                    *references,
                    count_in(*summary, "documented_macros")};
}

bool is_earlier_file(std::string_view left, std::string_view right) {
  const std::string_view both[] = {left.substr(0, left.rfind('.')), right.substr(0, right.rfind('.'))};
  std::string_view a = both[0];
  std::string_view b = both[1];
  while (!a.empty() && !b.empty()) {
    const std::string_view number_of_a = leading_digits(a);
    const std::string_view number_of_b = leading_digits(b);
    const bool are_numbers = !number_of_a.empty() && !number_of_b.empty();
    const int order = are_numbers ? compare_numbers(number_of_a, number_of_b) : compare_bytes(a.front(), b.front());
    if (order != 0) {
      return order < 0;
    }
    a.remove_prefix(are_numbers ? number_of_a.size() : 1);
    b.remove_prefix(are_numbers ? number_of_b.size() : 1);
  }
  return a.empty() == b.empty() ? left < right : a.empty();
}

void sort_trend(std::vector<TrendPoint>& points) {
  if (!std::all_of(points.begin(), points.end(), [](const TrendPoint& point) { return point.has_date; })) {
    return;
  }
  std::stable_sort(points.begin(), points.end(),
                   [](const TrendPoint& left, const TrendPoint& right) { return left.label < right.label; });
  // The last of each day is kept: the first that is met from behind.
  points.erase(points.begin(),
               std::unique(points.rbegin(), points.rend(), [](const TrendPoint& left, const TrendPoint& right) {
                 return left.label == right.label;
               }).base());
}

}  // namespace macrolint
