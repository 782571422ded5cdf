#include "rename/macro_edits.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "macro/read_macro.h"
#include "macro/scalar_edit.h"

namespace macrolint {

namespace {

const yaml::Member* find_member(const yaml::Node& macro, std::string_view key) {
  const auto found = std::find_if(macro.members.begin(), macro.members.end(),
                                  [key](const yaml::Member& member) { return member.first.value == key; });
  return found == macro.members.end() ? nullptr : &*found;
}

/// In the place of a block scalar, whose last line end belongs to it, or of any other one.
Replacement scalar_replacement(const Source& source, const yaml::Node& node, std::string_view text) {
  const bool has_line_end = source.slice(node.span).ends_with('\n');
  return {node.span, scalar_text(node.style, text) + (has_line_end ? "\n" : "")};
}

/// Length of the word for null that the text begins with, if it does.
std::size_t null_word(std::string_view text) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.starts_with(word)) {
      return word.size();
    }
  }
  return 0;
}

/// `previous_title:` without anything behind it, or with a word for null.
Replacement in_place_of_null(const Source& source, const yaml::Member& member, const std::string& text) {
  const std::string_view all = source.text;
  const std::size_t colon = std::min(all.find(':', member.first.span.end), all.size() - 1);
  const std::size_t value = std::min(all.find_first_not_of(' ', colon + 1), all.size());
  const std::size_t size = null_word(all.substr(value));
  const std::size_t begin = size > 0 ? value : colon + 1;
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)}, (size > 0 ? "" : " ") + text};
}

/// A key of its own, behind the title.
Replacement inserted_key(const Source& source, const yaml::Node& root, const yaml::Member& title,
                         const std::string& text) {
  const std::string_view all = source.text;
  const std::string_view key = source.slice(title.first.span);
  const std::string quote = key.starts_with('"') || key.starts_with('\'') ? std::string(key.substr(0, 1)) : "";
  const std::string entry = quote + "previous_title" + quote + ": " + text;
  if (source.slice({root.span.begin, static_cast<std::uint32_t>(all.size())}).starts_with('{')) {
    return {{title.second.span.end, title.second.span.end}, ", " + entry};
  }
  const std::uint32_t value_end = title.second.span.end;
  const bool behind_line = value_end > 0 && all[value_end - 1] == '\n';
  std::size_t line_end = std::min(all.find('\n', behind_line ? value_end - 1 : value_end), all.size());
  const bool has_return = line_end > 0 && line_end < all.size() && all[line_end - 1] == '\r';
  line_end -= has_return ? 1 : 0;
  const std::size_t key_begin = title.first.span.begin;
  const std::size_t line_begin = key_begin == 0 ? 0 : all.rfind('\n', key_begin - 1) + 1;
  std::string_view indentation = all.substr(line_begin, key_begin - line_begin);
  indentation.remove_prefix(std::min(indentation.find(' '), indentation.size()));  // a byte order mark
  const auto at = static_cast<std::uint32_t>(line_end);
  return {{at, at}, (has_return ? "\r\n" : "\n") + std::string(indentation) + entry};
}

/// Whether the text after the edits says what it is to say, and all else as before.
bool has_expected_meaning(const Macro& before, const std::string& text, const std::string& new_title) {
  Source source;
  source.path = before.source->path;
  source.text = Text(text);
  Macro after;
  read_macro(source, before.instance, before.path_key, after);
  const bool readable = after.yaml.root.has_value() && after.yaml.problems.size() == before.yaml.problems.size() &&
                        after.schema_problems.size() <= before.schema_problems.size();
  if (!readable || after.title != new_title || after.previous_title != before.title) {
    return false;
  }
  const auto others = [](const Macro& macro) {
    nlohmann::json json = yaml::to_json(*macro.yaml.root);
    json.erase("title");
    json.erase("previous_title");
    return json;
  };
  return others(before) == others(after);
}

}  // namespace

std::optional<std::vector<Replacement>> title_edits(const Macro& macro, const std::string& new_title) {
  const Source& source = *macro.source;
  const yaml::Node& root = *macro.yaml.root;
  const yaml::Member* title = find_member(root, "title");
  const yaml::Member* previous = find_member(root, "previous_title");
  if (title == nullptr) {
    return std::nullopt;
  }
  std::vector<Replacement> edits = {scalar_replacement(source, title->second, new_title)};
  if (previous == nullptr) {
    edits.push_back(inserted_key(source, root, *title, scalar_text(title->second.style, macro.title)));
  } else if (previous->second.is_null()) {
    edits.push_back(in_place_of_null(source, *previous, scalar_text(title->second.style, macro.title)));
  } else {
    edits.push_back(scalar_replacement(source, previous->second, macro.title));
  }
  std::sort(edits.begin(), edits.end(),
            [](const Replacement& left, const Replacement& right) { return left.span.begin < right.span.begin; });
  if (edits[0].span.end > edits[1].span.begin ||
      !has_expected_meaning(macro, with_replacements(source.text, edits), new_title)) {
    return std::nullopt;
  }
  return edits;
}

}  // namespace macrolint
