#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "cli/proposal.h"

namespace macrolint::cli {

namespace {

template <typename... Arguments>
void append(std::string& text, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
}

/// A double-quoted YAML scalar: any path can be written as one.
std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') {
      result += '\\';
    }
    result += character;
  }
  return result + '"';
}

void append_repository(std::string& text, const char* kind, const std::string& path, const char* holds) {
  append(text, "    {}:\n      path: {}  # {}\n", kind, in_quotes(path), holds);
  const std::size_t slash = path.rfind('/');
  append(text,
         "      # Where people find this folder on the web; links that begin like this are checked against the files.\n"
         "      # urls: [\"https://gitlab.example/group/macros/-/blob/main/{}/\"]\n"
         "      # Where it was before, if old links may still be around.\n"
         "      # former_urls: []\n",
         slash == std::string::npos ? path : path.substr(slash + 1));
}

/// The sync folder and the managed folder that lie nearest to each other make one instance.
std::size_t shared_prefix(std::string_view left, std::string_view right) {
  return static_cast<std::size_t>(std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first -
                                  left.begin());
}

void append_instances(std::string& text, const Proposal& proposal) {
  if (proposal.sync.empty() && proposal.managed.empty()) {
    text +=
        "# The Zendesk instances whose macros are kept as files.\n"
        "# instances:\n"
        "#   zendesk:\n"
        "#     sync: {path: macros/data}\n"
        "#     managed: {path: macros/managed}\n\n";
    return;
  }
  text += "# The Zendesk instances whose macros are kept as files, by a name of your choice.\ninstances:\n";
  std::vector<std::string> managed = proposal.managed;
  std::size_t number = 0;
  const auto append_name = [&] {
    ++number;
    append(text, "  {}:\n", number == 1 ? "zendesk" : fmt::format("zendesk-{}", number));
  };
  for (const std::string& sync : proposal.sync) {
    append_name();
    append_repository(text, "sync", sync, "holds active/ and inactive/ with one YAML file per macro");
    const auto nearest =
        std::max_element(managed.begin(), managed.end(), [&](const std::string& left, const std::string& right) {
          return shared_prefix(left, sync) < shared_prefix(right, sync);
        });
    if (nearest != managed.end()) {
      append_repository(text, "managed", *nearest, "holds the wording of macros, one Markdown file each");
      managed.erase(nearest);
    }
  }
  for (const std::string& left : managed) {
    append_name();
    append_repository(text, "managed", left, "holds the wording of macros, one Markdown file each");
  }
  text += '\n';
}

void append_documents(std::string& text, const Proposal& proposal) {
  if (proposal.hugo_sites.empty() && proposal.plain_folders.empty()) {
    text +=
        "# The folders of workflow documents. hugo: a Hugo site; plain: Markdown files that link to each other.\n"
        "# documents:\n"
        "#   - {kind: plain, path: docs}\n\n";
    return;
  }
  text += "# The folders of workflow documents.\ndocuments:\n";
  for (const std::string& site : proposal.hugo_sites) {
    append(text, "  - kind: hugo  # a Hugo site: the folder that holds content/\n    path: {}\n", in_quotes(site));
    text +=
        "    # base_urls: [\"https://handbook.example\"]\n"
        "    # include: [\"content/support/**\"]  # the pages to report on; all pages are read\n";
  }
  for (const std::string& folder : proposal.plain_folders) {
    append(text, "  - kind: plain  # Markdown files that link to each other by path\n    path: {}\n",
           in_quotes(folder));
  }
  text += '\n';
}

void append_inboxes(std::string& text, const Proposal& proposal) {
  text +=
      "# The addresses that documents and macros may name. Once this list is there, every other address in the\n"
      "# domains below is reported.\n";
  if (proposal.addresses.empty()) {
    text +=
        "# inboxes:\n"
        "#   - {address: support@example.com, name: Support}\n"
        "# inbox_domains: [example.com]\n\n";
    return;
  }
  std::set<std::string> domains;
  text += "# inboxes:\n";
  for (const std::string& address : proposal.addresses) {
    append(text, "#   - {{address: {}}}\n", address);
    domains.insert(address.substr(address.find('@') + 1));
  }
  append(text, "# inbox_domains: [{}]\n\n", fmt::join(domains, ", "));
}

}  // namespace

std::string configuration_text(const Proposal& proposal) {
  std::string text = "# What macrolint checks. All paths are relative to this file.\nversion: 1\n\n";
  append_instances(text, proposal);
  append_documents(text, proposal);
  append_inboxes(text, proposal);
  text +=
      "# The words that stand beside a macro's title in documents.\n"
      "# macro_words: [macro, macros, マクロ]\n\n"
      "# Severities: off, note, warning or error. `macrolint rules` lists the rules.\n"
      "# rules: {macro-path-mismatch: off}\n";
  return text;
}

std::vector<std::string> findings_of(const Proposal& proposal) {
  std::vector<std::string> sentences;
  const auto add = [&](const std::vector<std::string>& paths, std::string_view what) {
    for (const std::string& path : paths) {
      sentences.push_back(fmt::format("Found {} in `{}`.", what, path));
    }
  };
  add(proposal.sync, "macros");
  add(proposal.managed, "managed content");
  add(proposal.hugo_sites, "a Hugo site");
  add(proposal.plain_folders, "Markdown documents");
  if (!proposal.addresses.empty()) {
    sentences.push_back(fmt::format("Found {} email address{} in managed content; see the comments for inboxes.",
                                    proposal.addresses.size(), proposal.addresses.size() == 1 ? "" : "es"));
  }
  return sentences;
}

}  // namespace macrolint::cli
