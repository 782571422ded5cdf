#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "configuration/configuration.h"
#include "document/document.h"
#include "external/outcome.h"
#include "index/history.h"
#include "index/macro_index.h"
#include "index/reference.h"
#include "macro/macro.h"
#include "passage/passage.h"
#include "site/resolve_link.h"
#include "site/site.h"
#include "snapshot/snapshot.h"
#include "source/source.h"

namespace macrolint {

class PageQuotes;

/// A file or folder that could not be read; `place` is the file itself, or the line of the configuration that
/// names it.
struct Unreadable {
  Place place;
  std::string subject;
  std::string message;
  /// The machine refused (permission, missing, input/output error), as opposed to a file that is not acceptable.
  bool machine_at_fault = false;
  /// There is no such file or folder.
  bool is_missing = false;
};

/// A link about whose destination there is something to say.
struct NotableLink {
  const Link* link = nullptr;
  ResolvedLink::State state = ResolvedLink::State::external;
  ResolvedLink::Host host = ResolvedLink::Host::none;
};

/// A link into a configured macro repository.
struct RepositoryLink {
  const Link* link = nullptr;
  LinkTarget target;
};

/// Everything that was read, with what was looked up in it. Rules see this and nothing else.
struct Project {
  Configuration configuration;
  std::deque<Source> sources;
  std::deque<Macro> macros;
  /// Macros of sync repositories in neither `active` nor `inactive`. They are in use nowhere: nothing finds them.
  std::deque<Macro> misplaced_macros;
  std::deque<ManagedContent> managed_contents;
  std::vector<Document> pages;
  /// Parallel to `pages`: the references of each page in order of place.
  std::vector<std::vector<Reference>> references;
  /// The text of pages, for rules that read sentences.
  PagePassages passages;
  /// Parallel to `pages`: the instances that the configuration says a page is about, in ascending order.
  std::vector<std::vector<std::size_t>> page_instances;
  /// What pages quote of macros.
  std::shared_ptr<const PageQuotes> quotes;
  MacroIndex macro_index;
  /// Parallel to the configuration's instances: what their Zendesk really has; null where that is not known.
  std::vector<std::unique_ptr<Snapshot>> snapshots;
  /// Parallel to the configuration's documents.
  std::deque<Site> sites;
  /// The links that are not simply right, of the documents that have any.
  std::unordered_map<const Document*, std::vector<NotableLink>> notable_links;
  /// The links into macro repositories, of the documents that have any.
  std::unordered_map<const Document*, std::vector<RepositoryLink>> repository_links;
  /// The day on which the run judges dates, as `YYYY-MM-DD`.
  std::string today;
  std::vector<Unreadable> unreadable;
  /// What pages point into that were parsed by an earlier run.
  Text known_pages;
  /// How many were not.
  std::size_t parsed_pages = 0;
  /// False if a page could not be read: then nothing can be said about what no page says.
  bool are_pages_complete = true;
  /// What the rules asked for of it.
  History history;
  /// What was found out about addresses on the web; empty unless that was asked for.
  ExternalOutcomes external;
  /// Names of shortcodes that some page closes, with the number of closed and unclosed uses.
  struct ShortcodeUse {
    std::uint32_t paired = 0;
    std::uint32_t alone = 0;
  };
  std::map<std::string, ShortcodeUse, std::less<>> shortcode_uses;

  /// Pages, managed content and the comments of macros, in this order.
  [[nodiscard]] std::vector<const Document*> all_documents() const;
  [[nodiscard]] bool has_snapshots() const;
  /// What the Zendesk of the macro's instance really has, or null.
  [[nodiscard]] const Snapshot* snapshot_for(const Macro& macro) const { return snapshots[macro.instance].get(); }

  Project() = default;
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;
};

}  // namespace macrolint
