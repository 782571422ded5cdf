#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "configuration/configuration.h"
#include "configuration/glob.h"

namespace macrolint {

/// Which files are reported on: those that the caller asked for and that no document set's `include` leaves out.
class ReportScope {
 public:
  ReportScope(const Configuration& configuration, std::function<bool(std::string_view)> asked_for);

  [[nodiscard]] bool reports_on(std::string_view path) const;

 private:
  struct Included {
    std::string folder;
    std::vector<Glob> globs;
  };

  std::function<bool(std::string_view)> asked_for_;
  std::vector<Included> included_;
};

}  // namespace macrolint
