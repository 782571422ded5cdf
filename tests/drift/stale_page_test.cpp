#include <string>
#include <vector>

#include "catch.h"
#include "support/git_repository.h"
#include "support/lint_archive.h"
#include "support/program.h"

// drift-stale-page: which of two files is younger.
namespace macrolint {

namespace {

std::string archive(const std::string& quote, const std::string& history) {
  return "-- macros/sync/data/active/General/Parcel.yaml --\ntitle: 'General::Parcel'\nactive: true\nactions:\n"
         "- field: 'comment_value'\n  value: 'Please tell us within 7 days whether a neighbour has it.'\n"
         "-- handbook/content/parcels.md --\nThe `General::Parcel` macro says:\n\n> " +
         quote + "\n\nThe same again. The `General::Parcel` macro says:\n\n> " + quote + "\n-- .history --\n" + history;
}

const std::string macro_later =
    "2025-03-01 macros/sync/data/active/General/Parcel.yaml\n2025-01-15 handbook/content/parcels.md\n";

std::size_t count_stale(const std::string& files) {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : lint_files(files).diagnostics) {
    count += diagnostic.rule == "drift-stale-page" ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("drift-stale-page: the text was changed after the page, and the quote is not verbatim") {
  const std::string changed = "Please tell us within 5 days whether a neighbour has it.";
  const std::string rewritten = "We will look for the parcel and write to you as soon as we can.";
  CHECK(count_stale(archive(changed, macro_later)) == 1);
  CHECK(count_stale(archive(rewritten, macro_later)) == 1);
  CHECK(count_stale(archive("Please tell us within 7 days whether a neighbour has it.", macro_later)) == 0);
  CHECK(count_stale(archive("Thank you.", macro_later)) == 0);
}

TEST_CASE("drift-stale-page: silent where the page is younger and where nothing is known") {
  const std::string changed = "Please tell us within 5 days whether a neighbour has it.";
  const std::string macro = "macros/sync/data/active/General/Parcel.yaml\n";
  const std::string page = "handbook/content/parcels.md\n";
  CHECK(count_stale(archive(changed, "2025-01-01 " + macro + "2025-02-01 " + page)) == 0);
  CHECK(count_stale(archive(changed, "2025-01-01 " + macro + "2025-01-01 " + page)) == 0);
  CHECK(count_stale(archive(changed, "2025-01-01 " + macro)) == 0);
  CHECK(count_stale(archive(changed, "2025-01-01 " + page)) == 0);
  CHECK(count_stale(archive(changed, "")) == 0);
}

TEST_CASE("drift-stale-page: reads the history of a repository") {
  const std::string configuration =
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  main:\n    sync:\n      path: macros\n"
      "documents:\n  - kind: plain\n    path: pages\n";
  const std::string page =
      "-- pages/parcels.md --\nThe `General::Parcel` macro says:\n\n> Please tell us within 5 days whether it came.\n";
  const auto macro = [](const std::string& days) {
    return "-- macros/active/General/Parcel.yaml --\ntitle: 'General::Parcel'\nactive: true\nactions:\n"
           "- field: 'comment_value'\n  value: 'Please tell us within " +
           days + " days whether it came.'\n";
  };
  GitRepository repository(configuration + page + macro("5"));
  const auto check = [&] {
    ProgramOptions options;
    options.folder = repository.path();
    return run_program({"check", "--rule", "drift-quote=off"}, options).output;
  };
  CHECK(check().find("drift-stale-page") == std::string::npos);
  repository.commit(macro("7"));
  CHECK(check().find("was changed on 2025-01-03; the page was last changed before, on 2025-01-02") !=
        std::string::npos);
}

}  // namespace macrolint
