#include "drift/inbox/disagreement.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "drift/inbox/macro_inboxes.h"
#include "drift/inbox/same_thing.h"
#include "drift/inbox/survey.h"
#include "inbox/email_address.h"

namespace macrolint {

namespace {

/// How many places that agree with each other are looked at, and how many of them are shown.
constexpr std::size_t max_compared = 8;
constexpr std::size_t max_shown = 3;

/// As the places write it if they agree, else without detail and in lower case.
std::string spelling_of(const std::vector<Place>& places, const std::string& inbox) {
  const std::string_view first = places.front().source->slice(places.front().span);
  const bool agree = std::all_of(places.begin(), places.end(),
                                 [&](const Place& place) { return place.source->slice(place.span) == first; });
  return agree ? std::string(first) : inbox;
}

class Comparison {
 public:
  explicit Comparison(const Project& project)
      : project_(project),
        scope_(project.configuration),
        survey_(survey_inboxes(project, scope_, macro_inboxes_)),
        same_thing_(project, survey_.short_forms) {
    for (const Inbox& inbox : project.configuration.inboxes) {
      if (const auto name = read_thing_name(inbox.name)) {
        configured_[survey_.short_forms.key_of(*name)].push_back(&inbox);
      }
    }
  }

  std::vector<InboxDrift> drifts() {
    reported_.resize(survey_.statements.size());
    find_several_on_purpose();
    std::map<std::pair<std::string, std::string_view>, std::vector<std::size_t>> by_thing;
    for (std::size_t index = 0; index < survey_.statements.size(); ++index) {
      const InboxStatement& statement = survey_.statements[index];
      if (statement.macro != nullptr) {
        compare_with_macros(index);
        continue;
      }
      const std::string& key = survey_.short_forms.key_of(statement.name);
      if (!several_on_purpose_.contains(place_in_page(statement))) {
        compare_with_macros(index);
        compare_with_configuration(index);
      }
      if (!configured_.contains(key)) {
        by_thing[{key, domain_of(statement.address)}].push_back(index);
      }
    }
    for (const auto& [thing, statements] : by_thing) {
      compare_pages(statements);
    }
    std::vector<InboxDrift> drifts;
    for (std::optional<InboxDrift>& drift : reported_) {
      if (drift.has_value()) {
        drifts.push_back(std::move(*drift));
      }
    }
    return drifts;
  }

 private:
  void compare_with_macros(std::size_t index) {
    const InboxStatement& statement = survey_.statements[index];
    const std::vector<const Macro*> macros =
        statement.macro != nullptr ? std::vector{statement.macro} : same_thing_.macros_of(statement);
    InboxDrift drift;
    for (const Macro* macro : macros) {
      std::vector<const MacroInbox*> named;
      for (const MacroInbox& inbox : macro_inboxes_.of(*macro)) {
        if (inbox.inbox == statement.address) {
          return;
        }
        if (domain_of(inbox.inbox) == domain_of(statement.address)) {
          named.push_back(&inbox);
        }
      }
      const bool is_clear = statement.macro != nullptr ? !named.empty() : named.size() == 1;
      if (is_clear && drift.macro == nullptr) {
        drift.against = InboxDrift::Against::macro;
        drift.macro = macro;
        drift.expected = named.front()->written;
        drift.others.push_back(named.front()->place);
      }
    }
    if (drift.macro != nullptr) {
      drift.statement = statement;
      drift.page_is_configured = scope_.is_configured(statement.address);
      reported_[index] = std::move(drift);
    }
  }

  void compare_with_configuration(std::size_t index) {
    const InboxStatement& statement = survey_.statements[index];
    const ThingName& thing = statement.name;
    if (reported_[index].has_value() || (thing.is_topic && thing.words.size() == 1 && thing.short_key.empty())) {
      return;
    }
    const auto known = configured_.find(survey_.short_forms.key_of(thing));
    if (known == configured_.end()) {
      return;
    }
    const Inbox* other = nullptr;
    for (const Inbox* inbox : known->second) {
      const std::string address = inbox_of(inbox->address);
      if (address == statement.address) {
        return;
      }
      if (domain_of(address) == domain_of(statement.address) && !are_of_one_family(address, statement.address)) {
        other = inbox;
      }
    }
    if (other != nullptr) {
      InboxDrift drift;
      drift.against = InboxDrift::Against::configuration;
      drift.statement = statement;
      drift.expected = other->address;
      drift.others.push_back({&project_.configuration.source, other->span});
      reported_[index] = std::move(drift);
    }
  }

