#include "external/inquiry.h"

#include <fmt/format.h>

#include <algorithm>

#include "external/moved.h"
#include "external/page_fragments.h"
#include "net/http_words.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Kind = ExternalOutcome::Kind;
using Method = net::Request::Method;
using Failure = net::Response::Failure;

constexpr std::size_t max_redirects = 10;
/// How often a host is asked again that is busy or broken, and one that could not be reached.
constexpr unsigned max_attempts_when_busy = 3;
constexpr unsigned max_attempts_when_unreachable = 2;

enum Status : long {
  moved_permanently = 301,
  not_modified = 304,
  permanent_redirect = 308,
  unauthorized = 401,
  not_found = 404,
  gone = 410,
  range_not_satisfiable = 416,
  too_many_requests = 429,
  service_unavailable = 503,
};

bool is_success(long status) { return (status >= 200 && status < 300) || status == range_not_satisfiable; }

bool is_redirect(const net::Response& response) {
  return response.status >= 300 && response.status < 400 && response.status != not_modified &&
         !response.location.empty();
}

/// Whether two answers are about the same thing, as far as their headers tell. Without any evidence they are not.
bool is_the_same(const net::Response& left, const net::Response& right) {
  const auto agree = [](const std::string& one, const std::string& other) { return !one.empty() && one == other; };
  return left.content_type == right.content_type &&
         (agree(left.entity_tag, right.entity_tag) || agree(left.content_length, right.content_length) ||
          agree(left.last_modified, right.last_modified));
}

/// What libcurl says of a certificate, without the words that it begins with.
std::string without_prefixes(std::string_view detail) {
  for (const std::string_view prefix : {"SSL certificate problem: ", "SSL: "}) {
    if (detail.starts_with(prefix)) {
      detail.remove_prefix(prefix.size());
    }
  }
  return std::string(detail.substr(0, detail.find_last_not_of(". \n") + 1));
}

std::string reason_of(const net::Response& response) {
  switch (response.failure) {
    case Failure::refused_address:
      return "its host has an address that is not asked";
    case Failure::timeout:
      return "there was no answer in time";
    case Failure::connection:
      return "no connection came about, or it was closed without an answer";
    case Failure::encryption:
      return "no encrypted connection came about";
    case Failure::certificate_unknown:
      return "this machine cannot tell whether the certificate of its host is valid";
    case Failure::certificate:
      return without_prefixes(response.detail);
    case Failure::malformed:
    case Failure::too_large:
    case Failure::none:
      return "what came was not the answer of a web server";
  }
  return {};
}

}  // namespace

Inquiry::Inquiry(net::WebUrl url, std::set<std::string, std::less<>> fragments)
    : first_(url), url_(std::move(url)), fragments_(std::move(fragments)) {
  method_ = fragments_.empty() ? Method::head : Method::body;
}

Inquiry::Step Inquiry::finish(Kind kind, std::string reason) {
  outcome_.kind = kind;
  outcome_.reason = std::move(reason);
  outcome_.other_fragments.insert(fragments_.begin(), fragments_.end());
  for (const std::string& fragment : outcome_.missing_fragments) {
    outcome_.other_fragments.erase(fragment);
  }
  return {Step::Kind::done};
}

void Inquiry::give_up(std::string reason) {
  // What is left to ask of an address that works does not decide about it.
  static_cast<void>(insecure_answer_.has_value() ? finish(Kind::working) : finish(Kind::unchecked, std::move(reason)));
}

void Inquiry::end_without_host() {
  if (insecure_answer_.has_value()) {
    static_cast<void>(finish(Kind::working));
  } else {
    static_cast<void>(finish(Kind::no_such_host, url_.host));
  }
}

Inquiry::Step Inquiry::take(const net::Response& response, std::int64_t now) {
  if (insecure_answer_.has_value()) {
    return finish_secure(response);
  }
  return response.failure == Failure::none ? take_status(response, now) : take_failure(response);
}

