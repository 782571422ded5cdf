#include "catch.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// A path of the configuration may be written in any way; findings name files in one way only.
namespace macrolint {

TEST_CASE("A configured folder may be written with dots and slashes") {
  const std::string path =
      GENERATE(std::string("docs"), std::string("docs/"), std::string("./docs"), std::string("./docs/"));
  INFO(path);
  const TemporaryFolder folder(
      "-- docs/a.md --\n[a] (https://example.com/)\n-- docs/b.md --\n[b] (https://example.com/)\n");
  folder.write(".macrolint.yml", "version: 1\ndocuments: [{kind: plain, path: " + path + ", include: [\"a*\"]}]\n");
  const ProgramRun run = run_program_in(folder.path(), {"check", "--color", "never"});
  CHECK(run.status == 1);
  CHECK(run.output.starts_with("docs/a.md:1:1: error[link-malformed]"));
  CHECK(run.output.find("b.md") == std::string::npos);
}

TEST_CASE("The configuration is found in the folders above, and paths lead from where the reader is") {
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\n"
      "-- docs/deep/a.md --\n[a] (https://example.com/)\n");
  const ProgramRun text = run_program_in(folder.path("docs/deep"), {"check"});
  CHECK(text.status == 1);
  CHECK(text.output.starts_with("../../docs/deep/a.md:1:1: error[link-malformed]"));
  const ProgramRun json = run_program_in(folder.path("docs/deep"), {"check", "--format", "json"});
  CHECK(json.output.find("\"path\": \"docs/deep/a.md\"") != std::string::npos);
}

TEST_CASE("Paths on the command line limit what is reported, not what is read") {
  const TemporaryFolder folder(
      "-- .macrolint.yml --\nversion: 1\ndocuments: [{kind: plain, path: docs}]\n"
      "-- docs/a.md --\n[a] (https://example.com/)\n-- docs/b/c.md --\n[b] (https://example.com/)\n");
  const auto output_of = [&](const std::string& path) {
    const ProgramRun run = run_program_in(folder.path(), {"check", path});
    CHECK(run.output.find("2 documents") != std::string::npos);
    return run.output;
  };
  CHECK(output_of("docs/a.md").find("docs/b/c.md") == std::string::npos);
  CHECK(output_of("docs/b").find("docs/a.md") == std::string::npos);
  CHECK(output_of("./docs/b/").find("docs/b/c.md") != std::string::npos);
}

}  // namespace macrolint
