#include "mutation/git_pair.h"

#include <variant>

#include "catch.h"
#include "configuration/configuration.h"
#include "disk/disk.h"
#include "git/read_history.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

Configuration configuration_of(const Files& files) {
  std::vector<std::string_view> rule_names;
  for (const Rule* rule : all_rules()) {
    rule_names.push_back(rule->name);
  }
  auto parsed = parse_configuration(".macrolint.yml", files.at(".macrolint.yml"), rule_names);
  REQUIRE(std::holds_alternative<Configuration>(parsed));
  return std::move(std::get<Configuration>(parsed));
}

LintResult lint_folder(const std::string& root, Configuration configuration) {
  LintOptions options;
  options.reading = {1, std::string(example_day), [&](const Configuration& configured, const HistoryRequest& request) {
                       return git::read_history(root, configured, request);
                     }};
  const RealDisk disk(root, 1);
  return lint(std::move(configuration), disk, options);
}

}  // namespace

GitPair::GitPair(const Files& pair) : pair_(pair), base_(repository_.commit(archive_of(pair))) {}

Verdict GitPair::commit(const Drift& drift, const Program& program) const {
  std::string problem;
  const Files files = planted(pair_, drift, program, problem);
  for (const auto& [path, text] : pair_) {
    if (!files.contains(path)) {
      repository_.git({"rm", "-q", path});
    }
  }
  Files changed;
  for (const auto& [path, text] : files) {
    const auto was = pair_.find(path);
    if (was == pair_.end() || was->second != text) {
      changed[path] = text;
    }
  }
  repository_.commit(archive_of(changed));
  Verdict verdict = judge(files, lint_folder(repository_.path(), configuration_of(files)), drift, program);
  if (!problem.empty()) {
    verdict.missing.push_back("the drift does not fit: " + problem);
  }
  repository_.git({"reset", "-q", "--hard", base_});
  return verdict;
}

}  // namespace macrolint
