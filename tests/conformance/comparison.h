#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/built_site.h"
#include "index/project.h"

namespace macrolint::conformance {

/// Something that the judge and macrolint do not say alike.
struct Difference {
  enum class Kind {
    address,  ///< of a page
    id,       ///< that a page has
    link,     ///< of a page
  };

  Kind kind = Kind::link;
  /// The path of the page below `content`; empty for the list page of a section that has no file.
  std::string source;
  /// The address, the id or the link's destination as written.
  std::string text;
  /// The verdicts on a link; for addresses and ids, "there". Empty where one side sees no such thing.
  std::string judged;
  std::string found;
  /// Where the link leads, as each side has it.
  std::string judged_target;
  std::string found_target;
};

/// One line for people.
[[nodiscard]] std::string described(const Difference& difference);

/// What came of comparing a site.
struct Comparison {
  std::size_t pages = 0;
  /// Links that lead to the site itself, by what the judge or macrolint says.
  std::size_t links = 0;
  std::vector<Difference> differences;
};

/// Reads a site as `macrolint check` does.
[[nodiscard]] std::unique_ptr<Project> read_site(const std::string& folder, const std::string& base_url);

/// Compares the pages whose sources lie below `folder`, a path such as `handbook/`: their addresses, their ids and
/// where their links lead. `project` has the same site alone.
[[nodiscard]] Comparison compare(const BuiltSite& judged, const Project& project, std::string_view folder = "");

}  // namespace macrolint::conformance
