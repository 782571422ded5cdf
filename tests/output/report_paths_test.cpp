#include "output/report_paths.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

Source at(std::string path) {
  Source source;
  source.path = std::move(path);
  return source;
}

constexpr const char* archive =
    "-- docs/.macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: pages}]\n"
    "-- docs/pages/a.md --\n[B](b.md)\n";

/// The path of the one finding in a Code Quality report of `docs`, run with a project of a job.
std::string reported_path(const TemporaryFolder& folder, const std::string& project) {
  ProgramOptions options;
  options.folder = folder.path("docs");
  options.environment = {{"CI_PROJECT_DIR", project}};
  const ProgramRun run = run_program({"check", "--format", "gitlab"}, options);
  INFO(run.errors);
  const nlohmann::json report = nlohmann::json::parse(run.output);
  REQUIRE(report.size() == 1);
  return report.at(0).at("location").at("path").get<std::string>();
}

}  // namespace

TEST_CASE("Reports name files from the repository's root") {
  const ReportPaths same("/srv/a", "/srv/a");
  CHECK(same.path(at("docs/x.md")) == "docs/x.md");
  CHECK(same.path(at("./docs/./x.md")) == "docs/x.md");
  CHECK(same.path(at("/srv/a/docs/x.md")) == "docs/x.md");
  CHECK(same.path(at("../b/x.md")) == "../b/x.md");
  CHECK(same.path(at("/opt/x.md")) == "../../opt/x.md");
  CHECK(same.prefix().empty());

  const ReportPaths below("/srv/a", "/srv/a/tools/lint");
  CHECK(below.path(at("x.md")) == "tools/lint/x.md");
  CHECK(below.path(at("../../docs/x.md")) == "docs/x.md");
  CHECK(below.path(at("..name/x.md")) == "tools/lint/..name/x.md");
  CHECK(below.prefix() == "tools/lint/");
  CHECK(below.is_inside(at("../../docs/x.md")));
  CHECK_FALSE(below.is_inside(at("../../../docs/x.md")));
  CHECK(below.absolute(at("../x.md")) == "/srv/a/tools/x.md");

  CHECK(ReportPaths("/", "/srv").path(at("x.md")) == "srv/x.md");
}

TEST_CASE("The repository's root is found") {
  const TemporaryFolder folder(archive);
  CHECK(reported_path(folder, "") == "pages/a.md");
  // A project of which this is a part; one of which it is none, and one that is not there.
  CHECK(reported_path(folder, folder.path()) == "docs/pages/a.md");
  CHECK(reported_path(folder, folder.path("docs/pages")) == "pages/a.md");
  CHECK(reported_path(folder, folder.path("absent")) == "pages/a.md");
  CHECK(reported_path(folder, "docs") == "pages/a.md");
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  CHECK(reported_path(folder, "") == "docs/pages/a.md");
  // A clone within a project has a `.git` of its own.
  folder.write("docs/.git", "gitdir: elsewhere\n");
  CHECK(reported_path(folder, "") == "pages/a.md");
  CHECK(reported_path(folder, folder.path()) == "docs/pages/a.md");
}

}  // namespace macrolint
