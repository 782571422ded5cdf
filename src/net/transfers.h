#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "net/address_policy.h"
#include "net/transfer.h"

namespace macrolint::net {

struct TransferOptions {
  AddressPolicy policy;
  /// How many connections may be open at once.
  long max_connections = 64;
  /// Certificates of authorities to trust, in one file; empty for those of the system.
  std::string certificates;
};

/// Requests that are under way side by side, through libcurl's multi interface; connections are used again, and shared
/// where the server speaks HTTP/2. Whatever the request says, no socket is opened to an address that the policy
/// refuses. Proxies that the environment names are not used: a proxy resolves names itself, and nobody could tell where
/// it connects to.
class Transfers {
 public:
  /// Why nothing can be asked, as sentences that name the consequence, such as "`--online` is not possible"; empty if
  /// it can. A program may be linked without libcurl, or not find it on the machine.
  [[nodiscard]] static std::string obstacle(std::string_view consequence);

  explicit Transfers(TransferOptions options);
  Transfers(const Transfers&) = delete;
  Transfers& operator=(const Transfers&) = delete;
  ~Transfers();

  void start(Request request);
  [[nodiscard]] std::size_t active() const;
  /// Lets the requests go on until one ends, the time is over or `wake` is called; returns those that ended.
  [[nodiscard]] std::vector<Response> wait(std::chrono::milliseconds longest);
  /// Ends a call of `wait`. May be called from any thread.
  void wake();

 private:
  struct State;

  std::unique_ptr<State> state_;
};

}  // namespace macrolint::net
