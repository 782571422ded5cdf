#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "net/ip_address.h"

namespace macrolint::net {

/// What name resolution says of a host.
struct Resolution {
  enum class State : std::uint8_t {
    found,
    no_such_host,
    /// The name is known, but has no address.
    no_address,
    /// The servers that should know did not answer: says nothing about the host.
    failed,
  };

  std::string host;
  State state = State::failed;
  std::vector<IpAddress> addresses;
};

/// Asks the system for a host's addresses and waits for the answer.
[[nodiscard]] Resolution resolve_host(const std::string& host);

/// Asks for the addresses of many hosts on a few threads. A thread that waits for an answer cannot be stopped, and need
/// not be: it outlives the resolver, and what it finds is dropped.
class Resolver {
 public:
  using Resolve = std::function<Resolution(const std::string& host)>;

  /// `notify` is called from another thread whenever an answer is there.
  Resolver(Resolve resolve, std::function<void()> notify);
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;
  ~Resolver();

  void ask(const std::string& host);
  /// Asks before all that waits.
  void ask_first(const std::string& host);
  /// The answers that came since the last call.
  [[nodiscard]] std::vector<Resolution> answers();

 private:
  struct Shared;

  void add(const std::string& host, bool is_first);

  std::shared_ptr<Shared> shared_;
  unsigned threads_ = 0;
};

}  // namespace macrolint::net
