#include "liquid/liquid_words.h"

#include <algorithm>
#include <array>

namespace macrolint {

namespace {

using Role = LiquidTagKind::Role;

constexpr std::array<LiquidTagKind, 34> tags = {{
    {"#", Role::single, false},          {"assign", Role::single, true},
    {"break", Role::single, false},      {"capture", Role::opening, true},
    {"case", Role::opening, true},       {"comment", Role::opening, false},
    {"continue", Role::single, false},   {"cycle", Role::single, true},
    {"decrement", Role::single, true},   {"doc", Role::opening, false},
    {"echo", Role::single, false},       {"else", Role::branch, false},
    {"elsif", Role::branch, true},       {"endcapture", Role::closing, false},
    {"endcase", Role::closing, false},   {"endcomment", Role::closing, false},
    {"enddoc", Role::closing, false},    {"endfor", Role::closing, false},
    {"endif", Role::closing, false},     {"endifchanged", Role::closing, false},
    {"endraw", Role::closing, false},    {"endtablerow", Role::closing, false},
    {"endunless", Role::closing, false}, {"for", Role::opening, true},
    {"if", Role::opening, true},         {"ifchanged", Role::opening, false},
    {"include", Role::single, false},    {"increment", Role::single, true},
    {"liquid", Role::single, false},     {"raw", Role::opening, false},
    {"render", Role::single, false},     {"tablerow", Role::opening, true},
    {"unless", Role::opening, true},     {"when", Role::branch, true},
}};

constexpr auto tag_names = [] {
  std::array<std::string_view, tags.size()> names;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    names[i] = tags[i].name;
  }
  return names;
}();

constexpr auto filters = std::to_array<std::string_view>({
    "abs",
    "append",
    "at_least",
    "at_most",
    "base64_decode",
    "base64_encode",
    "base64_url_safe_decode",
    "base64_url_safe_encode",
    "capitalize",
    "ceil",
    "compact",
    "concat",
    "date",
    "default",
    "divided_by",
    "downcase",
    "escape",
    "escape_once",
    "find",
    "find_index",
    "first",
    "floor",
    "h",
    "has",
    "join",
    "last",
    "lstrip",
    "map",
    "minus",
    "modulo",
    "newline_to_br",
    "plus",
    "prepend",
    "reject",
    "remove",
    "remove_first",
    "remove_last",
    "replace",
    "replace_first",
    "replace_last",
    "reverse",
    "round",
    "rstrip",
    "size",
    "slice",
    "sort",
    "sort_natural",
    "split",
    "strip",
    "strip_html",
    "strip_newlines",
    "sum",
    "times",
    "truncate",
    "truncatewords",
    "uniq",
    "upcase",
    "url_decode",
    "url_encode",
    "where",
});
static_assert(std::is_sorted(filters.begin(), filters.end()));

constexpr auto keywords = std::to_array<std::string_view>({
    "and",
    "blank",
    "contains",
    "empty",
    "false",
    "in",
    "nil",
    "not",
    "null",
    "or",
    "reversed",
    "true",
});
static_assert(std::is_sorted(keywords.begin(), keywords.end()));

}  // namespace

const LiquidTagKind* find_liquid_tag(std::string_view name) {
  const auto found =
      std::find_if(tags.begin(), tags.end(), [name](const LiquidTagKind& tag) { return tag.name == name; });
  return found == tags.end() ? nullptr : &*found;
}

std::span<const std::string_view> liquid_tag_names() { return tag_names; }

bool is_liquid_filter(std::string_view name) { return std::binary_search(filters.begin(), filters.end(), name); }

std::span<const std::string_view> liquid_filter_names() { return filters; }

bool is_liquid_keyword(std::string_view name) { return std::binary_search(keywords.begin(), keywords.end(), name); }

bool liquid_branch_fits(std::string_view branch, std::string_view block) {
  if (branch == "elsif") {
    return block == "if" || block == "unless";
  }
  if (branch == "when") {
    return block == "case";
  }
  return block == "if" || block == "unless" || block == "case" || block == "for" || block == "tablerow";
}

}  // namespace macrolint
