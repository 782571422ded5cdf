#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "support/golden.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// A handbook of thousands of pages and its macros, where they lie beside the repository.
namespace macrolint {

namespace {

constexpr const char* configuration = R"(version: 1
instances:
  zendesk-global:
    sync:
      path: "{0}/macros/sync/data"
      urls: ["https://gitlab.com/gitlab-support-readiness/zendesk-global/macros/-/blob/master/data/"]
      former_urls: ["https://gitlab.com/gitlab-com/support/support-ops/zendesk-global/macros/-/blob/master/macros/"]
    managed:
      path: "{0}/macros/managed"
      urls: ["https://gitlab.com/gitlab-com/support/zendesk-global/macros/-/blob/master/"]
documents:
  - kind: {2}
    path: "{0}/{1}"
    base_urls: ["https://handbook.gitlab.com"]
)";

/// The folder beside the repository that holds `handbook`, `macros` and `seed`; empty if it is not there.
std::string corpus() {
  const std::filesystem::path folder = project_path("../shared");
  const bool complete = std::filesystem::exists(folder / "handbook/content") &&
                        std::filesystem::exists(folder / "macros/sync/data") &&
                        std::filesystem::exists(folder / "seed");
  return complete ? std::filesystem::canonical(folder).string() : "";
}

nlohmann::json check_corpus(const std::string& documents, const std::string& kind) {
  const TemporaryFolder folder;
  folder.write(".macrolint.yml", fmt::format(fmt::runtime(configuration), corpus(), documents, kind));
  const ProgramRun run = run_program_in(folder.path(), {"check", "--format", "json"});
  INFO(run.errors);
  REQUIRE(run.status <= 1);
  return nlohmann::json::parse(run.output);
}

}  // namespace

TEST_CASE("The whole handbook is linted") {
  if (corpus().empty()) {
    WARN("Skipped: there is no ../shared with a handbook and macros.");
    return;
  }
  const nlohmann::json result = check_corpus("handbook", "hugo");
  CHECK(result.at("summary").at("macros").get<int>() == 100);
  CHECK(result.at("summary").at("documents").get<int>() > 4000);
  CHECK(result.at("summary").at("references").get<int>() > 100);
}

TEST_CASE("The page that the project started from names macros that exist") {
  if (corpus().empty()) {
    WARN("Skipped: there is no ../shared with a seed page and macros.");
    return;
  }
  const nlohmann::json result = check_corpus("seed", "plain");
  CHECK(result.at("summary").at("references").get<int>() >= 3);
  for (const nlohmann::json& diagnostic : result.at("diagnostics")) {
    INFO(diagnostic.dump(2));
    CHECK(diagnostic.at("rule").get<std::string>() != "reference-unknown-macro");
  }
}

}  // namespace macrolint
