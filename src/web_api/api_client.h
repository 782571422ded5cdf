#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <variant>

#include "net/transfers.h"
#include "web_api/api_service.h"

namespace macrolint {

/// What a service answered with success.
struct ApiAnswer {
  long status = 0;
  /// Null where the answer is empty.
  nlohmann::json body;
  /// Those of `Link`, `X-Next-Page` and `X-Total-Pages` that the answer has, by their names in lower case.
  std::map<std::string, std::string, std::less<>> headers;

  /// The header's value, by its name in lower case; empty if there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Why there is no answer.
struct ApiError {
  enum class Kind : std::uint8_t {
    unauthorized,  ///< 401
    forbidden,     ///< 403
    not_found,     ///< 404
    rejected,      ///< any other status that speaks of no success
    rate_limited,  ///< 429, again and again, or for longer than can be waited
    server_error,  ///< 5xx, again and again
    elsewhere,     ///< it leads to another origin, where the credentials do not belong
    timeout,
    network,   ///< no connection, an address that may not be asked, or a certificate that is not valid
    not_json,  ///< what came is no JSON, or breaks off
    too_large,
    out_of_time,  ///< all the time there is for the client is over
    interrupted,
  };
  Kind kind = Kind::network;
  /// The last status that came; 0 without one.
  long status = 0;
  /// An English sentence that names the address.
  std::string message;
};

/// What an answer's body has to be.
enum class AnswerForm : std::uint8_t { json, text };

using ApiResult = std::variant<ApiAnswer, ApiError>;

struct ApiOptions {
  net::TransferOptions transfers;
  std::size_t max_body_bytes = std::size_t{32} << 20U;
  /// For one request.
  std::chrono::milliseconds timeout = std::chrono::seconds(60);
  /// How often the same is asked at most.
  unsigned max_attempts = 5;
  /// The pause before the first repetition; it doubles with each one more.
  std::chrono::milliseconds backoff = std::chrono::seconds(1);
  /// A service that wants to be left alone for longer is given up.
  std::chrono::milliseconds longest_pause = std::chrono::minutes(5);
  /// For all requests of the client together, with their pauses.
  std::chrono::milliseconds time_for_all = std::chrono::minutes(30);
  /// Asked a few times a second; true ends the request that is under way.
  std::function<bool()> is_stopped = [] { return false; };
  /// Called with a sentence before a request is repeated, and what it says never holds a credential.
  std::function<void(std::string_view)> on_pause = [](std::string_view) {};
};

/// Asks a JSON service, one request after the other, over connections that are kept. What may pass is asked again after
/// a pause: 429, 5xx and connections that fail; but a POST only after a 429, since one without an answer may have been
/// obeyed. Redirects are followed for GET, within the origin only.
class ApiClient {
 public:
  ApiClient(ApiService service, ApiOptions options);

  /// `target` is a path such as `/projects?page=2`, which is appended to the service's address, or an address in full
  /// within its origin.
  [[nodiscard]] ApiResult get(std::string_view target);
  /// The same for what is no JSON, such as a file of a repository: the body of the answer is the text as it came, of
  /// `max_bytes` at most.
  [[nodiscard]] ApiResult get_text(std::string_view target, std::size_t max_bytes);
  [[nodiscard]] ApiResult post(std::string_view path, const nlohmann::json& content);
  [[nodiscard]] ApiResult put(std::string_view path, const nlohmann::json& content);

  [[nodiscard]] const ApiService& service() const { return service_; }

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] ApiResult send(net::Request::Method method, std::string_view target, std::string content);
  [[nodiscard]] ApiResult send(net::Request request, std::string_view target, AnswerForm form);
  [[nodiscard]] std::optional<net::Response> exchange(net::Request request);
  [[nodiscard]] std::optional<ApiError> pause_before_repeating(const net::Request& request, unsigned attempt,
                                                               const net::Response& response, ApiError error);
  [[nodiscard]] std::chrono::milliseconds pause_after(unsigned attempt, std::optional<std::chrono::seconds> wanted);
  [[nodiscard]] std::chrono::milliseconds left() const;
  [[nodiscard]] ApiError ended(const net::WebUrl& url) const;

  ApiService service_;
  ApiOptions options_;
  net::Transfers transfers_;
  Clock::time_point end_;
  std::size_t requests_ = 0;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace macrolint
