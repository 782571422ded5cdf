#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "configuration/configuration.h"
#include "configuration/glob.h"
#include "configuration/read_link_settings.h"
#include "configuration/schema.h"
#include "link/web_address.h"
#include "source/characters.h"
#include "source/nearest.h"
#include "yaml/yaml.h"

namespace macrolint {

namespace {

bool is_web_address(std::string_view text) {
  return text.find(' ') == std::string_view::npos && read_web_address(text).has_value();
}

/// The same folder or file without `./`, doubled and trailing slashes, so that paths below it are spelt one way.
std::string tidy_path(std::string_view written) {
  std::string path = written.starts_with('/') ? "/" : "";
  while (!written.empty()) {
    const std::size_t slash = written.find('/');
    const std::string_view segment = written.substr(0, slash);
    written.remove_prefix(slash == std::string_view::npos ? written.size() : slash + 1);
    if (!segment.empty() && segment != ".") {
      path += path.empty() || path.ends_with('/') ? "" : "/";
      path += segment;
    }
  }
  return path.empty() ? "." : path;
}

/// Copies a YAML tree into a configuration. What the schema has already found fault with is passed over; what
/// the schema cannot express is checked here.
class Reader {
 public:
  explicit Reader(const std::vector<std::string_view>& rule_names) : rule_names_(rule_names) {}

  void read(const yaml::Node& root) {
    if (const yaml::Node* instances = root.find("instances"); instances != nullptr) {
      for (const auto& [name, node] : instances->members) {
        read_instance(name, node);
      }
    }
    for (const yaml::Node& node : items(root, "documents")) {
      read_documents(node);
    }
    configuration.has_inboxes = root.find("inboxes") != nullptr;
    for (const yaml::Node& node : items(root, "inboxes")) {
      read_inbox(node);
    }
    for (const yaml::Node& node : items(root, "inbox_domains")) {
      read_inbox_domain(node);
    }
    if (root.find("macro_words") != nullptr) {
      configuration.macro_words = texts(root, "macro_words");
    }
    if (const yaml::Node* file = root.find("baseline"); file != nullptr) {
      configuration.baseline = path(*file);
    }
    if (const yaml::Node* links = root.find("links"); links != nullptr) {
      configuration.links = read_link_settings(*links, problems);
      configuration.links.skip = globs(*links, "skip");
    }
    if (const yaml::Node* gitlab = root.find("gitlab"); gitlab != nullptr) {
      configuration.gitlab.url = url(*gitlab, "url");
      configuration.gitlab.projects = globs(*gitlab, "projects");
    }
    if (const yaml::Node* rules = root.find("rules"); rules != nullptr) {
      for (const auto& [name, setting] : rules->members) {
        read_rule(name, setting);
      }
    }
  }

  Configuration configuration;
  std::vector<yaml::Problem> problems;

 private:
  void report(const yaml::Node& node, std::string message) {
    problems.push_back({node.span, std::move(message), node.value});
  }

  static const std::vector<yaml::Node>& items(const yaml::Node& node, std::string_view key) {
    static const std::vector<yaml::Node> none;
    const yaml::Node* list = node.find(key);
    return list == nullptr ? none : list->items;
  }

  static std::vector<std::string> texts(const yaml::Node& node, std::string_view key) {
    std::vector<std::string> values;
    for (const yaml::Node& item : items(node, key)) {
      values.push_back(item.value);
    }
    return values;
  }

  static std::string text(const yaml::Node& node, std::string_view key) {
    const yaml::Node* value = node.find(key);
    return value == nullptr ? "" : value->value;
  }

  static ConfiguredPath path(const yaml::Node& value) { return {tidy_path(value.value), value.span}; }

  void check_web_address(const yaml::Node& node) {
    if (node.kind == yaml::Kind::scalar && !node.value.empty() && !is_web_address(node.value)) {
      report(node, fmt::format("`{}` is not a web address; expected one that starts with `https://` or `http://` "
                               "and names a host.",
                               node.value));
    }
  }

  std::vector<std::string> urls(const yaml::Node& node, std::string_view key) {
    for (const yaml::Node& item : items(node, key)) {
      check_web_address(item);
    }
    return texts(node, key);
  }

  std::string url(const yaml::Node& node, std::string_view key) {
    if (const yaml::Node* value = node.find(key); value != nullptr) {
      check_web_address(*value);
    }
    return text(node, key);
  }

  std::vector<std::string> globs(const yaml::Node& node, std::string_view key) {
    for (const yaml::Node& item : items(node, key)) {
      if (auto glob = Glob::compile(item.value); std::holds_alternative<std::string>(glob)) {
        report(item, std::get<std::string>(std::move(glob)));
      }
    }
    return texts(node, key);
  }

  MacroRepository repository(std::string_view name, const yaml::Node& node) {
    MacroRepository repository;
    if (const yaml::Node* folder = node.find("path"); folder != nullptr) {
      repository.folder = path(*folder);
    }
    repository.urls = urls(node, "urls");
    repository.former_urls = urls(node, "former_urls");
    if (!repository.has_folder() && repository.urls.empty()) {
      report(node,
             fmt::format("`{}` has neither a `path` nor `urls`; expected the folder that it is checked out in, or "
                         "the addresses that it is published at.",
                         name));
    }
    return repository;
  }

