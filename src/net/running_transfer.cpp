#include "net/running_transfer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "source/characters.h"
#include "source/trimmed.h"

namespace macrolint::net {

namespace {

/// Web servers themselves take no more than a few kilobytes.
constexpr std::size_t max_header_bytes = std::size_t{64} * 1024;
constexpr long connect_timeout_ms = 10'000;
/// So that a server that refuses HEAD need not send the whole.
constexpr const char* range_of_start = "0-1023";

template <typename Value>
void set(CURL* handle, CURLoption option, Value value) {
  curl_easy_setopt(handle, option, value);
}

/// OpenSSL's numbers for certificates that no browser would take either. Others, such as that of an issuer who is not
/// known, may be the fault of this machine: browsers know more issuers, and fetch the certificates between.
bool is_certainly_invalid(long verification, std::string_view detail) {
  constexpr long expired = 10;
  constexpr long self_signed = 18;
  constexpr long revoked = 23;
  return verification == expired || verification == self_signed || verification == revoked ||
         detail.find("subject name") != std::string_view::npos;
}

}  // namespace

RunningTransfer::RunningTransfer(Request request, const AddressPolicy& policy, const std::string& certificates)
    : request_(std::move(request)), policy_(policy), handle_(curl_easy_init()) {
  response_.id = request_.id;
  set_request();
  set_limits();
  pin_addresses();
  set_safety(certificates);
}

RunningTransfer::~RunningTransfer() {
  curl_easy_cleanup(handle_);
  curl_slist_free_all(headers_);
  curl_slist_free_all(pinned_);
}

void RunningTransfer::set_request() {
  set(handle_, CURLOPT_PRIVATE, this);
  set(handle_, CURLOPT_URL, request_.url.text.c_str());
  set(handle_, CURLOPT_USERAGENT, "macrolint/" MACROLINT_VERSION " (link check)");
  set(handle_, CURLOPT_NOBODY, request_.method == Request::Method::head ? 1L : 0L);
  set(handle_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(handle_, CURLOPT_PIPEWAIT, 1L);
  if (request_.method == Request::Method::start) {
    set(handle_, CURLOPT_RANGE, range_of_start);
  } else if (request_.method != Request::Method::head) {
    set(handle_, CURLOPT_ACCEPT_ENCODING, "gzip");
  }
  if (request_.method == Request::Method::post || request_.method == Request::Method::put) {
    set_content();
  }
  for (const std::string& header : request_.headers) {
    headers_ = curl_slist_append(headers_, header.c_str());
  }
  set(handle_, CURLOPT_HTTPHEADER, headers_);
  if (!request_.login.empty()) {
    set(handle_, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    set(handle_, CURLOPT_USERPWD, request_.login.c_str());
  }
  set(handle_, CURLOPT_HEADERFUNCTION, &on_header);
  set(handle_, CURLOPT_HEADERDATA, this);
  set(handle_, CURLOPT_WRITEFUNCTION, &on_body);
  set(handle_, CURLOPT_WRITEDATA, this);
  set(handle_, CURLOPT_ERRORBUFFER, error_.data());
}

void RunningTransfer::set_content() {
  const bool is_post = request_.method == Request::Method::post;
  set(handle_, CURLOPT_POSTFIELDS, request_.content.c_str());
  set(handle_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.content.size()));
  set(handle_, CURLOPT_CUSTOMREQUEST, is_post ? "POST" : "PUT");
  // On a connection that was used before, libcurl would send it again by itself where no answer comes.
  set(handle_, CURLOPT_FRESH_CONNECT, is_post ? 1L : 0L);
  headers_ = curl_slist_append(headers_, "Expect:");
}

void RunningTransfer::set_limits() {
  set(handle_, CURLOPT_NOSIGNAL, 1L);
  // Whoever gives up does not wait for the thread that looks up the name.
  set(handle_, CURLOPT_QUICK_EXIT, 1L);
  set(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(request_.timeout.count()));
  set(handle_, CURLOPT_CONNECTTIMEOUT_MS, connect_timeout_ms);
  set(handle_, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle_, CURLOPT_BUFFERSIZE, 16L * 1024);
}

void RunningTransfer::pin_addresses() {
  std::vector<std::string> addresses;
  for (const IpAddress& address : request_.addresses) {
    addresses.push_back(address.is_v4() ? address.text() : "[" + address.text() + "]");
  }
  const std::string entry = fmt::format("{}:{}:{}", request_.url.host, request_.url.port, fmt::join(addresses, ","));
  if (!addresses.empty() && !request_.url.host.starts_with('[')) {
    pinned_ = curl_slist_append(nullptr, entry.c_str());
    set(handle_, CURLOPT_RESOLVE, pinned_);
  }
}

void RunningTransfer::set_safety(const std::string& certificates) {
  set(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle_, CURLOPT_PROXY, "");
  set(handle_, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(handle_, CURLOPT_OPENSOCKETFUNCTION, &on_open_socket);
  set(handle_, CURLOPT_OPENSOCKETDATA, this);
  if (!certificates.empty()) {
    set(handle_, CURLOPT_CAINFO, certificates.c_str());
  }
}

std::size_t RunningTransfer::on_header(char* data, std::size_t size, std::size_t count, void* transfer) {
  auto& self = *static_cast<RunningTransfer*>(transfer);
  self.header_bytes_ += size * count;
  if (self.header_bytes_ > max_header_bytes) {
    return 0;
  }
  self.read_header({data, size * count});
  return size * count;
}

void RunningTransfer::read_header(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with("HTTP/")) {
    // An answer of the kind 1xx came before; what it said is not what the last one says.
    const std::size_t id = response_.id;
    response_ = {};
    response_.id = id;
    return;
  }
  if (line.empty()) {
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &response_.status);
    header_is_complete_ = response_.status >= 200;
    return;
  }
  const std::pair<std::string_view, std::string*> wanted[] = {
      {"location", &response_.location},           {"retry-after", &response_.retry_after},
      {"content-type", &response_.content_type},   {"etag", &response_.entity_tag},
      {"last-modified", &response_.last_modified}, {"content-length", &response_.content_length}};
  const std::size_t colon = std::min(line.find(':'), line.size());
  const std::string name = lower_case(line.substr(0, colon));
  const std::string_view text = trimmed(line.substr(std::min(colon + 1, line.size())));
  for (const auto& [header, value] : wanted) {
    if (header == name && value->empty() && !header_is_complete_) {
      *value = text;
    }
  }
  const std::vector<std::string>& more = request_.wanted_headers;
  if (!header_is_complete_ && std::find(more.begin(), more.end(), name) != more.end()) {
    response_.headers.emplace(name, text);
  }
}

std::size_t RunningTransfer::on_body(char* data, std::size_t size, std::size_t count, void* transfer) {
  auto& self = *static_cast<RunningTransfer*>(transfer);
  const std::size_t bytes = size * count;
  const std::size_t left = self.request_.max_bytes - self.response_.body.size();
  self.response_.body.append(data, std::min(bytes, left));
  self.is_too_large_ = bytes > left;
  return bytes <= left ? bytes : 0;
}

/// The last word on where a connection goes: libcurl is about to connect to exactly this address.
curl_socket_t RunningTransfer::on_open_socket(void* transfer, curlsocktype, curl_sockaddr* address) {
  auto& self = *static_cast<RunningTransfer*>(transfer);
  const auto target = IpAddress::of(address->addr);
  if (!target.has_value() || !self.policy_.refusal(*target).empty()) {
    self.is_refused_ = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Response::Failure RunningTransfer::failure_of(CURLcode code) const {
  using Failure = Response::Failure;
  long verification = 0;
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return Failure::timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
      curl_easy_getinfo(handle_, CURLINFO_SSL_VERIFYRESULT, &verification);
      return is_certainly_invalid(verification, error_.data()) ? Failure::certificate : Failure::certificate_unknown;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
      return Failure::encryption;
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
      return is_refused_ ? Failure::refused_address : Failure::connection;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
      return Failure::connection;
    case CURLE_WRITE_ERROR:
      return is_too_large_ ? Failure::too_large : Failure::malformed;
    default:
      return Failure::malformed;
  }
}

Response RunningTransfer::take_response(CURLcode code) {
  if (header_is_complete_) {
    response_.failure = Response::Failure::none;
    response_.is_complete = code == CURLE_OK;
    response_.body_failure = code == CURLE_OK ? Response::Failure::none : failure_of(code);
  } else {
    response_.status = 0;
    response_.failure = code == CURLE_OK ? Response::Failure::malformed : failure_of(code);
    response_.detail = error_[0] != '\0' ? error_.data() : curl_easy_strerror(code);
  }
  return std::move(response_);
}

}  // namespace macrolint::net
