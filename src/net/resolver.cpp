#include "net/resolver.h"

#include <netdb.h>
#include <sys/socket.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace macrolint::net {

namespace {

/// Each only waits.
constexpr unsigned max_threads = 32;
/// A host has a handful; more of them only cost memory.
constexpr std::size_t max_addresses = 16;

Resolution::State state_of(int error) {
  switch (error) {
    case 0:
      return Resolution::State::found;
    case EAI_NONAME:
      return Resolution::State::no_such_host;
#ifdef EAI_NODATA
    case EAI_NODATA:
      return Resolution::State::no_address;
#endif
    default:
      return Resolution::State::failed;
  }
}

/// An address in brackets, as a URL has it, without them.
std::string without_brackets(const std::string& host) {
  return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

}  // namespace

Resolution resolve_host(const std::string& host) {
  Resolution resolution;
  resolution.host = host;
  if (const auto address = IpAddress::parse(without_brackets(host))) {
    resolution.state = Resolution::State::found;
    resolution.addresses.push_back(*address);
    return resolution;
  }
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  resolution.state = state_of(::getaddrinfo(host.c_str(), nullptr, &hints, &list));
  for (const addrinfo* entry = list; entry != nullptr && resolution.addresses.size() < max_addresses;
       entry = entry->ai_next) {
    if (const auto address = IpAddress::of(*entry->ai_addr)) {
      resolution.addresses.push_back(*address);
    }
  }
  if (list != nullptr) {
    ::freeaddrinfo(list);
  }
  return resolution;
}

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
