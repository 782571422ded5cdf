#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace macrolint {

/// A request as it came.
struct ServerRequest {
  std::string method;
  /// With the query, as it was sent.
  std::string target;
  /// By their names in lower case.
  std::map<std::string, std::string> headers;
  std::string content;

  /// The target without its query.
  [[nodiscard]] std::string path() const;
  /// The value of a part of the query, decoded; empty without one.
  [[nodiscard]] std::string query(const std::string& name) const;
  [[nodiscard]] std::string header(const std::string& name) const;
};

/// What a server does about a request.
struct ServerReply {
  enum class Deed : std::uint8_t {
    answer,
    hang,       ///< says nothing until the other side goes away
    hang_up,    ///< closes the connection without a word
    break_off,  ///< announces the whole body and sends half of it
    go_on,      ///< sends the body again and again, without an end
  };

  int status = 200;
  std::string body;
  /// Lines such as `Retry-After: 1`.
  std::vector<std::string> headers = {};
  std::string content_type = "application/json";
  Deed deed = Deed::answer;
};

/// A web server on 127.0.0.1 that a test gives its answers. Connections are kept and served by a thread each; the
/// function that answers is called by one of them at a time.
class JsonServer {
 public:
  using Answer = std::function<ServerReply(const ServerRequest& request)>;

  explicit JsonServer(Answer answer);
  JsonServer(const JsonServer&) = delete;
  JsonServer& operator=(const JsonServer&) = delete;
  ~JsonServer();

  [[nodiscard]] unsigned port() const { return port_; }
  /// The address of a path.
  [[nodiscard]] std::string url(const std::string& path = "") const;
  [[nodiscard]] std::vector<ServerRequest> requests() const;
  /// `GET /path?query` of each request so far.
  [[nodiscard]] std::vector<std::string> request_lines() const;
  /// How many connections were opened.
  [[nodiscard]] unsigned connections() const { return connections_; }

 private:
  void accept_connections();
  void serve(int socket);
  /// Whether the connection may go on.
  bool reply_to(int socket, const ServerRequest& request);

  Answer answer_;
  int listener_ = -1;
  unsigned port_ = 0;
  std::atomic<bool> is_over_ = false;
  std::atomic<unsigned> connections_ = 0;
  mutable std::mutex mutex_;
  std::vector<ServerRequest> requests_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace macrolint
