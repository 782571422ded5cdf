#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/text.h"
#include "rule/rule.h"

namespace macrolint::cli {

/// What linting one of a rule's examples in memory prints, without the summary line.
[[nodiscard]] std::string output_of_example(std::string_view archive, const TextStyle& style);

/// Everything there is to say about one rule, for a terminal.
[[nodiscard]] std::string rule_page(const Rule& rule, bool color);

/// The reference of all rules in Markdown: what `docs/rules.md` holds.
[[nodiscard]] std::string rules_document(std::span<const Rule* const> rules);

}  // namespace macrolint::cli
