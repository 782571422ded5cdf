#include "drift/inbox_drift.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "drift/inbox_survey.h"
#include "drift/macro_inboxes.h"
#include "drift/same_thing.h"
#include "inbox/email_address.h"

namespace macrolint {

namespace {

/// How many places that agree with each other are looked at, and how many of them are shown.
constexpr std::size_t max_compared = 8;
constexpr std::size_t max_shown = 3;
/// A name with more inboxes is no name of one thing.
constexpr std::size_t max_inboxes_of_thing = 3;

class Comparison {
 public:
  explicit Comparison(const Project& project)
      : project_(project),
        scope_(project.configuration),
        survey_(survey_inboxes(project, scope_, macro_inboxes_)),
        same_thing_(project, survey_.short_forms) {}

  std::vector<InboxDrift> drifts() {
    reported_.resize(survey_.statements.size());
    std::map<std::pair<std::string, std::string_view>, std::vector<std::size_t>> by_thing;
    for (std::size_t index = 0; index < survey_.statements.size(); ++index) {
      const InboxStatement& statement = survey_.statements[index];
      compare_with_macros(index);
      compare_with_configuration(index);
      if (statement.macro == nullptr) {
        by_thing[{survey_.short_forms.key_of(statement.name), domain_of(statement.address)}].push_back(index);
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
      if (named.size() == 1 && drift.macro == nullptr) {
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
    if (statement.macro != nullptr || reported_[index].has_value()) {
      return;
    }
    const std::string& key = survey_.short_forms.key_of(statement.name);
    const Inbox* other = nullptr;
    for (const Inbox& inbox : project_.configuration.inboxes) {
      const auto name = read_thing_name(inbox.name);
      if (!name.has_value() || survey_.short_forms.key_of(*name) != key) {
        continue;
      }
      const std::string address = inbox_of(inbox.address);
      if (address == statement.address) {
        return;
      }
      if (domain_of(address) == domain_of(statement.address) && !are_of_one_family(address, statement.address)) {
        other = &inbox;
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
    if (by_address.size() < 2 || by_address.size() > max_inboxes_of_thing || has_several_on_purpose(indices)) {
      return;
    }
    const std::vector<const InboxStatement*>& expected = expected_of(by_address);
    for (const std::size_t index : indices) {
      const InboxStatement& statement = survey_.statements[index];
      if (statement.address != expected.front()->address && !reported_[index].has_value()) {
        compare(index, expected);
      }
    }
  }

  /// A page that lists two inboxes for one name in one section knows both.
  [[nodiscard]] bool has_several_on_purpose(const std::vector<std::size_t>& indices) const {
    const InboxStatement* before = nullptr;
    for (const std::size_t index : indices) {
      const InboxStatement& statement = survey_.statements[index];
      if (statement.in_prose) {
        continue;
      }
      if (before != nullptr && before->page == statement.page && before->section == statement.section &&
          before->address != statement.address) {
        return true;
      }
      before = &statement;
    }
    return false;
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
      drift.expected = drift.others.front().source->slice(drift.others.front().span);
      reported_[index] = std::move(drift);
    }
  }

  const Project& project_;
  InboxScope scope_;
  MacroInboxes macro_inboxes_;
  InboxSurvey survey_;
  SameThing same_thing_;
  /// Parallel to the statements.
  std::vector<std::optional<InboxDrift>> reported_;
};

}  // namespace

std::vector<InboxDrift> find_inbox_drift(const Project& project) { return Comparison(project).drifts(); }

}  // namespace macrolint
