#include "inbox/email_address.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_local_part = 64;
constexpr std::size_t max_domain = 255;

std::string defect_of_local_part(std::string_view local) {
  if (local.empty()) {
    return "has nothing before the `@`";
  }
  if (local.size() > max_local_part) {
    return "has more than 64 characters before the `@`";
  }
  if (local.front() == '.' || local.back() == '.') {
    return "has a dot at the edge of the part before the `@`";
  }
  if (local.find("..") != std::string_view::npos) {
    return "has two dots in a row";
  }
  return {};
}

std::string defect_of_domain(std::string_view domain) {
  if (domain.empty()) {
    return "has nothing behind the `@`";
  }
  if (domain.size() > max_domain) {
    return "has more than 255 characters behind the `@`";
  }
  if (domain.find(',') != std::string_view::npos) {
    return "has a comma where a dot belongs";
  }
  if (domain.find("..") != std::string_view::npos) {
    return "has two dots in a row";
  }
  if (domain.front() == '.' || domain.back() == '.' || domain.find('.') == std::string_view::npos) {
    return "has no complete domain behind the `@`";
  }
  if (domain.front() == '-' || domain.back() == '-' || domain.find("-.") != std::string_view::npos ||
      domain.find(".-") != std::string_view::npos || domain.find('_') != std::string_view::npos) {
    return "has a domain with a hyphen or underscore where none may be";
  }
  return {};
}

}  // namespace

std::string defect_of_address(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos) {
    return "has no `@`";
  }
  if (address.find('@', at + 1) != std::string_view::npos) {
    return "has more than one `@`";
  }
  std::string defect = defect_of_local_part(address.substr(0, at));
  return defect.empty() ? defect_of_domain(address.substr(at + 1)) : defect;
}

std::string intended_domain(std::string_view address) {
  const std::size_t at = address.rfind('@');
  std::string domain;
  for (const char byte : address.substr(at == std::string_view::npos ? 0 : at + 1)) {
    const char meant = byte == ',' ? '.' : to_lower_ascii(byte);
    if (meant != '.' || (!domain.empty() && domain.back() != '.')) {
      domain += meant;
    }
  }
  while (domain.ends_with('.')) {
    domain.pop_back();
  }
  return domain;
}

std::string inbox_of(std::string_view address) {
  std::string inbox = lower_case(address);
  const std::size_t plus = inbox.find('+');
  const std::size_t at = inbox.find('@');
  if (plus != std::string::npos && plus > 0 && plus < at) {
    inbox.erase(plus, at - plus);
  }
  return inbox;
}

}  // namespace macrolint
