#include "catch.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// `macrolint references TITLE`: who would be hit by a change of the macro.
namespace macrolint {

namespace {

constexpr const char* files = R"(-- .macrolint.yml --
version: 1
instances:
  main: {sync: {path: main, urls: ["https://gitlab.example.com/main/-/blob/main/"]}}
  other: {sync: {path: other, urls: ["https://gitlab.example.com/other/-/blob/main/"]}}
documents:
  - {kind: plain, path: docs}
-- main/active/A/Reply late.yaml --
title: A::Reply late
previous_title: A::Late answer
active: true
actions: [{field: status, value: open}]
-- main/active/A/Shared.yaml --
title: A::Shared
active: true
actions: [{field: status, value: open}]
-- other/active/A/Shared.yaml --
title: A::Shared
active: true
actions: [{field: status, value: open}]
-- docs/a.md --
The `A::Reply late` macro,
the `a::reply late` macro,
the `Reply late` macro,
the `A::Late answer` macro,
[this one](https://gitlab.example.com/main/-/blob/main/active/A/Reply%20late.yaml) and the [`A::Shared`](https://gitlab.example.com/main/-/blob/main/active/A/Reply%20late.yaml) macro.
-- docs/b.md --
The `A::Shared` macro or the [`A::Shared`](https://gitlab.example.com/other/-/blob/main/active/A/Shared.yaml) macro.
)";

constexpr const char* all_of_reply =
    "docs/a.md:1:6  A::Reply late  → main/active/A/Reply late.yaml\n"
    "docs/a.md:2:6  a::reply late  → main/active/A/Reply late.yaml (inexact title)\n"
    "docs/a.md:3:6  Reply late  → main/active/A/Reply late.yaml (part of the title)\n"
    "docs/a.md:4:6  A::Late answer  → main/active/A/Reply late.yaml (former title)\n"
    "docs/a.md:5:2  this one  → main/active/A/Reply late.yaml (by link)\n"
    "docs/a.md:5:94  A::Shared  → main/active/A/Reply late.yaml (by link)\n";

ProgramRun references(std::vector<std::string> arguments) {
  const TemporaryFolder folder{std::string_view(files)};
  arguments.insert(arguments.begin(), {"references"});
  return run_program_in(folder.path(), arguments);
}

}  // namespace

TEST_CASE("References to a macro are found by title, part of it, former title and link") {
  CHECK(references({"A::Reply late"}).output == std::string(all_of_reply) + "6 references to 1 macro, 0 unresolved\n");
  CHECK(references({"A::Reply late"}).errors.empty());
}

TEST_CASE("A macro may be asked for by its former title, or by part of its title") {
  for (const char* title : {"A::Late answer", "reply late", "a::Reply Late"}) {
    const ProgramRun run = references({title});
    CHECK(run.output.starts_with(all_of_reply));
    CHECK(run.errors.find("`A::Reply late`") != std::string::npos);
  }
}

TEST_CASE("Of macros with one title in several instances one may be asked for") {
  CHECK(references({"A::Shared", "--quiet"}).output.find("docs/b.md:1:32  A::Shared") != std::string::npos);
  CHECK(references({"A::Shared", "--instance", "other", "--quiet"}).output ==
        "docs/b.md:1:6  A::Shared  → other/active/A/Shared.yaml\n"
        "docs/b.md:1:32  A::Shared  → other/active/A/Shared.yaml\n");
  CHECK(references({"A::Shared", "--instance", "nowhere"}).status == 2);
  CHECK(references({"A::Nothing"}).status == 2);
}

}  // namespace macrolint
