#include "net/web_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string_view>
#include <thread>

namespace macrolint {

namespace {

sockaddr_in local(unsigned port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

unsigned free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = local(0);
  socklen_t size = sizeof address;
  ::bind(socket, reinterpret_cast<sockaddr*>(&address), size);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(socket);
  return ntohs(address.sin_port);
}

bool is_listening(unsigned port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = local(port);
  const bool connected = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(socket);
  return connected;
}

/// Debian keeps nginx where only the administrator's shell looks.
bool succeeds(const std::string& command) {
  return std::system(("PATH=$PATH:/usr/sbin; { " + command + "; } >/dev/null 2>&1").c_str()) == 0;
}

/// `$1` is the name of the files, `$2` the names that the certificate is for, `$3` the authority, `$4` the days.
constexpr std::string_view certificate_script = R"(
set -e
cd "$FOLDER"
authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$1.key" -out "$1.pem" \
    -subj "/CN=$1" -days 2
}
certificate() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1"
  printf 'subjectAltName=%s\n' "$2" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA "$3.pem" -CAkey "$3.key" -CAcreateserial -out "$1.pem" -days "$4" -extfile "$1.ext"
}
authority authority
authority nobody
certificate good DNS:good.site,DNS:localhost,IP:127.0.0.1 authority 2
certificate expired DNS:expired.site authority -1
certificate other DNS:somebody.else authority 2
certificate stranger DNS:stranger.site nobody 2
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout own.key -out own.pem \
  -subj /CN=own.site -addext subjectAltName=DNS:own.site -addext basicConstraints=critical,CA:FALSE -days 2
)";

std::string server_block(std::string_view name, std::string_view hosts, unsigned port) {
  return fmt::format(
      "server {{ listen 127.0.0.1:{0} ssl http2; server_name {1}; ssl_certificate {2}.pem; ssl_certificate_key "
      "{2}.key;\n"
      "  location / {{ return 200 text; }} location /away {{ return 301 https://127.0.0.1:{0}/there; }} }}\n",
      port, hosts, name);
}

}  // namespace

std::unique_ptr<WebServer> WebServer::with_certificates() {
  if (!succeeds("command -v nginx && command -v openssl")) {
    return nullptr;
  }
  std::unique_ptr<WebServer> server(new WebServer);
  return server->make_certificates() && server->start() ? std::move(server) : nullptr;
}

WebServer::~WebServer() {
  if (process_ > 0) {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }
}

std::string WebServer::url(const std::string& host, const std::string& path) const {
  return fmt::format("https://{}:{}{}", host, port_, path);
}

std::string WebServer::plain_url(const std::string& host, const std::string& path) const {
  return fmt::format("http://{}:{}{}", host, plain_port_, path);
}

bool WebServer::make_certificates() const {
  folder_.write("certificates.sh", certificate_script);
  return succeeds(fmt::format("FOLDER='{0}' sh '{0}/certificates.sh'", folder_.path()));
}

bool WebServer::start() {
  port_ = free_port();
  plain_port_ = free_port();
  std::string text =
      "daemon off; master_process off; error_log error.log; pid nginx.pid;\n"
      "events { worker_connections 1024; }\nhttp {\n"
      "log_format all '$host token=$http_private_token $server_protocol $request'; access_log access.log all;\n";
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    text += fmt::format("{0}_temp_path {0};\n", kind);
  }
  text += server_block("good", "good.site localhost 127.0.0.1", port_);
  for (const char* name : {"expired", "own", "other", "stranger"}) {
    text += server_block(name, fmt::format("{}.site", name), port_);
  }
  text += fmt::format("server {{ listen 127.0.0.1:{} default_server; location / {{ return 200 text; }} }}\n}}\n",
                      plain_port_);
  folder_.write("nginx.conf", text);
  process_ = ::fork();
  if (process_ == 0) {
    ::setenv("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", 1);
    const std::string log = folder_.path("error.log");
    ::execlp("nginx", "nginx", "-p", folder_.path().c_str(), "-c", "nginx.conf", "-e", log.c_str(), nullptr);
    ::_exit(127);
  }
  for (int attempt = 0; attempt < 200; ++attempt) {
    if (is_listening(port_) && is_listening(plain_port_)) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

}  // namespace macrolint
