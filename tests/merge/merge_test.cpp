#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <regex>

#include "catch.h"
#include "disk/disk.h"
#include "rule/rule.h"
#include "support/git_repository.h"
#include "support/golden.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// A run that is split with `--shard` and joined by `macrolint merge` says what a whole run says.
namespace macrolint {

namespace {

const std::vector<std::string> formats = {"text", "json", "gitlab", "junit", "sarif", "markdown"};

/// A folder with these files. Those that the configuration of the examples names exist even if they are empty.
std::unique_ptr<TemporaryFolder> folder_with(std::string archive) {
  const bool is_configured = archive.find("-- .macrolint.yml --") != std::string::npos;
  if (!is_configured) {
    archive += "-- .macrolint.yml --\n" + std::string(default_example_configuration);
  }
  auto folder = std::make_unique<TemporaryFolder>(archive);
  for (const char* name : {"macros/sync/data/active", "macros/managed/active", "handbook/content"}) {
    if (!is_configured) {
      std::filesystem::create_directories(folder->path(name));
    }
  }
  return folder;
}

/// The bad examples of all rules in one repository, each below a folder of its own.
std::string every_bad_example() {
  std::string archive;
  for (const Rule* rule : all_rules()) {
    const MemoryDisk disk = MemoryDisk::from_archive(rule->bad);
    for (const auto& [path, text] : disk.files()) {
      if (path.starts_with('.') || path.find('/') == std::string::npos) {
        continue;
      }
      const std::size_t name = path.rfind('/');
      archive += "-- " + path.substr(0, name) + "/" + std::string(rule->name) + path.substr(name) + " --\n" + text;
    }
  }
  return archive;
}

ProgramRun run_in(const std::string& folder, std::vector<std::string> arguments) {
  const ProgramRun run = run_program_in(folder, arguments);
  INFO(run.errors);
  CHECK(run.status <= 1);
  return run;
}

/// The names of the results of all parts, which are written into `folder`.
std::vector<std::string> check_parts(const std::string& folder, const TemporaryFolder& results, unsigned total,
                                     const std::vector<std::string>& more) {
  std::vector<std::string> names;
  for (unsigned index = total; index > 0; --index) {
    names.push_back(results.path(fmt::format("{}.json", index)));
    std::vector<std::string> arguments = {
        "check", "--quiet", "--shard", fmt::format("{}/{}", index, total), "--output", "json=" + names.back()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    run_in(folder, arguments);
  }
  return names;
}

/// Compares the whole result with the merged one in all formats; `more` is given to both checks.
void check_same(const std::string& folder, unsigned total, const std::vector<std::string>& more = {},
                const std::vector<std::string>& for_reports = {}) {
  INFO(total << " parts");
  const TemporaryFolder results;
  std::vector<std::string> whole = {"check"};
  std::vector<std::string> merged = {"merge"};
  whole.insert(whole.end(), more.begin(), more.end());
  const std::vector<std::string> names = check_parts(folder, results, total, more);
  merged.insert(merged.end(), names.begin(), names.end());
  for (const std::string& format : formats) {
    whole.insert(whole.end(), {"--output", format + "=" + results.path("whole." + format)});
    merged.insert(merged.end(), {"--output", format + "=" + results.path("merged." + format)});
  }
  whole.insert(whole.end(), for_reports.begin(), for_reports.end());
  merged.insert(merged.end(), for_reports.begin(), for_reports.end());
  const ProgramRun expected = run_in(folder, whole);
  const ProgramRun actual = run_in(folder, merged);
  CHECK(actual.status == expected.status);
  check_same_text(without_times(expected.output), without_times(actual.output), "Standard output");
  for (const std::string& format : formats) {
    check_same_text(without_times(results.read("whole." + format)), without_times(results.read("merged." + format)),
                    format);
  }
}

/// Merges results and returns what is said about them.
std::string refusal(const std::string& folder, std::vector<std::string> names) {
  names.insert(names.begin(), "merge");
  const ProgramRun run = run_program_in(folder, names);
  INFO(run.output);
  CHECK(run.status == 2);
  CHECK(run.output.empty());
  return run.errors;
}

void check_contains(const std::string& text, const std::string& part) {
  INFO(text);
  INFO(part);
  CHECK(text.find(part) != std::string::npos);
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

}  // namespace

TEST_CASE("Merged parts are the whole, in every format and for any number of parts") {
  const auto owner = folder_with(every_bad_example());
  const TemporaryFolder& folder = *owner;
  for (const unsigned total : {1U, 2U, 3U, 7U, 50U}) {
    check_same(folder.path(), total);
  }
}

TEST_CASE("Merged parts are the whole for the examples of each rule") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    check_same(folder_with(std::string(rule->bad))->path(), 2, {"--today", std::string(example_day)});
  }
}

TEST_CASE("Merged parts are the whole with options") {
  const auto owner = folder_with(every_bad_example());
  const TemporaryFolder& folder = *owner;
  check_same(folder.path(), 3, {"handbook/content", "--rule", "link-missing-page=off", "--rule", "inbox-unknown=error"},
             {"--fail-on", "warning"});
  check_same(folder.path(), 2, {}, {"--quiet"});
  run_in(folder.path(), {"baseline"});
  folder.write("handbook/content/new.md", "# New\n\nWrite to nobody@example.com, or [here](missing.md).\n");
  std::filesystem::remove_all(folder.path("handbook/content/inbox-unknown"));
  check_same(folder.path(), 4, {"--baseline", ".macrolint-baseline.json"});
}

TEST_CASE("Merged parts are the whole for what was suppressed, unreadable, empty or odd") {
  const auto owner = folder_with("");
  const TemporaryFolder& folder = *owner;
  folder.write(
      "handbook/content/suppressed.md",
      "# A\n\n<!-- macrolint-disable-next-line inbox-unknown -- an example -->\na@example.com\n\nb@example.com "
      "<!-- macrolint-disable link-missing-page: not needed -->\n");
  folder.write("handbook/content/bytes.md", "# B\n\nnobody\xff@example.com\n");
  folder.write("handbook/content/mark.md", "\xEF\xBB\xBF# C\n\r\nnobody@example.com\t[x](y.md)\r\n");
  folder.write("handbook/content/empty.md", "");
  folder.write("handbook/content/large.md", std::string(1'100'000, 'x'));
  folder.write("macros/sync/data/active/Empty.yaml", "");
  folder.write("macros/sync/data/active/Wrong.yaml", "title: [\n");
  check_same(folder.path(), 3);
}

TEST_CASE("Merged parts are the whole since a revision, from another folder") {
  const GitRepository repository(every_bad_example() + "-- .macrolint.yml --\n" +
                                 std::string(default_example_configuration));
  repository.write("-- handbook/content/new.md --\n# New\n\nWrite to nobody@example.com.\n");
  std::filesystem::remove_all(repository.path("handbook/content/link-missing-page"));
  check_same(repository.path("handbook/content"), 3, {"--changed-since", "HEAD"});
}

TEST_CASE("A part says which one it is, and the findings of all are those of the whole") {
  const auto owner = folder_with(every_bad_example());
  const TemporaryFolder& folder = *owner;
  const TemporaryFolder results;
  std::size_t findings = 0;
  for (const std::string& name : check_parts(folder.path(), results, 3, {})) {
    const nlohmann::json part = nlohmann::json::parse(text_of(name));
    CHECK(part.at("shard").at("total").get<int>() == 3);
    CHECK(name.ends_with(fmt::format("{}.json", part.at("shard").at("index").get<int>())));
    CHECK_FALSE(part.at("diagnostics").empty());
    findings += part.at("diagnostics").size();
  }
  const nlohmann::json whole = nlohmann::json::parse(run_in(folder.path(), {"check", "--format", "json"}).output);
  CHECK_FALSE(whole.contains("shard"));
  CHECK(whole.at("diagnostics").size() == findings);
}

TEST_CASE("Parts that do not make a whole are refused") {
  const auto owner = folder_with(every_bad_example());
  const TemporaryFolder& folder = *owner;
  const TemporaryFolder results;
  const std::vector<std::string> names = check_parts(folder.path(), results, 3, {});
  const std::string one = results.path("1.json");
  const std::string two = results.path("2.json");
  const std::string three = results.path("3.json");
  check_contains(refusal(folder.path(), {one, three}), "Of the 3 parts, 2 is missing.");
  check_contains(refusal(folder.path(), {two}), "Of the 3 parts, 1, 3 are missing.");
  check_contains(refusal(folder.path(), {one, two, three, two}), "are both part 2 of 3.");
  check_contains(refusal(folder.path(), {one, two, results.path("none.json")}), "none.json");

  const TemporaryFolder others;
  const std::vector<std::string> other_names = check_parts(folder.path(), others, 2, {});
  check_contains(refusal(folder.path(), {one, two, others.path("1.json")}), "Merge the parts of one run.");
  const TemporaryFolder fewer;
  const std::vector<std::string> fewer_names = check_parts(folder.path(), fewer, 3, {"--rule", "inbox-unknown=off"});
  check_contains(refusal(folder.path(), {one, two, fewer.path("3.json")}), "with different rules");

  results.write("version.json", replaced(text_of(three), "\"version\": \"", "\"version\": \"9"));
  check_contains(refusal(folder.path(), {one, two, results.path("version.json")}), "Use one version for all.");
  results.write("whole.json", run_in(folder.path(), {"check", "--format", "json"}).output);
  check_contains(refusal(folder.path(), {results.path("whole.json")}), "This is the result of a whole run.");

  check_contains(refusal(folder_with("")->path(), {one, two, three}), "does not exist");
  const auto changed = folder_with(every_bad_example());
  for (const auto& file : std::filesystem::recursive_directory_iterator(changed->path("handbook"))) {
    if (file.is_regular_file()) {
      std::filesystem::resize_file(file.path(), 1);
    }
  }
  check_contains(refusal(changed->path(), {one, two, three}), "is not what it was when it was checked");
}

TEST_CASE("Results that were tampered with are refused") {
  const auto owner = folder_with("-- handbook/content/a.md --\n# A\n\nnobody@example.com\n-- secret --\nnobody\n");
  const TemporaryFolder& folder = *owner;
  REQUIRE(run_in(folder.path(), {"check"}).output.find("[inbox-unknown]") != std::string::npos);
  const TemporaryFolder results;
  const std::string name = check_parts(folder.path(), results, 1, {}).front();
  const std::string json = text_of(name);
  const std::pair<const char*, const char*> rows[][2] = {
      {{"\"index\": 1", "\"index\": 2"}, {"", "There is no part 2 of 1."}},
      {{"\"index\": 1", "\"index\": 0"}, {"", "must be at least 1"}},
      {{"\"total\": 1", "\"total\": 99999999999"}, {"", "must be at most 1000"}},
      {{"\"rule\": \"", "\"rule\": \"x"}, {"", "There is no rule `xinbox-unknown`."}},
      {{"\"end\": ", "\"end\": 9"}, {"", "lies behind the end of its file"}},
      {{"\"end\": ", "\"end\": -"}, {"", "must be at least 0"}},
      {{"\"end\": ", "\"end\": 0, \"x\": "}, {"", "The key `x` is not known here."}},
      {{"\"hash\": \"", "\"hash\": \"0"}, {"", "is not what it was"}},
      {{"\"path\": \"handbook", "\"path\": \"handbook/../handbook"}, {"", "not among the `files`"}},
      {{"{", "["}, {"", "Not valid JSON from here on."}},
      {{"{", "\xff"}, {"", "This is not UTF-8"}},
  };
  for (const auto& row : rows) {
    INFO(row[0].second);
    results.write("1.json", replaced(json, row[0].first, row[0].second));
    check_contains(refusal(folder.path(), {name}), row[1].second);
  }
  for (const char* path : {"secret", "/etc/passwd", "handbook/../secret", "handbook/./content/a.md", "../x"}) {
    INFO(path);
    results.write("1.json", std::regex_replace(json, std::regex("handbook/content/a.md"), path));
    check_contains(refusal(folder.path(), {name}), "which is not part of anything that the configuration names");
  }
  results.write("1.json", std::string(100'000, '['));
  check_contains(refusal(folder.path(), {name}), "1.json:1:");
  std::filesystem::resize_file(name, std::uintmax_t{65} << 20U);
  check_contains(refusal(folder.path(), {name}), "1.json");
}

TEST_CASE("Wrong parts are wrong usage") {
  const TemporaryFolder folder("-- .macrolint.yml --\nversion: 1\n");
  for (const char* part : {"", "1", "/", "0/2", "3/2", "1/0", "1/1001", "a/b", "1/2/3", "-1/2", "1 /2"}) {
    INFO(part);
    const ProgramRun run = run_program_in(folder.path(), {"check", "--shard", part});
    CHECK(run.status == 2);
    check_contains(run.errors, "is not `N/M`");
  }
  for (const char* other : {"--fix", "--unsafe-fixes", "--diff"}) {
    CHECK(run_program_in(folder.path(), {"check", "--shard", "1/2", other}).status == 2);
  }
  CHECK(run_program_in(folder.path(), {"merge"}).status == 2);
}

}  // namespace macrolint
