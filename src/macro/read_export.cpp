#include "macro/read_export.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "configuration/schema.h"
#include "macro/json_tree.h"
#include "macro/read_macro.h"

namespace macrolint {

namespace {

std::uint64_t read_id(const yaml::Node& macro) {
  const yaml::Node* id = macro.find("id");
  std::uint64_t number = 0;
  if (id != nullptr) {
    const char* end = id->value.data() + id->value.size();
    const auto [stop, error] = std::from_chars(id->value.data(), end, number);
    if (error != std::errc() || stop != end) {
      return 0;
    }
  }
  return number;
}

/// The pages of an export: its only one, or the items of a list.
std::vector<yaml::Node*> pages_of(yaml::Node& root) {
  if (root.kind != yaml::Kind::sequence) {
    return {&root};
  }
  std::vector<yaml::Node*> pages;
  for (yaml::Node& page : root.items) {
    pages.push_back(&page);
  }
  return pages;
}

yaml::Node* find_member(yaml::Node& page, std::string_view key) {
  const auto member = std::find_if(page.members.begin(), page.members.end(),
                                   [key](const auto& candidate) { return candidate.first.value == key; });
  return member == page.members.end() ? nullptr : &member->second;
}

/// An export is complete when its last page says so.
void check_complete(yaml::Node& last_page, std::vector<yaml::Problem>& problems) {
  const yaml::Node* meta = last_page.find("meta");
  const yaml::Node* has_more = meta == nullptr ? nullptr : meta->find("has_more");
  if (has_more != nullptr && has_more->boolean().value_or(false)) {
    problems.push_back({has_more->span,
                        "The export is incomplete: Zendesk has more macros than this file. Add the pages that follow, "
                        "as a list of all answers.",
                        "has_more"});
  }
}

/// Where the last value inside a node ends.
std::uint32_t last_offset(const yaml::Node& node) {
  const yaml::Node* last = &node;
  while (!last->members.empty() || !last->items.empty()) {
    last = last->members.empty() ? &last->items.back() : &last->members.back().second;
  }
  return last->span.end;
}

/// Violations inside a macro become that macro's own. `macro_at` holds the macros of this file by where they begin.
void distribute(std::vector<yaml::Problem> problems, std::deque<Macro>& macros,
                const std::map<std::uint32_t, std::size_t>& macro_at, std::vector<yaml::Problem>& file_problems) {
  for (yaml::Problem& problem : problems) {
    const auto after = macro_at.upper_bound(problem.span.begin);
    if (after == macro_at.begin() || problem.span.begin >= last_offset(*macros[std::prev(after)->second].yaml.root)) {
      file_problems.push_back(std::move(problem));
    } else {
      macros[std::prev(after)->second].schema_problems.push_back(std::move(problem));
    }
  }
}

}  // namespace

std::vector<yaml::Problem> read_export(const Source& source, std::size_t instance, std::deque<Macro>& macros) {
  std::vector<yaml::Problem> problems;
  if (const std::size_t invalid = find_invalid_utf8(source.text); invalid != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(invalid);
    problems.push_back({{at, at + 1}, "The file is not UTF-8 text from here on.", ""});
    return problems;
  }
  JsonTree tree = read_json(source.text);
  if (tree.problem.has_value()) {
    problems.push_back(std::move(*tree.problem));
  }
  if (!tree.root.has_value()) {
    return problems;
  }
  std::vector<yaml::Problem> violations = validate(*tree.root, "macro-export.schema.json");
  const std::vector<yaml::Node*> pages = pages_of(*tree.root);
  if (!pages.empty()) {
    check_complete(*pages.back(), problems);
  }
  std::map<std::uint32_t, std::size_t> macro_at;
  for (yaml::Node* page : pages) {
    yaml::Node* list = find_member(*page, "macros");
    if (list == nullptr) {
      continue;
    }
    for (yaml::Node& node : list->items) {
      macro_at.emplace(node.span.begin, macros.size());
      append_exported_macro(source, instance, std::move(node), macros);
    }
  }
  distribute(std::move(violations), macros, macro_at, problems);
  return problems;
}

void append_exported_macro(const Source& source, std::size_t instance, yaml::Node node, std::deque<Macro>& macros) {
  Macro& macro = macros.emplace_back();
  macro.source = &source;
  macro.instance = instance;
  macro.id = read_id(node);
  macro.yaml.root = std::move(node);
  fill_macro(macro, json_raw_text);
}

}  // namespace macrolint
