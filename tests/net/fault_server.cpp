#include "net/fault_server.h"

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <sstream>

#include "catch.h"
#include "net/sockets.h"

namespace macrolint {

namespace {

using namespace std::chrono_literals;

std::string answer_text(const std::string& status, const std::string& headers, const std::string& body, bool is_head) {
  return "HTTP/1.1 " + status + " Text\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         (is_head ? "" : body);
}

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  std::istringstream stream(path.substr(1));
  for (std::string part; std::getline(stream, part, '/');) {
    parts.push_back(part);
  }
  return parts;
}

/// 64 MB of zeros, packed by gzip: a stored header, then deflate's blocks for runs of zeros.
const std::string& packed_zeros() {
  static const std::string packed = [] {
    std::string text;
    FILE* pipe = ::popen("head -c 67108864 /dev/zero | gzip -1", "r");
    REQUIRE(pipe != nullptr);
    char buffer[4096];
    for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
      text.append(buffer, count);
    }
    ::pclose(pipe);
    return text;
  }();
  return packed;
}

const std::string page =
    "<!DOCTYPE html><html><body><h1 id=printing>Print</h1><p><a href='#cutting'>cut</a></p>"
    "<p><a name=cutting></a>Cut.</p></body></html>";
const std::string script_page = "<!DOCTYPE html><html><body><div id=app></div><script>draw()</script></body></html>";

}  // namespace

FaultServer::FaultServer() {
  listener_ = listen_on_loopback(port_);
  acceptor_ = std::thread([this] { accept_connections(); });
}

FaultServer::~FaultServer() {
  is_over_ = true;
  acceptor_.join();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

std::string FaultServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<std::string> FaultServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void FaultServer::accept_connections() {
  while (!is_over_ && left_ != 0) {
    if (has_input(listener_, 20ms)) {
      const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (socket >= 0) {
        threads_.emplace_back([this, socket] { serve(socket); });
      }
    }
  }
  ::close(listener_);
}

void FaultServer::serve(int socket) {
  std::string input;
  bool goes_on = true;
  while (goes_on && !is_over_ && left_ != 0) {
    if (!has_input(socket, 20ms)) {
      continue;
    }
    char buffer[4096];
    const ssize_t count = ::recv(socket, buffer, sizeof buffer, 0);
    goes_on = count > 0;
    input.append(buffer, goes_on ? static_cast<std::size_t>(count) : 0);
    for (std::size_t end = 0; goes_on && (end = input.find("\r\n\r\n")) != std::string::npos;) {
      const std::string head = input.substr(0, end);
      input.erase(0, end + 4);
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(head);
      }
      left_ -= left_ > 0 ? 1 : 0;
      goes_on = answer(socket, head) && left_ != 0;
    }
  }
  ::close(socket);
}

/// Whether the path is asked for the first time.
bool FaultServer::count(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return counts_[path]++ == 0;
}

bool FaultServer::answer(int socket, const std::string& head) {
  std::istringstream line(head);
  std::string method;
  std::string path;
  line >> method >> path;
  const bool is_head = method == "HEAD";
  const std::vector<std::string> parts = parts_of(path);
  const std::string what = parts.empty() ? "" : parts[0];
  const auto send = [&](const std::string& status, const std::string& headers = "", const std::string& body = "text") {
    return send_all(socket, answer_text(status, headers, body, is_head));
  };
  if (what == "status") {
    return send(parts[1]);
  }
  if (what == "get") {
    return send(is_head ? parts[1] : parts[2]);
  }
  if (what == "retry") {
    return send(parts[1], "Retry-After: " + parts[2] + "\r\n");
  }
  if (what == "then" || what == "then-wait") {
    const bool is_first = count(path);
    return send(is_first ? parts[1] : parts[2], what == "then-wait" && is_first ? "Retry-After: 1\r\n" : "");
  }
  if (what == "page" || what == "script") {
    return send("200", "Content-Type: text/html\r\n", what == "page" ? page : script_page);
  }
  if (what == "do") {
    return misbehave(socket, parts[1], is_head);
  }
  return answer_redirect(socket, path, is_head);
}

bool FaultServer::answer_redirect(int socket, const std::string& path, bool is_head) {
  const std::vector<std::string> parts = parts_of(path);
  std::string status = "301";
  std::string target;
  if (parts[0] == "to") {
    status = parts[1];
    target = path.substr(std::string("/to/").size() + status.size() + 1);
    target = target.find("://") == std::string::npos && !target.starts_with("//") ? "/" + target : target;
  } else if (parts[0] == "chain" && parts[1] != "0") {
    target = "/chain/" + std::to_string(std::stoi(parts[1]) - 1);
  } else if (parts[0] == "self") {
    target = path;
  } else if (parts[0] == "endless") {
    target = "/endless/" + std::to_string(std::stoi(parts[1]) + 1);
  } else {
    status = parts[0] == "chain" ? "200" : "404";
  }
  return send_all(socket, answer_text(status, target.empty() ? "" : "Location: " + target + "\r\n", "text", is_head));
}

bool FaultServer::misbehave(int socket, const std::string& what, bool is_head) {
  const auto go_on = [&](const std::string& text, std::chrono::milliseconds pause) {
    while (!is_over_ && send_all(socket, text)) {
      if (pause > 0ms && has_input(socket, pause)) {
        break;
      }
    }
    return false;
  };
  const std::map<std::string, std::function<bool()>> deeds = {
      {"nothing", [&] { return go_on("", 20ms); }},
      {"slow-header", [&] { return send_all(socket, "HTTP/1.1 200 OK\r\nX-Slow: ") && go_on("a", 50ms); }},
      {"endless-header",
       [&] {
         return send_all(socket, "HTTP/1.1 200 OK\r\n") && go_on("X-More: " + std::string(1000, 'a') + "\r\n", 0ms);
       }},
      {"endless-body",
       [&] {
         return send_all(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") &&
                (is_head ? false : go_on(std::string(1000, 'a'), 0ms));
       }},
      {"endless-missing",
       [&] {
         return send_all(socket, "HTTP/1.1 404 No\r\n\r\n") && (is_head ? false : go_on(std::string(1000, 'a'), 0ms));
       }},
      {"slow-body",
       [&] {
         return send_all(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") &&
                (is_head ? false : go_on("a", 50ms));
       }},
      {"short-body",
       [&] {
         send_all(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort");
         return false;
       }},
      {"negative-length",
       [&] {
         send_all(socket, "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\ntext");
         return false;
       }},
      {"reset",
       [&] {
         const linger none{1, 0};
         ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
         return false;
       }},
      {"close", [&] { return false; }},
      {"half-header",
       [&] {
         send_all(socket, "HTTP/1.1 200 OK\r\nContent-Ty");
         return false;
       }},
      {"garbage",
       [&] {
         send_all(socket, "\x16\x03\x01 what is this\r\n\r\n");
         return false;
       }},
      {"only-get", [&] { return is_head ? go_on("", 20ms) : send_all(socket, answer_text("200", "", "text", false)); }},
      {"bomb",
       [&] {
         return send_all(socket, answer_text("200", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
                                             packed_zeros(), is_head));
       }},
      {"bad-gzip",
       [&] {
         return send_all(socket, answer_text("200", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
                                             "not packed", is_head));
       }},
  };
  const auto deed = deeds.find(what);
  return deed != deeds.end() && deed->second();
}

}  // namespace macrolint
