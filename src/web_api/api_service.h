#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "net/web_url.h"

namespace macrolint {

/// A JSON service on the web, with the headers that carry its credentials. They are only ever sent to the origin of its
/// address: the same scheme, host and port.
class ApiService {
 public:
  /// `address` is what all paths are appended to, such as `https://gitlab.example.com/api/v4`. `credentials` are lines
  /// such as `PRIVATE-TOKEN: …`, `login` is `NAME:PASSWORD` for services that want those; with one of them, the address
  /// has to be encrypted, or on this machine. What speaks against it is returned as a sentence, which never holds a
  /// credential.
  [[nodiscard]] static std::variant<ApiService, std::string> at(std::string_view address,
                                                                std::vector<std::string> credentials,
                                                                std::string login = {});

  [[nodiscard]] const net::WebUrl& address() const { return address_; }
  [[nodiscard]] const std::vector<std::string>& credentials() const { return credentials_; }
  [[nodiscard]] const std::string& login() const { return login_; }

  /// Where a path such as `/projects?page=2` leads, or an address in full, as links from page to page have it: what is
  /// wrong with it if it is none, or of another origin.
  [[nodiscard]] std::variant<net::WebUrl, std::string> locate(std::string_view target) const;
  /// Whether the credentials may be sent there.
  [[nodiscard]] bool is_same_origin(const net::WebUrl& url) const;

 private:
  ApiService() = default;

  net::WebUrl address_;
  std::vector<std::string> credentials_;
  std::string login_;
};

}  // namespace macrolint
