#include "rule/example_external.h"

#include <sstream>
#include <string>

namespace macrolint {

namespace {

using Kind = ExternalOutcome::Kind;

void read_outcome(const std::string& word, const std::string& detail, ExternalOutcome& outcome) {
  constexpr long not_found = 404;
  outcome.kind = Kind::working;
  if (word == "gone") {
    outcome.kind = Kind::gone;
    outcome.status = not_found;
  } else if (word == "no-such-host") {
    outcome.kind = Kind::no_such_host;
    outcome.reason = detail;
  } else if (word == "bad-certificate") {
    outcome.kind = Kind::bad_certificate;
    outcome.reason = detail;
  } else if (word == "unchecked") {
    outcome.kind = Kind::unchecked;
    outcome.reason = detail;
  } else if (word == "absent") {
    outcome.kind = Kind::absent;
    outcome.reason = detail;
  } else if (word == "moved") {
    outcome.moved_to = detail;
    outcome.moved_plainly = true;
  } else if (word == "insecure") {
    outcome.is_needlessly_insecure = true;
  } else if (word == "lacks") {
    outcome.missing_fragments.insert(detail);
  }
}

}  // namespace

ExternalOutcomes external_outcomes_of_example(const MemoryDisk& example) {
  ExternalOutcomes outcomes;
  const auto file = example.files().find(".external");
  std::istringstream lines(file == example.files().end() ? "" : file->second);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string address;
    std::string word;
    std::string detail;
    words >> address >> word >> std::ws;
    std::getline(words, detail);
    read_outcome(word, detail, outcomes[address]);
  }
  return outcomes;
}

}  // namespace macrolint
