#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace macrolint {

/// A web server on 127.0.0.1 that does what servers should not. What it does with a request is said by the path:
///
/// - `/status/N`: answers N. `/get/N/M`: answers N to HEAD and M to GET. `/retry/N/VALUE`: N with `Retry-After: VALUE`.
/// - `/then/N/M/…`: answers N once, M after that; `/then-wait/N/M/VALUE` adds a `Retry-After`.
/// - `/to/N/LOCATION`: redirects with N to all the rest. `/chain/N`: redirects N times. `/endless/N`: always on;
/// `/self`: to itself.
/// - `/page`: HTML with the ids `printing` and `cutting`. `/script`: HTML whose anchors a script makes.
/// - `/do/WHAT`: see the source for the things that it can do.
class FaultServer {
 public:
  FaultServer();
  FaultServer(const FaultServer&) = delete;
  FaultServer& operator=(const FaultServer&) = delete;
  ~FaultServer();

  [[nodiscard]] unsigned port() const { return port_; }
  /// The address of a path.
  [[nodiscard]] std::string url(const std::string& path) const;
  /// The first lines and headers of all requests so far.
  [[nodiscard]] std::vector<std::string> requests() const;
  /// Closes the port after so many more requests.
  void die_after(int requests) { left_ = requests; }

 private:
  void accept_connections();
  void serve(int socket);
  /// Whether the connection may go on.
  bool answer(int socket, const std::string& head);
  bool answer_redirect(int socket, const std::string& path, bool is_head);
  bool misbehave(int socket, const std::string& what, bool is_head);
  bool count(const std::string& path);

  int listener_ = -1;
  unsigned port_ = 0;
  std::atomic<bool> is_over_ = false;
  std::atomic<int> left_ = -1;
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
  std::map<std::string, int> counts_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace macrolint
