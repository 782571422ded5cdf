#include "zendesk/access.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "net/web_url.h"

namespace macrolint::zendesk {

namespace {

struct Credentials {
  std::vector<std::string> headers;
  std::string login;
  /// What is wrong; then the others are empty.
  std::string problem;
};

/// `_ZENDESK_GLOBAL` for `zendesk-global`.
std::string variable_ending(const std::string& instance) {
  std::string ending = "_";
  for (const char byte : instance) {
    const bool is_small = byte >= 'a' && byte <= 'z';
    const bool is_kept = (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    ending += is_small ? static_cast<char>(byte - 'a' + 'A') : (is_kept ? byte : '_');
  }
  return ending;
}

/// What the variables with this ending say; nothing if none of them is set.
std::optional<Credentials> credentials_named(const std::string& ending, const Environment& environment) {
  if (const std::string token = environment("ZENDESK_OAUTH_TOKEN" + ending); !token.empty()) {
    return Credentials{{"Authorization: Bearer " + token}, "", ""};
  }
  const std::string token = environment("ZENDESK_TOKEN" + ending);
  if (token.empty()) {
    return std::nullopt;
  }
  std::string email = environment("ZENDESK_EMAIL" + ending);
  email = email.empty() ? environment("ZENDESK_EMAIL") : email;
  if (email.empty() || email.find(':') != std::string::npos) {
    return Credentials{{},
                       "",
                       fmt::format("`ZENDESK_TOKEN{}` is set, but `ZENDESK_EMAIL` is not the email address of whom "
                                   "the token belongs to; set both.",
                                   ending)};
  }
  return Credentials{{}, email + "/token:" + token, ""};
}

Credentials find_credentials(const std::string& instance, const Environment& environment) {
  const std::string ending = variable_ending(instance);
  for (const std::string& each : {ending, std::string()}) {
    if (auto credentials = credentials_named(each, environment)) {
      return *std::move(credentials);
    }
  }
  return {
      {},
      "",
      fmt::format("There are no credentials for `{}`. Set `ZENDESK_EMAIL` and `ZENDESK_TOKEN`, or "
                  "`ZENDESK_OAUTH_TOKEN`, in the environment; with `{}` at its end, a name means this instance only.",
                  instance, ending)};
}

std::string without_slash(std::string text) {
  while (text.ends_with('/')) {
    text.pop_back();
  }
  return text;
}

/// Whether credentials may be sent there.
bool is_trusted(const net::WebUrl& url, const std::string& trusted_url) {
  constexpr unsigned https_port = 443;
  if (url.is_secure && url.port == https_port && url.host.ends_with(".zendesk.com") && url.path == "/") {
    return true;
  }
  const auto trusted = net::parse_web_url(trusted_url);
  return trusted.has_value() && without_slash(trusted->text) == without_slash(url.text);
}

}  // namespace

std::variant<ApiService, std::string> find_service(const std::string& instance, const std::string& configured_url,
                                                   const Environment& environment) {
  const std::string trusted_url = environment("ZENDESK_URL");
  const std::string& address = configured_url.empty() ? trusted_url : configured_url;
  if (address.empty()) {
    return fmt::format(
        "The instance `{}` has no key `zendesk` in the configuration; give its address there, such as "
        "`https://example.zendesk.com`.",
        instance);
  }
  const auto url = net::parse_web_url(address);
  if (!url.has_value() || !is_trusted(*url, trusted_url)) {
    return fmt::format(
        "`{}` is neither `https://SUBDOMAIN.zendesk.com` nor the address in the environment variable "
        "`ZENDESK_URL`, so no token is sent to it.",
        address);
  }
  Credentials credentials = find_credentials(instance, environment);
  if (!credentials.problem.empty()) {
    return credentials.problem;
  }
  return ApiService::at(address, std::move(credentials.headers), std::move(credentials.login));
}

}  // namespace macrolint::zendesk
