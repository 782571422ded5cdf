#include "support/corpus.h"

#include <fmt/format.h>

#include <filesystem>

#include "catch.h"
#include "support/golden.h"
#include "support/program.h"
#include "support/temporary_folder.h"

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

}  // namespace

std::string corpus_folder() {
  const std::filesystem::path folder = project_path("../shared");
  const bool complete = std::filesystem::exists(folder / "handbook/content") &&
                        std::filesystem::exists(folder / "macros/sync/data") &&
                        std::filesystem::exists(folder / "seed");
  return complete ? std::filesystem::canonical(folder).string() : "";
}

std::string run_on_corpus(const std::string& command, const std::string& documents, const std::string& kind) {
  const TemporaryFolder folder;
  folder.write(".macrolint.yml", fmt::format(fmt::runtime(configuration), corpus_folder(), documents, kind));
  const ProgramRun run = run_program_in(folder.path(), {command, "--format", "json"});
  INFO(run.errors);
  REQUIRE(run.status <= 1);
  return run.output;
}

}  // namespace macrolint
