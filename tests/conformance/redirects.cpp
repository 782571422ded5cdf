#include "conformance/redirects.h"

#include <charconv>
#include <map>
#include <sstream>

namespace macrolint::conformance {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

std::string_view without_last_slash(std::string_view path) {
  return path.size() > 1 && path.back() == '/' ? path.substr(0, path.size() - 1) : path;
}

/// The length of a `:name` at the front of `pattern`, or 0.
std::size_t placeholder_length(std::string_view pattern) {
  return pattern.size() > 1 && pattern.front() == ':' ? pattern.find_first_of("/.", 1) : 0;
}

bool fits(std::string_view pattern, std::string_view path, Values& values) {
  while (!pattern.empty()) {
    if (pattern == "/*" && path.empty()) {
      values["splat"] = "";
      return true;
    }
    if (pattern.front() == '*') {
      for (std::size_t length = path.size() + 1; length-- > 0;) {
        if (fits(pattern.substr(1), path.substr(length), values)) {
          values["splat"] = path.substr(0, length);
          return true;
        }
      }
      return false;
    }
    if (const std::size_t length = std::min(placeholder_length(pattern), pattern.size()); length != 0) {
      const std::size_t segment = std::min(path.find('/'), path.size());
      values[std::string(pattern.substr(1, length - 1))] = path.substr(0, segment);
      pattern.remove_prefix(length);
      path.remove_prefix(segment);
      continue;
    }
    if (path.empty() || path.front() != pattern.front()) {
      return false;
    }
    pattern.remove_prefix(1);
    path.remove_prefix(1);
  }
  return path.empty();
}

std::string filled_in(std::string_view target, const Values& values) {
  std::string result;
  while (!target.empty()) {
    const std::size_t length = std::min(placeholder_length(target), target.size());
    const auto value = length == 0 ? values.end() : values.find(target.substr(1, length - 1));
    if (value == values.end()) {
      result += target.front();
      target.remove_prefix(1);
    } else {
      result += value->second;
      target.remove_prefix(length);
    }
  }
  return result;
}

}  // namespace

std::vector<Redirect> parse_redirects(std::string_view text) {
  std::vector<Redirect> redirects;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    Redirect redirect;
    std::string status;
    if (words >> redirect.from >> redirect.to) {
      if (words >> status) {
        std::from_chars(status.data(), status.data() + status.size(), redirect.status);
      }
      redirects.push_back(std::move(redirect));
    }
  }
  return redirects;
}

std::optional<std::string> redirected_to(const std::vector<Redirect>& redirects, std::string_view path) {
  for (const Redirect& redirect : redirects) {
    Values values;
    if (fits(without_last_slash(redirect.from), without_last_slash(path), values)) {
      return filled_in(redirect.to, values);
    }
  }
  return std::nullopt;
}

}  // namespace macrolint::conformance
