#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "bad_input/bad_input.h"
#include "catch.h"

// What is in the folders and is no file that can be read: one clear line each, and the rest of the run goes on.
namespace macrolint {

namespace {

/// The run goes on, and its output names the file exactly once.
void check_is_named(const RepositoryWithBadInput& repository, const std::string& path, const std::string& reason) {
  const ProgramRun run = repository.check();
  const std::string said = run.output + run.errors;
  INFO(said);
  CHECK(said.find(path) != std::string::npos);
  CHECK(said.find(reason) != std::string::npos);
  CHECK(run.output.find("inbox-unknown") != std::string::npos);
}

}  // namespace

TEST_CASE("A pipe among the macros or pages is named and not opened") {
  const RepositoryWithBadInput repository;
  const std::string path =
      GENERATE(std::string("macros/sync/active/Pipe.yaml"), std::string("macros/managed/active/Pipe.md"),
               std::string("handbook/content/pipe.md"));
  REQUIRE(::mkfifo(repository.folder().path(path).c_str(), 0644) == 0);
  check_is_named(repository, path, "is a pipe, a socket or a device");
}

TEST_CASE("A symbolic link that leaves its repository is named and not followed") {
  const RepositoryWithBadInput repository;
  const std::string path =
      GENERATE(std::string("macros/sync/active/Link.yaml"), std::string("macros/managed/active/Link.md"),
               std::string("handbook/content/link.md"));
  repository.folder().write("secret", "nobody-else@example.com");
  std::filesystem::create_symlink(repository.folder().path("secret"), repository.folder().path(path));
  check_is_named(repository, path, "is a symbolic link that leaves the folder");
  CHECK(repository.check().output.find("nobody-else") == std::string::npos);
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("A run that has too little memory says so") {
  const RepositoryWithBadInput repository;
  constexpr int pages = 80;
  for (int page = 0; page < pages; ++page) {
    repository.add_page(fmt::format("large-{}", page), repeated("words ", 150'000));
  }
  constexpr std::size_t too_little = 80'000'000;
  ProgramOptions options;
  options.folder = repository.folder().path();
  options.address_space = too_little;
  const ProgramRun run = run_program({"check", "--jobs", "1"}, options);
  CHECK(run.status == 3);
  CHECK(run.errors == "macrolint: error: The job had to be given up: there is not enough memory.\n");
}
#endif

TEST_CASE("A file of 100 MB is named and not read") {
  const RepositoryWithBadInput repository;
  const std::string path =
      GENERATE(std::string("macros/sync/active/Large.yaml"), std::string("macros/managed/active/Large.md"),
               std::string("handbook/content/large.md"));
  repository.folder().write(path, "");
  std::filesystem::resize_file(repository.folder().path(path), 100'000'000);
  check_is_named(repository, path, "is larger than");
}

TEST_CASE("A configured folder that is missing is named with its line in the configuration") {
  const RepositoryWithBadInput repository;
  std::filesystem::remove_all(repository.folder().path("macros/sync"));
  const ProgramRun run = run_program_in(repository.folder().path(), {"check"});
  INFO(run.output << run.errors);
  CHECK(run.status == 3);
  CHECK((run.output + run.errors).find(".macrolint.yml:5") != std::string::npos);
  CHECK((run.output + run.errors).find("`macros/sync`") != std::string::npos);
  CHECK(run.output.find("inbox-unknown") != std::string::npos);
}

TEST_CASE("An export that is nested 100,000 deep or no JSON is one finding") {
  const std::string text = GENERATE(repeated("[", 100'000), repeated("{\"a\":", 100'000),
                                    std::string("{\"macros\": 1}"), std::string("{"), std::string());
  const TemporaryFolder folder("-- .macrolint.yml --\nversion: 1\ninstances: {a: {export: macros.json}}\n");
  folder.write("macros.json", text);
  const ProgramRun run = run_program_in(folder.path(), {"check"});
  INFO(text.substr(0, 20) << "\n" << run.output << run.errors);
  CHECK((run.status == 1 || run.status == 3));
  CHECK((run.output + run.errors).find("macros.json") != std::string::npos);
}

TEST_CASE("Output that cannot be written ends with status 3 and says why") {
  const RepositoryWithBadInput repository;
  SECTION("standard output on a full disk") {
    ProgramOptions options;
    options.folder = repository.folder().path();
    options.output_path = "/dev/full";
    const ProgramRun run = run_program({"check"}, options);
    INFO(run.errors);
    CHECK(run.status == 3);
    CHECK(run.errors.find("space") != std::string::npos);
  }
  SECTION("a file on a full disk") {
    const ProgramRun run = run_program_in(repository.folder().path(), {"check", "--output", "json=/dev/full"});
    CHECK(run.status == 3);
    CHECK(run.errors.find("`/dev/full` cannot be written: no space left on the device.") != std::string::npos);
  }
  SECTION("a file in a folder that is missing") {
    const ProgramRun run = run_program_in(repository.folder().path(), {"check", "--output", "json=no/such/file"});
    CHECK(run.status == 3);
    CHECK(run.errors.find("`no/such/file`") != std::string::npos);
  }
}

}  // namespace macrolint
