#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gitlab/fake_gitlab.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace macrolint {

using Environment = std::vector<std::pair<std::string, std::string>>;

/// An environment in which nothing is said of GitLab but this.
[[nodiscard]] Environment only(const Environment& wanted = {});
/// One with a token for the server, of a person or of a job.
[[nodiscard]] Environment with_token(const FakeGitLab& gitlab);
[[nodiscard]] Environment with_job_token(const FakeGitLab& gitlab);

/// The configuration of a folder of documents and of that GitLab, with what else it has to say.
[[nodiscard]] std::string configured(const FakeGitLab& gitlab, const std::string& more = "");
/// A page with these links below GitLab's address.
[[nodiscard]] std::string page_with(const FakeGitLab& gitlab, const std::vector<std::string>& links);

/// `macrolint check --online --format json`, with these options too.
[[nodiscard]] ProgramRun check_gitlab(const TemporaryFolder& folder, const Environment& environment,
                                      const std::vector<std::string>& more = {});

/// `rule: message` of each finding of a JSON result, with what is suggested behind ` | `.
[[nodiscard]] std::vector<std::string> findings_of(const ProgramRun& run);

/// Whether the text holds no token.
[[nodiscard]] bool is_discreet(const std::string& text);

}  // namespace macrolint
