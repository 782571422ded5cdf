#include "rule/example_history.h"

#include <chrono>
#include <sstream>
#include <string>

namespace macrolint {

History history_of_example(const MemoryDisk& example) {
  History history;
  const auto file = example.files().find(".history");
  std::istringstream lines(file == example.files().end() ? "" : file->second);
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  char dash = 0;
  for (std::string path; lines >> year >> dash >> month >> dash >> day >> std::ws && std::getline(lines, path);) {
    const std::chrono::sys_days date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
    history.last_changes.emplace(path, std::chrono::sys_seconds(date).time_since_epoch().count());
  }
  return history;
}

}  // namespace macrolint
