#pragma once

#include <array>
#include <memory>
#include <string>

#include "net/address_policy.h"
#include "net/libcurl.h"
#include "net/transfer.h"

namespace macrolint::net {

/// A request that libcurl works on, with what has come of its answer. libcurl holds its address.
class RunningTransfer {
 public:
  RunningTransfer(Request request, const AddressPolicy& policy, const std::string& certificates);
  RunningTransfer(const RunningTransfer&) = delete;
  RunningTransfer& operator=(const RunningTransfer&) = delete;
  ~RunningTransfer();

  [[nodiscard]] CURL* handle() const { return handle_; }
  /// What became of it, when libcurl says that it has ended.
  [[nodiscard]] Response take_response(CURLcode code);

 private:
  void set_request();
  void set_content();
  void set_limits();
  void pin_addresses();
  void set_safety(const std::string& certificates);
  void read_header(std::string_view line);
  [[nodiscard]] Response::Failure failure_of(CURLcode code) const;

  static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* transfer);
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* transfer);
  static curl_socket_t on_open_socket(void* transfer, curlsocktype purpose, curl_sockaddr* address);

  Request request_;
  const AddressPolicy& policy_;
  CURL* handle_;
  curl_slist* headers_ = nullptr;
  curl_slist* pinned_ = nullptr;
  Response response_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  std::size_t header_bytes_ = 0;
  bool header_is_complete_ = false;
  bool is_refused_ = false;
  bool is_too_large_ = false;
};

}  // namespace macrolint::net