  /// `indices` are the statements about one thing, in order.
  void compare_pages(const std::vector<std::size_t>& indices) {
    std::map<std::string_view, std::vector<const InboxStatement*>> by_address;
    for (const std::size_t index : indices) {
      const InboxStatement& statement = survey_.statements[index];
      by_address[statement.address].push_back(&statement);
    }
    const bool several_on_purpose = std::any_of(indices.begin(), indices.end(), [this](std::size_t index) {
      return several_on_purpose_.contains(place_in_page(survey_.statements[index]));
    });
    if (by_address.size() < 2 || several_on_purpose) {
      return;
    }
    const std::vector<const InboxStatement*>& expected = expected_of(by_address);
    // Else the name is no name of one thing.
    const bool is_known =
        survey_.short_forms.has_short_form(survey_.short_forms.key_of(survey_.statements[indices.front()].name));
    if (by_address.size() > 2 && !is_known && 2 * expected.size() <= indices.size()) {
      return;
    }
    for (const std::size_t index : indices) {
      const InboxStatement& statement = survey_.statements[index];
      if (statement.address != expected.front()->address && !reported_[index].has_value()) {
        compare(index, expected);
      }
    }
  }

  /// A section of a page and a thing.
  using PlaceInPage = std::tuple<const Document*, std::uint32_t, std::string>;

  [[nodiscard]] PlaceInPage place_in_page(const InboxStatement& statement) const {
    return {statement.page, statement.section, survey_.short_forms.key_of(statement.name)};
  }

  /// A page that lists two inboxes for one name in one section knows both.
  void find_several_on_purpose() {
    std::map<PlaceInPage, std::string_view> first;
    for (const InboxStatement& statement : survey_.statements) {
      if (statement.macro == nullptr && !statement.in_prose) {
        PlaceInPage place = place_in_page(statement);
        const auto [entry, is_new] = first.try_emplace(place, statement.address);
        if (!is_new && entry->second != statement.address) {
          several_on_purpose_.insert(std::move(place));
        }
      }
    }
  }

  using ByAddress = std::map<std::string_view, std::vector<const InboxStatement*>>;

  /// The statements of the majority; where there is none, those with the address that the configuration has or that
  /// looks made for the thing, or the first ones.
  [[nodiscard]] const std::vector<const InboxStatement*>& expected_of(const ByAddress& by_address) const {
    const auto rank = [this](const std::vector<const InboxStatement*>& statements) {
      const InboxStatement& first = *statements.front();
      return std::tuple(statements.size(), scope_.is_configured(first.address), relates_to(first.name, first.address));
    };
    const auto is_less = [&](const auto& left, const auto& right) {
      const auto ranks = std::pair(rank(left.second), rank(right.second));
      return ranks.first != ranks.second ? ranks.first < ranks.second : right.second.front() < left.second.front();
    };
    return std::max_element(by_address.begin(), by_address.end(), is_less)->second;
  }

  void compare(std::size_t index, const std::vector<const InboxStatement*>& expected) {
    const InboxStatement& statement = survey_.statements[index];
    if (are_of_one_family(statement.address, expected.front()->address)) {
      return;
    }
    InboxDrift drift;
    for (std::size_t at = 0; at < std::min(expected.size(), max_compared) && drift.others.size() < max_shown; ++at) {
      if (same_thing_.is_same(statement, *expected[at])) {
        drift.others.push_back({expected[at]->page->source, expected[at]->spans.front()});
      }
    }
    if (!drift.others.empty()) {
      drift.statement = statement;
      drift.expected = spelling_of(drift.others, expected.front()->address);
      reported_[index] = std::move(drift);
    }
  }

  const Project& project_;
  InboxScope scope_;
  MacroInboxes macro_inboxes_;
  InboxSurvey survey_;
  SameThing same_thing_;
  /// The configured inboxes by what they are for.
  std::map<std::string, std::vector<const Inbox*>> configured_;
  std::set<PlaceInPage> several_on_purpose_;
  /// Parallel to the statements.
  std::vector<std::optional<InboxDrift>> reported_;
};

}  // namespace

std::vector<InboxDrift> find_inbox_drift(const Project& project) { return Comparison(project).drifts(); }

}  // namespace macrolint
