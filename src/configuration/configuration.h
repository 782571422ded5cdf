#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source.h"

namespace macrolint {

/// A path of the configuration and where it is written, so that a missing folder can be pointed to.
struct ConfiguredPath {
  std::string path;
  Span span;
};

/// One of the two repositories of a Zendesk instance: a folder and the addresses that pages use for it.
struct MacroRepository {
  /// The folder that it is checked out in; its path is empty where it is not checked out at all.
  ConfiguredPath folder;
  std::vector<std::string> urls;
  std::vector<std::string> former_urls;

  [[nodiscard]] bool has_folder() const { return !folder.path.empty(); }
};

/// A Zendesk instance. Either repositories or an export is set.
struct Instance {
  std::string name;
  std::optional<MacroRepository> sync;
  std::optional<MacroRepository> managed;
  /// A file from Zendesk's `GET /api/v2/macros.json`.
  std::optional<ConfiguredPath> export_file;
  /// Globs relative to the folder of each document set; the pages that are about this instance.
  std::vector<std::string> pages;
  /// Where the instance runs, such as `https://example.zendesk.com`; may be empty.
  std::string zendesk_url;
  /// The file that `macrolint snapshot` writes.
  std::optional<ConfiguredPath> snapshot;
};

/// A folder of workflow documents.
struct DocumentSet {
  enum class Kind : std::uint8_t { hugo, plain };

  Kind kind = Kind::plain;
  ConfiguredPath folder;
  /// Addresses that the site is published at, and those it had before.
  std::vector<std::string> base_urls;
  std::vector<std::string> former_base_urls;
  /// The address of `folder` in GitLab, such as `https://gitlab.example.com/docs/-/blob/main/handbook/`; may be empty.
  std::string source_url;
  /// Globs relative to `folder`; pages outside are read but not reported on. Empty means all.
  std::vector<std::string> include;
};

/// An address that documents and macros may name.
struct Inbox {
  std::string address;
  std::string name;
  /// The address in the configuration.
  Span span;
};

/// What a host that links lead to is asked with.
struct LinkHost {
  /// The host, with its port where that is not the one of the scheme; in lower case.
  std::string name;
  /// Requests at once and a second; 0: what all hosts have.
  unsigned concurrency = 0;
  unsigned rate = 0;
  /// Names of headers and of the environment variables that hold their values.
  std::vector<std::pair<std::string, std::string>> headers_from_environment;
};

/// How links to the web are checked, when that is asked for.
struct LinkSettings {
  /// Globs of addresses that are not asked for.
  std::vector<std::string> skip;
  /// Statuses that are as good as a success.
  std::vector<long> accept_statuses;
  /// Ranges of addresses that are asked though they are not public.
  std::vector<std::string> allow_addresses;
  /// Seconds that an answer may take.
  unsigned timeout = 20;
  std::vector<LinkHost> hosts;
};

/// The GitLab whose API is asked about links to its files, issues and merge requests.
struct GitLabSettings {
  /// Its address, such as `https://gitlab.example.com`; empty if none is configured.
  std::string url;
  /// Globs of the projects that are asked about; empty means all.
  std::vector<std::string> projects;
};

/// A rule's severity as configured; `off` is the empty optional.
using RuleSetting = std::optional<Severity>;

/// What `.macrolint.yml` says. All paths are relative to its folder.
struct Configuration {
  /// The file itself, for diagnostics about it.
  Source source;
  std::vector<Instance> instances;
  std::vector<DocumentSet> documents;
  std::vector<Inbox> inboxes;
  /// Whether `inboxes` was given at all: without it no address is judged unknown.
  bool has_inboxes = false;
  std::vector<std::string> inbox_domains;
  std::vector<std::string> macro_words = {"macro", "macros", "マクロ"};
  std::map<std::string, RuleSetting, std::less<>> rules;
  /// The file with findings that are known.
  std::optional<ConfiguredPath> baseline;
  LinkSettings links;
  GitLabSettings gitlab;
};

/// The folders and files that the configuration names, in its order.
[[nodiscard]] std::vector<const ConfiguredPath*> configured_paths(const Configuration& configuration);

/// Whether the configuration leaves the rule on.
[[nodiscard]] bool is_on(const Configuration& configuration, std::string_view rule);

/// Why a configuration cannot be used.
struct ConfigurationError {
  Position position;
  std::string message;
};

/// Reads a configuration. `path` is the name that errors and diagnostics give the file. `rule_names` are the
/// rules that may be set. All errors of the file are reported at once.
[[nodiscard]] std::variant<Configuration, std::vector<ConfigurationError>> parse_configuration(
    std::string path, std::string_view text, const std::vector<std::string_view>& rule_names);

}  // namespace macrolint
