#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "macro/macro.h"
#include "source/source.h"

namespace macrolint {

/// An address in the text of a macro.
struct MacroInbox {
  /// See `inbox_of`.
  std::string inbox;
  std::string written;
  Place place;
};

/// The addresses that the texts of macros give to customers, read when first asked for.
class MacroInboxes {
 public:
  /// Each address once, in order; those that nobody is to write to, and malformed ones, are left out.
  [[nodiscard]] const std::vector<MacroInbox>& of(const Macro& macro);

 private:
  std::unordered_map<const Macro*, std::vector<MacroInbox>> known_;
};

[[nodiscard]] std::string_view domain_of(std::string_view address);

/// Whether two addresses are a thing's inboxes for several purposes by their look, such as `sales@` and
/// `sales-support@` or `payroll@` and `nonuspayroll@`.
[[nodiscard]] bool are_of_one_family(std::string_view left, std::string_view right);

}  // namespace macrolint
