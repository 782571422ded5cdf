#include "cli/link_progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "output/printable.h"

namespace macrolint::cli {

namespace {

constexpr std::chrono::seconds time_between_lines{10};
constexpr std::size_t bar_width = 20;
constexpr std::size_t default_columns = 80;

bool is_terminal() {
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

std::size_t columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : default_columns;
}

std::string words(const LinkProgress& progress, double seconds) {
  const double rate = seconds > 0 ? static_cast<double>(progress.done) / seconds : 0;
  std::string text = fmt::format("{} of {} links, {:.0f} a second", progress.done, progress.total, rate);
  if (progress.waiting_for_it > 0) {
    text += fmt::format("; {} left at {}", progress.waiting_for_it, printable(progress.slowest_host));
  }
  return text;
}

std::string bar(const LinkProgress& progress) {
  const std::size_t full = progress.total == 0 ? bar_width : bar_width * progress.done / progress.total;
  return fmt::format("[{}{}] ", std::string(full, '#'), std::string(bar_width - full, '.'));
}

}  // namespace

LinkProgressView::LinkProgressView(Console& console) : console_(console), on_terminal_(is_terminal()) {}

LinkProgressView::~LinkProgressView() { clear(); }

void LinkProgressView::show(const LinkProgress& progress) {
  const Clock::time_point now = Clock::now();
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  if (on_terminal_) {
    std::string line = bar(progress) + words(progress, seconds);
    line.resize(std::min(line.size(), columns() - 1));
    fmt::print(stderr, "\r\x1b[K{}", line);
    std::fflush(stderr);
    has_line_ = true;
  } else if (now - last_line_ >= time_between_lines) {
    last_line_ = now;
    console_.information("Checked " + words(progress, seconds) + ".");
  }
}

void LinkProgressView::clear() {
  if (has_line_) {
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
    has_line_ = false;
  }
}

}  // namespace macrolint::cli