  void read_instance(const yaml::Node& name, const yaml::Node& node) {
    Instance instance;
    instance.name = name.value;
    if (const yaml::Node* sync = node.find("sync"); sync != nullptr) {
      instance.sync = repository("sync", *sync);
    }
    if (const yaml::Node* managed = node.find("managed"); managed != nullptr) {
      instance.managed = repository("managed", *managed);
    }
    if (const yaml::Node* file = node.find("export"); file != nullptr) {
      instance.export_file = path(*file);
    }
    instance.pages = globs(node, "pages");
    instance.zendesk_url = url(node, "zendesk");
    if (const yaml::Node* file = node.find("snapshot"); file != nullptr) {
      instance.snapshot = path(*file);
    }
    if (instance.export_file && (instance.sync || instance.managed)) {
      report(name, fmt::format("The instance `{}` has an `export` beside `sync` or `managed`; keep one or the other, "
                               "or make them two instances.",
                               name.value));
    }
    configuration.instances.push_back(std::move(instance));
  }

  void read_documents(const yaml::Node& node) {
    DocumentSet set;
    set.kind = text(node, "kind") == "hugo" ? DocumentSet::Kind::hugo : DocumentSet::Kind::plain;
    if (const yaml::Node* folder = node.find("path"); folder != nullptr) {
      set.folder = path(*folder);
    }
    set.base_urls = urls(node, "base_urls");
    set.former_base_urls = urls(node, "former_base_urls");
    set.source_url = url(node, "source_url");
    set.include = globs(node, "include");
    configuration.documents.push_back(std::move(set));
  }

  void read_inbox(const yaml::Node& node) {
    const yaml::Node* address = node.find("address");
    if (address == nullptr || address->value.empty()) {
      return;
    }
    const std::string& value = address->value;
    const std::size_t at = value.find('@');
    if (at == 0 || at == std::string::npos || at + 1 == value.size() || value.find('@', at + 1) != std::string::npos ||
        value.find_first_of(" \t\r\n<>,;") != std::string::npos) {
      report(*address, fmt::format("`{}` is not an email address; expected `name@domain` alone.", value));
    } else if (!addresses_.insert(lower_case(value)).second) {
      report(*address, fmt::format("The inbox `{}` is listed twice; remove one of the entries.", value));
    }
    configuration.inboxes.push_back({value, text(node, "name"), address->span});
  }

  void read_inbox_domain(const yaml::Node& node) {
    if (node.value.find_first_of("@/: \t\r\n") != std::string::npos) {
      report(node, fmt::format("`{}` is not a domain; expected what follows the `@` of an address, such as "
                               "`example.com`.",
                               node.value));
    }
    configuration.inbox_domains.push_back(lower_case(node.value));
  }

  void read_rule(const yaml::Node& name, const yaml::Node& setting) {
    if (std::find(rule_names_.begin(), rule_names_.end(), name.value) == rule_names_.end()) {
      const auto near = nearest(name.value, rule_names_);
      report(name, fmt::format("There is no rule `{}`.{}", name.value,
                               near ? fmt::format(" Did you mean `{}`?", *near)
                                    : " Run `macrolint rules` for the list of rules."));
    }
    configuration.rules[name.value] = severity_named(setting.value);
  }

  const std::vector<std::string_view>& rule_names_;
  std::set<std::string> addresses_;
};

std::vector<ConfigurationError> placed(std::string_view text, std::vector<yaml::Problem> problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const yaml::Problem& left, const yaml::Problem& right) {
    return left.span.begin < right.span.begin;
  });
  const LineIndex lines(text);
  std::vector<ConfigurationError> errors;
  errors.reserve(problems.size());
  for (yaml::Problem& problem : problems) {
    errors.push_back({lines.position(problem.span.begin), std::move(problem.message)});
  }
  return errors;
}

}  // namespace

std::variant<Configuration, std::vector<ConfigurationError>> parse_configuration(
    std::string path, std::string_view text, const std::vector<std::string_view>& rule_names) {
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    const auto offset = static_cast<std::uint32_t>(bad);
    return placed(text, {{{offset, offset + 1}, "The configuration is not UTF-8 from here on; save it as UTF-8.", ""}});
  }
  yaml::Document document = yaml::parse(text);
  std::vector<yaml::Problem> problems = std::move(document.problems);
  if (!document.root) {
    if (problems.empty()) {
      problems.push_back({{0, 0}, "The configuration is empty; expected at least `version: 1`.", ""});
    }
    return placed(text, std::move(problems));
  }
  std::vector<yaml::Problem> violations = validate(*document.root, "configuration.schema.json");
  problems.insert(problems.end(), violations.begin(), violations.end());
  Reader reader(rule_names);
  reader.read(*document.root);
  for (yaml::Problem& problem : reader.problems) {
    const bool known = std::any_of(violations.begin(), violations.end(),
                                   [&](const yaml::Problem& violation) { return violation.span == problem.span; });
    if (!known) {
      problems.push_back(std::move(problem));
    }
  }
  if (problems.empty() && reader.configuration.instances.empty() && reader.configuration.documents.empty()) {
    problems.push_back({document.root->span,
                        "The configuration names neither `instances` nor `documents`, so there is nothing to check. "
                        "Add one of them.",
                        ""});
  }
  if (!problems.empty()) {
    return placed(text, std::move(problems));
  }
  reader.configuration.source = {std::move(path), text};
  return std::move(reader.configuration);
}

}  // namespace macrolint
