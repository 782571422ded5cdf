#include "net/json_server.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <sstream>
#include <utility>

#include "net/sockets.h"
#include "source/characters.h"
#include "source/trimmed.h"

namespace macrolint {

namespace {

using namespace std::chrono_literals;

std::string decoded(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size()) {
      result += static_cast<char>(std::stoi(text.substr(at + 1, 2), nullptr, 16));
      at += 2;
    } else {
      result += text[at];
    }
  }
  return result;
}

/// Takes the first request out of what came, if it is there in whole.
std::optional<ServerRequest> take_request(std::string& input) {
  const std::size_t end = input.find("\r\n\r\n");
  if (end == std::string::npos) {
    return std::nullopt;
  }
  ServerRequest request;
  std::istringstream head(input.substr(0, end));
  head >> request.method >> request.target;
  std::string line;
  std::getline(head, line);
  while (std::getline(head, line)) {
    const std::size_t colon = std::min(line.find(':'), line.size() - 1);
    request.headers[lower_case(line.substr(0, colon))] = trimmed(std::string_view(line).substr(colon + 1));
  }
  const std::string length = request.header("content-length");
  const std::size_t size = length.empty() ? 0 : std::stoul(length);
  if (input.size() < end + 4 + size) {
    return std::nullopt;
  }
  request.content = input.substr(end + 4, size);
  input.erase(0, end + 4 + size);
  return request;
}

}  // namespace

std::string ServerRequest::path() const { return target.substr(0, target.find('?')); }

std::string ServerRequest::query(const std::string& name) const {
  std::istringstream parts(target.substr(std::min(target.find('?'), target.size() - 1) + 1));
  for (std::string part; std::getline(parts, part, '&');) {
    const std::size_t equals = std::min(part.find('='), part.size());
    if (decoded(part.substr(0, equals)) == name) {
      return decoded(part.substr(std::min(equals + 1, part.size())));
    }
  }
  return "";
}

std::string ServerRequest::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

JsonServer::JsonServer(Answer answer) : answer_(std::move(answer)) {
  listener_ = listen_on_loopback(port_);
  acceptor_ = std::thread([this] { accept_connections(); });
}

JsonServer::~JsonServer() {
  is_over_ = true;
  acceptor_.join();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

std::string JsonServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<ServerRequest> JsonServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::vector<std::string> JsonServer::request_lines() const {
  std::vector<std::string> lines;
  for (const ServerRequest& request : requests()) {
    lines.push_back(request.method + " " + request.target);
  }
  return lines;
}

void JsonServer::accept_connections() {
  while (!is_over_) {
    const int socket = has_input(listener_, 20ms) ? ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC) : -1;
    if (socket >= 0) {
      ++connections_;
      threads_.emplace_back([this, socket] { serve(socket); });
    }
  }
  ::close(listener_);
}

void JsonServer::serve(int socket) {
  std::string input;
  bool goes_on = true;
  while (goes_on && !is_over_) {
    if (!has_input(socket, 20ms)) {
      continue;
    }
    char buffer[4096];
    const ssize_t count = ::recv(socket, buffer, sizeof buffer, 0);
    goes_on = count > 0;
    input.append(buffer, goes_on ? static_cast<std::size_t>(count) : 0);
    while (goes_on) {
      const auto request = take_request(input);
      if (!request.has_value()) {
        break;
      }
      goes_on = reply_to(socket, *request);
    }
  }
  ::close(socket);
}

bool JsonServer::reply_to(int socket, const ServerRequest& request) {
  using Deed = ServerReply::Deed;
  ServerReply reply;
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    reply = answer_(request);
  }
  if (reply.deed == Deed::hang_up) {
    return false;
  }
  while (reply.deed == Deed::hang) {
    if (is_over_ || has_input(socket, 20ms)) {
      return false;
    }
  }
  std::string head =
      "HTTP/1.1 " + std::to_string(reply.status) + " Text\r\nContent-Type: " + reply.content_type + "\r\n";
  for (const std::string& header : reply.headers) {
    head += header + "\r\n";
  }
  if (reply.deed == Deed::go_on) {
    bool is_there = send_all(socket, head + "\r\n");
    while (is_there && !is_over_) {
      is_there = send_all(socket, reply.body);
    }
    return false;
  }
  head += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n";
  const bool is_whole = reply.deed == Deed::answer;
  return send_all(socket, head + (is_whole ? reply.body : reply.body.substr(0, reply.body.size() / 2))) && is_whole;
}

}  // namespace macrolint
