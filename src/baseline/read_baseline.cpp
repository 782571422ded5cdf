#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "baseline/baseline.h"
#include "diagnostic/in_backticks.h"
#include "macro/json_tree.h"

namespace macrolint {

namespace {

constexpr std::size_t max_errors = 20;
/// As U+FFFD, which stands for bytes that JSON cannot hold.
constexpr std::string_view replacement = "\xEF\xBF\xBD";

class BaselineReader {
 public:
  explicit BaselineReader(std::string_view text) : lines_(text) {}

  void read(const yaml::Node& root) {
    const yaml::Node* version = member(root, "version");
    if (version == nullptr) {
      return;
    }
    if (version->value != "1" || version->style != yaml::Style::plain) {
      report(version->span, fmt::format("The baseline has version {}; this program reads version 1. Run `macrolint "
                                        "baseline` to write it anew.",
                                        in_backticks(version->value)));
      return;
    }
    const yaml::Node* findings = member(root, "findings");
    if (findings != nullptr && findings->kind != yaml::Kind::sequence) {
      report(findings->span, "`findings` is not a list; expected one entry for each finding.");
    } else if (findings != nullptr) {
      for (const yaml::Node& entry : findings->items) {
        read_finding(entry);
      }
    }
  }

  void report(Span span, std::string message) {
    if (errors_.size() < max_errors) {
      errors_.push_back({lines_.position(span.begin), std::move(message)});
    }
  }

  std::variant<Baseline, std::vector<ConfigurationError>> take() && {
    if (!errors_.empty()) {
      return std::move(errors_);
    }
    return std::move(baseline_);
  }

 private:
  /// The member with that name. Where there is none, that is reported.
  const yaml::Node* member(const yaml::Node& node, std::string_view name) {
    const yaml::Node* found = node.kind == yaml::Kind::mapping ? node.find(name) : nullptr;
    if (found == nullptr) {
      report(node.span,
             fmt::format("`{}` is missing here. Expected a baseline as `macrolint baseline` writes it.", name));
    }
    return found;
  }

  std::string text_of(const yaml::Node& entry, std::string_view name) {
    const yaml::Node* found = member(entry, name);
    if (found != nullptr && (found->kind != yaml::Kind::scalar || found->style == yaml::Style::plain)) {
      report(found->span, fmt::format("`{}` is not a text.", name));
      return {};
    }
    return found == nullptr ? "" : found->value;
  }

  std::size_t count_of(const yaml::Node& entry) {
    const yaml::Node* found = member(entry, "count");
    std::uint32_t count = 0;
    if (found != nullptr) {
      const std::string& text = found->value;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
      if (found->style != yaml::Style::plain || error != std::errc() || end != text.data() + text.size() ||
          count == 0) {
        report(found->span, fmt::format("`count` is {}; expected a number from 1 to 4294967295.", in_backticks(text)));
      }
    }
    return count;
  }

  void read_finding(const yaml::Node& entry) {
    const std::size_t errors = errors_.size();
    const std::string fingerprint = text_of(entry, "fingerprint");
    KnownFinding known{text_of(entry, "rule"), text_of(entry, "path"), text_of(entry, "subject"), count_of(entry)};
    if (errors_.size() != errors || errors == max_errors) {
      return;
    }
    const bool is_exact =
        known.path.find(replacement) == std::string::npos && known.subject.find(replacement) == std::string::npos;
    if (is_exact && fingerprint != fingerprint_of(known.rule, known.path, known.subject, 0)) {
      report(entry.span,
             "The fingerprint is not that of this rule, path and subject. Run `macrolint baseline` to write "
             "the file anew.");
    } else if (!baseline_.findings.emplace(fingerprint, std::move(known)).second) {
      report(entry.span, "This finding has an entry already. Run `macrolint baseline` to write the file anew.");
    }
  }

  LineIndex lines_;
  Baseline baseline_;
  std::vector<ConfigurationError> errors_;
};

}  // namespace

std::variant<Baseline, std::vector<ConfigurationError>> read_baseline(std::string_view text) {
  BaselineReader reader(text);
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(bad);
    reader.report({at, at + 1}, "The baseline is not UTF-8 from here on.");
    return std::move(reader).take();
  }
  const JsonTree tree = read_json(text);
  if (tree.problem.has_value()) {
    reader.report(tree.problem->span, tree.problem->message);
  } else if (tree.root.has_value()) {
    reader.read(*tree.root);
  }
  return std::move(reader).take();
}

}  // namespace macrolint
