#pragma once

#include <string>

namespace macrolint::cli {

/// The root of the repository that `folder` lies in, absolute: what reports name files from. In a job of GitLab it is
/// the project's folder if that holds `folder` (a clone within it has a `.git` of its own, but GitLab shows the
/// project); else the nearest folder, from `folder` up, with a `.git`; else `folder`.
[[nodiscard]] std::string repository_root(const std::string& folder);

}  // namespace macrolint::cli
