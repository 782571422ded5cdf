#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint {

/// What an address in Slack says about a channel.
struct SlackChannel {
  /// The name of the workspace before `.slack.com`, without `.enterprise`; of `app.slack.com/client/T…`, its number.
  std::string workspace;
  /// Such as `C01234567`.
  std::string id;
};

/// Reads `https://WORKSPACE.slack.com/archives/ID`, `…/messages/ID` or `https://app.slack.com/client/TEAM/ID`. Nothing
/// for other addresses, such as those of messages and threads, and for channels that are not named by their ID.
[[nodiscard]] std::optional<SlackChannel> read_slack_channel(std::string_view url);

/// The name in a link's label that names one channel, `#name`, in lower case; empty if it names none or several. The
/// label is Markdown; words such as "the … Slack channel" may stand around the name.
[[nodiscard]] std::string slack_channel_name(std::string_view label);

}  // namespace macrolint
