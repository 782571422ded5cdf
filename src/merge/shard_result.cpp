#include "merge/shard_result.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "configuration/schema.h"
#include "diagnostic/in_backticks.h"
#include "macro/json_tree.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

constexpr std::size_t max_errors = 20;

/// Reads a document that the schema accepts: every key that it requires is there and has the type that it should.
class ShardReader {
 public:
  ShardReader(std::string_view text, CheckedFiles& files) : lines_(text), files_(files) {}

  void report(Span span, std::string message) {
    if (errors_.size() < max_errors) {
      errors_.push_back({lines_.position(span.begin), std::move(message)});
    }
  }

  void read(const yaml::Node& root) {
    const yaml::Node* shard = root.find("shard");
    if (shard == nullptr) {
      report(root.span, "This is the result of a whole run. Expected one of `macrolint check --shard N/M`.");
      return;
    }
    result_.program_version = root.find("tool")->find("version")->value;
    read_shard(*shard);
    if (!errors_.empty()) {
      return;
    }
    read_summary(*root.find("summary"));
    for (const yaml::Node& diagnostic : root.find("diagnostics")->items) {
      read_diagnostic(diagnostic);
    }
  }

  std::variant<ShardResult, std::vector<ConfigurationError>> take() && {
    if (!errors_.empty()) {
      return std::move(errors_);
    }
    return std::move(result_);
  }

 private:
  /// The schema bounds all numbers, but `1.0` and `1e3` are integers to it.
  std::uint32_t number(const yaml::Node& node, std::string_view key) {
    const yaml::Node& found = *node.find(key);
    std::uint32_t number = 0;
    const std::string& text = found.value;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
      report(found.span,
             fmt::format("{} is {}; expected a whole number in digits.", in_backticks(key), in_backticks(text)));
    }
    return number;
  }

  void read_shard(const yaml::Node& node) {
    result_.shard = {number(node, "index"), number(node, "total")};
    if (result_.shard.index > result_.shard.total) {
      report(node.span, fmt::format("There is no part {} of {}.", result_.shard.index, result_.shard.total));
    }
    for (const yaml::Node& rule : node.find("rules")->items) {
      result_.rules.push_back(rule.value);
    }
    for (const yaml::Node& file : node.find("files")->items) {
      CheckedFiles::File& checked = files_.at(file.find("path")->value);
      const std::string& hash = file.find("hash")->value;
      if (!checked.hash.empty() && checked.hash != hash) {
        report(file.span, fmt::format("{} was another file when an earlier one of these parts was checked. Check all "
                                      "parts of one commit.",
                                      in_backticks(file.find("path")->value)));
      }
      checked.hash = hash;
    }
  }

  void read_summary(const yaml::Node& node) {
    LintSummary& summary = result_.summary;
    summary.files = number(node, "files");
    summary.documents = number(node, "documents");
    summary.macros = number(node, "macros");
    summary.references = number(node, "references");
    summary.links = number(node, "links");
    summary.suppressed = number(node, "suppressed");
    if (const yaml::Node* baseline = node.find("baseline"); baseline != nullptr) {
      summary.baseline = BaselineUse{number(*baseline, "held_back"), number(*baseline, "gone")};
    }
    result_.elapsed_ms = number(node, "elapsed_ms");
  }

  Place place(const yaml::Node& node) {
    CheckedFiles::File& file = files_.at(node.find("path")->value);
    const Place place{&file.source, {number(node, "start"), number(node, "end")}};
    if (file.hash.empty()) {
      report(node.span,
             fmt::format("{} is not among the `files` of this part.", in_backticks(node.find("path")->value)));
    } else if (place.span.begin > place.span.end) {
      report(node.span, "`end` lies before `start`.");
    }
    return place;
  }

  Suggestion suggestion(const yaml::Node& node) {
    Suggestion suggestion;
    suggestion.message = node.find("message")->value;
    suggestion.applicability =
        node.find("applicability")->value == name_of(Applicability::safe) ? Applicability::safe : Applicability::unsafe;
    for (const yaml::Node& edit : node.find("edits")->items) {
      suggestion.edits.push_back({place(edit), edit.find("replacement")->value});
    }
    return suggestion;
  }

  void read_diagnostic(const yaml::Node& node) {
    Diagnostic& diagnostic = result_.diagnostics.emplace_back();
    const Rule* rule = find_rule(node.find("rule")->value);
    if (rule == nullptr) {
      report(node.find("rule")->span, fmt::format("There is no rule {}.", in_backticks(node.find("rule")->value)));
      return;
    }
    diagnostic.rule = rule->name;
    diagnostic.severity = severity_named(node.find("severity")->value).value_or(Severity::error);
    diagnostic.place = place(node);
    const std::string& path = node.find("path")->value;
    if (!result_.shard.holds(path)) {
      report(node.span, fmt::format("{} does not belong to part {} of {}.", in_backticks(path), result_.shard.index,
                                    result_.shard.total));
    }
    diagnostic.message = node.find("message")->value;
    diagnostic.subject = node.find("subject")->value;
    diagnostic.fingerprint = node.find("fingerprint")->value;
    for (const yaml::Node& entry : node.find("suggestions")->items) {
      diagnostic.suggestions.push_back(suggestion(entry));
    }
    for (const yaml::Node& entry : node.find("related")->items) {
      diagnostic.related.push_back({place(entry), entry.find("message")->value});
    }
  }

  LineIndex lines_;
  CheckedFiles& files_;
  ShardResult result_;
  std::vector<ConfigurationError> errors_;
};

}  // namespace

std::variant<ShardResult, std::vector<ConfigurationError>> read_shard_result(std::string_view text,
                                                                             CheckedFiles& files) {
  ShardReader reader(text, files);
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(bad);
    reader.report({at, at + 1}, "This is not UTF-8 from here on.");
    return std::move(reader).take();
  }
  const JsonTree tree = read_json(text);
  if (!tree.root.has_value()) {
    reader.report(tree.problem.has_value() ? tree.problem->span : Span{},
                  tree.problem.has_value() ? tree.problem->message : "This is no JSON.");
    return std::move(reader).take();
  }
  const std::vector<yaml::Problem> problems = validate(*tree.root, "result.schema.json");
  for (const yaml::Problem& problem : problems) {
    reader.report(problem.span, problem.message);
  }
  if (problems.empty()) {
    reader.read(*tree.root);
  }
  return std::move(reader).take();
}

}  // namespace macrolint
