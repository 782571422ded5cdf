#include "net/resolver.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace macrolint::net {

namespace {

/// Each only waits.
constexpr unsigned max_threads = 32;
}  // namespace

/// What the threads share with the resolver, and keep when it is gone.
struct Resolver::Shared {
  Resolve resolve;
  std::mutex mutex;
  std::condition_variable asked;
  std::function<void()> notify;
  std::deque<std::string> hosts;
  std::vector<Resolution> answers;
  unsigned idle = 0;
  bool is_over = false;

  void work() {
    std::unique_lock lock(mutex);
    while (true) {
      ++idle;
      asked.wait(lock, [this] { return is_over || !hosts.empty(); });
      --idle;
      if (is_over) {
        return;
      }
      const std::string host = std::move(hosts.front());
      hosts.pop_front();
      lock.unlock();
      Resolution answer = resolve(host);
      lock.lock();
      if (is_over) {
        return;
      }
      answers.push_back(std::move(answer));
      notify();
    }
  }
};

Resolver::Resolver(Resolve resolve, std::function<void()> notify) : shared_(std::make_shared<Shared>()) {
  shared_->resolve = std::move(resolve);
  shared_->notify = std::move(notify);
}

Resolver::~Resolver() {
  const std::lock_guard lock(shared_->mutex);
  shared_->is_over = true;
  shared_->asked.notify_all();
}

void Resolver::ask(const std::string& host) { add(host, false); }

void Resolver::ask_first(const std::string& host) { add(host, true); }

void Resolver::add(const std::string& host, bool is_first) {
  const std::lock_guard lock(shared_->mutex);
  shared_->hosts.insert(is_first ? shared_->hosts.begin() : shared_->hosts.end(), host);
  if (shared_->idle < shared_->hosts.size() && threads_ < max_threads) {
    ++threads_;
    std::thread([shared = shared_] { shared->work(); }).detach();
  }
  shared_->asked.notify_one();
}

std::vector<Resolution> Resolver::answers() {
  const std::lock_guard lock(shared_->mutex);
  return std::exchange(shared_->answers, {});
}

}  // namespace macrolint::net
