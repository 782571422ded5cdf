#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "drift/inbox/statements.h"
#include "drift/inbox/survey.h"
#include "index/project.h"

namespace macrolint {

/// Judges whether names that are spelt alike name one thing: "Security" may be another team on another page.
class SameThing {
 public:
  SameThing(const Project& project, const ShortForms& short_forms) : project_(&project), short_forms_(&short_forms) {}

  /// Of two statements whose names have one key.
  [[nodiscard]] bool is_same(const InboxStatement& left, const InboxStatement& right);

  /// The macros of the thing: those whose titles' last part has its name, and which the page refers to under a heading
  /// with the name, behind the name or in the section of the statement.
  [[nodiscard]] std::vector<const Macro*> macros_of(const InboxStatement& statement);

 private:
  /// A reference of a page, and where it stands.
  struct Mentioned {
    const Macro* macro = nullptr;
    std::uint32_t section = 0;
    /// The words of the headings above it, from the outermost on.
    std::vector<std::vector<std::string>> headings;
    /// The words before it in its list item or sentence, if they are few, or at the beginning of its row.
    std::vector<std::string> label;
  };
  /// By the words of the macro's last title part.
  using MentionedByWord = std::unordered_map<std::string, std::vector<Mentioned>>;

  static void add(MentionedByWord& mentioned, const Mentioned& one);
  [[nodiscard]] const MentionedByWord& mentioned_on(const Document& page);
  [[nodiscard]] bool share_macro(const InboxStatement& left, const InboxStatement& right);

  const Project* project_;
  const ShortForms* short_forms_;
  std::unordered_map<const Document*, MentionedByWord> mentioned_;
};

}  // namespace macrolint
