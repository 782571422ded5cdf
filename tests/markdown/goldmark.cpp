#include "markdown/goldmark.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "catch.h"

namespace macrolint {

namespace {

// Where CMake found it.
const std::filesystem::path folder = MACROLINT_GOLDMARK;

std::string read(const std::string& path) {
  std::ifstream file(folder / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Cuts off what stands before the delimiter.
std::string cut(std::string_view& text, std::string_view delimiter) {
  const std::size_t end = std::min(text.find(delimiter), text.size());
  std::string piece(text.substr(0, end));
  text.remove_prefix(std::min(end + delimiter.size(), text.size()));
  return piece;
}

}  // namespace

bool has_examples() {
  if (std::filesystem::exists(folder / "_test/spec.json")) {
    return true;
  }
  WARN("Skipped: the package golang-github-yuin-goldmark-dev is not installed.");
  return false;
}

std::vector<Example> specification_examples() {
  std::vector<Example> examples;
  for (const nlohmann::json& example : nlohmann::json::parse(read("_test/spec.json"))) {
    examples.push_back({fmt::format("spec.json {}", example.at("example").get<int>()),
                        example.at("markdown").get<std::string>(), example.at("html").get<std::string>()});
  }
  return examples;
}

std::vector<Example> goldmark_examples(const std::string& path) {
  constexpr std::string_view border = "//- - - - - - - - -//\n";
  constexpr std::string_view end = "//= = = = = = = = = = = = = = = = = = = = = = = =//\n";
  std::vector<Example> examples;
  const std::string text = read(path);
  for (std::string_view rest = text; rest.find(border) != std::string_view::npos;) {
    Example example;
    const std::string heading = cut(rest, border);
    example.markdown = cut(rest, border);
    example.html = cut(rest, end);
    const std::size_t number = heading.find_first_not_of('\n');
    example.name =
        path.substr(path.rfind('/') + 1) + ' ' + heading.substr(number, heading.find_first_of(":\n", number) - number);
    // These hold escape sequences of Go.
    if (heading.find("enableEscape") == std::string::npos) {
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

}  // namespace macrolint
