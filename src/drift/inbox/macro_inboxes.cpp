#include "drift/inbox/macro_inboxes.h"

#include <algorithm>
#include <array>
#include <set>

#include "drift/inbox/sentence_words.h"
#include "inbox/email_address.h"

namespace macrolint {

namespace {

/// What a macro may name beside the inbox that it is about.
constexpr std::array<std::string_view, 8> senders = {"do-not-reply", "donotreply", "help",    "info",
                                                     "no-reply",     "noreply",    "support", "you"};

std::set<std::string_view> parts_of(std::string_view local) {
  std::set<std::string_view> parts;
  for (std::size_t at = 0; at <= local.size();) {
    const std::size_t end = std::min(local.find_first_of(".-_", at), local.size());
    parts.insert(local.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::string_view domain_of(std::string_view address) { return address.substr(address.rfind('@') + 1); }

const std::vector<MacroInbox>& MacroInboxes::of(const Macro& macro) {
  const auto [entry, is_new] = known_.try_emplace(&macro);
  std::vector<MacroInbox>& inboxes = entry->second;
  if (!is_new) {
    return inboxes;
  }
  const auto add_all = [&](const Document& document) {
    for (const Address& address : document.addresses) {
      const std::string written(document.source->slice(address.span));
      std::string inbox = inbox_of(written);
      const std::string_view local = std::string_view(inbox).substr(0, inbox.find('@'));
      const bool is_known =
          std::any_of(inboxes.begin(), inboxes.end(), [&](const MacroInbox& known) { return known.inbox == inbox; });
      // A macro with more addresses is about none in particular.
      constexpr std::size_t max_inboxes = 16;
      if (inboxes.size() < max_inboxes && !is_known && defect_of_address(written).empty() &&
          !is_one_of(local, senders)) {
        inboxes.push_back({std::move(inbox), written, {document.source, address.span}});
      }
    }
  };
  for (const MacroText& text : macro.texts) {
    add_all(text.document);
  }
  if (macro.contains_managed_content && macro.managed_content != nullptr) {
    add_all(macro.managed_content->document);
  }
  return inboxes;
}

bool are_of_one_family(std::string_view left, std::string_view right) {
  std::string_view shorter = left.substr(0, left.find('@'));
  std::string_view longer = right.substr(0, right.find('@'));
  if (shorter.size() > longer.size()) {
    std::swap(shorter, longer);
  }
  const std::set<std::string_view> few = parts_of(shorter);
  const std::set<std::string_view> many = parts_of(longer);
  constexpr std::size_t shortest_qualifier = 2;
  constexpr std::size_t shortest_end = 3;
  return std::includes(many.begin(), many.end(), few.begin(), few.end()) ||
         (shorter.size() >= shortest_end && longer.ends_with(shorter) &&
          longer.size() >= shorter.size() + shortest_qualifier);
}

}  // namespace macrolint
