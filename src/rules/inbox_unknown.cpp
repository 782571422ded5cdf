#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "inbox/email_address.h"
#include "rule/rule.h"
#include "snapshot/snapshot.h"
#include "source/characters.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

/// The addresses that may be named: the configured inboxes, and those that the instances' Zendesk receives mail at.
class KnownInboxes {
 public:
  explicit KnownInboxes(const Project& project) : project_(project) {}

  /// Whether all inboxes are known, so that others are none.
  [[nodiscard]] bool are_complete() const {
    return project_.configuration.has_inboxes ||
           (!project_.snapshots.empty() &&
            std::all_of(project_.snapshots.begin(), project_.snapshots.end(), [](const auto& snapshot) {
              return snapshot != nullptr && snapshot->recipient_addresses.has_value();
            }));
  }

  [[nodiscard]] bool have_live_ones() const {
    return std::any_of(project_.snapshots.begin(), project_.snapshots.end(), [](const auto& snapshot) {
      return snapshot != nullptr && snapshot->recipient_addresses.has_value();
    });
  }

  [[nodiscard]] bool contain(const std::string& address) const {
    const std::vector<Inbox>& inboxes = project_.configuration.inboxes;
    return std::any_of(inboxes.begin(), inboxes.end(),
                       [&](const Inbox& inbox) { return lower_case(inbox.address) == address; }) ||
           std::any_of(project_.snapshots.begin(), project_.snapshots.end(), [&](const auto& snapshot) {
             return snapshot != nullptr && snapshot->recipient_addresses.has_value() &&
                    std::binary_search(snapshot->recipient_addresses->begin(), snapshot->recipient_addresses->end(),
                                       address);
           });
  }

  [[nodiscard]] std::vector<std::string_view> all() const {
    constexpr std::size_t most_addresses = 5000;
    std::vector<std::string_view> addresses;
    for (const Inbox& inbox : project_.configuration.inboxes) {
      addresses.push_back(inbox.address);
    }
    for (const auto& snapshot : project_.snapshots) {
      if (snapshot != nullptr && snapshot->recipient_addresses.has_value() &&
          snapshot->recipient_addresses->size() < most_addresses) {
        addresses.insert(addresses.end(), snapshot->recipient_addresses->begin(), snapshot->recipient_addresses->end());
      }
    }
    return addresses;
  }

 private:
  const Project& project_;
};

/// The inbox that a misspelt one is most likely meant to be. Only what stands before the `@` is compared: two names in
/// one domain are much alike by that alone.
std::optional<std::string_view> nearest_inbox(std::string_view written, const std::vector<std::string_view>& known) {
  const auto name_of = [](std::string_view address) { return address.substr(0, address.find('@')); };
  std::vector<std::string_view> names;
  names.reserve(known.size());
  for (const std::string_view address : known) {
    names.push_back(name_of(address));
  }
  const auto near = nearest(name_of(written), names);
  if (!near) {
    return std::nullopt;
  }
  return known[static_cast<std::size_t>(
      std::find_if(names.begin(), names.end(), [&](std::string_view name) { return name.data() == near->data(); }) -
      names.begin())];
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const Configuration& configuration = project.configuration;
  const KnownInboxes inboxes(project);
  if (document.addresses.empty() || !inboxes.are_complete()) {
    return;
  }
  for (const Address& found : document.addresses) {
    const std::string written(document.source->slice(found.span));
    const std::string domain = intended_domain(written);
    const bool judged = std::find(configuration.inbox_domains.begin(), configuration.inbox_domains.end(), domain) !=
                        configuration.inbox_domains.end();
    if (!judged || !defect_of_address(written).empty() || inboxes.contain(lower_case(written)) ||
        inboxes.contain(inbox_of(written))) {
      continue;
    }
    const std::string_view missing = inboxes.have_live_ones()
                                         ? "neither among the configured inboxes nor an address at which Zendesk "
                                           "receives mail"
                                         : "not among the configured inboxes";
    Diagnostic& diagnostic =
        reporter.report({document.source, found.span}, written, fmt::format("`{}` is {}.", written, missing));
    if (const auto near = nearest_inbox(written, inboxes.all())) {
      diagnostic.suggestions.push_back({fmt::format("did you mean `{}`?", *near),
                                        Applicability::unsafe,
                                        {{{document.source, found.span}, std::string(*near)}}});
    } else {
      diagnostic.suggestions.push_back(
          {"add it under `inboxes` in the configuration if it is one", Applicability::unsafe, {}});
    }
  }
}

}  // namespace

extern const Rule inbox_unknown;
const Rule inbox_unknown = {
    .name = "inbox-unknown",
    .severity = Severity::warning,
    .summary = "An address is not one of the configured inboxes",
    .explanation =
        "Addresses in `inbox_domains` that pages and macros give to customers have to be listed under `inboxes`, so "
        "that "
        "nobody is sent to an address that nobody reads. Correct the address, or add it to the configuration if it is "
        "one. The addresses at which Zendesk receives mail are known where there are [snapshots](live.md) of the "
        "instances. Without `inboxes` in the configuration, and without such addresses of every instance, the rule "
        "says nothing.",
    .bad =
        "-- handbook/content/programs.md --\n"
        "For schools, write to educations@example.com.\n",
    .good =
        "-- handbook/content/programs.md --\n"
        "For schools, write to education@example.com.\n",
    .check_document = check,
};

}  // namespace macrolint
