#include "cli/failures.h"

namespace macrolint::cli {

bool report_failures(const Project& project, const TextStyle& style,
                     const std::function<bool(const Unreadable&)>& is_wanted, Console& console) {
  bool failed = false;
  for (const Unreadable& unreadable : project.unreadable) {
    failed = failed || unreadable.machine_at_fault;
    if (is_wanted(unreadable)) {
      const Source& source = *unreadable.place.source;
      const Position position = LineIndex(source.text).position(unreadable.place.span.begin);
      console.error_at(shown_path(source, style), position, unreadable.message);
    }
  }
  return failed;
}

}  // namespace macrolint::cli
