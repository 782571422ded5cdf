#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "external/outcome.h"
#include "net/transfer.h"

namespace macrolint {

/// The course of finding out about one address: what to ask next, given the answers so far. HEAD first; GET where
/// HEAD is not answered with success, since many servers refuse it, or answer it wrongly; the whole page where
/// fragments have to be looked up. Redirects are followed step by step. Knows no clock and no network.
class Inquiry {
 public:
  struct Step {
    enum class Kind : std::uint8_t {
      ask,        ///< send `request` at once
      ask_later,  ///< send it again when `wait` is over, or after a pause of the asker's choice
      done,       ///< `outcome` is final
    };
    Kind kind = Kind::done;
    /// How often the same has been asked in vain.
    unsigned attempts = 0;
    /// The host wants to be left alone: nothing at all should be asked of it for a while.
    bool is_host_busy = false;
    /// For how long, if it said so.
    std::optional<std::chrono::seconds> wait = {};
  };

  Inquiry(net::WebUrl url, std::set<std::string, std::less<>> fragments);

  /// What to ask now: address and method.
  [[nodiscard]] const net::WebUrl& url() const { return url_; }
  [[nodiscard]] net::Request::Method method() const { return method_; }

  /// Takes an answer in. `now` is the day and time, in seconds since 1970, that a `Retry-After` with a date counts
  /// from.
  [[nodiscard]] Step take(const net::Response& response, std::int64_t now);
  /// Ends the inquiry without an answer.
  void give_up(std::string reason);
  /// Ends it because nobody knows the host.
  void end_without_host();

  /// Valid when it is done.
  [[nodiscard]] const ExternalOutcome& outcome() const { return outcome_; }

 private:
  [[nodiscard]] Step take_status(const net::Response& response, std::int64_t now);
  [[nodiscard]] Step take_failure(const net::Response& response);
  [[nodiscard]] Step follow(const net::Response& response);
  [[nodiscard]] Step finish_working(const net::Response& response);
  [[nodiscard]] Step finish_secure(const net::Response& response);
  [[nodiscard]] Step finish(ExternalOutcome::Kind kind, std::string reason = {});
  [[nodiscard]] Step ask_with_get();
  [[nodiscard]] Step try_again(unsigned most_attempts, std::string reason, bool is_host_busy,
                               std::optional<std::chrono::seconds> wait);
  void judge_fragments(const net::Response& response);

  /// As the document has it.
  net::WebUrl first_;
  net::WebUrl url_;
  net::Request::Method method_ = net::Request::Method::head;
  std::set<std::string, std::less<>> fragments_;
  std::vector<std::string> visited_;
  unsigned attempts_ = 0;
  bool all_hops_permanent_ = true;
  std::optional<net::WebUrl> moved_to_;
  /// Set while it is asked whether the same is served with encryption.
  std::optional<net::Response> insecure_answer_;
  ExternalOutcome outcome_;
};

}  // namespace macrolint
