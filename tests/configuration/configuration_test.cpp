#include "configuration/configuration.h"

#include <fmt/format.h>

#include "catch.h"

namespace macrolint {

namespace {

const std::vector<std::string_view> rule_names = {"inbox-unknown", "macro-syntax"};

Configuration configuration_of(const std::string& text) {
  auto parsed = parse_configuration(".macrolint.yml", text, rule_names);
  REQUIRE(std::holds_alternative<Configuration>(parsed));
  return std::move(std::get<Configuration>(parsed));
}

/// `line:column message` of what is wrong.
std::vector<std::string> errors_of(const std::string& text) {
  auto parsed = parse_configuration(".macrolint.yml", text, rule_names);
  REQUIRE(std::holds_alternative<std::vector<ConfigurationError>>(parsed));
  std::vector<std::string> lines;
  for (const ConfigurationError& error : std::get<std::vector<ConfigurationError>>(parsed)) {
    lines.push_back(fmt::format("{}:{} {}", error.position.line, error.position.column, error.message));
  }
  return lines;
}

}  // namespace

TEST_CASE("The smallest configuration has the defaults") {
  const Configuration configuration = configuration_of("version: 1\ndocuments: [{kind: plain, path: docs}]\n");
  CHECK(configuration.instances.empty());
  CHECK(configuration.documents.at(0).include.empty());
  CHECK_FALSE(configuration.has_inboxes);
  CHECK(configuration.macro_words == std::vector<std::string>{"macro", "macros", "マクロ"});
  CHECK(configuration.rules.empty());
}

TEST_CASE("Every key of the configuration") {
  const Configuration configuration = configuration_of(R"(version: 1
instances:
  global:
    sync:
      path: macros/sync/data
      urls: ["https://example.com/macros/-/blob/main/data/"]
      former_urls: ["https://example.com/old/-/blob/main/"]
    managed: {path: macros/managed}
    zendesk: https://example.zendesk.com
    snapshot: ./snapshots//global.json
  government:
    export: macros.json
    pages: ["content/government/**"]
documents:
  - {kind: hugo, path: handbook, base_urls: ["https://handbook.example.com"], include: ["content/a/**"]}
  - {kind: plain, path: docs, source_url: "https://gitlab.example.com/docs/-/blob/main/"}
inboxes:
  - {address: education@example.com, name: Education}
inbox_domains: [example.com]
macro_words: [macro, Makro]
rules: {macro-syntax: off, inbox-unknown: note}
)");
  REQUIRE(configuration.instances.size() == 2);
  CHECK(configuration.instances[0].name == "global");
  CHECK(configuration.instances[0].sync.value().folder.path == "macros/sync/data");
  CHECK(configuration.source.slice(configuration.instances[0].sync->folder.span) == "macros/sync/data");
  CHECK(configuration.instances[0].sync->urls.size() == 1);
  CHECK(configuration.instances[0].sync->former_urls.size() == 1);
  CHECK(configuration.instances[0].managed.value().folder.path == "macros/managed");
  CHECK(configuration.instances[0].zendesk_url == "https://example.zendesk.com");
  CHECK(configuration.instances[0].snapshot.value().path == "snapshots/global.json");
  CHECK(configuration.instances[1].zendesk_url.empty());
  CHECK_FALSE(configuration.instances[1].snapshot.has_value());
  CHECK(configuration.instances[1].export_file.value().path == "macros.json");
  CHECK(configuration.instances[1].pages == std::vector<std::string>{"content/government/**"});
  REQUIRE(configuration.documents.size() == 2);
  CHECK(configuration.documents[0].kind == DocumentSet::Kind::hugo);
  CHECK(configuration.documents[0].include == std::vector<std::string>{"content/a/**"});
  CHECK(configuration.documents[0].source_url.empty());
  CHECK(configuration.documents[1].kind == DocumentSet::Kind::plain);
  CHECK(configuration.documents[1].source_url == "https://gitlab.example.com/docs/-/blob/main/");
  CHECK(configuration.has_inboxes);
  CHECK(configuration.inboxes.at(0).address == "education@example.com");
  CHECK(configuration.inbox_domains == std::vector<std::string>{"example.com"});
  CHECK(configuration.macro_words == std::vector<std::string>{"macro", "Makro"});
  CHECK(configuration.rules.at("macro-syntax") == std::nullopt);
  CHECK(configuration.rules.at("inbox-unknown") == Severity::note);
}

TEST_CASE("The address of the sources has to be one of the web") {
  const std::vector<std::string> errors =
      errors_of("version: 1\ndocuments: [{kind: plain, path: docs, source_url: 'javascript:alert(1)'}]\n");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].starts_with("2:51 `javascript:alert(1)` is not a web address"));
}

