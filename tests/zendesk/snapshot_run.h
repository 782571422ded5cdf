#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "support/program.h"
#include "support/temporary_folder.h"
#include "zendesk/fake_zendesk.h"

namespace macrolint {

// What tests of `macrolint snapshot` have in common.

using Variables = std::vector<std::pair<std::string, std::string>>;

/// What the file holds before the program runs.
inline constexpr const char* first_snapshot = "{\"what\": \"was there before\"}\n";

/// What tests/zendesk/instance.json has.
[[nodiscard]] nlohmann::json instance_lists();

/// A folder with a configuration that names the address, and an older snapshot.
[[nodiscard]] TemporaryFolder folder_for(const std::string& address);

[[nodiscard]] Variables credentials_for(const std::string& address);

/// Runs `macrolint snapshot zendesk-global` in the folder.
[[nodiscard]] ProgramRun take(const TemporaryFolder& folder, const Variables& environment,
                              std::vector<std::string> more = {});

[[nodiscard]] bool contains(const std::string& text, const std::string& part);

/// The token must be nowhere, as it is or as it is sent.
void check_no_token(const ProgramRun& run, const TemporaryFolder& folder);

/// With `example.zendesk.com` in place of the port that the fake has this time.
[[nodiscard]] std::string with_host_replaced(std::string text, const FakeZendesk& zendesk);

}  // namespace macrolint
