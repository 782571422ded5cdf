#include "catch.h"
#include "support/git_repository.h"
#include "support/program.h"

// `macrolint check --changed-since REV`, as merge requests run it.
namespace macrolint {

namespace {

const std::string configuration =
    "-- .macrolint.yml --\nversion: 1\ninstances: {z: {sync: {path: macros}}}\n"
    "documents: [{kind: plain, path: docs}]\ninboxes: []\ninbox_domains: [example.com]\n";

std::string macro(const std::string& name) {
  return "-- macros/active/General/" + name + ".yaml --\ntitle: 'General::" + name +
         "'\nactive: true\nactions:\n- {field: status, value: open}\n";
}

std::string uses(const std::string& page, const std::string& name) {
  return "-- docs/" + page + ".md --\nSend the `General::" + name + "` macro.\n\nold@example.com\n";
}

ProgramRun check_since(const std::string& folder, const std::string& revision,
                       const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"check", "--quiet", "--changed-since", revision};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ProgramOptions options;
  options.folder = folder;
  options.environment = {{"GIT_CONFIG_GLOBAL", "/dev/null"}};
  return run_program(arguments, options);
}

/// The first words of each finding, `path:line:column`, and the rule.
std::vector<std::string> reported(const ProgramRun& run) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < run.output.size()) {
    const std::size_t end = run.output.find('\n', at);
    const std::string line = run.output.substr(at, end - at);
    if (const std::size_t rule = line.find('['); rule != std::string::npos && line.find(": ") < rule) {
      lines.push_back(line.substr(0, line.find(": ")) + " " + line.substr(rule + 1, line.find(']') - rule - 1));
    }
    at = end + 1;
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A merge request hears of the files that it touched, and of what it broke elsewhere") {
  GitRepository repository(configuration + macro("Hello") + macro("Bye") + uses("a", "Hello") + uses("b", "Bye") +
                           uses("c", "Bye"));
  repository.git({"checkout", "-q", "-b", "branch"});
  CHECK(reported(check_since(repository.path(), "main")).empty());

  SECTION("a changed file with all its findings") {
    repository.commit("-- docs/a.md --\nSend the `General::Hello` macro.\n\nold@example.com\n\nNew text\n");
    CHECK(reported(check_since(repository.path(), "main")) == Lines{"docs/a.md:3:1 inbox-unknown"});
  }
  SECTION("staged, unstaged and untracked files") {
    repository.write("-- docs/new.md --\nnew@example.com\n-- docs/b.md --\nother@example.com\n");
    repository.git({"add", "docs/b.md"});
    CHECK(reported(check_since(repository.path(), "main")) ==
          Lines{"docs/b.md:1:1 inbox-unknown", "docs/new.md:1:1 inbox-unknown"});
  }
  SECTION("a macro that is renamed here breaks a page there") {
    repository.git({"rm", "-q", "macros/active/General/Hello.yaml"});
    repository.commit(macro("Welcome"));
    CHECK(reported(check_since(repository.path(), "main")) == Lines{"docs/a.md:1:11 reference-renamed-macro"});
    CHECK(check_since(repository.path(), "main").status == 1);
    CHECK(reported(check_since(repository.path(), "HEAD")).empty());
  }
  SECTION("what the target branch did in between is nobody's fault") {
    repository.git({"checkout", "-q", "main"});
    repository.commit("-- docs/c.md --\nelse@example.com\n");
    repository.git({"checkout", "-q", "branch"});
    repository.commit("-- docs/a.md --\nSend the `General::Hello` macro.\n");
    CHECK(reported(check_since(repository.path(), "main")).empty());
  }
  SECTION("each state is judged by the configuration of today") {
    repository.git({"rm", "-q", ".macrolint.yml"});
    repository.commit(
        "-- .config.yml --\nversion: 1\ninstances: {z: {sync: {path: macros}}}\n"
        "documents: [{kind: plain, path: docs}]\ninboxes: []\ninbox_domains: [example.com]\n"
        "rules: {reference-unknown-macro: warning}\n");
    CHECK(reported(check_since(repository.path(), "main", {"--config", ".config.yml"})).empty());
  }
  SECTION("with a baseline both apply") {
    repository.git({"rm", "-q", "macros/active/General/Hello.yaml"});
    repository.commit("-- docs/c.md --\nSend the `General::Bye` macro.\n\nold@example.com, new@example.com\n");
    repository.git({"checkout", "-q", "main"});
    CHECK(run_program_in(repository.path(), {"baseline", "-o", ".b.json"}).status == 0);
    repository.git({"checkout", "-q", "branch"});
    CHECK(reported(check_since(repository.path(), "main", {"--baseline", ".b.json"})) ==
          Lines{"docs/a.md:1:11 reference-unknown-macro", "docs/c.md:3:18 inbox-unknown"});
  }
}

