#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// What is wrong with an email address, as a sentence's end such as "has two `@`"; empty if nothing is.
/// Judges by RFC 5321's Mailbox with a dot-string as local part, which is what organisations give out.
[[nodiscard]] std::string defect_of_address(std::string_view address);

/// The domain that an address has or, if it is malformed, was most likely meant to have, in lower case.
[[nodiscard]] std::string intended_domain(std::string_view address);

/// The inbox that an address reaches, in lower case: `Name+detail@domain` is read in `name@domain`.
[[nodiscard]] std::string inbox_of(std::string_view address);

}  // namespace macrolint
