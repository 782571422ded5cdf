#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch.h"
#include "link/slack_channel.h"
#include "rules/tables.h"

// Slack channels as pages link to them.
namespace macrolint {

namespace {

const std::string archives = "https://example.slack.com/archives/";

/// Pages `a.md`, `b.md` and so on, with one line each.
Findings findings_on_pages(const std::vector<std::string>& pages) {
  std::string archive;
  char name = 'a';
  for (const std::string& page : pages) {
    archive += fmt::format("-- handbook/content/{}.md --\n{}\n", name++, page);
  }
  return findings_in(archive);
}

std::string link(const std::string& label, const std::string& url) { return "[" + label + "](" + url + ")"; }

}  // namespace

TEST_CASE("drift-channel: which addresses are channels") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"https://example.slack.com/archives/C012345678", "example C012345678"},
      {"https://example.slack.com/archives/C012345678/", "example C012345678"},
      {"https://Example.slack.com/messages/G012345678", "example G012345678"},
      {"https://example.enterprise.slack.com/archives/C012345678", "example C012345678"},
      {"https://app.slack.com/client/T01234567/C012345678", "T01234567 C012345678"},
      {"https://app.slack.com/client/T01234567/C012345678/thread/C012345678-1655385119.184549", ""},
      {"https://app.slack.com/client/", ""},
      {"https://example.slack.com/archives/C012345678/p1611612300016000", ""},
      {"https://example.slack.com/archives/C012345678?thread_ts=1611612300.016000", ""},
      {"https://example.slack.com/archives/returns", ""},
      {"https://example.slack.com/archives/D012345678", ""},
      {"https://example.slack.com/team/U012345678", ""},
      {"https://slack.com/archives/C012345678", ""},
      {"https://.slack.com/archives/C012345678", ""},
      {"https://.enterprise.slack.com/archives/C012345678", ""},
      {"https://example.com/archives/C012345678", ""},
      {"/archives/C012345678", ""},
  };
  for (const auto& [url, expected] : rows) {
    INFO(url);
    const auto channel = read_slack_channel(url);
    CHECK((channel ? channel->workspace + " " + channel->id : "") == expected);
  }
}

TEST_CASE("drift-channel: which labels are names") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"#returns", "returns"},
      {"`#returns`", "returns"},
      {"**#returns**", "returns"},
      {"_#returns_", "returns"},
      {"#Returns Slack channel", "returns"},
      {"ask in #returns", "returns"},
      {"\\#team\\_returns", "team_returns"},
      {"#返品", "返品"},
      {"#returns or #refunds", ""},
      {"Slack", ""},
      {"this thread", ""},
      {"returns", ""},
      {"issue #12", ""},
      {"#wg- PMO", ""},
      {"C&#35;", ""},
      {"a#b", ""},
      {"#", ""},
  };
  for (const auto& [label, expected] : rows) {
    INFO(label);
    CHECK(slack_channel_name(label) == expected);
  }
}

TEST_CASE("drift-channel: what fewer pages say is reported, or what comes later") {
  const std::string one = archives + "C011111111";
  const std::string two = archives + "C022222222";
  CHECK(findings_on_pages({link("#a", one), link("`#a`", one), link("#A channel", one)}).empty());
  // One channel, two names.
  CHECK(findings_on_pages({link("#a", one), link("#b", one), link("#b", one)}) == Findings{"drift-channel #a"});
  CHECK(findings_on_pages({link("#a", one), link("#b", one)}) == Findings{"drift-channel #b"});
  CHECK(findings_on_pages({link("#a", one) + " " + link("#a", one), link("#b", one), link("#b", one)}) ==
        Findings{"drift-channel #a", "drift-channel #a"});
  CHECK(findings_on_pages({link("#a", one), link("#b", one), link("#c", one), link("#c", one)}) ==
        Findings{"drift-channel #a", "drift-channel #b"});
  // One name, two channels.
  CHECK(findings_on_pages({link("#a", one), link("#a", two), link("#a", two)}) == Findings{"drift-channel " + one});
  CHECK(findings_on_pages({link("#a", one), link("#a", two)}) == Findings{"drift-channel " + two});
  // The second link was copied from the first, and its name is right.
  CHECK(findings_on_pages({link("#a", one) + " " + link("#b", one), link("#a", one), link("#b", two)}) ==
        Findings{"drift-channel #b"});
  CHECK(findings_on_pages({link("Slack", one), link("#a", one), link("this channel", one)}).empty());
}

TEST_CASE("drift-channel: workspaces have channels of their own") {
  const std::string other = "https://other.slack.com/archives/";
  const std::string app = "https://app.slack.com/client/T01234567/";
  CHECK(findings_on_pages({link("#a", archives + "C011111111"), link("#a", other + "C022222222")}).empty());
  CHECK(findings_on_pages({link("#a", archives + "C011111111"), link("#b", other + "C011111111")}).empty());
  CHECK(findings_on_pages({link("#a", archives + "C011111111"), link("#a", app + "C022222222")}).empty());
  // Two channels in common: it is the same workspace.
  const std::string common = link("#x", archives + "C033333333") + link("#y", archives + "C044444444") +
                             link("#x", app + "C033333333") + link("#y", app + "C044444444");
  CHECK(findings_on_pages({common, link("#a", archives + "C011111111"), link("#a", app + "C022222222")}) ==
        Findings{"drift-channel " + app + "C022222222"});
}

}  // namespace macrolint
