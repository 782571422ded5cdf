#include "rename/requested_macro.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "diagnostic/in_backticks.h"
#include "output/printable.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

/// What the schema of macros allows, and what file systems do.
constexpr std::size_t max_title_characters = 500;
constexpr std::size_t max_name_bytes = 200;

std::vector<std::string_view> instance_names(const Project& project) {
  std::vector<std::string_view> names;
  for (const Instance& instance : project.configuration.instances) {
    names.push_back(instance.name);
  }
  return names;
}

std::string unknown_instance(const Project& project, const std::string& name) {
  const std::vector<std::string_view> names = instance_names(project);
  const auto near = nearest(name, names);
  return fmt::format("The configuration has no instance {}.{}", in_backticks(name),
                     near            ? fmt::format(" Did you mean {}?", in_backticks(*near))
                     : names.empty() ? ""
                                     : fmt::format(" It has {}.", fmt::format("`{}`", fmt::join(names, "`, `"))));
}

std::string unknown_title(const Project& project, const RenameRequest& request) {
  const MacroIndex& index = project.macro_index;
  const std::string where = request.instance.empty() ? "" : fmt::format(" of {}", in_backticks(request.instance));
  std::string sentence = fmt::format("No macro{} has the title {}.", where, in_backticks(request.old_title));
  const TitleMatch match = index.find_title(request.old_title);
  if (match.kind == TitleMatch::Kind::renamed) {
    sentence += fmt::format(" It was renamed to {}.", in_backticks(match.macro->title));
  } else if (match.kind == TitleMatch::Kind::inexact || match.kind == TitleMatch::Kind::partial) {
    sentence += fmt::format(" Did you mean {}?", in_backticks(match.macro->title));
  } else if (const Macro* near = index.nearest_title(request.old_title);
             near != nullptr && near->title != request.old_title) {
    sentence += fmt::format(" Did you mean {}?", in_backticks(near->title));
  }
  return sentence;
}

std::string several(const Project& project, const std::vector<const Macro*>& macros) {
  std::set<std::string_view> instances;
  for (const Macro* macro : macros) {
    instances.insert(project.configuration.instances[macro->instance].name);
  }
  if (instances.size() > 1) {
    return fmt::format("Macros of several instances have the title {}. Choose one with `--instance NAME`: `{}`.",
                       in_backticks(macros.front()->title), fmt::join(instances, "`, `"));
  }
  return fmt::format("{} and {} have the same title. Give one of them another title by hand first.",
                     in_backticks(macros[0]->source->path), in_backticks(macros[1]->source->path));
}

std::optional<std::string> problem_with_form(const std::string& title) {
  if (find_invalid_utf8(title) != std::string_view::npos || printable(title) != title) {
    return "The new title has control characters or characters that nobody sees. Write it without them.";
  }
  if (count_characters(title) > max_title_characters) {
    return fmt::format("The new title is longer than {} characters. Choose a shorter one.", max_title_characters);
  }
  if (title.find_first_of("/\\") != std::string::npos) {
    return fmt::format("The new title {} has a slash, which the path of its file cannot have. Write it without.",
                       in_backticks(title));
  }
  std::string_view rest = title;
  while (true) {
    const std::size_t end = std::min(rest.find("::"), rest.size());
    const std::string_view part = rest.substr(0, end);
    if (part.find_first_not_of(' ') == std::string_view::npos) {
      return fmt::format("The new title {} has an empty part. Write something between each `::` and the next.",
                         in_backticks(title));
    }
    if (part.front() == ' ' || part.back() == ' ' || part.front() == ':' || part.back() == ':') {
      return fmt::format("The part `{}` of the new title begins or ends with a space or a colon. Write it without.",
                         part);
    }
    if (part.front() == '.' || part.size() > max_name_bytes) {
      return fmt::format("The part {} of the new title makes no name of a file: it {}.", in_backticks(part),
                         part.front() == '.' ? "begins with a dot" : "is too long");
    }
    if (end == rest.size()) {
      return std::nullopt;
    }
    rest.remove_prefix(end + 2);
  }
}

}  // namespace

std::variant<const Macro*, std::string> requested_macro(const Project& project, const RenameRequest& request) {
  const std::vector<std::string_view> names = instance_names(project);
  if (!request.instance.empty() && std::find(names.begin(), names.end(), request.instance) == names.end()) {
    return unknown_instance(project, request.instance);
  }
  std::vector<const Macro*> found;
  for (const Macro& macro : project.macros) {
    const bool in_instance = request.instance.empty() || names[macro.instance] == request.instance;
    if (in_instance && macro.is_usable() && macro.title == request.old_title) {
      found.push_back(&macro);
    }
  }
  if (found.empty()) {
    return unknown_title(project, request);
  }
  if (found.size() > 1) {
    return several(project, found);
  }
  if (found.front()->path_key.empty()) {
    return fmt::format("The macro {} comes from the export {}. Rename it in Zendesk and export again.",
                       in_backticks(request.old_title), in_backticks(found.front()->source->path));
  }
  return found.front();
}

std::optional<std::string> problem_with_new_title(const Project& project, const Macro& macro,
                                                  const std::string& title) {
  if (title == macro.title) {
    return fmt::format("The macro has the title {} already.", in_backticks(title));
  }
  if (auto problem = problem_with_form(title)) {
    return problem;
  }
  for (const Macro& other : project.macros) {
    if (&other == &macro || other.instance != macro.instance || !other.is_usable()) {
      continue;
    }
    if (other.title == title) {
      return fmt::format("{} has the title {} already. Choose another.", in_backticks(other.source->path),
                         in_backticks(title));
    }
    if (other.previous_title == title) {
      return fmt::format("{} is the former title of {}, under which Zendesk may still know it. Choose another.",
                         in_backticks(title), in_backticks(other.title));
    }
  }
  return std::nullopt;
}

}  // namespace macrolint