TEST_CASE("All errors of a configuration are told at once, each with its place") {
  const std::vector<std::string> errors = errors_of(R"(version: 1
instance: {}
documents:
  - {kind: wiki, path: docs}
rules: {macro-sintax: off}
)");
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].starts_with("2:1 "));
  CHECK(errors[0].find("`instances`") != std::string::npos);
  CHECK(errors[1].starts_with("4:12 "));
  CHECK(errors[1].find("`wiki`") != std::string::npos);
  CHECK(errors[2].starts_with("5:9 "));
  CHECK(errors[2].find("`macro-syntax`") != std::string::npos);
}

TEST_CASE("A repository may be known by its addresses alone") {
  const Configuration configuration = configuration_of(R"(version: 1
instances: {global: {sync: {urls: ["https://gitlab.example.com/g/p/-/blob/main/"]}, managed: {path: m}}}
gitlab: {url: https://gitlab.example.com, projects: ["g/**", p/q]}
)");
  CHECK_FALSE(configuration.instances.at(0).sync->has_folder());
  CHECK(configuration.instances.at(0).managed->has_folder());
  CHECK(configured_paths(configuration).size() == 1);
  CHECK(configuration.gitlab.url == "https://gitlab.example.com");
  CHECK(configuration.gitlab.projects == std::vector<std::string>{"g/**", "p/q"});
  const std::vector<std::string> errors = errors_of(R"(version: 1
instances: {global: {sync: {former_urls: ["https://gitlab.example.com/g/p/-/blob/main/"]}, managed: {}}}
gitlab: {url: gitlab, projects: ["g/["]}
)");
  REQUIRE(errors.size() == 4);
  CHECK(errors[0].starts_with("2:28 `sync` has neither a `path` nor `urls`"));
  CHECK(errors[1].find("`managed` has neither a `path` nor `urls`") != std::string::npos);
  CHECK(errors[2].starts_with("3:15 `gitlab` is not a web address"));
  CHECK(errors_of("version: 1\ndocuments: [{kind: plain, path: docs}]\ngitlab: {}\n").size() == 1);
}

TEST_CASE("Settings of links to the web") {
  const LinkSettings links = configuration_of(R"(version: 1
documents: [{kind: plain, path: docs}]
links:
  skip: ["https://*.example.com/**"]
  accept_statuses: [999, 403]
  allow_addresses: [10.0.0.0/8, "fd00:1::/32", 127.0.0.1]
  timeout: 5
  hosts:
    GitLab.example.com:8443: {concurrency: 2, rate: 7, headers_from_environment: {PRIVATE-TOKEN: GITLAB_TOKEN}}
    www.example.com: {}
)")
                                 .links;
  CHECK(links.skip == std::vector<std::string>{"https://*.example.com/**"});
  CHECK(links.accept_statuses == std::vector<long>{999, 403});
  CHECK(links.allow_addresses.size() == 3);
  CHECK(links.timeout == 5);
  REQUIRE(links.hosts.size() == 2);
  CHECK(links.hosts[0].name == "gitlab.example.com:8443");
  CHECK(links.hosts[0].concurrency == 2);
  CHECK(links.hosts[0].rate == 7);
  CHECK(links.hosts[0].headers_from_environment.at(0) ==
        std::pair<std::string, std::string>("PRIVATE-TOKEN", "GITLAB_TOKEN"));
}

TEST_CASE("What is wrong with settings of links is said where it stands") {
  const auto errors = errors_of(R"(version: 1
documents: [{kind: plain, path: docs}]
links:
  skip: ["https://[x"]
  allow_addresses: [10.0.0.0/40]
  hosts:
    https://www.example.com/: {}
    www.example.com: {headers_from_environment: {"X: y": TOKEN, Authorization: Bearer secret}}
)");
  REQUIRE(errors.size() == 5);
  CHECK(errors[0].starts_with("4:10 "));
  CHECK(errors[1].starts_with("5:21 `10.0.0.0/40` is not a range of addresses;"));
  CHECK(errors[2].starts_with("7:5 `https://www.example.com/` is not a host;"));
  CHECK(errors[3].starts_with("8:50 `X: y` is not the name of a header;"));
  CHECK(errors[4] ==
        "8:80 This is not the name of an environment variable. The value itself does not belong into this file.");
}

}  // namespace macrolint
