#include <algorithm>
#include <array>

#include "drift/inbox/sentence_words.h"
#include "drift/inbox/statements.h"
#include "inbox/email_address.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// What people write before the `@` when they mean no address in particular, and addresses that nobody reads.
constexpr std::array<std::string_view, 27> stand_ins = {
    "address",  "do-not-reply", "donotreply", "email", "example",  "firstname", "first.last", "handle",  "jane",
    "jdoe",     "john",         "lastname",   "login", "me",       "name",      "no-reply",   "noreply", "someone",
    "someuser", "test",         "testuser",   "user",  "username", "xxx",       "you",        "your",    "yourname"};

/// RFC 2606 and what is commonly used beside it.
bool is_example_domain(std::string_view domain) {
  constexpr std::array<std::string_view, 8> endings = {".example",   ".invalid",    ".localhost", ".test",
                                                       "domain.com", "company.com", "email.com",  "acme.com"};
  const std::string_view first = domain.substr(0, domain.find('.'));
  return first == "example" || domain.find(".example.") != std::string_view::npos ||
         std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return domain.ends_with(end); });
}

/// `first.last@`: a person's.
bool is_of_person(std::string_view local) {
  const std::size_t dot = local.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < local.size() &&
         std::all_of(local.begin(), local.end(), [](char byte) { return is_letter(byte) || byte == '.'; });
}

}  // namespace

bool InboxScope::is_configured(std::string_view inbox) const {
  return std::any_of(configuration_->inboxes.begin(), configuration_->inboxes.end(),
                     [&](const Inbox& one) { return inbox_of(one.address) == inbox; });
}

bool InboxScope::is_relevant(std::string_view address) const {
  if (!defect_of_address(address).empty()) {
    return false;
  }
  const std::string inbox = inbox_of(address);
  const std::string_view local = std::string_view(inbox).substr(0, inbox.find('@'));
  const std::string_view domain = std::string_view(inbox).substr(local.size() + 1);
  const std::vector<std::string>& domains = configuration_->inbox_domains;
  const bool is_judged =
      domains.empty() ? !is_example_domain(domain) : std::find(domains.begin(), domains.end(), domain) != domains.end();
  return is_judged && ((!is_one_of(local, stand_ins) && !is_of_person(local)) || is_configured(inbox));
}

}  // namespace macrolint
