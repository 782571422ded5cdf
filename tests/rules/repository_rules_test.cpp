#include "catch.h"
#include "rules/tables.h"

// How macros lie in their repositories: titles, folders, managed content, and files that are no macros.
namespace macrolint {

TEST_CASE("macro-syntax: one YAML document without a key that stands twice") {
  const std::string path = "-- macros/sync/data/active/A.yaml --\n";
  const std::string rest = "title: 'A'\nactive: true\nactions:\n- {field: status, value: open}\n";
  CHECK(findings_in(path + rest).empty());
  CHECK(findings_in(path + "---\n" + rest).empty());
  CHECK(findings_in(path + rest + "active: true\n") == Findings{"macro-syntax active"});
  CHECK(findings_in(path + rest + "---\n" + rest) == Findings{"macro-syntax ---"});
}

TEST_CASE("macro-schema: the members that a macro has") {
  const auto findings = [](const std::string& text) {
    return findings_in("-- macros/sync/data/active/A.yaml --\n" + text);
  };
  const std::string actions = "actions:\n- {field: status, value: open}\n";
  CHECK(findings("title: 'A'\nactive: true\n" + actions + "restriction: null\nprevious_title: 'B'\n").empty());
  CHECK(findings("title: 'A'\nactive: true\nposition: x\n" + actions).size() == 1);
  CHECK(findings("active: true\n" + actions).size() == 1);
  CHECK(findings("title: 'A'\nactive: true\n").size() == 1);
  CHECK(findings("title: 'A'\nactive: yes please\n" + actions).size() == 1);
  CHECK(findings("title: 'A'\nactive: true\nactions: []\n").size() <= 1);
  CHECK(findings("title: 'A'\nactive: true\ndescripton: ''\n" + actions) == Findings{"macro-schema descripton"});
}

TEST_CASE("macro-schema: one mistake is one finding") {
  struct Row {
    std::string members;
    Findings findings;
  };
  const std::string top = "title: 'A'\nactive: true\n";
  const std::string actions = "actions:\n- {field: status, value: open}\n";
  const std::vector<Row> rows = {
      // A misspelt key is not missing besides.
      {top + "actions:\n- {fild: status, value: open}\n", {"macro-schema fild"}},
      {top + "actions:\n- {field: status, vlaue: open}\n", {"macro-schema vlaue"}},
      {top + "actions:\n- {feild: status, vlaue: open}\n", {"macro-schema feild", "macro-schema vlaue"}},
      {"titel: 'A'\nactive: true\n" + actions, {"macro-schema titel"}},
      {top + "action:\n- {field: status, value: open}\n", {"macro-schema action"}},
      {top + actions + "restriction: {tpye: Group, id: 5}\n", {"macro-schema tpye"}},
      // What is something else altogether is named once.
      {top + "actions:\n- status: open\n", {"macro-schema status"}},
      {top + "actions:\n- {set: status, to: open}\n", {"macro-schema set"}},
      {"on: push\njobs: {}\n", {"macro-schema on"}},
      // Two mistakes are two findings.
      {top + "actions:\n- {field: status, value: open, colour: red}\n", {"macro-schema colour"}},
      {top + "actions:\n- {field: statsu, value: open, colour: red}\n",
       {"macro-unknown-action statsu", "macro-schema colour"}},
      {top + "actions:\n- {field: status, colour: red}\n", {"macro-schema value", "macro-schema colour"}},
      {top + "author: me\n", {"macro-schema actions", "macro-schema author"}},
      // A field that is no text is no field of an unknown name.
      {top + "actions:\n- {field: 5, value: open}\n", {"macro-schema 5"}},
      {top + "actions:\n- {field: null, value: open}\n", {"macro-schema field"}},
      {top + "actions:\n- {field: '', value: open}\n", {"macro-schema "}},
  };
  for (const Row& row : rows) {
    INFO(row.members);
    CHECK(findings_in("-- macros/sync/data/active/A.yaml --\n" + row.members) == row.findings);
  }
}

TEST_CASE("macro-duplicate-title: one title, one macro") {
  const std::string first = sync_file("active/A", "A");
  CHECK(findings_in(first + sync_file("active/B", "B")).empty());
  CHECK(findings_in(first + sync_file("inactive/A", "A", false)) == Findings{"macro-duplicate-title A"});
}

TEST_CASE("macro-state-mismatch: `active` is what the folder says") {
  CHECK(findings_in(sync_file("inactive/A", "A", false)).empty());
  CHECK(findings_in(sync_file("active/A", "A", false)) == Findings{"macro-state-mismatch false"});
  CHECK(findings_in(sync_file("inactive/A", "A", true)) == Findings{"macro-state-mismatch true"});
}

TEST_CASE("macro-path-mismatch: the path is the title") {
  CHECK(findings_in(sync_file("active/General/Forms/A (b) & c", "General::Forms::A (b) & c")).empty());
  CHECK(findings_in(sync_file("active/Unsorted/A", "A")).empty());
  CHECK(findings_in(sync_file("active/General/Either-or", "General::Either/or")).empty());
  CHECK(findings_in(sync_file("active/General/a", "General::A")) == Findings{"macro-path-mismatch General::A"});
  CHECK(findings_in(sync_file("active/A", "General::A")) == Findings{"macro-path-mismatch General::A"});
}

TEST_CASE("macro-path-mismatch: a macro in neither `active` nor `inactive`") {
  struct Row {
    std::string path;
    std::string text;
    Findings findings;
  };
  const std::string macro = "title: 'General::B'\nactive: true\nactions:\n- {field: status, value: open}\n";
  const Findings found = {"macro-path-mismatch General::B"};
  const std::vector<Row> rows = {
      {"B.yaml", macro, found},
      {"B.yml", macro, found},
      {"General/B.yaml", macro, found},
      {"General/More/B.yaml", macro, found},
      {"Active/General/B.yaml", macro, found},
      {"INACTIVE/B.yaml", macro, found},
      {"A.yaml", "# macrolint-disable macro-path-mismatch -- later\n" + macro, {}},
      // Deliberate, or no macro of Zendesk.
      {"drafts/B.yaml", macro, {}},
      {"archive/General/B.yaml", macro, {}},
      {"_B.yaml", macro, {}},
      {"macro-template.yaml", macro, {}},
      {"General/Example.yml", macro, {}},
      {".B.yaml", macro, {}},
      {"README.md", "# Macros\n", {}},
      {"B.txt", macro, {}},
      {".gitlab-ci.yml", "title: x\nactions: [{field: a}]\n", {}},
      {"settings.yaml", "title: 'Macros'\n", {}},
      {"release.yml", "title: 'Release'\nactions: [build, test]\n", {}},
      {"empty.yaml", "", {}},
      {"list.yaml", "- title\n- actions\n", {}},
      {"broken.yaml", "title: 'A\nactions: [\n", {}},
      {"binary.yaml", "title \xff actions", {}},
      {"large.yaml", macro + "description: '" + std::string(200'000, 'x') + "'\n", {}},
  };
  const std::string beside = sync_file("active/General/A", "General::A");
  for (const Row& row : rows) {
    INFO(row.path);
    CHECK(findings_in(beside + "-- macros/sync/data/" + row.path + " --\n" + row.text) == row.findings);
  }
}

TEST_CASE("macro-path-mismatch: misplaced macros are looked for within bounds, and once") {
  const auto misplaced = [](const std::string& path, const std::string& title) {
    return "-- " + path + " --\ntitle: '" + title + "'\nactions:\n- {field: status, value: open}\n";
  };
  std::string many = sync_file("active/A", "A");
  for (int number = 0; number < 150; ++number) {
    many += misplaced("macros/sync/data/" + std::to_string(number) + ".yaml", "B" + std::to_string(number));
  }
  CHECK(findings_in(many).size() == 100);
  // Where all are beside the folders, the configuration names the wrong one.
  CHECK(findings_in(misplaced("macros/sync/data/B.yaml", "B")) == Findings{"configuration-unused macros/sync/data"});
  // One instance's folder lies in the other's.
  CHECK(
      findings_in("-- .macrolint.yml --\nversion: 1\ninstances: {one: {sync: {path: a}}, two: {sync: {path: a/B}}}\n" +
                  misplaced("a/active/B/A.yaml", "B::A") + misplaced("a/B/active/C.yaml", "C")) == Findings{});
}

TEST_CASE("macro-managed-missing and macro-managed-orphaned: macros and their managed content belong together") {
  const auto sync = [](const std::string& state, bool managed) {
    return "-- macros/sync/data/" + state +
           "/A.yaml --\ntitle: 'A'\nactive: " + (state == "active" ? "true" : "false") +
           "\nactions:\n- field: 'comment_value_html'\n  value: '" + (managed ? "MANAGED_CONTENT" : "text") +
           "'\ncontains_managed_content: " + (managed ? "true" : "false") + "\n";
  };
  const std::string content = "-- macros/managed/active/A.md --\nHello\n";
  CHECK(findings_in(sync("active", true) + content).empty());
  CHECK(findings_in(sync("active", false)).empty());
  CHECK(findings_in(sync("active", true)) == Findings{"macro-managed-missing macros/managed/active/A.md"});
  CHECK(findings_in(sync("active", false) + content) == Findings{"macro-managed-orphaned active/A"});
  CHECK(findings_in(content) == Findings{"macro-managed-orphaned active/A"});
  CHECK(findings_in(sync("inactive", false) + "-- macros/managed/inactive/A.md --\nHello\n").empty());
}

}  // namespace macrolint
