#include "zendesk/take_snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "zendesk/kept.h"
#include "zendesk/read_list.h"

namespace macrolint::zendesk {

namespace {

using nlohmann::json;
using Kind = ApiError::Kind;

/// What Zendesk takes in one request.
constexpr std::size_t max_users_at_once = 100;

/// A list of Zendesk's, and where it is kept.
struct List {
  const char* key;
  const char* path;
  const char* key_in_answer;
  std::optional<json> (*keep)(const json& item);
  /// What the things are in order of.
  const char* order;
};

constexpr List macro_list = {"macros", "/api/v2/macros?page%5Bsize%5D=100", "macros", kept_macro, "id"};

/// Zendesk has cursors for those with a size of the page. Forms come all at once, though with pages by number in their
/// answer; statuses and schedules have no pages at all.
constexpr List other_lists[] = {
    {"groups", "/api/v2/groups?page%5Bsize%5D=100", "groups", kept_group, "id"},
    {"brands", "/api/v2/brands?page%5Bsize%5D=100", "brands", kept_brand, "id"},
    {"ticket_fields", "/api/v2/ticket_fields?page%5Bsize%5D=100", "ticket_fields", kept_ticket_field, "id"},
    {"ticket_forms", "/api/v2/ticket_forms", "ticket_forms", kept_ticket_form, "id"},
    {"custom_statuses", "/api/v2/custom_statuses", "custom_statuses", kept_custom_status, "id"},
    {"recipient_addresses", "/api/v2/recipient_addresses?page%5Bsize%5D=100", "recipient_addresses",
     kept_recipient_address, "email"},
    {"dynamic_content", "/api/v2/dynamic_content/items?page%5Bsize%5D=100", "items", kept_dynamic_content,
     "placeholder"},
    {"schedules", "/api/v2/business_hours/schedules", "schedules", kept_schedule, "id"},
};

/// In order, and each once: a list may change while its pages are read.
json in_order(std::vector<json> items, const char* order) {
  const auto is_less = [&](const json& left, const json& right) { return left[order] < right[order]; };
  const auto is_same = [&](const json& left, const json& right) { return left[order] == right[order]; };
  std::stable_sort(items.begin(), items.end(), is_less);
  items.erase(std::unique(items.begin(), items.end(), is_same), items.end());
  return json(std::move(items));
}

/// Whether it stays so until somebody changes rights or the plan. What may be better in a minute is no reason to forget
/// a list.
bool is_out_of_reach(const ApiError& error) {
  constexpr long payment_required = 402;
  return error.kind == Kind::forbidden || error.kind == Kind::not_found || error.status == payment_required;
}

class Snapshot {
 public:
  Snapshot(ApiClient& client, const std::function<void(std::string_view)>& on_list)
      : client_(client), on_list_(on_list) {}

  SnapshotResult take(const std::string& instance) {
    taken_.document = {{"version", 1}, {"instance", instance}, {"host", client_.service().address().authority}};
    ItemsResult macros = read_list(client_, macro_list.path, macro_list.key_in_answer, macro_list.keep);
    if (auto* error = std::get_if<ApiError>(&macros)) {
      return std::move(*error);
    }
    add(macro_list, std::get<std::vector<json>>(std::move(macros)));
    for (const List& list : other_lists) {
      if (auto error = read(list, list.path)) {
        return *std::move(error);
      }
    }
    if (auto error = read_users()) {
      return *std::move(error);
    }
    return std::move(taken_);
  }

 private:
  void add(const List& list, std::vector<json> items) {
    json& kept = taken_.document[list.key];
    if (kept.is_array()) {
      items.insert(items.end(), kept.begin(), kept.end());
    }
    kept = in_order(std::move(items), list.order);
    on_list_(fmt::format("Read {} of `{}`.", kept.size(), list.key));
  }

  /// Why the whole has to be given up, if it has to.
  std::optional<ApiError> read(const List& list, const std::string& path) {
    ItemsResult items = read_list(client_, path, list.key_in_answer, list.keep);
    if (auto* error = std::get_if<ApiError>(&items)) {
      if (!is_out_of_reach(*error)) {
        return std::move(*error);
      }
      taken_.unknown.push_back(fmt::format("{} ({})", list.key, error->status));
      taken_.document.erase(list.key);
      return std::nullopt;
    }
    add(list, std::get<std::vector<json>>(std::move(items)));
    return std::nullopt;
  }

  std::optional<ApiError> read_users() {
    std::set<std::uint64_t> wanted;
    for (const json& macro : taken_.document[macro_list.key]) {
      wanted.merge(users_of(macro));
    }
    constexpr List list = {"users", "/api/v2/users/show_many?ids=", "users", kept_user, "id"};
    taken_.document[list.key] = json::array();
    while (!wanted.empty() && taken_.document.contains(list.key)) {
      std::string path = list.path;
      for (std::size_t count = 0; count < max_users_at_once && !wanted.empty(); ++count) {
        path += fmt::format("{}{}", count == 0 ? "" : ",", *wanted.begin());
        wanted.erase(wanted.begin());
      }
      if (auto error = read(list, path)) {
        return error;
      }
    }
    return std::nullopt;
  }

  ApiClient& client_;
  const std::function<void(std::string_view)>& on_list_;
  TakenSnapshot taken_;
};

}  // namespace

SnapshotResult take_snapshot(ApiClient& client, const std::string& instance,
                             const std::function<void(std::string_view)>& on_list) {
  return Snapshot(client, on_list).take(instance);
}

std::string snapshot_text(const json& document) {
  constexpr int indentation = 2;
  return document.dump(indentation) + "\n";
}

}  // namespace macrolint::zendesk
