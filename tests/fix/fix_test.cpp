#include "fix/fix.h"

#include <algorithm>
#include <iterator>

#include "catch.h"
#include "fix/write_files.h"
#include "rule/rule.h"
#include "support/lint_archive.h"

namespace macrolint {

namespace {

/// A linter with one file and one rule for each pair of texts: where the first stands, it suggests the second.
class ReplacingLinter {
 public:
  struct Rule {
    std::string_view name;
    std::string_view what;
    std::string_view with;
  };

  explicit ReplacingLinter(std::vector<Rule> rules) : rules_(std::move(rules)) {}

  LintResult operator()(const ReadableDisk& disk) const {
    LintResult result;
    result.project = std::make_unique<Project>();
    const ListResult files = disk.list(".");
    for (const DiskEntry& entry : std::get<Listing>(files).entries) {
      Source& source = result.project->sources.emplace_back();
      source.path = entry.path;
      source.text = std::get<Text>(disk.read(entry.path, 1U << 20U));
      for (const Rule& rule : rules_) {
        find(source, rule, result.diagnostics);
      }
    }
    return result;
  }

 private:
  static void find(const Source& source, const Rule& rule, std::vector<Diagnostic>& diagnostics) {
    const std::string_view text = source.text;
    for (std::size_t at = text.find(rule.what); at != std::string_view::npos; at = text.find(rule.what, at + 1)) {
      const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + rule.what.size())};
      Diagnostic& diagnostic = diagnostics.emplace_back();
      diagnostic.rule = rule.name;
      diagnostic.place = {&source, span};
      diagnostic.suggestions.push_back({"", Applicability::safe, {{{&source, span}, std::string(rule.with)}}});
    }
  }

  std::vector<Rule> rules_;
};

const FixPolicy everything = {Applicability::unsafe, [](const Source&) { return true; }};

std::string fixed_text(const FixOutcome& outcome) {
  return outcome.files.empty() ? "" : outcome.files.begin()->second.current();
}

}  // namespace

TEST_CASE("Edits that overlap are applied one after the other") {
  const MemoryDisk disk = MemoryDisk::from_archive("-- a --\naaaa b\n");
  const FixOutcome outcome = fix(disk, ReplacingLinter({{"pairs", "aa", "a"}, {"b", "b", "c"}}), everything);
  CHECK(fixed_text(outcome) == "a c\n");
  CHECK(outcome.fixes.size() == 4);
  CHECK(outcome.circular_rules.empty());
  CHECK(outcome.result.diagnostics.empty());
  CHECK(disk.files().at("a") == "aaaa b\n");
}

TEST_CASE("Rules that undo each other end in order, and are named") {
  const MemoryDisk disk = MemoryDisk::from_archive("-- a --\nx = 1\n");
  const ReplacingLinter linter({{"to-y", "x", "y"}, {"to-z", "y", "z"}, {"to-x", "z", "x"}, {"two", "1", "2"}});
  const FixOutcome outcome = fix(disk, linter, everything);
  CHECK(outcome.circular_rules == std::vector<std::string_view>{"to-x", "to-y", "to-z"});
  CHECK(outcome.fixes.size() == 2);
  CHECK(fixed_text(outcome) == "y = 2\n");
  CHECK(outcome.result.diagnostics.size() == 1);
}

TEST_CASE("A rule whose edits call for more edits is stopped") {
  const MemoryDisk disk = MemoryDisk::from_archive("-- a --\nx.\n");
  const FixOutcome slow = fix(disk, ReplacingLinter({{"slow", "x.", "xx."}}), everything);
  CHECK(slow.gave_up);
  CHECK(slow.fixes.size() == max_fix_passes);
  const MemoryDisk eight = MemoryDisk::from_archive("-- a --\nx.x.x.x.x.x.x.x.\n");
  const std::string longer = std::string(10'000, 'y') + "x.";
  const FixOutcome fast = fix(eight, ReplacingLinter({{"fast", "x.", longer}}), everything);
  CHECK(fixed_text(fast).size() > 900'000);
  CHECK(fixed_text(fast).size() < 1'000'001);
}

TEST_CASE("What is fixed in the examples of all rules needs no second fix, and brings no new findings") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    MemoryDisk disk = MemoryDisk::from_archive(rule->bad);
    const auto linter = [&](const ReadableDisk& files) {
      std::string archive;
      const auto& names = disk.files();
      for (const auto& [path, text] : names) {
        archive += "-- " + path + " --\n" + std::string(std::get<Text>(files.read(path, 1U << 20U)));
      }
      return lint_files(archive);
    };
    // A corrected page names one macro instead of another, which then perhaps no page names.
    const auto count_in_pages = [](const LintResult& result) {
      return std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                           [](const Diagnostic& diagnostic) { return diagnostic.rule != "macro-undocumented"; });
    };
    const auto before = count_in_pages(linter(disk));
    const FixOutcome outcome = fix(disk, linter, everything);
    CHECK(outcome.circular_rules.empty());
    CHECK_FALSE(outcome.gave_up);
    CHECK(count_in_pages(outcome.result) <= before - std::min(before, std::ssize(outcome.files)));
    CHECK(write_files(disk, outcome).errors.empty());
    CHECK(fix(disk, linter, everything).fixes.empty());
  }
}

TEST_CASE("Files that one suggestion edits together are written together") {
  MemoryDisk disk = MemoryDisk::from_archive("-- a --\n1\n-- b --\n1\n-- c --\n1\n");
  const Linter linter = [](const ReadableDisk& files) {
    LintResult result = ReplacingLinter({{"two", "1", "2"}})(files);
    std::vector<Diagnostic>& all = result.diagnostics;
    if (all.size() == 3) {
      all[0].suggestions[0].edits.push_back(all[1].suggestions[0].edits[0]);
    }
    return result;
  };
  const FixOutcome outcome = fix(disk, linter, everything);
  CHECK(outcome.files.size() == 3);
  disk.add("b", "somebody else was faster\n");
  const WriteOutcome written = write_files(disk, outcome);
  CHECK(written.errors.size() == 1);
  CHECK(written.written == std::vector<std::string>{"c"});
  CHECK(disk.files().at("a") == "1\n");
  CHECK(disk.files().at("b") == "somebody else was faster\n");
  CHECK(disk.files().at("c") == "2\n");
}

}  // namespace macrolint
