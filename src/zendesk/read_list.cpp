#include "zendesk/read_list.h"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace macrolint::zendesk {

namespace {

using nlohmann::json;

/// Ten times the macros that Zendesk's largest customers have.
constexpr std::size_t max_pages = 1000;

ApiError unexpected(const ApiClient& client, const std::string& target, const std::string& what) {
  const auto located = client.service().locate(target);
  const auto* url = std::get_if<net::WebUrl>(&located);
  return {ApiError::Kind::not_json, 0,
          fmt::format("`{}` answers with JSON that {}; this is not what Zendesk's documentation says.",
                      url == nullptr ? target : url->text, what)};
}

const json* member(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

/// The address of the page that follows: null if this is the last one, nothing if it cannot be told.
std::optional<json> next_page(const json& body) {
  const json* meta = member(body, "meta");
  const json* next = nullptr;
  if (meta != nullptr && meta->is_object()) {
    const json* has_more = member(*meta, "has_more");
    if (has_more == nullptr || !has_more->is_boolean()) {
      return std::nullopt;
    }
    if (!has_more->get<bool>()) {
      return json();
    }
    const json* links = member(body, "links");
    next = links != nullptr && links->is_object() ? member(*links, "next") : nullptr;
    return next != nullptr && next->is_string() ? std::optional(*next) : std::nullopt;
  }
  next = member(body, "next_page");
  const bool is_known = next == nullptr || next->is_null() || next->is_string();
  return is_known ? std::optional(next == nullptr ? json() : *next) : std::nullopt;
}

}  // namespace

ItemsResult read_list(ApiClient& client, const std::string& path, const std::string& key, const Keep& keep) {
  std::vector<json> items;
  std::set<std::string> asked;
  std::string target = path;
  while (asked.insert(target).second && asked.size() <= max_pages) {
    ApiResult result = client.get(target);
    if (auto* error = std::get_if<ApiError>(&result)) {
      return std::move(*error);
    }
    const json& body = std::get<ApiAnswer>(result).body;
    const json* list = body.is_object() ? member(body, key.c_str()) : nullptr;
    if (list == nullptr || !list->is_array()) {
      return unexpected(client, target, fmt::format("has no list `{}`", key));
    }
    for (const json& item : *list) {
      auto kept = item.is_object() ? keep(item) : std::nullopt;
      if (!kept.has_value()) {
        return unexpected(client, target,
                          fmt::format("has something in `{}` that lacks a name, an id or the like", key));
      }
      if (!kept->is_null()) {
        items.push_back(*std::move(kept));
      }
    }
    const auto next = next_page(body);
    if (!next.has_value()) {
      return unexpected(client, target, "does not say where its next page is");
    }
    if (next->is_null()) {
      return items;
    }
    target = next->get<std::string>();
  }
  return unexpected(client, target, "leads from page to page without an end");
}

}  // namespace macrolint::zendesk
