#pragma once

#include <string>

#include "support/temporary_folder.h"

namespace macrolint::conformance {

/// A site of headings, paths and links that are easy to get wrong, written out as files.
class AwkwardSite {
 public:
  AwkwardSite();
  [[nodiscard]] const std::string& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace macrolint::conformance
