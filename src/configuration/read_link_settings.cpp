#include "configuration/read_link_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "net/ip_address.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Where the schema has found fault already, 0.
unsigned number_of(const yaml::Node& node) {
  unsigned number = 0;
  const std::string& text = node.value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

unsigned number_at(const yaml::Node& node, std::string_view key, unsigned otherwise) {
  const yaml::Node* found = node.find(key);
  return found == nullptr ? otherwise : number_of(*found);
}

bool is_word(std::string_view text, std::string_view marks) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char byte) {
    return is_letter(byte) || is_digit(byte) || marks.find(byte) != std::string_view::npos;
  });
}

/// A name or an address, in brackets if it is one of IPv6, perhaps with a port.
bool is_host(std::string_view text) {
  const std::size_t end = text.starts_with('[') ? text.find(']') + 1 : std::min(text.find(':'), text.size());
  const std::string_view host = text.substr(0, end);
  const std::string_view port = text.substr(end);
  return end > 0 && is_word(host, text.starts_with('[') ? "[]:." : "-._") &&
         (port.empty() ||
          (port.size() > 1 && port.front() == ':' && std::all_of(port.begin() + 1, port.end(), is_digit)));
}

class LinkReader {
 public:
  explicit LinkReader(std::vector<yaml::Problem>& problems) : problems_(problems) {}

  void read_address(const yaml::Node& node, LinkSettings& settings) {
    if (!net::AddressRange::parse(node.value).has_value()) {
      report(node,
             fmt::format("`{}` is not a range of addresses; expected one such as `10.1.0.0/16`, `fd00:1::/32` or a "
                         "single address.",
                         node.value));
    }
    settings.allow_addresses.push_back(node.value);
  }

  void read_host(const yaml::Node& name, const yaml::Node& node, LinkSettings& settings) {
    LinkHost host;
    host.name = lower_case(name.value);
    if (!is_host(host.name)) {
      report(name, fmt::format("`{}` is not a host; expected a name such as `www.example.com`, perhaps with a port.",
                               name.value));
    }
    host.concurrency = number_at(node, "concurrency", 0);
    host.rate = number_at(node, "rate", 0);
    if (const yaml::Node* headers = node.find("headers_from_environment"); headers != nullptr) {
      for (const auto& [header, variable] : headers->members) {
        read_header(header, variable, host);
      }
    }
    settings.hosts.push_back(std::move(host));
  }

 private:
  void read_header(const yaml::Node& header, const yaml::Node& variable, LinkHost& host) {
    if (!is_word(header.value, "-_")) {
      report(header,
             fmt::format("`{}` is not the name of a header; expected one such as `Authorization`.", header.value));
    }
    if (!is_word(variable.value, "_")) {
      // Not repeated: it may be the secret.
      problems_.push_back(
          {variable.span,
           "This is not the name of an environment variable. The value itself does not belong into this "
           "file.",
           ""});
    }
    host.headers_from_environment.emplace_back(header.value, variable.value);
  }

  void report(const yaml::Node& node, std::string message) {
    problems_.push_back({node.span, std::move(message), node.value});
  }

  std::vector<yaml::Problem>& problems_;
};

}  // namespace

LinkSettings read_link_settings(const yaml::Node& node, std::vector<yaml::Problem>& problems) {
  LinkSettings settings;
  LinkReader reader(problems);
  settings.timeout = number_at(node, "timeout", settings.timeout);
  if (const yaml::Node* statuses = node.find("accept_statuses"); statuses != nullptr) {
    for (const yaml::Node& status : statuses->items) {
      settings.accept_statuses.push_back(static_cast<long>(number_of(status)));
    }
  }
  if (const yaml::Node* addresses = node.find("allow_addresses"); addresses != nullptr) {
    for (const yaml::Node& address : addresses->items) {
      reader.read_address(address, settings);
    }
  }
  if (const yaml::Node* hosts = node.find("hosts"); hosts != nullptr) {
    for (const auto& [name, host] : hosts->members) {
      reader.read_host(name, host, settings);
    }
  }
  return settings;
}

}  // namespace macrolint