Inquiry::Step Inquiry::take_status(const net::Response& response, std::int64_t now) {
  outcome_.status = response.status;
  if (is_success(response.status)) {
    return finish_working(response);
  }
  if (is_redirect(response)) {
    return follow(response);
  }
  const auto wait = net::retry_after(response.retry_after, now);
  const std::string reason = fmt::format("its host answered {}", net::status_text(response.status));
  if (response.status == too_many_requests || (response.status == service_unavailable && wait.has_value())) {
    return try_again(max_attempts_when_busy, reason, true, wait);
  }
  if (method_ == Method::head && response.status != unauthorized) {
    return ask_with_get();
  }
  if (response.status == not_found || response.status == gone) {
    return finish(Kind::gone);
  }
  if (response.status >= 500 && response.status < 600) {
    return try_again(max_attempts_when_busy, reason, false, wait);
  }
  return finish(Kind::unchecked, reason);
}

Inquiry::Step Inquiry::take_failure(const net::Response& response) {
  const Failure failure = response.failure;
  if (failure == Failure::certificate) {
    return finish(Kind::bad_certificate, reason_of(response));
  }
  if (failure == Failure::refused_address || failure == Failure::certificate_unknown) {
    return finish(Kind::unchecked, reason_of(response));
  }
  if (method_ == Method::head && failure != Failure::encryption) {
    return ask_with_get();
  }
  return try_again(max_attempts_when_unreachable, reason_of(response), false, {});
}

Inquiry::Step Inquiry::ask_with_get() {
  method_ = Method::start;
  return {Step::Kind::ask};
}

Inquiry::Step Inquiry::try_again(unsigned most_attempts, std::string reason, bool is_host_busy,
                                 std::optional<std::chrono::seconds> wait) {
  ++attempts_;
  if (attempts_ >= most_attempts) {
    return finish(Kind::unchecked, std::move(reason));
  }
  outcome_.reason = std::move(reason);
  return {Step::Kind::ask_later, attempts_, is_host_busy, wait};
}

Inquiry::Step Inquiry::follow(const net::Response& response) {
  auto target = net::resolve_web_url(url_, response.location);
  if (!target.has_value()) {
    return finish(Kind::unchecked, "it redirects to something that is no web address");
  }
  visited_.push_back(url_.text);
  if (visited_.size() > max_redirects || std::find(visited_.begin(), visited_.end(), target->text) != visited_.end()) {
    return finish(Kind::unchecked, "its redirects do not end");
  }
  const bool is_permanent = response.status == moved_permanently || response.status == permanent_redirect;
  all_hops_permanent_ = all_hops_permanent_ && is_permanent;
  if (all_hops_permanent_) {
    moved_to_ = *target;
  }
  url_ = std::move(*target);
  attempts_ = 0;
  method_ = fragments_.empty() ? Method::head : Method::body;
  return {Step::Kind::ask};
}

void Inquiry::judge_fragments(const net::Response& response) {
  // A page that a temporary redirect leads to is another one, often one for signing in; and the fragment of a redirect
  // comes in the place of the link's.
  const bool is_page =
      starts_with_ignoring_case(response.content_type, "text/html") && response.is_complete && response.status == 200;
  if (!fragments_.empty() && is_page && all_hops_permanent_ && (!moved_to_ || moved_to_->fragment.empty())) {
    outcome_.missing_fragments = fragments_missing_in(response.body, fragments_);
  }
}

Inquiry::Step Inquiry::finish_working(const net::Response& response) {
  judge_fragments(response);
  if (moved_to_.has_value()) {
    outcome_.moved_to = moved_to_->text + (moved_to_->fragment.empty() ? "" : "#" + moved_to_->fragment);
    outcome_.moved_plainly = all_hops_permanent_ && moved_to_->fragment.empty() && is_plain_move(first_, *moved_to_);
  }
  const bool may_be_secure = visited_.empty() && !url_.is_secure && url_.authority == url_.host;
  auto secure = may_be_secure ? net::parse_web_url("https" + url_.text.substr(url_.text.find(':'))) : std::nullopt;
  if (!secure.has_value()) {
    return finish(Kind::working);
  }
  insecure_answer_ = response;
  insecure_answer_->body.clear();
  url_ = std::move(*secure);
  method_ = method_ == Method::body ? Method::start : method_;
  return {Step::Kind::ask};
}

Inquiry::Step Inquiry::finish_secure(const net::Response& response) {
  outcome_.is_needlessly_insecure = response.failure == Failure::none && response.status == insecure_answer_->status &&
                                    is_the_same(*insecure_answer_, response);
  return finish(Kind::working);
}

}  // namespace macrolint
