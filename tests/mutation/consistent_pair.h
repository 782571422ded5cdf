#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// One program of an invented company: what its macros and pages are about.
struct Program {
  std::string name;
  /// In paths, tags and anchors.
  std::string slug;
  std::string inbox;
  /// As the macro has it, and as the page writes it.
  std::string status;
  std::string written_status;
  std::string channel_id;
  /// The group that its forms are assigned to.
  std::string team;
  /// The number that Zendesk has for its macro in the export.
  std::string number;
  /// A sentence that the macro's wording and the page's quote share.
  std::string promise;
};

[[nodiscard]] const std::vector<Program>& programs();

/// A text with `{name}`, `{slug}`, `{inbox}`, `{status}`, `{written}`, `{channel}`, `{team}`, `{number}` and
/// `{promise}` filled in, and what follows from them: `{NAME}` and `{Name}` are the name in capitals and in small
/// letters, `{path}` is the name as addresses have it, `{other}` another status. Other braces stay.
[[nodiscard]] std::string filled(std::string_view text, const Program& program);

/// Files by their paths: `.macrolint.yml`, three Zendesk instances with their macros, and a handbook that agrees with
/// them in every respect. Nothing is to be found there; one drift is planted at a time.
using Files = std::map<std::string, std::string>;
[[nodiscard]] Files consistent_pair();
/// The same with a snapshot of what the first instance's Zendesk has, which agrees with it.
[[nodiscard]] Files pair_with_snapshot();

/// Where a program's things are, to be filled in.
namespace file {
/// A macro with managed content, and that; one with a comment of its own; an internal note.
inline constexpr std::string_view reply = "retail/sync/active/General/{name} Reply.yaml";
inline constexpr std::string_view wording = "retail/managed/active/General/{name} Reply.md";
inline constexpr std::string_view goodbye = "retail/sync/active/Closing/{name} Goodbye.yaml";
inline constexpr std::string_view form = "retail/sync/active/Forms/{name} Form.yaml";
/// A macro of another instance.
inline constexpr std::string_view order = "wholesale/sync/active/Bulk/{name} Order.yaml";
/// All macros of a third instance, as Zendesk exports them.
inline constexpr std::string_view exported = "online/macros.json";
/// What the Zendesk of the first instance has.
inline constexpr std::string_view snapshot = "retail/snapshot.json";

/// Pages: of the program, of those who do its work, and those that list all programs.
inline constexpr std::string_view page = "handbook/content/programs/{slug}.md";
inline constexpr std::string_view desk = "handbook/content/desks/{slug}.md";
inline constexpr std::string_view overview = "handbook/content/programs/_index.md";
inline constexpr std::string_view contacts = "handbook/content/contacts.md";
inline constexpr std::string_view wholesale = "handbook/content/wholesale/orders.md";
inline constexpr std::string_view online = "handbook/content/online/chats.md";
}  // namespace file

/// The files in the txtar format.
[[nodiscard]] std::string archive_of(const Files& files);

// Parts of the pair.
void add_macros(Files& files);
void add_pages(Files& files);

}  // namespace macrolint
