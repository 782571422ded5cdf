#include "web_api/api_outcome.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "net/http_words.h"

namespace macrolint {

namespace {

using Kind = ApiError::Kind;
using Failure = net::Response::Failure;

constexpr long too_many_requests = 429;
/// Far beyond what services answer; a page of hostile JSON would take a hundred times its size in memory.
constexpr int max_depth = 64;
constexpr std::size_t max_values = 2'000'000;

bool is_server_error(long status) { return status >= 500 && status < 600; }

/// JSON within bounds; discarded if it is none, or beyond them.
nlohmann::json parse_within_bounds(const std::string& text) {
  std::size_t values = 0;
  bool is_too_much = false;
  const auto keep = [&](int depth, nlohmann::json::parse_event_t event, const nlohmann::json&) {
    values += event == nlohmann::json::parse_event_t::key ? 0 : 1;
    is_too_much = is_too_much || depth > max_depth || values > max_values;
    return !is_too_much;
  };
  nlohmann::json parsed = nlohmann::json::parse(text, keep, false);
  return is_too_much ? nlohmann::json(nlohmann::json::value_t::discarded) : parsed;
}

ApiError failure_error(const net::Request& request, const net::Response& response, Failure failure) {
  const std::string& url = request.url.text;
  switch (failure) {
    case Failure::timeout:
      return {Kind::timeout, response.status,
              fmt::format("`{}` did not answer in full within {:.1f} seconds.", url,
                          static_cast<double>(request.timeout.count()) / 1000)};
    case Failure::too_large:
      return {Kind::too_large, response.status,
              fmt::format("`{}` answers with more than {} MB; nothing of it is used.", url, request.max_bytes >> 20U)};
    case Failure::refused_address:
      return {Kind::network, 0,
              fmt::format("`{}` is at an address that is not public, which is only asked where `links: "
                          "allow_addresses` in the configuration names it.",
                          url)};
    default:
      break;
  }
  if (response.status != 0) {
    return {Kind::not_json, response.status, fmt::format("The answer of `{}` breaks off.", url)};
  }
  return {Kind::network, 0, fmt::format("`{}` cannot be asked: {}.", url, response.detail)};
}

ApiError status_error(const net::Request& request, const net::Response& response) {
  const auto error = [&](Kind kind, std::string_view what) {
    return ApiError{kind, response.status,
                    fmt::format("`{}` answers {}{}.", request.url.text, net::status_text(response.status), what)};
  };
  switch (response.status) {
    case 401:
      return error(Kind::unauthorized, ": the credentials are missing, wrong or no longer valid");
    case 403:
      return error(Kind::forbidden, ": the credentials do not have the right to do this");
    case 404:
      return error(Kind::not_found, "");
    case too_many_requests:
      return error(Kind::rate_limited, "");
    default:
      return error(is_server_error(response.status) ? Kind::server_error : Kind::rejected, "");
  }
}

}  // namespace

ApiResult read_outcome(const net::Request& request, const net::Response& response, AnswerForm form) {
  if (response.failure != Failure::none) {
    return failure_error(request, response, response.failure);
  }
  if (response.status < 200 || response.status >= 300) {
    return status_error(request, response);
  }
  if (!response.is_complete) {
    return failure_error(request, response, response.body_failure);
  }
  ApiAnswer answer{response.status, nullptr, response.headers};
  if (form == AnswerForm::text) {
    answer.body = response.body;
  } else if (!response.body.empty()) {
    answer.body = parse_within_bounds(response.body);
  }
  if (answer.body.is_discarded()) {
    const std::string_view type = response.content_type;
    return ApiError{Kind::not_json, response.status,
                    fmt::format("`{}` answers with something that is not JSON, or breaks off{}.", request.url.text,
                                type.empty() ? "" : fmt::format(" (`{}`)", type.substr(0, 100)))};
  }
  return answer;
}

bool may_repeat(const net::Request& request, const net::Response& response) {
  if (response.failure == Failure::none && response.status == too_many_requests) {
    return true;
  }
  if (request.method == net::Request::Method::post) {
    return false;
  }
  switch (response.failure == Failure::none ? response.body_failure : response.failure) {
    case Failure::none:
      return is_server_error(response.status);
    case Failure::connection:
    case Failure::timeout:
    case Failure::malformed:
      return true;
    default:
      return false;
  }
}

}  // namespace macrolint
