#pragma once

#include <string>
#include <vector>

namespace macrolint {

/// A piece of Markdown and the HTML that a renderer has to make of it.
struct Example {
  /// The file and the example's number in it, such as `spec.json 12`.
  std::string name;
  std::string markdown;
  std::string html;
};

/// Whether the source of Goldmark, which has the examples, is installed. Says so if not.
[[nodiscard]] bool has_examples();

/// The examples of CommonMark's specification.
[[nodiscard]] std::vector<Example> specification_examples();

/// The examples in one of Goldmark's own test files, such as `extension/_test/table.txt`.
[[nodiscard]] std::vector<Example> goldmark_examples(const std::string& path);

}  // namespace macrolint
