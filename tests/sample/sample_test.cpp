#include <filesystem>

#include "catch.h"
#include "support/golden.h"
#include "support/program.h"

// The whole program on the sample in this repository, and on the corpus beside it where there is one.
namespace macrolint {

TEST_CASE("The sample in this repository has no findings") {
  const ProgramRun text = run_program_in(project_path(""), {"check", "--fail-on", "note"});
  INFO(text.errors);
  CHECK(text.status == 0);
  check_golden("tests/sample/check.txt", without_times(text.output));
  const ProgramRun json = run_program_in(project_path(""), {"check", "--format", "json"});
  check_golden("tests/sample/check.json", without_times(json.output));
}

TEST_CASE("The references in the sample") {
  const ProgramRun text = run_program_in(project_path(""), {"references"});
  CHECK(text.status == 0);
  check_golden("tests/sample/references.txt", without_times(text.output));
  const ProgramRun json = run_program_in(project_path(""), {"references", "--format", "json"});
  CHECK(json.status == 0);
  check_golden("tests/sample/references.json", without_times(json.output));
}

}  // namespace macrolint
