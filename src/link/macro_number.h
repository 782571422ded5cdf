#pragma once

#include <cstdint>
#include <string_view>

namespace macrolint {

/// Zendesk's pages of one macro: `…zendesk.com/agent/admin/macros/ID`, `/admin/workspaces/…/macros/ID`.
[[nodiscard]] bool is_macro_page(std::string_view url);

/// The number in the address of such a page, or in that of a search for it (`search=id%3A+ID`); else 0.
[[nodiscard]] std::uint64_t macro_number_in(std::string_view url);

}  // namespace macrolint
