#include "report/trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "diagnostic/quoted.h"
#include "macro/json_tree.h"
#include "source/characters.h"
#include "source/source.h"

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

std::optional<std::size_t> count_in(const yaml::Node& summary, std::string_view key) {
  const yaml::Node* node = summary.find(key);
  std::size_t count = 0;
  if (node == nullptr || node->kind != yaml::Kind::scalar || node->style != yaml::Style::plain) {
    return std::nullopt;
  }
  const std::string& text = node->value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  // Beyond this, a picture of the numbers could not be exact any more.
  constexpr std::size_t largest = std::size_t{1} << 40;
  return error == std::errc() && end == text.data() + text.size() && count <= largest ? std::optional(count)
                                                                                      : std::nullopt;
}

const yaml::Node* mapping_in(const yaml::Node& node, std::string_view key) {
  const yaml::Node* found = node.kind == yaml::Kind::mapping ? node.find(key) : nullptr;
  return found != nullptr && found->kind == yaml::Kind::mapping ? found : nullptr;
}

std::string written_day(const yaml::Node& root) {
  const yaml::Node* date = root.find("date");
  return date != nullptr && date->value.size() == std::string_view("0000-00-00").size() ? day_at(date->value, 0) : "";
}

}  // namespace

std::variant<TrendPoint, std::string> read_trend_point(std::string_view file_name, std::string_view text) {
  const auto refusal =
      fmt::format("{} is no JSON result of `macrolint check` or `macrolint report`.", quoted(file_name));
  if (find_invalid_utf8(text) != std::string_view::npos) {
    return refusal;
  }
  const JsonTree tree = read_json(text);
  const yaml::Node* summary = tree.root.has_value() ? mapping_in(*tree.root, "summary") : nullptr;
  if (summary == nullptr) {
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
  std::string day = written_day(*tree.root);
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
