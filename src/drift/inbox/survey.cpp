#include "drift/inbox/survey.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "drift/inbox/sentence_words.h"
#include "inbox/email_address.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t longest_label = 60;

/// The lines around an offset up to blank ones.
Span block_around(std::string_view text, Span address) {
  const auto is_blank_line_end = [&](std::size_t line_end) {
    const std::size_t next = text.find_first_not_of(" \t\r", line_end + 1);
    return next == std::string_view::npos || text[next] == '\n';
  };
  std::size_t begin = address.begin;
  while (begin > 0) {
    const std::size_t line_end = text.rfind('\n', begin - 1);
    if (line_end == std::string_view::npos) {
      begin = 0;
      break;
    }
    const std::size_t last = text.find_last_not_of(" \t\r", line_end == 0 ? 0 : line_end - 1);
    begin = line_end;
    if (line_end == 0 || last == std::string_view::npos || text[last] == '\n') {
      ++begin;
      break;
    }
  }
  std::size_t end = std::min(text.find('\n', address.end), text.size());
  while (end < text.size() && !is_blank_line_end(end)) {
    end = std::min(text.find('\n', end + 1), text.size());
  }
  // Indented further than its list has it, the first line would be code.
  begin = std::min(text.find_first_not_of(" \t\n\r", begin), static_cast<std::size_t>(address.begin));
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Whether any of the words stands in the text, at the beginning of one of its own.
template <std::size_t size>
bool has_any(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Whether the bytes around an address leave it open that it is said whose it is: a mark that separates it from a name,
/// or words that such sentences have. Most addresses in sentences are given for something else.
bool may_be_stated(std::string_view text, Span address) {
  constexpr std::size_t longest_sentence = 240;
  constexpr std::string_view marks = " \t\r\n*_`<>[\"'";
  const std::size_t first = address.begin - std::min<std::size_t>(address.begin, longest_sentence);
  std::string_view before = text.substr(first, address.begin - first);
  if (before.ends_with("mailto:")) {
    // The label is before it: a name, or an address that stands in the text itself.
    return true;
  }
  before = before.substr(0, before.find_last_not_of(marks) + 1);
  if (before.empty() || !is_letter(before.back())) {
    return true;
  }
  const std::string_view behind = text.substr(address.end, 8);
  const std::size_t mark = behind.find_first_not_of(marks);
  const bool begins_line =
      text.substr(first + before.size(), address.begin - first - before.size()).find('\n') != std::string_view::npos;
  if (begins_line || (mark != std::string_view::npos && (behind[mark] == '|' || behind[mark] == '('))) {
    return true;
  }
  const std::size_t space = before.find_last_of(" \t\n([*_>");
  const std::string last = lower_case(before.substr(space == std::string_view::npos ? 0 : space + 1));
  constexpr std::array<std::string_view, 6> prepositions = {"at", "by", "is", "through", "using", "via"};
  constexpr std::array<std::string_view, 10> messages = {"quest",  "quir",  "quer",   "issue",  "invoice",
                                                         "essage", "otice", "report", "ticket", "mails"};
  constexpr std::array<std::string_view, 5> labels = {": ", " - ", "For ", "acro", "\u2013"};
  return is_one_of(last, prepositions) || has_any(before, labels) || (last == "to" && has_any(before, messages));
}

class Surveyor {
 public:
  Surveyor(const Project& project, const InboxScope& scope, MacroInboxes& macro_inboxes)
      : project_(project), scope_(scope), macro_inboxes_(macro_inboxes) {}

  InboxSurvey survey() {
    for (std::size_t index = 0; index < project_.pages.size(); ++index) {
      if (!project_.pages[index].addresses.empty()) {
        glance_at(index);
      }
    }
    for (const Inbox& inbox : project_.configuration.inboxes) {
      if (const auto name = read_thing_name(inbox.name)) {
        survey_.short_forms.add(*name);
      }
    }
    find_suspects();
    for (const std::size_t index : suspects_) {
      learn_from_labels(index);
    }
    for (const std::size_t index : suspects_) {
      read(index);
    }
    return std::move(survey_);
  }

 private:
  struct Glance {
    std::size_t page = 0;
    ThingName name;
    std::string address;
  };

  void glance_at(std::size_t index) {
    const Document& page = project_.pages[index];
    const std::string_view text = page.source->text;
    const std::vector<Address> addresses = addresses_in_order(page);
    std::vector<Span> relevant;
    for (const Address& address : addresses) {
      if (scope_.is_relevant(page.source->slice(address.span))) {
        relevant.push_back(address.span);
      }
    }
    const std::size_t before = glances_.size();
    std::uint32_t done = page.body.begin;
    for (const Span address : relevant) {
      if (address.begin < done || !may_be_stated(text, address)) {
        continue;
      }
      Span block = block_around(text, address);
      block.begin = std::max(block.begin, done);
      done = block.end;
      for (InboxStatement& found :
           read_inbox_statements(page, addresses, read_passages(page, block), project_.references[index], scope_)) {
        if (found.macro == nullptr) {
          glances_.push_back({index, std::move(found.name), std::move(found.address)});
        }
      }
    }
    if (!relevant.empty() && names_other_inbox_than_its_macros(index, relevant)) {
      suspects_.insert(index);
    }
    if (glances_.size() > before) {
      learn_short_forms(page);
    }
  }

  /// Names of statements introduce short forms, and so do headings.
  void learn_short_forms(const Document& page) {
    for (const Anchor& anchor : page.anchors) {
      const std::string_view heading = page.source->slice(anchor.span);
      if (anchor.kind == Anchor::Kind::heading && heading.find(" (") != std::string_view::npos) {
        if (const auto name = read_thing_name(heading)) {
          survey_.short_forms.add(*name);
        }
      }
    }
  }

  [[nodiscard]] bool names_other_inbox_than_its_macros(std::size_t index, const std::vector<Span>& addresses) {
    std::set<std::string> of_page;
    for (const Span address : addresses) {
      of_page.insert(inbox_of(project_.pages[index].source->slice(address)));
    }
    std::map<std::string_view, std::size_t> by_domain;
    for (const std::string& inbox : of_page) {
      ++by_domain[domain_of(inbox)];
    }
    for (const Reference& reference : project_.references[index]) {
      if (reference.macro == nullptr) {
        continue;
      }
      for (const MacroInbox& inbox : macro_inboxes_.of(*reference.macro)) {
        const auto found = by_domain.find(domain_of(inbox.inbox));
        const bool others = found != by_domain.end() && found->second > (of_page.contains(inbox.inbox) ? 1U : 0U);
        if (others) {
          return true;
        }
      }
    }
    return false;
  }

  /// The pages that give a thing an inbox, where some page or the configuration gives it another one.
  void find_suspects() {
    for (const Glance& glance : glances_) {
      survey_.short_forms.add(glance.name);
    }
    std::map<std::string, std::vector<const Glance*>> by_thing;
    for (const Glance& glance : glances_) {
      by_thing[survey_.short_forms.key_of(glance.name)].push_back(&glance);
    }
    std::map<std::string, std::set<std::string>> configured;
    for (const Inbox& inbox : project_.configuration.inboxes) {
      if (const auto name = read_thing_name(inbox.name)) {
        configured[survey_.short_forms.key_of(*name)].insert(inbox_of(inbox.address));
      }
    }
    for (const auto& thing : by_thing) {
      const std::vector<const Glance*>& glances = thing.second;
      const auto known = configured.find(thing.first);
      const bool differ = std::any_of(glances.begin(), glances.end(), [&](const Glance* glance) {
        return glance->address != glances.front()->address ||
               (known != configured.end() && !known->second.contains(glance->address));
      });
      for (const Glance* glance : glances) {
        if (differ) {
          suspects_.insert(glance->page);
        }
      }
    }
  }

  /// `GitLab for Education (EDU): …`
  void learn_from_labels(std::size_t index) {
    for (const Passage& passage : project_.passages.of(project_.pages[index])) {
      const std::string_view text = passage.text.text();
      if (passage.kind != Passage::Kind::code && text.find(" (") < longest_label) {
        if (const auto name = read_thing_name(text.substr(0, text.find(':')))) {
          survey_.short_forms.add(*name);
        }
      }
    }
  }

  void read(std::size_t index) {
    const Document& page = project_.pages[index];
    for (InboxStatement& statement : read_inbox_statements(page, addresses_in_order(page), project_.passages.of(page),
                                                           project_.references[index], scope_)) {
      survey_.short_forms.complete(statement.name);
      survey_.statements.push_back(std::move(statement));
    }
  }

  const Project& project_;
  const InboxScope& scope_;
  MacroInboxes& macro_inboxes_;
  InboxSurvey survey_;
  std::vector<Glance> glances_;
  std::set<std::size_t> suspects_;
};

}  // namespace

void ShortForms::add(const ThingName& name) {
  if (name.short_key.empty()) {
    return;
  }
  const auto [entry, is_new] = by_short_.try_emplace(name.short_key, name.key);
  if (!is_new && entry->second != name.key) {
    long_keys_.erase(entry->second);
    entry->second.clear();
  } else if (!entry->second.empty()) {
    long_keys_.emplace(name.key, name.short_key);
  }
}

const std::string& ShortForms::key_of(const ThingName& name) const {
  const auto found = by_short_.find(name.key);
  return found == by_short_.end() || found->second.empty() ? name.key : found->second;
}

void ShortForms::complete(ThingName& name) const {
  const auto found = long_keys_.find(key_of(name));
  if (found != long_keys_.end() && name.short_key.empty()) {
    name.short_key = found->second;
  }
}

InboxSurvey survey_inboxes(const Project& project, const InboxScope& scope, MacroInboxes& macro_inboxes) {
  return Surveyor(project, scope, macro_inboxes).survey();
}

}  // namespace macrolint
