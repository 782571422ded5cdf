#include "support/corpus.h"

#include <nlohmann/json.hpp>

#include "catch.h"

// A handbook of thousands of pages and its macros, where they lie beside the repository.
namespace macrolint {

TEST_CASE("The whole handbook is linted") {
  if (corpus_folder().empty()) {
    WARN("Skipped: there is no ../shared with a handbook and macros.");
    return;
  }
  const nlohmann::json result = nlohmann::json::parse(run_on_corpus("check", "handbook", "hugo"));
  CHECK(result.at("summary").at("macros").get<int>() == 100);
  CHECK(result.at("summary").at("documents").get<int>() > 4000);
  CHECK(result.at("summary").at("references").get<int>() > 100);
}

TEST_CASE("The page that the project started from names macros that exist") {
  if (corpus_folder().empty()) {
    WARN("Skipped: there is no ../shared with a seed page and macros.");
    return;
  }
  const nlohmann::json result = nlohmann::json::parse(run_on_corpus("check", "seed", "plain"));
  CHECK(result.at("summary").at("references").get<int>() >= 3);
  for (const nlohmann::json& diagnostic : result.at("diagnostics")) {
    INFO(diagnostic.dump(2));
    CHECK(diagnostic.at("rule").get<std::string>() != "reference-unknown-macro");
  }
}

}  // namespace macrolint
