#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/console.h"
#include "gitlab/gitlab_api.h"
#include "net/ip_address.h"

namespace macrolint::cli {

/// What the environment says of GitLab. Only it decides where a token goes: whoever opens a merge request can change
/// the configuration.
struct GitLabEnvironment {
  /// `CI_SERVER_URL` and `CI_API_V4_URL`, each made from the other where only one is there.
  std::string server;
  std::string api;
  /// `CI_JOB_TOKEN`, for that server.
  std::string job_token;
  /// `GITLAB_TOKEN`, and where it belongs: `GITLAB_URL`, else the server of the job, else gitlab.com.
  std::string token;
  std::string token_server;
};

[[nodiscard]] GitLabEnvironment read_gitlab_environment();

/// All addresses there are: where the pipeline itself runs may be in its own network.
[[nodiscard]] std::vector<net::AddressRange> every_address();

/// How a GitLab is asked.
struct GitLabAccess {
  /// Of its API.
  std::string address;
  /// The header with the token, if there is one for it.
  std::vector<std::string> credentials;
  /// The environment names it, so that it may be in a private network.
  bool is_trusted = false;
};

/// How the GitLab at this address is asked. A token of somebody goes before that of the job, which may do less.
[[nodiscard]] GitLabAccess access_to(const std::string& url, const GitLabEnvironment& environment);

/// Connects to it; null where its address is none. A token that cannot be sent there is left out, with a warning.
[[nodiscard]] std::unique_ptr<GitLabApi> connect_to_gitlab(const GitLabAccess& access, ApiOptions options,
                                                           Console& console);

}  // namespace macrolint::cli
