#include <sys/stat.h>

#include <filesystem>

#include "catch.h"
#include "support/git_repository.h"
#include "support/program.h"

namespace macrolint {

namespace {

constexpr std::string_view files =
    "-- .macrolint.yml --\n"
    "version: 1\n"
    "instances:\n"
    "  support: {sync: {path: macros}}\n"
    "documents:\n"
    "  - {kind: hugo, path: handbook}\n"
    "-- macros/active/Billing/Refund.yaml --\n"
    "title: Billing::Refund\n"
    "actions:\n"
    "- field: comment_value\n"
    "  value: Your refund is on its way.\n"
    "-- handbook/content/refunds.md --\n"
    "Send the macro `Billing::Refund`, then see [returns](returns.md).\n"
    "-- handbook/content/deliveries.md --\n"
    "Send the macro `Billing::Delivery`.\n";

/// The same without how long it took.
ProgramRun without_time(ProgramRun run) {
  const std::size_t time = run.output.rfind(" in ");
  run.output.resize(time == std::string::npos ? run.output.size() : time);
  return run;
}

/// A project in git with a cache folder of its own.
class CachedProject {
 public:
  [[nodiscard]] ProgramRun run(std::vector<std::string> arguments = {"check"}) const {
    arguments.emplace_back("--verbose");
    ProgramOptions options;
    options.folder = repository_.path();
    options.environment = {{"XDG_CACHE_HOME", repository_.path("cache")}};
    return without_time(run_program(arguments, options));
  }

  /// "0 of 2": how many of the pages were parsed.
  [[nodiscard]] std::string parsed_pages() const {
    const std::string errors = run().errors;
    const std::size_t begin = errors.find("Parsed ") + 7;
    return errors.substr(begin, errors.find(" pages") - begin);
  }

  /// The cache's only file.
  [[nodiscard]] std::string cache_file() const {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(repository_.path("cache/macrolint/pages"))) {
      paths.push_back(entry.path());
    }
    REQUIRE(paths.size() == 1);
    return paths.front();
  }

  [[nodiscard]] const TemporaryFolder& folder() const { return repository_.folder(); }

 private:
  GitRepository repository_{files};
};

}  // namespace

TEST_CASE("A second run parses only what has changed and finds the same") {
  const CachedProject project;
  const std::string first = project.run().output;
  CHECK(first.find("Billing::Delivery") != std::string::npos);
  CHECK(first.find("returns.md") != std::string::npos);
  CHECK(project.parsed_pages() == "0 of 2");
  CHECK(project.run().output == first);
  project.folder().write("handbook/content/deliveries.md", "Send the macro `Billing::Refund`.\n");
  CHECK(project.parsed_pages() == "1 of 2");
  CHECK(project.parsed_pages() == "0 of 2");
  CHECK(project.run().output.find("Billing::Delivery") == std::string::npos);
  project.folder().write("handbook/content/returns.md", "# Returns\n");
  CHECK(project.run().output.find("returns.md") == std::string::npos);
}

TEST_CASE("What every command keeps, the others use") {
  for (const std::vector<std::string>& command : {std::vector<std::string>{"references"},
                                                  {"report"},
                                                  {"baseline"},
                                                  {"rename", "Billing::Refund", "Billing::X"}}) {
    INFO(command.front());
    const CachedProject project;
    CHECK(project.run(command).status == 0);
    CHECK(project.parsed_pages() == "0 of 2");
  }
}

TEST_CASE("Runs that need git or the web use what others keep") {
  const CachedProject project;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"check"}, {"check", "--changed-since", "HEAD"}, {"check", "--online"}}) {
    INFO(arguments.back());
    CHECK(project.run(arguments).status < 2);
    CHECK(project.run({"check"}).errors.find("Parsed 0 of 2") != std::string::npos);
    CHECK(project.run(arguments).errors.find("Parsed 0 of 2") != std::string::npos);
  }
}

TEST_CASE("Other words for macros make all pages be parsed again") {
  const CachedProject project;
  CHECK(project.parsed_pages() == "2 of 2");
  project.folder().write(".macrolint.yml", project.folder().read(".macrolint.yml") + "macro_words: [answer]\n");
  CHECK(project.parsed_pages() == "2 of 2");
}

TEST_CASE("A cache file is for this user alone; damaged, it is made anew in silence") {
  const CachedProject project;
  const ProgramRun first = project.run();
  const std::string path = project.cache_file();
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777U) == 0600);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  const ProgramRun second = project.run();
  CHECK(second.output == first.output);
  CHECK(second.status == first.status);
  CHECK(second.errors.find("Parsed 2 of 2") != std::string::npos);
  CHECK(second.errors.find("warning") == std::string::npos);
  CHECK(project.parsed_pages() == "0 of 2");
}

TEST_CASE("Where nothing can be kept, or nothing shall be, the run is the same") {
  const CachedProject project;
  const ProgramRun usual = project.run();
  SECTION("there is a file in the place of the folder") {
    std::filesystem::remove_all(project.folder().path("cache"));
    project.folder().write("cache", "");
    CHECK(project.parsed_pages() == "2 of 2");
  }
  SECTION("the option says so") {
    std::filesystem::remove_all(project.folder().path("cache"));
    CHECK(project.run({"check", "--no-page-cache"}).output == usual.output);
    CHECK_FALSE(std::filesystem::exists(project.folder().path("cache")));
  }
  SECTION("there is no place for it") {
    ProgramOptions options;
    options.folder = project.folder().path();
    options.environment = {{"XDG_CACHE_HOME", ""}, {"HOME", ""}};
    CHECK(without_time(run_program({"check"}, options)).output == usual.output);
  }
  CHECK(project.run().output == usual.output);
}

}  // namespace macrolint
