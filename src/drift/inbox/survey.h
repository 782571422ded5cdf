#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "drift/inbox/macro_inboxes.h"
#include "drift/inbox/statements.h"
#include "index/project.h"

namespace macrolint {

/// Short forms and the names they stand for, as the pages introduce them: `GitLab for Education (EDU)`.
class ShortForms {
 public:
  void add(const ThingName& name);
  /// What all spellings of a thing have in common.
  [[nodiscard]] const std::string& key_of(const ThingName& name) const;
  /// Whether the thing has a short form: then its name is that of one thing on the whole site.
  [[nodiscard]] bool has_short_form(const std::string& key) const { return long_keys_.contains(key); }
  /// Puts the short form into names that do not bring it along.
  void complete(ThingName& name) const;

 private:
  /// By short form; empty if pages use it for several things.
  std::unordered_map<std::string, std::string> by_short_;
  std::unordered_map<std::string, std::string> long_keys_;
};

/// What pages say about inboxes, as far as there may be a disagreement.
struct InboxSurvey {
  ShortForms short_forms;
  /// In order of page and place.
  std::vector<InboxStatement> statements;
};

/// Looks through the pages with addresses. Parsing them all anew would take too long: the blocks around the addresses
/// tell which pages may disagree with something, and only those are read whole.
[[nodiscard]] InboxSurvey survey_inboxes(const Project& project, const InboxScope& scope, MacroInboxes& macro_inboxes);

}  // namespace macrolint