TEST_CASE("A folder of another repository, or of none, is taken as it is for both states") {
  const GitRepository macros(macro("Hello").replace(3, std::string("macros/").size(), ""));
  GitRepository documents("-- .macrolint.yml --\nversion: 1\ninstances: {z: {sync: {path: '" + macros.path() +
                          "'}}}\ndocuments: [{kind: plain, path: docs}]\ninboxes: []\ninbox_domains: [example.com]\n" +
                          uses("a", "Hello"));
  documents.git({"checkout", "-q", "-b", "branch"});
  documents.commit(uses("b", "Missing"));
  const ProgramRun run = check_since(documents.path(), "main");
  CHECK(reported(run) == Lines{"docs/b.md:1:11 reference-unknown-macro", "docs/b.md:3:1 inbox-unknown"});
  ProgramOptions options;
  options.folder = documents.path();
  const ProgramRun verbose = run_program({"check", "--verbose", "--changed-since", "main"}, options);
  CHECK(verbose.errors.find("`" + macros.path() + "` is not in that repository and is taken as it is") !=
        std::string::npos);

  SECTION("a configuration outside of both finds the repository that knows the revision") {
    const TemporaryFolder outside("-- .macrolint.yml --\nversion: 1\ninstances: {z: {sync: {path: '" + macros.path() +
                                  "'}}}\ndocuments: [{kind: plain, path: '" + documents.path("docs") +
                                  "'}]\ninboxes: []\ninbox_domains: [example.com]\n");
    const std::string base = documents.git({"rev-parse", "main"});
    CHECK(reported(check_since(outside.path(), base)).size() == 2);
  }
}

TEST_CASE("Where there is nothing to compare with, the error says what to do") {
  GitRepository repository(configuration + macro("Hello") + uses("a", "Hello"));
  const std::string first = repository.git({"rev-parse", "HEAD"});
  repository.commit(uses("b", "Hello"));
  repository.commit(uses("c", "Hello"));
  const auto error = [](const std::string& folder, const std::string& revision) {
    const ProgramRun run = check_since(folder, revision);
    CHECK(run.status == 2);
    CHECK(run.output.empty());
    return run.errors;
  };
  CHECK(error(repository.path(), "nothing").find("has no revision `nothing`") != std::string::npos);
  CHECK(error(repository.path(), "").find("--changed-since") != std::string::npos);
  const TemporaryFolder clones;
  run_git(clones.path(), {"clone", "-q", "--depth", "1", "file://" + repository.path(), "clone"});
  CHECK(error(clones.path("clone"), first).find("GIT_DEPTH: 0") != std::string::npos);
  const TemporaryFolder plain(configuration + uses("a", "Hello"));
  CHECK(error(plain.path(), "main").find("is in no git repository") != std::string::npos);
}

TEST_CASE("Both states are compared with what Zendesk has today") {
  const auto snapshot = [](const std::string& titles) {
    return "-- zendesk.json --\n{\"version\": 1, \"instance\": \"z\", \"host\": \"z.zendesk.com\", \"macros\": [" +
           titles + "]}\n";
  };
  const auto live = [](const std::string& title, const std::string& status) {
    return "{\"id\": 1, \"title\": \"General::" + title +
           "\", \"active\": true, \"description\": null, \"restriction\": null, \"actions\": [{\"field\": "
           "\"status\", \"value\": \"" +
           status + "\"}]}";
  };
  const std::string settings =
      "-- .macrolint.yml --\nversion: 1\ninstances: {z: {sync: {path: macros}, snapshot: zendesk.json}}\n";
  GitRepository repository(settings + macro("Hello") + macro("Bye") + snapshot(live("Hello", "open")));
  repository.git({"checkout", "-q", "-b", "branch"});
  // Edited in Zendesk since, and seen there only now: nothing that a merge request did.
  repository.write(snapshot(live("Hello", "solved") + ", " + live("By hand", "open")));
  CHECK(reported(check_since(repository.path(), "main")).empty());
  repository.commit(macro("New"));
  CHECK(reported(check_since(repository.path(), "main")) == Lines{"macros/active/General/New.yaml:1:8 live-missing"});
}

}  // namespace macrolint
