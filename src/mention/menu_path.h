#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// The title that a way through Zendesk's menu leads to: `A::B::C` for "A > B > C", also with `->`, `→` or `»`
/// between the folders. Empty for what is no such way.
[[nodiscard]] std::string title_at_menu_path(std::string_view text);

}  // namespace macrolint
