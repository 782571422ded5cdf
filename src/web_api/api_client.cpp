#include "web_api/api_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <thread>
#include <utility>

#include "net/http_words.h"
#include "web_api/api_outcome.h"

namespace macrolint {

namespace {

using Kind = ApiError::Kind;
using Method = net::Request::Method;
using std::chrono::milliseconds;

constexpr unsigned max_redirects = 5;
/// How long Ctrl-C may go unnoticed.
constexpr milliseconds tick(50);

bool is_redirect(const net::Response& response) {
  return response.failure == net::Response::Failure::none && response.status >= 300 && response.status < 400 &&
         !response.location.empty();
}

ApiError redirect_error(const net::Request& request, const net::Response& response, std::string_view reason) {
  return {Kind::elsewhere, response.status,
          fmt::format("`{}` answers {} and leads to `{}`, {}.", request.url.text, net::status_text(response.status),
                      response.location.substr(0, 500), reason)};
}

/// Bytes that are no UTF-8 cannot be sent; they become U+FFFD.
std::string text_of(const nlohmann::json& content) {
  return content.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string_view ApiAnswer::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : found->second;
}

ApiClient::ApiClient(ApiService service, ApiOptions options)
    : service_(std::move(service)),
      options_(std::move(options)),
      transfers_(options_.transfers),
      end_(Clock::now() + options_.time_for_all) {}

ApiResult ApiClient::get(std::string_view target) { return send(Method::body, target, ""); }

ApiResult ApiClient::post(std::string_view path, const nlohmann::json& content) {
  return send(Method::post, path, text_of(content));
}

ApiResult ApiClient::put(std::string_view path, const nlohmann::json& content) {
  return send(Method::put, path, text_of(content));
}

ApiResult ApiClient::get_text(std::string_view target, std::size_t max_bytes) {
  net::Request request;
  request.method = Method::body;
  request.headers = {"Accept: */*"};
  request.max_bytes = max_bytes;
  return send(std::move(request), target, AnswerForm::text);
}

ApiResult ApiClient::send(Method method, std::string_view target, std::string content) {
  net::Request request;
  request.method = method;
  request.headers = {"Accept: application/json"};
  if (method != Method::body) {
    request.headers.emplace_back("Content-Type: application/json");
  }
  request.content = std::move(content);
  request.max_bytes = options_.max_body_bytes;
  return send(std::move(request), target, AnswerForm::json);
}

ApiResult ApiClient::send(net::Request request, std::string_view target, AnswerForm form) {
  auto located = service_.locate(target);
  if (auto* problem = std::get_if<std::string>(&located)) {
    return ApiError{Kind::elsewhere, 0, std::move(*problem)};
  }
  const Method method = request.method;
  request.url = std::get<net::WebUrl>(std::move(located));
  request.headers.emplace_back("User-Agent: macrolint/" MACROLINT_VERSION);
  request.headers.insert(request.headers.end(), service_.credentials().begin(), service_.credentials().end());
  request.login = service_.login();
  request.wanted_headers = {"link", "x-next-page", "x-total-pages"};
  unsigned redirects = 0;
  for (unsigned attempt = 1;; ++attempt) {
    request.timeout = std::min(options_.timeout, left());
    const auto response = exchange(request);
    if (!response.has_value()) {
      return ended(request.url);
    }
    if (is_redirect(*response)) {
      const auto next = net::resolve_web_url(request.url, response->location);
      if (!next.has_value() || !service_.is_same_origin(*next)) {
        return redirect_error(request, *response, "which is another host; nothing is sent there");
      }
      if (method != Method::body || ++redirects > max_redirects) {
        return redirect_error(request, *response, "and is not followed");
      }
      request.url = *next;
      attempt = 0;
      continue;
    }
    ApiResult outcome = read_outcome(request, *response, form);
    auto* error = std::get_if<ApiError>(&outcome);
    if (error == nullptr || !may_repeat(request, *response)) {
      return outcome;
    }
    if (auto final_error = pause_before_repeating(request, attempt, *response, std::move(*error))) {
      return std::move(*final_error);
    }
  }
}

/// Nothing if it was stopped or the time was over before it began.
std::optional<net::Response> ApiClient::exchange(net::Request request) {
  if (options_.is_stopped() || left() <= milliseconds(0)) {
    return std::nullopt;
  }
  // One that was stopped may still come to an end.
  const std::size_t id = ++requests_;
  request.id = id;
  transfers_.start(std::move(request));
  while (true) {
    for (net::Response& response : transfers_.wait(tick)) {
      if (response.id == id) {
        return std::move(response);
      }
    }
    if (options_.is_stopped()) {
      return std::nullopt;
    }
  }
}

/// Nothing when the pause is over; otherwise why there is no point in another request.
std::optional<ApiError> ApiClient::pause_before_repeating(const net::Request& request, unsigned attempt,
                                                          const net::Response& response, ApiError error) {
  const auto wanted = net::retry_after(response.retry_after, static_cast<std::int64_t>(std::time(nullptr)));
  const milliseconds pause = pause_after(attempt, wanted);
  std::string reason;
  if (attempt >= options_.max_attempts) {
    reason = fmt::format("it was asked {} times", attempt);
  } else if (wanted.has_value() && pause > std::min(options_.longest_pause, left())) {
    reason = fmt::format("it wants to be left alone for {} seconds, which is too long", wanted->count());
  } else if (pause > left()) {
    reason = "there is no time left to ask again";
  }
  if (!reason.empty()) {
    error.message.pop_back();
    error.message += "; " + reason + ".";
    return error;
  }
  options_.on_pause(
      fmt::format("{} Asking again in {:.1f} seconds.", error.message, static_cast<double>(pause.count()) / 1000));
  for (const auto end = Clock::now() + pause; Clock::now() < end;) {
    if (options_.is_stopped()) {
      return ended(request.url);
    }
    std::this_thread::sleep_until(std::min(end, Clock::now() + tick));
  }
  return std::nullopt;
}

/// Each pause is twice as long as the one before, with some randomness, and as long as the service wants at least.
milliseconds ApiClient::pause_after(unsigned attempt, std::optional<std::chrono::seconds> wanted) {
  std::uniform_real_distribution<double> jitter(0.75, 1.25);
  const double factor = jitter(random_) * static_cast<double>(1U << (attempt - 1));
  const auto pause =
      milliseconds(static_cast<milliseconds::rep>(static_cast<double>(options_.backoff.count()) * factor));
  // A wait of a billion years would not fit into milliseconds.
  return std::max<milliseconds>(
      pause, std::min<std::chrono::seconds>(wanted.value_or(std::chrono::seconds(0)), std::chrono::hours(24)));
}

milliseconds ApiClient::left() const { return std::chrono::duration_cast<milliseconds>(end_ - Clock::now()); }

ApiError ApiClient::ended(const net::WebUrl& url) const {
  if (options_.is_stopped()) {
    return {Kind::interrupted, 0, fmt::format("Interrupted before `{}` answered.", url.text)};
  }
  return {Kind::out_of_time, 0,
          fmt::format("The time is over: `{}` was not asked within {} seconds.", url.text,
                      std::chrono::duration_cast<std::chrono::seconds>(options_.time_for_all).count())};
}

}  // namespace macrolint
