#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "net/ip_address.h"

namespace macrolint {

/// How politely a host is asked.
struct HostLimits {
  /// Requests at once, and a second.
  unsigned concurrency = 4;
  unsigned rate = 20;
  /// Lines such as `PRIVATE-TOKEN: …`; sent to this host only, and only with encryption.
  std::vector<std::string> headers;
};

/// What is to be asked of one host, and when it may be. Targets are numbers.
class HostQueue {
 public:
  using Time = std::chrono::steady_clock::time_point;
  enum class Names : std::uint8_t { not_asked, asked, known };
  enum class Standing : std::uint8_t {
    asked,
    unknown,  ///< nobody knows its name
    refused,  ///< none of its addresses may be asked
    silent,   ///< it does not answer, or no address of it could be found out
    tired,    ///< it wants no more requests for now
  };

  HostQueue(std::string host, HostLimits limits) : host_(std::move(host)), limits_(std::move(limits)) {}

  [[nodiscard]] const std::string& host() const { return host_; }
  [[nodiscard]] const HostLimits& limits() const { return limits_; }

  void add(std::size_t target) { waiting_.push_back(target); }
  /// For inquiries that have begun: they end before others begin.
  void add_first(std::size_t target) { waiting_.push_front(target); }
  void add_later(std::size_t target, Time when) { later_.emplace(when, target); }
  /// Nothing starts before `time`.
  void pause_until(Time time) { next_start_ = std::max(next_start_, time); }

  /// When the next target may start; nothing if that depends on others that have to end first, or none waits.
  [[nodiscard]] std::optional<Time> next_start() const;
  /// Takes the next target, at a time when one may start.
  [[nodiscard]] std::size_t take(Time now);
  void finished() { --active_; }
  /// Takes all that wait.
  [[nodiscard]] std::vector<std::size_t> take_all();
  [[nodiscard]] std::size_t waiting() const { return waiting_.size() + later_.size() + active_; }
  /// When the first target started.
  [[nodiscard]] std::optional<Time> began() const { return began_; }

  /// Nothing more is asked of the host: `reason` says why, to the end of a sentence.
  void give_up(Standing standing, std::string reason) {
    standing_ = standing;
    reason_ = std::move(reason);
  }
  [[nodiscard]] Standing standing() const { return standing_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }

  Names names = Names::not_asked;
  /// Addresses that may be asked.
  std::vector<net::IpAddress> addresses;
  /// Requests without an answer since the last that had one.
  unsigned failures_in_a_row = 0;

 private:
  std::string host_;
  HostLimits limits_;
  std::deque<std::size_t> waiting_;
  std::multimap<Time, std::size_t> later_;
  std::size_t active_ = 0;
  Time next_start_;
  Standing standing_ = Standing::asked;
  std::string reason_;
  std::optional<Time> began_;
};

}  // namespace macrolint
