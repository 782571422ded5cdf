#include "conformance/hugo_build.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "catch.h"
#include "conformance/shortcode_stubs.h"
#include "support/golden.h"

namespace macrolint::conformance {

namespace {

constexpr std::string_view theme_layouts = "tests/conformance/theme/layouts";

/// Runs hugo with nothing of the caller's environment that could configure it; returns its exit status.
int run_hugo(std::vector<std::string> arguments, const std::string& home, const std::string& log) {
  const char* path = std::getenv("PATH");
  std::vector<std::string> variables = {"HOME=" + home, "TZ=UTC", "LC_ALL=C.UTF-8",
                                        std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path)};
  arguments.insert(arguments.begin(), "hugo");
  const auto pointers = [](std::vector<std::string>& texts) {
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (std::string& text : texts) {
      result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
  };
  posix_spawn_file_actions_t streams;
  ::posix_spawn_file_actions_init(&streams);
  ::posix_spawn_file_actions_addopen(&streams, 1, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  ::posix_spawn_file_actions_adddup2(&streams, 1, 2);
  pid_t child = 0;
  const int failed =
      ::posix_spawnp(&child, "hugo", &streams, nullptr, pointers(arguments).data(), pointers(variables).data());
  ::posix_spawn_file_actions_destroy(&streams);
  int status = 0;
  if (failed != 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) {
    return -1;
  }
  return WEXITSTATUS(status);
}

/// A literal string of TOML cannot hold what the paths of temporary folders and sites do not hold either.
std::string mount(const std::string& source, const std::string& target) {
  REQUIRE(source.find('\'') == std::string::npos);
  return fmt::format("\n[[module.mounts]]\nsource = '{}'\ntarget = '{}'\n", source, target);
}

}  // namespace

bool hugo_is_installed() {
  const TemporaryFolder folder;
  return run_hugo({"version"}, folder.path(), folder.path("log")) == 0;
}

HugoBuild::HugoBuild(const std::string& site_folder, const std::string& base_url) {
  const std::string site = std::filesystem::canonical(site_folder).string();
  for (const auto& [name, stub] : shortcode_stubs(site + "/content")) {
    if (!std::filesystem::exists(project_path(theme_layouts) + "/shortcodes/" + name + ".html")) {
      folder_.write("stubs/shortcodes/" + name + ".html", stub);
    }
  }
  write_configuration(site, base_url);
  const int status = run_hugo(
      {"--source", folder_.path(), "--destination", public_folder(), "--clock", std::string(build_day) + "T12:00:00Z"},
      folder_.path(), folder_.path("log"));
  log_ = folder_.read("log");
  INFO(log_);
  REQUIRE(status == 0);
}

void HugoBuild::translate_build_options(const std::string& content) const {
  constexpr std::string_view option = "\nbuild:";
  std::filesystem::create_directories(folder_.path("translated"));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(content)) {
    if (!entry.is_regular_file() || !may_be_page(entry.path())) {
      continue;
    }
    std::string text = text_of(entry.path().string());
    const bool has_front_matter = text.starts_with("---\n") || text.starts_with("---\r\n");
    const std::size_t end = has_front_matter ? text.find("\n---", 3) : 0;
    if (const std::size_t at = text.find(option); at < end) {
      text.insert(at + 1, "_");
      folder_.write("translated/" + entry.path().lexically_relative(content).string(), text);
    }
  }
}

void HugoBuild::write_configuration(const std::string& site_folder, const std::string& base_url) const {
  translate_build_options(site_folder + "/content");
  std::string configuration =
      fmt::format("baseURL = '{}'\n", base_url) + text_of(project_path("tests/conformance/theme/config.toml"));
  // Of two files with one path Hugo takes that of the first mount.
  configuration += mount(folder_.path("translated"), "content");
  for (const char* const part : {"content", "static", "assets", "layouts/index.redirects"}) {
    const std::string source = site_folder + "/" + part;
    if (std::filesystem::exists(source)) {
      configuration += mount(source, part);
    }
  }
  configuration += mount(std::filesystem::canonical(project_path(theme_layouts)).string(), "layouts");
  std::filesystem::create_directories(folder_.path("stubs"));
  configuration += mount(folder_.path("stubs"), "layouts");
  folder_.write("config.toml", configuration);
}

}  // namespace macrolint::conformance
