#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "net/ip_address.h"
#include "net/web_url.h"

namespace macrolint::net {

/// One request. Redirects are not followed: whoever asks decides about each step.
struct Request {
  enum class Method : std::uint8_t {
    head,
    start,  ///< GET of the first bytes: for servers that refuse HEAD
    body,   ///< GET of the whole, up to `max_bytes`
    post,   ///< `content` is sent
    put,    ///< `content` is sent
  };

  /// Given back with the answer.
  std::size_t id = 0;
  WebUrl url;
  Method method = Method::head;
  /// Lines such as `PRIVATE-TOKEN: …`.
  std::vector<std::string> headers;
  /// `NAME:PASSWORD` for a host that wants HTTP's basic authentication; may be empty.
  std::string login;
  /// What POST and PUT send.
  std::string content;
  /// Names, in lower case, of headers whose values are wanted besides those that `Response` has members for.
  std::vector<std::string> wanted_headers;
  /// What the host was found to be; the connection goes to one of these.
  std::vector<IpAddress> addresses;
  std::chrono::milliseconds timeout{};
  /// What is read of the answer's body, unpacked.
  std::size_t max_bytes = 0;
};

/// What became of a request.
struct Response {
  enum class Failure : std::uint8_t {
    none,
    refused_address,      ///< the connection would have gone to an address that may not be asked
    connection,           ///< nobody there, or hung up before an answer
    timeout,              ///< no complete header in time
    certificate,          ///< the host's certificate is certainly not valid
    certificate_unknown,  ///< this machine cannot tell whether it is
    encryption,           ///< no secure connection came about
    malformed,            ///< what came is no answer of a web server
    too_large,            ///< the body is longer than `max_bytes`
  };

  std::size_t id = 0;
  /// `none` as soon as the header has come in whole, whatever became of the body.
  Failure failure = Failure::none;
  /// What libcurl says of the failure.
  std::string detail;
  long status = 0;
  std::string location;
  std::string retry_after;
  std::string content_type;
  std::string entity_tag;
  std::string last_modified;
  std::string content_length;
  /// Values of the headers that were wanted, by name; the first one where a header is repeated.
  std::map<std::string, std::string, std::less<>> headers;
  std::string body;
  /// The body is there to its end.
  bool is_complete = false;
  /// Why it is not.
  Failure body_failure = Failure::none;
};

}  // namespace macrolint::net
