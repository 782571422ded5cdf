#include "site/redirects.h"

#include <algorithm>
#include <array>
#include <utility>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_redirects = 20'000;
/// Each is tried on every broken link; GitLab Pages takes 1,000 redirects in all.
constexpr std::size_t max_patterns = 2'000;
constexpr std::size_t max_target_size = 2'000;

std::string_view without_closing_slash(std::string_view path) {
  return path.size() > 1 && path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

/// The day in "remove 2025-12-15", in any case and with words between; empty if there is none.
std::string_view removal_day(std::string_view comment) {
  constexpr std::size_t size = std::string_view("YYYY-MM-DD").size();
  if (!contains_ignoring_case(comment, "remove")) {
    return {};
  }
  for (std::size_t at = 0; at + size <= comment.size(); ++at) {
    const std::string_view day = comment.substr(at, size);
    bool is_day = true;
    for (std::size_t index = 0; index < size; ++index) {
      is_day = is_day && (index == 4 || index == 7 ? day[index] == '-' : is_digit(day[index]));
    }
    if (is_day) {
      return day;
    }
  }
  return {};
}

/// The fields of a line, separated by white space; what follows a `#` at a field's beginning is a comment.
std::array<std::string_view, 3> fields_of(std::string_view line) {
  std::array<std::string_view, 3> fields;
  std::size_t at = 0;
  for (std::string_view& field : fields) {
    at = skip_spaces(line, at);
    if (at < line.size() && line[at] == '#') {
      break;
    }
    const std::size_t begin = at;
    while (at < line.size() && !is_space(line[at])) {
      ++at;
    }
    field = line.substr(begin, at - begin);
  }
  return fields;
}

/// A status such as `301` or `302!`. Only those make a browser go elsewhere: `200` shows another page in place, `404`
/// none at all.
bool is_redirect_status(std::string_view field) {
  return field.size() >= 3 && field[0] == '3' && is_digit(field[1]) && is_digit(field[2]);
}

bool is_redirect(const std::array<std::string_view, 3>& fields) {
  const auto& [from, to, status] = fields;
  return from.starts_with('/') && (to.starts_with('/') || to.starts_with("http")) &&
         (status.empty() || is_redirect_status(status));
}

/// Whether a path fits a pattern of `*` and `:name` segments; passes on what stands for each of them.
template <typename Take>
bool fits(std::string_view pattern, std::string_view path, const Take& take) {
  bool begins_segment = false;
  while (!pattern.empty() && pattern.front() != '*') {
    if (begins_segment && pattern.front() == ':' && !path.empty() && path.front() != '/') {
      const std::string_view name = pattern.substr(0, pattern.find('/'));
      const std::string_view value = path.substr(0, path.find('/'));
      take(name, value);
      pattern.remove_prefix(name.size());
      path.remove_prefix(value.size());
      begins_segment = false;
    } else if (!path.empty() && pattern.front() == path.front()) {
      begins_segment = pattern.front() == '/';
      pattern.remove_prefix(1);
      path.remove_prefix(1);
    } else if (pattern == "/*" && path.empty()) {
      pattern.remove_prefix(1);
    } else {
      return false;
    }
  }
  if (pattern.starts_with('*')) {
    const std::string_view rest = pattern.substr(1);
    if (!path.ends_with(rest)) {
      return false;
    }
    take(":splat", path.substr(0, path.size() - rest.size()));
    return true;
  }
  return path.empty() || path == "/";
}

/// The target of a redirect for a path, or nothing if it does not fit.
std::optional<std::string> filled_in(const Redirect& redirect, std::string_view path) {
  if (!fits(redirect.from, path, [](std::string_view, std::string_view) {})) {
    return std::nullopt;
  }
  std::string target(redirect.to);
  fits(redirect.from, path, [&](std::string_view name, std::string_view value) {
    if (const std::size_t at = target.find(name); at != std::string::npos) {
      target.replace(at, name.size(), value);
    }
  });
  return target.size() > max_target_size ? std::nullopt : std::optional(std::move(target));
}

}  // namespace

std::vector<Redirect> read_redirects(const Source& source) {
  std::vector<Redirect> redirects;
  std::string_view day;
  const std::string_view text = source.text;
  for (std::size_t begin = 0; begin < text.size() && redirects.size() < max_redirects;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t first = skip_spaces(line, 0);
    if (first == line.size()) {
      day = {};
    } else if (line[first] == '#') {
      if (const std::string_view named = removal_day(line); !named.empty()) {
        day = named;
      }
    } else if (const auto fields = fields_of(line); line.find("{{") == std::string_view::npos && is_redirect(fields)) {
      const Span span{static_cast<std::uint32_t>(begin + first),
                      static_cast<std::uint32_t>(fields[1].data() + fields[1].size() - text.data())};
      redirects.push_back({{&source, span}, fields[0], fields[1], day});
    }
    begin = end + 1;
  }
  return redirects;
}

void Redirects::add(const std::vector<Redirect>& redirects) {
  for (const Redirect& redirect : redirects) {
    const std::size_t special = std::min(redirect.from.find('*'), redirect.from.find("/:"));
    if (special == std::string_view::npos) {
      exact_.emplace(without_closing_slash(redirect.from), redirects_.size());
    } else if (patterns_.size() < max_patterns) {
      patterns_.push_back({redirects_.size(), without_closing_slash(redirect.from.substr(0, special))});
    } else {
      continue;
    }
    redirects_.push_back(redirect);
  }
}

std::optional<Redirects::Match> Redirects::find(std::string_view path) const {
  const auto exact = exact_.find(without_closing_slash(path));
  const std::size_t last = exact == exact_.end() ? redirects_.size() : exact->second;
  for (const auto& [index, literal] : patterns_) {
    if (index > last) {
      break;
    }
    if (!path.starts_with(literal)) {
      continue;
    }
    if (auto target = filled_in(redirects_[index], path)) {
      return Match{&redirects_[index], std::move(*target)};
    }
  }
  if (exact == exact_.end()) {
    return std::nullopt;
  }
  return Match{&redirects_[last], std::string(redirects_[last].to)};
}

}  // namespace macrolint
