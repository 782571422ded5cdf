#include "liquid/placeholders.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "source/characters.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

using Names = std::span<const std::string_view>;

/// The placeholders that begin with `ticket.` and have no further parts.
constexpr auto ticket_names = std::to_array<std::string_view>({
    "account",
    "assignee",
    "brand",
    "cc_names",
    "ccs",
    "comments",
    "comments_formatted",
    "created_at",
    "created_at_with_time",
    "created_at_with_timestamp",
    "current_holiday_name",
    "custom_fields",
    "custom_status",
    "description",
    "due_date",
    "due_date_with_timestamp",
    "email_cc_names",
    "email_ccs",
    "encoded_id",
    "external_id",
    "follower_names",
    "follower_reply_type_message",
    "followers",
    "group",
    "id",
    "in_business_hours",
    "latest_comment",
    "latest_comment_formatted",
    "latest_comment_html",
    "latest_comment_rich",
    "latest_public_comment",
    "latest_public_comment_formatted",
    "latest_public_comment_html",
    "latest_public_comment_rich",
    "link",
    "organization",
    "priority",
    "public_comments",
    "public_comments_formatted",
    "requester",
    "requester_field",
    "score",
    "status",
    "status_category",
    "submitter",
    "tags",
    "ticket_form",
    "ticket_type",
    "title",
    "updated_at",
    "updated_at_with_time",
    "updated_at_with_timestamp",
    "url",
    "url_with_protocol",
    "verbatim_description",
    "via",
});

constexpr auto user_names = std::to_array<std::string_view>({
    "custom_fields",
    "details",
    "email",
    "extended_role",
    "external_id",
    "first_name",
    "id",
    "language",
    "last_name",
    "locale",
    "name",
    "notes",
    "organization",
    "phone",
    "role",
    "signature",
    "tags",
    "time_zone",
});

constexpr auto organization_names = std::to_array<std::string_view>({
    "custom_fields",
    "details",
    "external_id",
    "id",
    "is_shared",
    "is_shared_comments",
    "name",
    "notes",
    "tags",
});

constexpr auto comment_names = std::to_array<std::string_view>({
    "attachments",
    "author",
    "created_at",
    "created_at_with_time",
    "id",
    "is_public",
    "value",
    "value_rich",
});

constexpr auto group_names = std::to_array<std::string_view>({"id", "name"});

constexpr auto satisfaction_names = std::to_array<std::string_view>({
    "current_comment",
    "current_rating",
    "negative_rating_url",
    "positive_rating_url",
    "rating_section",
    "rating_url",
    "survey_section",
    "survey_url",
});

/// What Liquid itself adds to lists and texts.
constexpr auto liquid_properties = std::to_array<std::string_view>({"first", "last", "size"});

static_assert(std::is_sorted(ticket_names.begin(), ticket_names.end()));
static_assert(std::is_sorted(user_names.begin(), user_names.end()));
static_assert(std::is_sorted(organization_names.begin(), organization_names.end()));
static_assert(std::is_sorted(comment_names.begin(), comment_names.end()));
static_assert(std::is_sorted(satisfaction_names.begin(), satisfaction_names.end()));

/// Roots that work in agent signatures, object triggers or the email template only.
constexpr auto roots_elsewhere = std::to_array<std::string_view>({
    "agent",
    "attributes",
    "content",
    "custom_object",
    "custom_objects",
    "delimiter",
    "footer",
    "footer_link",
    "header",
    "quoted_content",
    "styles",
});
static_assert(std::is_sorted(roots_elsewhere.begin(), roots_elsewhere.end()));

constexpr std::string_view field_prefix = "ticket_field_";
constexpr std::string_view option_prefix = "ticket_field_option_title_";
constexpr std::string_view phone_prefix = "incoming_phone_number_";

bool contains(Names names, std::string_view name) { return std::binary_search(names.begin(), names.end(), name); }

/// The first part of a path, which is removed from it.
std::string_view take_part(std::string_view& path) {
  const std::size_t dot = path.find('.');
  const std::string_view part = path.substr(0, dot);
  path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
  return part;
}

bool is_number_after(std::string_view part, std::string_view prefix) {
  if (!part.starts_with(prefix) || part.size() == prefix.size()) {
    return false;
  }
  return part.find_first_not_of("0123456789", prefix.size()) == std::string_view::npos;
}

