#include "gitlab/why_unchecked.h"

#include <fmt/format.h>

#include "source/characters.h"

namespace macrolint {

std::string why_unchecked(const ApiError& error, std::string_view project, bool has_token) {
  const std::string_view visitor = has_token ? "with this token" : "without a token";
  switch (error.kind) {
    case ApiError::Kind::unauthorized:
      return has_token ? "GitLab does not accept the token"
                       : fmt::format("GitLab does not show the project `{}` without a token", project);
    case ApiError::Kind::forbidden:
      return fmt::format("GitLab does not show this of the project `{}` {}", project, visitor);
    case ApiError::Kind::not_found:
      return fmt::format("there is no project `{}` that can be seen {}", project, visitor);
    default:
      break;
  }
  std::string_view reason = error.message;
  reason.remove_suffix(reason.ends_with('.') ? 1 : 0);
  std::string clause(reason);
  if (clause.starts_with("The ") || clause.starts_with("It ")) {
    clause.front() = to_lower_ascii(clause.front());
  }
  return clause;
}

}  // namespace macrolint
