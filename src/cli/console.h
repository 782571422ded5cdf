#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/options.h"

namespace spdlog {
class logger;
}

namespace macrolint::cli {

/// The process's two streams: findings go to standard output, log lines to standard error. What comes from input
/// files or arguments is escaped before it is logged.
class Console {
 public:
  explicit Console(const Options& options);

  /// Whether standard output is to be coloured.
  [[nodiscard]] bool color() const { return color_; }

  /// Whether standard output is read by a terminal, which obeys control characters.
  [[nodiscard]] static bool is_terminal();

  /// Writes to standard output. False, with the reason logged, if not everything arrived.
  [[nodiscard]] bool write(std::string_view text);

  void error(std::string_view message);
  void warning(std::string_view message);
  /// What a person wants to know who watches; not shown with `--quiet`.
  void information(std::string_view message);
  /// Shown with `--verbose`.
  void debug(std::string_view message);
  /// An error with its place, in the form that editors and terminals can follow: `path:line:column`.
  void error_at(std::string_view path, Position position, std::string_view message);

 private:
  bool color_;
  std::shared_ptr<spdlog::logger> log_;
};

}  // namespace macrolint::cli
