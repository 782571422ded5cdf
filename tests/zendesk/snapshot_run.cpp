#include "zendesk/snapshot_run.h"

#include <fmt/format.h>

#include "catch.h"
#include "support/golden.h"

namespace macrolint {

nlohmann::json instance_lists() { return nlohmann::json::parse(text_of(project_path("tests/zendesk/instance.json"))); }

TemporaryFolder folder_for(const std::string& address) {
  return TemporaryFolder(
      "-- .macrolint.yml --\nversion: 1\ninstances:\n  zendesk-global:\n    sync: {path: macros}\n    zendesk: " +
      address + "\n    snapshot: snapshots/global.json\nlinks: {allow_addresses: [127.0.0.0/8]}\n" +
      "-- snapshots/global.json --\n" + first_snapshot);
}

Variables credentials_for(const std::string& address) {
  return {{"ZENDESK_URL", address}, {"ZENDESK_EMAIL", FakeZendesk::email}, {"ZENDESK_TOKEN", FakeZendesk::token}};
}

ProgramRun take(const TemporaryFolder& folder, const Variables& environment, std::vector<std::string> more) {
  std::vector<std::string> arguments = {"snapshot", "zendesk-global"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ProgramOptions options;
  options.folder = folder.path();
  options.environment = environment;
  return run_program(arguments, options);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void check_no_token(const ProgramRun& run, const TemporaryFolder& folder) {
  for (const std::string& text : {run.output, run.errors, folder.read("snapshots/global.json")}) {
    CHECK_FALSE(contains(text, FakeZendesk::token));
    CHECK_FALSE(contains(text, FakeZendesk::packed));
  }
}

std::string with_host_replaced(std::string text, const FakeZendesk& zendesk) {
  const std::string host = fmt::format("127.0.0.1:{}", zendesk.server().port());
  for (std::size_t at = text.find(host); at != std::string::npos; at = text.find(host)) {
    text.replace(at, host.size(), "example.zendesk.com");
  }
  return text;
}

}  // namespace macrolint
