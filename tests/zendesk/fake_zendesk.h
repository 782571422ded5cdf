#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "net/json_server.h"

namespace macrolint {

/// A Zendesk instance on 127.0.0.1 that answers as the public documentation of the API says: pages by cursor where
/// `page[size]` is given, `next_page` in users' answers, statuses and schedules in one piece, 401 without the right
/// credentials.
class FakeZendesk {
 public:
  /// `lists` holds the things by the key of the answer: `macros`, `groups`, …, `items` for dynamic content.
  explicit FakeZendesk(nlohmann::json lists);

  /// Answers the next requests for the path with these, before it answers as it should; with `always`, the last one
  /// stays.
  void fail(const std::string& path, std::vector<ServerReply> replies, bool always = false);
  /// No page has more things than this, whatever is asked for.
  void set_largest_page(std::size_t size) { largest_page_ = size; }
  /// The header that requests must have; those of `macrolint` in tests by default.
  void set_authorization(std::string value) { authorization_ = std::move(value); }

  [[nodiscard]] const JsonServer& server() const { return server_; }

  static constexpr const char* email = "agent@example.com";
  static constexpr const char* token = "s3cret-t0ken";
  /// `email/token:token` in base64.
  static constexpr const char* packed = "YWdlbnRAZXhhbXBsZS5jb20vdG9rZW46czNjcmV0LXQwa2Vu";

 private:
  struct Fault {
    std::vector<ServerReply> replies;
    bool always = false;
  };

  [[nodiscard]] ServerReply answer(const ServerRequest& request);
  [[nodiscard]] ServerReply answer_page(const ServerRequest& request, const std::string& key) const;
  [[nodiscard]] ServerReply answer_users(const ServerRequest& request) const;

  nlohmann::json lists_;
  std::map<std::string, Fault> faults_;
  std::size_t largest_page_ = 100;
  std::string authorization_ = std::string("Basic ") + packed;
  JsonServer server_;
};

}  // namespace macrolint
