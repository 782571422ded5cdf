#include "web_api/api_client.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "catch.h"
#include "net/json_server.h"

// The layer against real servers on this machine.
namespace macrolint {

namespace {

using namespace std::chrono_literals;
using Kind = ApiError::Kind;
using Deed = ServerReply::Deed;

const std::string credential = "PRIVATE-TOKEN: s3cret-t0ken";

ApiOptions local_options() {
  ApiOptions options;
  options.transfers.policy = net::AddressPolicy({net::AddressRange::parse("127.0.0.0/8").value()});
  options.timeout = 1s;
  options.backoff = 5ms;
  options.max_attempts = 3;
  return options;
}

ApiService service_at(const std::string& address) {
  auto service = ApiService::at(address, {credential});
  REQUIRE(std::holds_alternative<ApiService>(service));
  return std::get<ApiService>(std::move(service));
}

ApiError error_of(ApiResult result) {
  if (const auto* answer = std::get_if<ApiAnswer>(&result)) {
    FAIL("There was an answer: " << answer->body.dump());
  }
  return std::get<ApiError>(std::move(result));
}

ApiAnswer answer_of(ApiResult result) {
  if (const auto* error = std::get_if<ApiError>(&result)) {
    FAIL(error->message);
  }
  return std::get<ApiAnswer>(std::move(result));
}

ServerReply status(int number, std::vector<std::string> headers = {}) { return {number, "{}", std::move(headers)}; }

ServerReply deed(Deed what, std::string body = R"({"a": [1, 2, 3]})") {
  return {200, std::move(body), {}, "application/json", what};
}

/// Answers with each of these in turn, then with the last one for ever.
JsonServer::Answer in_turn(std::vector<ServerReply> replies) {
  return [replies = std::move(replies), next = std::size_t{0}](const ServerRequest&) mutable {
    return replies[std::min(next++, replies.size() - 1)];
  };
}

}  // namespace

TEST_CASE("A JSON service is asked with its credentials, over one connection") {
  const JsonServer server([](const ServerRequest& request) {
    return ServerReply{request.method == "POST" ? 201 : 200,
                       fmt::format(R"({{"target": "{}", "sent": {}}})", request.target,
                                   request.content.empty() ? "null" : request.content),
                       {"X-Next-Page: 2", "Link: <x>; rel=\"next\"", "X-Other: no"}};
  });
  ApiClient client(service_at(server.url("/api/v4/")), local_options());
  const ApiAnswer answer = answer_of(client.get("/projects/a%2Fb/tree?per_page=100&path=a%20b"));
  CHECK(answer.body["target"] == "/api/v4/projects/a%2Fb/tree?per_page=100&path=a%20b");
  CHECK(answer.header("x-next-page") == "2");
  CHECK(answer.header("link") == "<x>; rel=\"next\"");
  CHECK(answer.header("x-other").empty());
  CHECK(answer_of(client.get(server.url("/api/v4/more"))).body["target"] == "/api/v4/more");
  CHECK(answer_of(client.put("/notes/1", {{"body", "ä"}})).body["sent"]["body"] == "ä");
  CHECK(server.connections() == 1);
  const ApiAnswer created = answer_of(client.post("/notes", {{"body", std::string(50'000, 'x') + "\xff"}}));
  CHECK(created.status == 201);
  CHECK(created.body["sent"]["body"].get<std::string>().size() == 50'003);
  for (const ServerRequest& request : server.requests()) {
    CHECK(request.header("private-token") == "s3cret-t0ken");
    CHECK(request.header("accept") == "application/json");
    CHECK(request.header("user-agent").starts_with("macrolint/"));
    CHECK(request.header("expect").empty());
  }
}

TEST_CASE("What becomes of the faults of a service") {
  const std::string deep = std::string(100, '[') + std::string(100, ']');
  struct Case {
    const char* what;
    std::vector<ServerReply> replies;
    /// Nothing: an answer.
    std::optional<Kind> kind;
    std::size_t requests;
    const char* message;
  };
  const Case cases[] = {
      {"401", {status(401)}, Kind::unauthorized, 1, "answers 401 Unauthorized: the credentials are missing"},
      {"403", {status(403)}, Kind::forbidden, 1, "answers 403 Forbidden: the credentials do not have the right"},
      {"404", {status(404)}, Kind::not_found, 1, "answers 404 Not Found."},
      {"422", {status(422)}, Kind::rejected, 1, "answers 422."},
      {"429 once", {status(429), status(200)}, std::nullopt, 2, ""},
      {"429 for a second", {status(429, {"Retry-After: 1"}), status(200)}, std::nullopt, 2, ""},
      {"429 always", {status(429)}, Kind::rate_limited, 3, "answers 429 Too Many Requests; it was asked 3 times."},
      {"429 for a day",
       {status(429, {"Retry-After: 86400"})},
       Kind::rate_limited,
       1,
       "it wants to be left alone for 86400 seconds, which is too long."},
      {"500 once", {status(500), status(200)}, std::nullopt, 2, ""},
      {"503 always", {status(503)}, Kind::server_error, 3, "answers 503 Service Unavailable; it was asked 3 times."},
      {"hang-up once", {deed(Deed::hang_up), status(200)}, std::nullopt, 2, ""},
      {"break-off once", {deed(Deed::break_off), status(200)}, std::nullopt, 2, ""},
      {"break-off always", {deed(Deed::break_off)}, Kind::not_json, 3, "breaks off; it was asked 3 times."},
      {"truncated JSON",
       {deed(Deed::answer, R"({"a": [1, )")},
       Kind::not_json,
       1,
       "answers with something that is not JSON, or breaks off (`application/json`)."},
      {"a page", {{200, "<html>Sign in</html>", {}, "text/html"}}, Kind::not_json, 1, "(`text/html`)."},
      {"bytes that are no UTF-8", {deed(Deed::answer, "{\"a\": \"\xff\"}")}, Kind::not_json, 1, "not JSON"},
      {"deep JSON", {deed(Deed::answer, deep)}, Kind::not_json, 1, "not JSON"},
      {"an endless body", {deed(Deed::go_on, std::string(100'000, ' '))}, Kind::too_large, 1, "more than 1 MB"},
      {"silence", {deed(Deed::hang)}, Kind::timeout, 3, "did not answer in full within 1.0 seconds; it was asked 3"},
      {"an empty answer", {{204, ""}}, std::nullopt, 1, ""},
      {"a redirect within the origin", {status(302, {"Location: /elsewhere"}), status(200)}, std::nullopt, 2, ""},
      {"redirects for ever", {status(302, {"Location: /again"})}, Kind::elsewhere, 6, "and is not followed."},
      {"a redirect to another port",
       {status(302, {"Location: http://127.0.0.1:1/x"})},
       Kind::elsewhere,
       1,
       "leads to `http://127.0.0.1:1/x`, which is another host; nothing is sent there."},
      {"a redirect to a file", {status(302, {"Location: file:///etc/passwd"})}, Kind::elsewhere, 1, "another host"},
  };
  for (const Case& test : cases) {
    INFO(test.what);
    const JsonServer server(in_turn(test.replies));
    ApiOptions options = local_options();
    options.max_body_bytes = std::size_t{1} << 20U;
    ApiClient client(service_at(server.url()), options);
    ApiResult result = client.get("/x");
    CHECK(server.requests().size() == test.requests);
    if (!test.kind.has_value()) {
      answer_of(std::move(result));
      continue;
    }
    const ApiError error = error_of(std::move(result));
    CHECK(error.kind == *test.kind);
    CHECK(error.message.find(test.message) != std::string::npos);
    INFO(error.message);
    CHECK(error.message.find("s3cret") == std::string::npos);
  }
}

TEST_CASE("A POST is not repeated where it may have been obeyed") {
  const std::pair<ServerReply, std::size_t> cases[] = {
      {deed(Deed::hang_up), 1}, {deed(Deed::break_off), 1}, {deed(Deed::hang), 1},
      {status(500), 1},         {status(429), 3},           {status(302, {"Location: /elsewhere"}), 1}};
  for (const auto& [reply, requests] : cases) {
    // The first request leaves an open connection, on which libcurl would send a lost one again by itself.
    const JsonServer server(in_turn({status(200), reply}));
    ApiClient client(service_at(server.url()), local_options());
    answer_of(client.get("/x"));
    error_of(client.post("/x", {{"a", 1}}));
    CHECK(server.requests().size() == 1 + requests);
  }
}

TEST_CASE("Credentials go to no other origin") {
  const JsonServer other(in_turn({status(200)}));
  const JsonServer server(in_turn({status(307, {"Location: " + other.url("/stolen")})}));
  ApiClient client(service_at(server.url("/api")), local_options());
  CHECK(error_of(client.get("/x")).kind == Kind::elsewhere);
  CHECK(error_of(client.post("/x", {})).kind == Kind::elsewhere);
  CHECK(error_of(client.put("/x", {})).kind == Kind::elsewhere);
  for (const std::string& link : {other.url("/page/2"), fmt::format("https://127.0.0.1:{}/x", server.port()),
                                  fmt::format("http://localhost:{}/x", server.port()),
                                  fmt::format("http://127.0.0.1:{}@{}", server.port(), other.url().substr(7)),
                                  std::string("file:///etc/passwd")}) {
    INFO(link);
    const ApiResult result = client.get(link);
    CHECK(server.requests().size() == 3);
    CHECK(std::get<ApiError>(result).kind == Kind::elsewhere);
  }
  CHECK(other.requests().empty());
  CHECK(other.connections() == 0);
}

TEST_CASE("Where credentials may go is decided before anything is sent") {
  struct Case {
    const char* address;
    const char* credential;
    const char* problem;
  };
  const Case cases[] = {
      {"http://api.example.com", "A: b", "is not encrypted, so no token is sent to it"},
      {"http://127.0.0.1.example.com", "A: b", "is not encrypted"},
      {"http://localhost.example.com", "A: b", "is not encrypted"},
      {"ftp://api.example.com", "A: b", "is not a web address"},
      {"api.example.com", "A: b", "is not a web address"},
      {"https://api.example.com/?a=b", "A: b", "has a query or a fragment"},
      {"https://api.example.com/", "A: b\r\nC: d", "has line ends or control characters in it"},
  };
  for (const Case& test : cases) {
    const auto service = ApiService::at(test.address, {test.credential});
    REQUIRE(std::holds_alternative<std::string>(service));
    CHECK(std::get<std::string>(service).find(test.problem) != std::string::npos);
  }
  for (const char* address : {"https://api.example.com", "http://127.0.0.1:80", "http://localhost", "http://[::1]"}) {
    CHECK(std::holds_alternative<ApiService>(ApiService::at(address, {"A: b"})));
  }
  CHECK(std::holds_alternative<ApiService>(ApiService::at("http://api.example.com", {})));
}

TEST_CASE("A service in the machine's own network is not asked unless its addresses are allowed") {
  const JsonServer server(in_turn({status(200)}));
  ApiOptions options = local_options();
  options.transfers.policy = net::AddressPolicy();
  ApiClient client(service_at(server.url()), options);
  const ApiError error = error_of(client.get("/x"));
  CHECK(error.kind == Kind::network);
  CHECK(error.message.find("is at an address that is not public") != std::string::npos);
  CHECK(server.connections() == 0);
}

TEST_CASE("Time and patience of a client end") {
  const JsonServer silent(in_turn({deed(Deed::hang)}));
  ApiOptions options = local_options();
  options.timeout = 30s;
  options.time_for_all = 200ms;
  const auto begin = std::chrono::steady_clock::now();
  ApiClient hurried(service_at(silent.url()), options);
  CHECK(error_of(hurried.get("/x")).kind == Kind::timeout);
  std::this_thread::sleep_for(50ms);
  CHECK(error_of(hurried.get("/x")).kind == Kind::out_of_time);
  options.time_for_all = 10min;
  options.is_stopped = [&] { return std::chrono::steady_clock::now() - begin > 500ms; };
  ApiClient stopped(service_at(silent.url()), options);
  CHECK(error_of(stopped.get("/x")).kind == Kind::interrupted);
  const JsonServer busy(in_turn({status(429, {"Retry-After: 60"})}));
  options.is_stopped = [&] { return std::chrono::steady_clock::now() - begin > 800ms; };
  ApiClient waiting(service_at(busy.url()), options);
  CHECK(error_of(waiting.get("/x")).kind == Kind::interrupted);
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
}

}  // namespace macrolint
