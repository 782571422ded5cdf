#include "report/trend.h"

#include <fmt/format.h>

#include "catch.h"

namespace macrolint {

namespace {

std::string result_with(const std::string& more, int errors = 1) {
  return fmt::format(R"({{{}"summary": {{"errors": {}, "warnings": 2, "notes": 3, "macros": 4, "references": 5}}}})",
                     more, errors);
}

TrendPoint point_of(std::string_view name, const std::string& text) {
  auto point = read_trend_point(name, text);
  REQUIRE(std::holds_alternative<TrendPoint>(point));
  return std::get<TrendPoint>(std::move(point));
}

std::vector<std::string> labels_of(const std::vector<TrendPoint>& points) {
  std::vector<std::string> labels;
  for (const TrendPoint& point : points) {
    labels.push_back(point.label);
  }
  return labels;
}

}  // namespace

TEST_CASE("A point of the trend has the numbers of the result") {
  const TrendPoint point = point_of("a.json", result_with(""));
  CHECK(point.errors == 1);
  CHECK(point.warnings == 2);
  CHECK(point.notes == 3);
  CHECK(point.macros == 4);
  CHECK(point.references == 5);
  CHECK_FALSE(point.documented_macros.has_value());
}

TEST_CASE("The day of a result is its own or the last in its file's name") {
  struct Case {
    const char* name;
    const char* label;
    bool has_date;
  };
  const Case cases[] = {
      {"2026-01-31.json", "2026-01-31", true},
      {"2025-12-01/results-20260131.json", "2026-01-31", true},
      {"run-2026-01-31-0915.json", "2026-01-31", true},
      {"run-2026-02-31T.json", "2026-02-31", true},  // no calendar is kept for a label
      {"run-2026-13-01.json", "run-2026-13-01.json", false},
      {"20260131123.json", "20260131123.json", false},
      {"build-0815.json", "build-0815.json", false},
      {"2026-0131.json", "2026-0131.json", false},
      {"", "", false},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    const TrendPoint point = point_of(one.name, result_with(""));
    CHECK(point.label == one.label);
    CHECK(point.has_date == one.has_date);
  }
  CHECK(point_of("2026-01-31.json", result_with(R"("date": "2026-03-01", )")).label == "2026-03-01");
  CHECK(point_of("2026-01-31.json", result_with(R"("date": "today", )")).label == "2026-01-31");
}

TEST_CASE("What is no result is refused") {
  const std::string huge = R"({"summary": {"errors": 99999999999999, "warnings": 0, "notes": 0, "macros": 0,)"
                           R"( "references": 0}})";
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[]"), std::string("{}"), std::string(R"({"summary": 3})"),
        std::string(R"({"summary": {"errors": "1"}})"), std::string("\xff"), result_with("", -1), huge}) {
    INFO(text);
    const auto point = read_trend_point("x.json", text);
    REQUIRE(std::holds_alternative<std::string>(point));
    CHECK(std::get<std::string>(point) == "`x.json` is no JSON result of `macrolint check` or `macrolint report`.");
  }
}

TEST_CASE("Results follow each other as people name them") {
  const std::vector<std::vector<std::string>> rows = {
      {"2026-01-31.json", "2026-01-31-2.json", "2026-01-31-10.json", "2026-02-01.json"},
      {"2026-01-31.json", "2026-01-31-again.json"},
      {"2026-01-31.json", "2026-01-31T0915.json", "2026-01-31T1000.json"},
      {"run-9.json", "run-10.json", "run-100.json"},
      {"run-1/a.json", "run-1-a.json", "run-2/a.json"},
      {"0815.json", "4711.json"},
      {"a.json", "b.json", "b1.json"},
      {"run-7.json", "run-99999999999999999999999999.json", "run-100000000000000000000000000.json"},
      {"run-007.json", "run-7.json"},
  };
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (std::size_t j = 0; j < row.size(); ++j) {
        INFO(row[i] + " and " + row[j]);
        CHECK(is_earlier_file(row[i], row[j]) == (i < j));
      }
    }
  }
}

TEST_CASE("A trend is in order of day, with one point for each, if all have one") {
  std::vector<TrendPoint> points = {point_of("2026-02-01.json", result_with("")),
                                    point_of("2026-01-01.json", result_with("")),
                                    point_of("2026-02-01-again.json", result_with("", 7))};
  std::vector<TrendPoint> mixed = points;
  sort_trend(points);
  CHECK(labels_of(points) == std::vector<std::string>{"2026-01-01", "2026-02-01"});
  CHECK(points.back().errors == 7);
  mixed.push_back(point_of("a.json", result_with("")));
  sort_trend(mixed);
  CHECK(labels_of(mixed) == std::vector<std::string>{"2026-02-01", "2026-01-01", "2026-02-01", "a.json"});
}

}  // namespace macrolint
