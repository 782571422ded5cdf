#include "external/dispatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <optional>
#include <random>
#include <thread>
#include <unordered_map>

#include "external/host_queues.h"
#include "external/inquiry.h"
#include "external/network_evidence.h"

namespace macrolint {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

/// How long the loop may sleep, so that a wish to stop is noticed soon.
constexpr Milliseconds longest_sleep{100};
constexpr Milliseconds time_between_reports{200};
/// What a host that refuses HEAD is let send of a page.
constexpr std::size_t max_start_bytes = std::size_t{16} * 1024;
/// So many requests in a row without an answer, and a host is taken to be down.
constexpr unsigned most_failures_in_a_row = 6;
/// How long is waited for a sign that names can be looked up.
constexpr Milliseconds longest_wait_for_witnesses{5'000};

class Dispatch {
 public:
  Dispatch(const DispatchOptions& options, const std::vector<ExternalTarget>& targets,
           const std::function<void(std::size_t, const ExternalOutcome&)>& done)
      : options_(options),
        targets_(targets),
        done_(done),
        transfers_(options.transfers),
        queues_(
            options.transfers.policy, [this](const std::string& authority) { return limits_of(authority); },
            options.resolve, [this] { transfers_.wake(); }) {}

  DispatchResult run(const std::vector<std::string>& witnesses) {
    for (std::size_t target = 0; target < targets_.size(); ++target) {
      queues_.queue_for(targets_[target].url).add(target);
    }
    for (HostQueue* queue : queues_.all()) {
      queues_.update(*queue);
    }
    work();
    judge_held_back(witnesses);
    result_.hosts = queues_.size();
    report_progress(Clock::now());
    return result_;
  }

 private:
  HostLimits limits_of(const std::string& authority) const {
    const auto found = options_.hosts.find(authority);
    return found == options_.hosts.end() ? options_.limits : found->second;
  }

  void work() {
    const Clock::time_point deadline = Clock::now() + options_.time_for_all;
    while (ended_ < targets_.size()) {
      const Clock::time_point now = Clock::now();
      result_.was_stopped = options_.is_stopped();
      result_.ran_out_of_time = now >= deadline;
      if (result_.was_stopped || result_.ran_out_of_time || evidence_.seems_gone()) {
        return;
      }
      for (HostQueue* queue : queues_.learn_names()) {
        take_names(*queue);
      }
      start_what_may(now);
      for (const net::Response& response : transfers_.wait(sleep_from(now))) {
        take(response);
      }
      if (now >= next_report_) {
        report_progress(now);
      }
    }
  }

  Milliseconds sleep_from(Clock::time_point now) const {
    const auto next = queues_.next_ready();
    if (!next.has_value() || transfers_.active() >= options_.max_active) {
      return longest_sleep;
    }
    const auto left = std::chrono::ceil<Milliseconds>(*next - now);
    return std::clamp(left, Milliseconds(0), longest_sleep);
  }

  void report_progress(Clock::time_point now) {
    next_report_ = now + time_between_reports;
    LinkProgress progress{ended_, targets_.size(), {}, 0};
    if (const HostQueue* slowest = queues_.slowest(); slowest != nullptr && slowest->waiting() > 0) {
      progress.slowest_host = slowest->host();
      progress.waiting_for_it = slowest->waiting();
    }
    options_.on_progress(progress);
  }

  void take_names(HostQueue& queue) {
    if (queue.standing() == HostQueue::Standing::unknown) {
      evidence_.add_unknown(queue.host());
    } else if (queue.standing() == HostQueue::Standing::silent) {
      evidence_.add_silence(queue.host());
    }
    end_if_given_up(queue);
    queues_.update(queue);
  }

  void start_what_may(Clock::time_point now) {
    while (transfers_.active() < options_.max_active) {
      HostQueue* queue = queues_.ready(now);
      if (queue == nullptr) {
        return;
      }
      if (queue->began().value_or(now) + options_.time_per_host < now) {
        queue->give_up(HostQueue::Standing::tired,
                       fmt::format("its host `{}` took too long with the addresses before it", queue->host()));
        end_if_given_up(*queue);
      } else {
        start(queue->take(now), *queue);
      }
      queues_.update(*queue);
    }
  }

  Inquiry& inquiry_for(std::size_t target) {
    std::unique_ptr<Inquiry>& inquiry = inquiries_[target];
    if (inquiry == nullptr) {
      inquiry = std::make_unique<Inquiry>(targets_[target].url, targets_[target].fragments);
    }
    return *inquiry;
  }

  void start(std::size_t target, HostQueue& queue) {
    const Inquiry& inquiry = inquiry_for(target);
    net::Request request;
    request.id = target;
    request.url = inquiry.url();
    request.method = inquiry.method();
    request.addresses = queue.addresses;
    request.timeout = options_.timeout;
    request.max_bytes = request.method == net::Request::Method::body ? options_.max_page_bytes : max_start_bytes;
    if (request.url.is_secure) {
      request.headers = queue.limits().headers;
    }
    transfers_.start(std::move(request));
  }

  void count_answer(const net::Response& response, bool is_secure, HostQueue& queue) {
    using Failure = net::Response::Failure;
    if (response.failure == Failure::connection || response.failure == Failure::timeout) {
      evidence_.add_silence(queue.host());
      ++queue.failures_in_a_row;
    } else if (response.failure == Failure::none) {
      static const net::AddressPolicy public_only;
      const bool is_public = std::all_of(queue.addresses.begin(), queue.addresses.end(),
                                         [](const auto& address) { return public_only.refusal(address).empty(); });
      evidence_.add_answer(queue.host(), is_public || options_.trusts_local_answers, is_secure);
      queue.failures_in_a_row = 0;
    }
    if (queue.failures_in_a_row >= most_failures_in_a_row && queue.standing() == HostQueue::Standing::asked) {
      queue.give_up(HostQueue::Standing::silent, fmt::format("its host `{}` does not answer", queue.host()));
    }
  }

  void take(const net::Response& response) {
    const std::size_t target = response.id;
    Inquiry& inquiry = inquiry_for(target);
    HostQueue& queue = queues_.queue_for(inquiry.url());
    queue.finished();
    count_answer(response, inquiry.url().is_secure, queue);
    const Inquiry::Step step = inquiry.take(response, static_cast<std::int64_t>(std::time(nullptr)));
    if (step.kind == Inquiry::Step::Kind::done) {
      end(target, queue);
    } else if (step.kind == Inquiry::Step::Kind::ask) {
      ask_next(target, queues_.queue_for(inquiry.url()));
    } else {
      ask_later(target, step, queue);
    }
    end_if_given_up(queue);
    queues_.update(queue);
  }

  void ask_next(std::size_t target, HostQueue& queue) {
    queue.add_first(target);
    end_if_given_up(queue);
    queues_.update(queue);
  }

  /// With some randomness, so that hosts are not asked by many in step.
  Milliseconds pause_before(const Inquiry::Step& step) {
    std::uniform_real_distribution<double> jitter(0.5, 1.5);
    const double factor = jitter(random_) * static_cast<double>(1U << (step.attempts - 1));
    const Milliseconds pause(static_cast<Milliseconds::rep>(static_cast<double>(options_.backoff.count()) * factor));
    // A wait of a billion years would not fit into milliseconds.
    const auto wanted =
        std::min<std::chrono::seconds>(step.wait.value_or(std::chrono::seconds(0)), std::chrono::hours(24));
    return std::max<Milliseconds>(pause, wanted);
  }

  void ask_later(std::size_t target, const Inquiry::Step& step, HostQueue& queue) {
    const Milliseconds pause = pause_before(step);
    const Clock::time_point when = Clock::now() + pause;
    queue.add_later(target, when);
    if (step.is_host_busy) {
      queue.pause_until(when);
    }
    if (pause > options_.longest_pause && queue.standing() == HostQueue::Standing::asked) {
      queue.give_up(HostQueue::Standing::tired,
                    fmt::format("its host `{}` wants to be left alone for {} seconds", queue.host(),
                                std::chrono::ceil<std::chrono::seconds>(pause).count()));
    }
  }

  /// Ends all that waits for a host of which nothing more is asked.
  void end_if_given_up(HostQueue& queue) {
    if (queue.standing() == HostQueue::Standing::asked) {
      return;
    }
    for (const std::size_t target : queue.take_all()) {
      Inquiry& inquiry = inquiry_for(target);
      if (queue.standing() == HostQueue::Standing::unknown) {
        inquiry.end_without_host();
      } else {
        inquiry.give_up(queue.reason());
      }
      end(target, queue);
    }
  }

  void end(std::size_t target, const HostQueue& queue) {
    ++ended_;
    const auto inquiry = inquiries_.find(target);
    const ExternalOutcome& outcome = inquiry->second->outcome();
    const bool is_silence = outcome.kind == ExternalOutcome::Kind::unchecked && outcome.status == 0 &&
                            queue.standing() != HostQueue::Standing::refused;
    if (outcome.kind == ExternalOutcome::Kind::no_such_host ||
        (outcome.kind == ExternalOutcome::Kind::bad_certificate && !evidence_.tells_certificates())) {
      doubtful_.emplace(target, outcome);
    } else if (is_silence && !evidence_.has_answers()) {
      silence_.emplace(target, outcome);
    } else {
      report(target, outcome);
    }
    inquiries_.erase(inquiry);
  }

  void report(std::size_t target, const ExternalOutcome& outcome) {
    ++result_.done;
    done_(target, outcome);
  }

  bool is_any_found(const std::vector<std::string>& hosts) const {
    net::Resolver resolver(options_.resolve, [] {});
    for (const std::string& host : hosts) {
      resolver.ask(host);
    }
    const Clock::time_point deadline = Clock::now() + longest_wait_for_witnesses;
    for (std::size_t answers = 0; answers < hosts.size() && Clock::now() < deadline && !options_.is_stopped();) {
      for (const net::Resolution& resolution : resolver.answers()) {
        ++answers;
        if (resolution.state == net::Resolution::State::found) {
          return true;
        }
      }
      std::this_thread::sleep_for(Milliseconds(5));
    }
    return false;
  }

  void judge_doubtful(bool are_names_certain, ExternalOutcome& outcome) const {
    if (outcome.kind == ExternalOutcome::Kind::no_such_host && !are_names_certain) {
      outcome.kind = ExternalOutcome::Kind::unchecked;
      outcome.reason = fmt::format("the name of its host `{}` is not known on this network", outcome.reason);
    } else if (outcome.kind == ExternalOutcome::Kind::bad_certificate && !evidence_.tells_certificates()) {
      outcome.kind = ExternalOutcome::Kind::unchecked;
      outcome.reason = fmt::format("no certificate was in order on this network, this one neither: {}", outcome.reason);
    }
  }

  /// Now that all is known of the network, says of hosts without name and without answer what can be said.
  void judge_held_back(const std::vector<std::string>& witnesses) {
    const bool has_witness = !doubtful_.empty() && !evidence_.has_answers() && is_any_found(witnesses);
    result_.network_is_gone = evidence_.is_silent() && !has_witness;
    if (result_.network_is_gone) {
      return;
    }
    for (auto& [target, outcome] : doubtful_) {
      judge_doubtful(evidence_.tells_unknown_hosts(has_witness), outcome);
      report(target, outcome);
    }
    for (const auto& [target, outcome] : silence_) {
      report(target, outcome);
    }
  }

  const DispatchOptions& options_;
  const std::vector<ExternalTarget>& targets_;
  const std::function<void(std::size_t, const ExternalOutcome&)>& done_;
  net::Transfers transfers_;
  HostQueues queues_;
  std::unordered_map<std::size_t, std::unique_ptr<Inquiry>> inquiries_;
  /// Held back until it is known whether the network is there.
  std::unordered_map<std::size_t, ExternalOutcome> doubtful_;
  std::unordered_map<std::size_t, ExternalOutcome> silence_;
  NetworkEvidence evidence_;
  std::minstd_rand random_{std::random_device{}()};
  DispatchResult result_;
  Clock::time_point next_report_;
  std::size_t ended_ = 0;
};

}  // namespace

DispatchResult dispatch(const DispatchOptions& options, const std::vector<ExternalTarget>& targets,
                        const std::vector<std::string>& witnesses,
                        const std::function<void(std::size_t, const ExternalOutcome&)>& done) {
  return Dispatch(options, targets, done).run(witnesses);
}

}  // namespace macrolint
