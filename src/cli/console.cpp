#include "cli/console.h"

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "output/printable.h"

namespace macrolint::cli {

namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

/// See https://no-color.org for `NO_COLOR`.
bool wants_color(Color color, int descriptor) {
  if (color != Color::automatic) {
    return color == Color::always;
  }
  const char* terminal = std::getenv("TERM");
  return ::isatty(descriptor) == 1 && !is_set("NO_COLOR") &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::shared_ptr<spdlog::logger> make_log(const Options& options) {
  const bool color = wants_color(options.color, STDERR_FILENO);
  auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_st>(color ? spdlog::color_mode::always
                                                                          : spdlog::color_mode::never);
  auto log = std::make_shared<spdlog::logger>("macrolint", std::move(sink));
  log->set_pattern("macrolint: %^%l%$: %v");
  log->set_level(options.verbose ? spdlog::level::debug : (options.quiet ? spdlog::level::err : spdlog::level::info));
  return log;
}

}  // namespace

Console::Console(const Options& options) : color_(wants_color(options.color, STDOUT_FILENO)), log_(make_log(options)) {}

bool Console::is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

bool Console::write(std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) {
    return true;
  }
  error(fmt::format("Standard output cannot be written: {}.", std::generic_category().message(errno)));
  return false;
}

void Console::error(std::string_view message) { log_->error("{}", printable(message)); }
void Console::warning(std::string_view message) { log_->warn("{}", printable(message)); }
void Console::information(std::string_view message) { log_->info("{}", printable(message)); }
void Console::debug(std::string_view message) { log_->debug("{}", printable(message)); }

void Console::error_at(std::string_view path, Position position, std::string_view message) {
  log_->flush();
  fmt::print(stderr, "{}:{}:{}: error: {}\n", printable(path), position.line, position.column, printable(message));
}

}  // namespace macrolint::cli
