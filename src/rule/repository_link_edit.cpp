#include "rule/repository_link_edit.h"

#include <fmt/format.h>

#include "link/url.h"
#include "rule/reference_findings.h"
#include "rule/renamed_files.h"

namespace macrolint {

Suggestion link_to_file(const Project& project, const Document& document, const Link& link, const LinkTarget& target,
                        const RepositoryFile& file, Applicability applicability) {
  const std::string address = rewritten_link(project.macro_index, link.url, target, file);
  if (address.empty() || link.destination.empty() || link.has_shortcode) {
    return {fmt::format("link to `{}`", address.empty() ? file.path : address), Applicability::unsafe, {}};
  }
  // Where the destination has no escapes, what stays of it needs none.
  const bool verbatim = document.source->slice(link.destination) == link.url;
  std::string text = verbatim ? address : safe_in_destination(address);
  std::string message = fmt::format("link to `{}`", text);
  return {std::move(message), applicability, {{{document.source, link.destination}, std::move(text)}}};
}

Suggestion link_to_macro(const Project& project, const Document& document, const Link& link, const LinkTarget& target,
                         const Macro& macro) {
  if (target.address == nullptr || macro.path_key.empty()) {
    return {fmt::format("link to the file of the macro `{}`", macro.title), Applicability::unsafe, {}};
  }
  const bool managed = target.managed && macro.managed_content != nullptr;
  const auto& files = project.macro_index.files(macro.instance, managed);
  RepositoryFile file{macro.instance, managed, macro.path_key + (managed ? ".md" : ".yaml")};
  if (!files.contains(file.path)) {
    file.path = macro.path_key + ".yml";
  }
  return link_to_file(project, document, link, target, file, Applicability::unsafe);
}

bool may_be_in_history(const Project& project, const Document& document, const RepositoryLink& link) {
  if (link.target.kind != LinkTarget::Kind::missing) {
    return false;
  }
  const auto moved =
      find_moved_file(project.macro_index, link.target, macro_named_by_label(project, document, *link.link));
  return !moved.has_value() || moved->cause == MovedFile::Cause::folder;
}

std::optional<MovedFile> moved_file_of(const Project& project, const Document& document, const RepositoryLink& link) {
  const MacroIndex& index = project.macro_index;
  const LinkTarget& target = link.target;
  const Macro* named = macro_named_by_label(project, document, *link.link);
  auto moved = find_moved_file(index, target, named);
  if (target.kind == LinkTarget::Kind::missing && (!moved.has_value() || moved->cause == MovedFile::Cause::folder)) {
    if (auto file = moved_in_history(project, target)) {
      moved = MovedFile{MovedFile::Cause::history, std::move(*file), target.reference == target.address->reference};
    }
  }
  if (moved.has_value() && named != nullptr) {
    // Where label and link disagree, the link may be at fault.
    const Macro* linked = index.find_path(moved->file.instance, moved->file.path);
    moved->certain = moved->certain && (linked == nullptr || linked->title == named->title);
  }
  const bool only_address = moved.has_value() && moved->cause == MovedFile::Cause::address;
  if (only_address && index.address_of(moved->file.instance, moved->file.managed) == nullptr) {
    return std::nullopt;  // nobody said where the repository is today
  }
  return moved;
}

const Macro* macro_named_by_label(const Project& project, const Document& document, const Link& link) {
  const auto number = static_cast<std::int32_t>(&link - document.links.data());
  for (const Reference& reference : references_of(project, document)) {
    const auto kind = reference.by_title.kind;
    const bool describes = kind == TitleMatch::Kind::partial && !reference.asserted;
    if (reference.mention->link == number && kind != TitleMatch::Kind::none && !describes) {
      return reference.by_title.macro;
    }
  }
  return nullptr;
}

}  // namespace macrolint
