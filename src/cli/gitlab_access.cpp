#include "cli/gitlab_access.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <variant>

#include "cli/transfer_options.h"
#include "net/web_url.h"

namespace macrolint::cli {

namespace {

constexpr std::string_view api_path = "/api/v4";

std::string without_slash(std::string url) {
  while (url.ends_with('/')) {
    url.pop_back();
  }
  return url;
}

/// Whether both are the same GitLab: host, port, scheme, and the folder of the host that it is in.
bool is_same(const std::string& left, const std::string& right) {
  const auto one = net::parse_web_url(left);
  const auto other = net::parse_web_url(right);
  return one.has_value() && other.has_value() && without_slash(one->text) == without_slash(other->text);
}

}  // namespace

std::vector<net::AddressRange> every_address() {
  std::vector<net::AddressRange> ranges;
  for (const char* range : {"0.0.0.0/0", "::/0"}) {
    ranges.push_back(net::AddressRange::parse(range).value());
  }
  return ranges;
}

GitLabEnvironment read_gitlab_environment() {
  GitLabEnvironment found;
  found.server = without_slash(environment("CI_SERVER_URL"));
  found.api = without_slash(environment("CI_API_V4_URL"));
  if (found.server.empty() && found.api.ends_with(api_path)) {
    found.server = found.api.substr(0, found.api.size() - api_path.size());
  }
  if (found.api.empty() && !found.server.empty()) {
    found.api = found.server + std::string(api_path);
  }
  found.job_token = environment("CI_JOB_TOKEN");
  found.token = environment("GITLAB_TOKEN");
  found.token_server = without_slash(environment("GITLAB_URL"));
  if (found.token_server.empty()) {
    found.token_server = found.server.empty() ? "https://gitlab.com" : found.server;
  }
  return found;
}

GitLabAccess access_to(const std::string& url, const GitLabEnvironment& environment) {
  const bool is_of_job = !environment.server.empty() && is_same(url, environment.server);
  const bool is_of_token = !environment.token.empty() && is_same(url, environment.token_server);
  GitLabAccess access;
  access.address = is_of_job ? environment.api : without_slash(url) + std::string(api_path);
  access.is_trusted = is_of_job || is_of_token;
  if (is_of_token) {
    access.credentials.push_back("PRIVATE-TOKEN: " + environment.token);
  } else if (is_of_job && !environment.job_token.empty()) {
    access.credentials.push_back("JOB-TOKEN: " + environment.job_token);
  }
  return access;
}

std::unique_ptr<GitLabApi> connect_to_gitlab(const GitLabAccess& access, ApiOptions options, Console& console) {
  auto service = ApiService::at(access.address, access.credentials);
  if (const auto* problem = std::get_if<std::string>(&service); problem != nullptr && !access.credentials.empty()) {
    console.warning(fmt::format("GitLab is asked without a token. {}", *problem));
    service = ApiService::at(access.address, {});
  }
  if (std::holds_alternative<std::string>(service)) {
    return nullptr;
  }
  if (access.is_trusted) {
    options.transfers.policy = net::AddressPolicy(every_address());
  }
  return std::make_unique<GitLabApi>(std::get<ApiService>(std::move(service)), std::move(options));
}

}  // namespace macrolint::cli
