#include <algorithm>
#include <array>

#include "rule/rule.h"

namespace macrolint {

extern const Rule configuration_unused;
extern const Rule doc_front_matter;
extern const Rule doc_shortcode;
extern const Rule drift_channel;
extern const Rule drift_claim;
extern const Rule drift_inbox;
extern const Rule drift_quote;
extern const Rule drift_stale_page;
extern const Rule inbox_malformed;
extern const Rule inbox_unknown;
extern const Rule input_unreadable;
extern const Rule link_broken;
extern const Rule link_former_host;
extern const Rule link_insecure;
extern const Rule link_malformed;
extern const Rule link_missing_anchor;
extern const Rule link_missing_file;
extern const Rule link_missing_fragment;
extern const Rule link_missing_page;
extern const Rule link_moved_permanently;
extern const Rule link_redirect_expired;
extern const Rule link_redirect_loop;
extern const Rule link_redirected;
extern const Rule link_reference_undefined;
extern const Rule link_unchecked;
extern const Rule live_changed;
extern const Rule live_missing;
extern const Rule live_title_collision;
extern const Rule live_unmanaged;
extern const Rule macro_conflicting_actions;
extern const Rule macro_duplicate_title;
extern const Rule macro_empty_comment;
extern const Rule macro_invalid_html;
extern const Rule macro_invalid_tag;
extern const Rule macro_invalid_value;
extern const Rule macro_liquid_syntax;
extern const Rule macro_managed_missing;
extern const Rule macro_managed_orphaned;
extern const Rule macro_path_mismatch;
extern const Rule macro_schema;
extern const Rule macro_state_mismatch;
extern const Rule macro_syntax;
extern const Rule macro_title_reused;
extern const Rule macro_undocumented;
extern const Rule macro_unknown_action;
extern const Rule macro_unknown_name;
extern const Rule macro_unknown_placeholder;
extern const Rule reference_by_id;
extern const Rule reference_inactive_macro;
extern const Rule reference_inexact_title;
extern const Rule reference_link_mismatch;
extern const Rule reference_link_missing;
extern const Rule reference_renamed_macro;
extern const Rule reference_stale_link;
extern const Rule reference_unknown_macro;
extern const Rule reference_wrong_instance;
extern const Rule suppression_unused;
extern const Rule ticket_label_mismatch;

namespace {

constexpr std::array rules = {
    &configuration_unused,
    &doc_front_matter,
    &doc_shortcode,
    &drift_channel,
    &drift_claim,
    &drift_inbox,
    &drift_quote,
    &drift_stale_page,
    &inbox_malformed,
    &inbox_unknown,
    &input_unreadable,
    &link_broken,
    &link_former_host,
    &link_insecure,
    &link_malformed,
    &link_missing_anchor,
    &link_missing_file,
    &link_missing_fragment,
    &link_missing_page,
    &link_moved_permanently,
    &link_redirect_expired,
    &link_redirect_loop,
    &link_redirected,
    &link_reference_undefined,
    &link_unchecked,
    &live_changed,
    &live_missing,
    &live_title_collision,
    &live_unmanaged,
    &macro_conflicting_actions,
    &macro_duplicate_title,
    &macro_empty_comment,
    &macro_invalid_html,
    &macro_invalid_tag,
    &macro_invalid_value,
    &macro_liquid_syntax,
    &macro_managed_missing,
    &macro_managed_orphaned,
    &macro_path_mismatch,
    &macro_schema,
    &macro_state_mismatch,
    &macro_syntax,
    &macro_title_reused,
    &macro_undocumented,
    &macro_unknown_action,
    &macro_unknown_name,
    &macro_unknown_placeholder,
    &reference_by_id,
    &reference_inactive_macro,
    &reference_inexact_title,
    &reference_link_mismatch,
    &reference_link_missing,
    &reference_renamed_macro,
    &reference_stale_link,
    &reference_unknown_macro,
    &reference_wrong_instance,
    &suppression_unused,
    &ticket_label_mismatch,
};

}  // namespace

std::span<const Rule* const> all_rules() { return rules; }

const Rule* find_rule(std::string_view name) {
  const auto found = std::find_if(rules.begin(), rules.end(), [name](const Rule* rule) { return rule->name == name; });
  return found == rules.end() ? nullptr : *found;
}

const std::string_view example_day = "2026-06-01";

const std::string_view default_example_configuration = R"(version: 1
instances:
  zendesk-global:
    sync:
      path: macros/sync/data
      urls: ["https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/"]
      former_urls: ["https://gitlab.com/example/old/zendesk-global/macros/-/blob/main/macros/"]
    managed:
      path: macros/managed
      urls: ["https://gitlab.com/example/zendesk-global/macros/-/blob/main/"]
documents:
  - {kind: hugo, path: handbook, base_urls: ["https://handbook.example.com"]}
inboxes:
  - {address: education@example.com, name: Education}
  - {address: opensource@example.com, name: Open Source}
  - {address: startups@example.com, name: Startups}
inbox_domains: [example.com]
)";

}  // namespace macrolint
