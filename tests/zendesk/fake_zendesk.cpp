#include "zendesk/fake_zendesk.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace macrolint {

namespace {

using nlohmann::json;

ServerReply reply_of(const json& body, int status = 200) { return {status, body.dump(), {}}; }

ServerReply not_found() { return reply_of({{"error", "InvalidEndpoint"}, {"description", "Not found"}}, 404); }

/// Cursors mean nothing to those who get them.
std::string cursor_of(std::size_t position) { return "eyJ" + std::to_string(position * 7) + "=="; }

std::size_t position_of(const std::string& cursor) { return cursor.empty() ? 0 : std::stoul(cursor.substr(3)) / 7; }

/// Zendesk takes every path with `.json` behind it, and its links have that.
std::string without_ending(const std::string& path) {
  return path.ends_with(".json") ? path.substr(0, path.size() - std::string(".json").size()) : path;
}

}  // namespace

FakeZendesk::FakeZendesk(json lists)
    : lists_(std::move(lists)), server_([this](const ServerRequest& request) { return answer(request); }) {}

void FakeZendesk::fail(const std::string& path, std::vector<ServerReply> replies, bool always) {
  faults_[path] = {std::move(replies), always};
}

ServerReply FakeZendesk::answer(const ServerRequest& request) {
  if (request.header("authorization") != authorization_) {
    return reply_of({{"error", "Couldn't authenticate you"}}, 401);
  }
  const std::string path = request.path();
  if (Fault& fault = faults_[path]; !fault.replies.empty()) {
    ServerReply reply = fault.replies.front();
    if (!fault.always || fault.replies.size() > 1) {
      fault.replies.erase(fault.replies.begin());
    }
    return reply;
  }
  if (path == "/api/v2/users/show_many") {
    return answer_users(request);
  }
  const std::map<std::string, std::string> keys = {{"/api/v2/macros", "macros"},
                                                   {"/api/v2/groups", "groups"},
                                                   {"/api/v2/brands", "brands"},
                                                   {"/api/v2/ticket_fields", "ticket_fields"},
                                                   {"/api/v2/ticket_forms", "ticket_forms"},
                                                   {"/api/v2/custom_statuses", "custom_statuses"},
                                                   {"/api/v2/recipient_addresses", "recipient_addresses"},
                                                   {"/api/v2/dynamic_content/items", "items"},
                                                   {"/api/v2/business_hours/schedules", "schedules"}};
  const auto key = keys.find(without_ending(path));
  if (key == keys.end() || request.method != "GET") {
    return not_found();
  }
  if (!request.query("page[size]").empty()) {
    return answer_page(request, key->second);
  }
  json body = {{key->second, lists_.value(key->second, json::array())}};
  if (key->second == "ticket_forms") {
    body.update({{"next_page", nullptr}, {"previous_page", nullptr}, {"count", body["ticket_forms"].size()}});
  }
  return reply_of(body);
}

ServerReply FakeZendesk::answer_page(const ServerRequest& request, const std::string& key) const {
  const json list = lists_.value(key, json::array());
  const std::size_t size = std::min<std::size_t>({std::stoul(request.query("page[size]")), 100, largest_page_});
  const std::size_t begin = position_of(request.query("page[after]"));
  const std::size_t end = std::min(begin + size, list.size());
  const bool has_more = end < list.size();
  const auto link = [&](const char* direction, std::size_t position) {
    return server_.url(without_ending(request.path())) + ".json?page[size]=" + std::to_string(size) + "&page[" +
           direction + "]=" + cursor_of(position);
  };
  json page = json::array();
  for (std::size_t at = begin; at < end; ++at) {
    page.push_back(list[at]);
  }
  return reply_of(
      {{key, page},
       {"meta", {{"has_more", has_more}, {"after_cursor", cursor_of(end)}, {"before_cursor", cursor_of(begin)}}},
       {"links", {{"next", has_more ? json(link("after", end)) : json()}, {"prev", link("before", begin)}}}});
}

ServerReply FakeZendesk::answer_users(const ServerRequest& request) const {
  json found = json::array();
  std::size_t count = 0;
  std::istringstream ids(request.query("ids"));
  for (std::string id; std::getline(ids, id, ',');) {
    for (const json& user : lists_.value("users", json::array())) {
      if (user["id"] == std::stoull(id)) {
        found.push_back(user);
      }
    }
    ++count;
  }
  if (count > 100) {
    return reply_of({{"error", "TooManyIds"}}, 400);
  }
  return reply_of({{"users", found}, {"next_page", nullptr}, {"previous_page", nullptr}, {"count", found.size()}});
}

}  // namespace macrolint
