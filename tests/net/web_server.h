#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

#include "support/temporary_folder.h"

namespace macrolint {

/// nginx on 127.0.0.1, with certificates that the test makes: for `good.site`, `localhost` and 127.0.0.1 a valid one,
/// for `expired.site`, `own.site`, `other.site` and `stranger.site` others. Answers all paths with success but `/away`,
/// from where it redirects to 127.0.0.1. Unencrypted, it answers for all hosts.
class WebServer {
 public:
  /// Null where nginx or openssl is not installed.
  [[nodiscard]] static std::unique_ptr<WebServer> with_certificates();
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;
  ~WebServer();

  /// An encrypted address, and one that is not.
  [[nodiscard]] std::string url(const std::string& host, const std::string& path = "/") const;
  [[nodiscard]] std::string plain_url(const std::string& host, const std::string& path = "/") const;
  /// The file with the certificate of the authority that signed the valid ones.
  [[nodiscard]] std::string authority() const { return folder_.path("authority.pem"); }
  /// A line for each request: its host, `PRIVATE-TOKEN`, protocol and first line.
  [[nodiscard]] std::string log() const { return folder_.read("access.log"); }
  [[nodiscard]] unsigned port() const { return port_; }

 private:
  WebServer() = default;
  [[nodiscard]] bool make_certificates() const;
  [[nodiscard]] bool start();

  TemporaryFolder folder_;
  unsigned port_ = 0;
  unsigned plain_port_ = 0;
  pid_t process_ = -1;
};

}  // namespace macrolint
