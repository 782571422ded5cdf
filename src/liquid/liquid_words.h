#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace macrolint {

/// A tag of Liquid, `{% name … %}`.
struct LiquidTagKind {
  enum class Role : std::uint8_t {
    single,   ///< stands alone
    opening,  ///< starts a block that ends with `end` and its name
    closing,  ///< ends one
    branch,   ///< divides one: `else`, `elsif`, `when`
  };

  std::string_view name;
  Role role = Role::single;
  /// Means nothing without something behind its name.
  bool needs_markup = false;
};

/// The tags and filters of Liquid 4, which Zendesk runs, and those of later releases, since Zendesk does not
/// publish which it has (https://support.zendesk.com/hc/en-us/articles/4408883291290, and
/// https://shopify.github.io/liquid/).
[[nodiscard]] const LiquidTagKind* find_liquid_tag(std::string_view name);
[[nodiscard]] std::span<const std::string_view> liquid_tag_names();
[[nodiscard]] bool is_liquid_filter(std::string_view name);
[[nodiscard]] std::span<const std::string_view> liquid_filter_names();

/// Operators and literals, which are no variables.
[[nodiscard]] bool is_liquid_keyword(std::string_view name);

/// Whether `branch` may stand directly inside a block of this name.
[[nodiscard]] bool liquid_branch_fits(std::string_view branch, std::string_view block);

}  // namespace macrolint
