#include "support/golden.h"

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "catch.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

/// The first line in which two texts differ, as people read differences.
std::string first_difference(const std::string& expected, const std::string& actual) {
  std::istringstream expected_lines(expected);
  std::istringstream actual_lines(actual);
  std::string expected_line;
  std::string actual_line;
  for (int number = 1;; ++number) {
    const bool more_expected = static_cast<bool>(std::getline(expected_lines, expected_line));
    const bool more_actual = static_cast<bool>(std::getline(actual_lines, actual_line));
    if (more_expected != more_actual || expected_line != actual_line || !more_expected) {
      return "line " + std::to_string(number) + "\n- " + (more_expected ? expected_line : "(the end)") + "\n+ " +
             (more_actual ? actual_line : "(the end)");
    }
  }
}

}  // namespace

std::string project_path(std::string_view path) { return std::string(MACROLINT_FOLDER) + "/" + std::string(path); }

void check_same_text(const std::string& expected, const std::string& actual, std::string_view what) {
  if (expected == actual) {
    SUCCEED();
  } else {
    FAIL_CHECK(what << " differs in " << first_difference(expected, actual));
  }
}

void check_golden(std::string_view path, const std::string& actual) {
  const std::string file = project_path(path);
  if (updates_golden_files()) {
    std::ofstream(file, std::ios::binary) << actual;
  }
  check_same_text(text_of(file), actual, path);
}

bool updates_golden_files() { return std::getenv("MACROLINT_UPDATE_GOLDEN") != nullptr; }

std::string without_times(std::string text) {
  text = std::regex_replace(text, std::regex("(\"elapsed_ms\": *)[0-9.]+"), "$010");
  return std::regex_replace(text, std::regex("[0-9]+(\\.[0-9]+)? (ms|s)\\b"), "0 ms");
}

}  // namespace macrolint