/// Whether the rest of a path is one of the names, or below a custom field: a lookup field leads on to whatever
/// its target has, so that anything may follow it.
bool is_property(Names names, std::string_view rest) {
  const std::string_view part = take_part(rest);
  return contains(names, part) && (rest.empty() || part == "custom_fields" || contains(liquid_properties, rest));
}

bool is_user_property(std::string_view rest) {
  constexpr std::string_view organization = "organization.";
  return rest.starts_with(organization) ? is_property(organization_names, rest.substr(organization.size()))
                                        : is_property(user_names, rest);
}

bool is_comment_property(std::string_view rest) {
  constexpr std::string_view author = "author.";
  return rest.starts_with(author) ? is_user_property(rest.substr(author.size())) : is_property(comment_names, rest);
}

bool is_ticket_placeholder(std::string_view rest) {
  const std::string_view part = take_part(rest);
  if (is_number_after(part, option_prefix)) {
    return rest.empty();
  }
  if (is_number_after(part, field_prefix)) {
    return true;
  }
  if (!contains(ticket_names, part)) {
    return false;
  }
  if (rest.empty() || part == "custom_fields" || contains(liquid_properties, rest) || rest.starts_with("first.") ||
      rest.starts_with("last.")) {
    return true;
  }
  if (part == "requester" || part == "assignee" || part == "submitter") {
    return is_user_property(rest);
  }
  if (part == "organization") {
    return is_property(organization_names, rest);
  }
  if (part == "brand" || part == "group") {
    return is_property(group_names, rest);
  }
  return (part == "latest_comment" || part == "latest_public_comment") && is_comment_property(rest);
}

/// Every placeholder without a number or key of the account in it.
std::vector<std::string> fixed_placeholders() {
  std::vector<std::string> all;
  const auto add = [&all](const std::string& root, Names names) {
    for (const std::string_view name : names) {
      all.push_back(root + "." + std::string(name));
    }
  };
  add("ticket", ticket_names);
  add("ticket.organization", organization_names);
  add("ticket.brand", group_names);
  add("ticket.group", group_names);
  add("ticket.latest_comment", comment_names);
  add("ticket.latest_public_comment", comment_names);
  for (const std::string_view user : {"ticket.requester", "ticket.assignee", "ticket.submitter", "current_user"}) {
    add(std::string(user), user_names);
    add(std::string(user) + ".organization", organization_names);
  }
  add("satisfaction", satisfaction_names);
  return all;
}

}  // namespace

PlaceholderKind placeholder_kind(std::string_view path) {
  std::string_view rest = path;
  const std::string_view root = take_part(rest);
  bool known = false;
  if (root == "ticket") {
    known = is_ticket_placeholder(rest);
  } else if (root == "current_user") {
    known = rest.empty() || is_user_property(rest);
  } else if (root == "satisfaction") {
    known = is_property(satisfaction_names, rest);
  } else if (root == "account") {
    known = is_number_after(rest, phone_prefix);
  } else if (root == "dc") {
    known = !rest.empty();
  } else if (contains(roots_elsewhere, root)) {
    return PlaceholderKind::elsewhere;
  }
  return known ? PlaceholderKind::known : PlaceholderKind::unknown;
}

std::string nearest_placeholder(std::string_view path) {
  if (std::string lower = lower_case(path); placeholder_kind(lower) == PlaceholderKind::known) {
    return lower;
  }
  // Numbers of fields are the account's own: the name before the number is what can be misspelt.
  const std::size_t name_end = path.find_last_not_of("0123456789") + 1;
  const std::string number(path.substr(name_end));
  if (!number.empty()) {
    constexpr auto prefixes =
        std::to_array<std::string_view>({"ticket.ticket_field_", "ticket.ticket_field_option_title_"});
    const auto near = nearest(path.substr(0, name_end), prefixes);
    return near ? std::string(*near) + number : std::string();
  }
  static const std::vector<std::string> placeholders = fixed_placeholders();
  const std::vector<std::string_view> candidates(placeholders.begin(), placeholders.end());
  return std::string(nearest(path, candidates).value_or(""));
}

}  // namespace macrolint
