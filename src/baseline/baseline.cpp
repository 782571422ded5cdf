#include "baseline/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

namespace macrolint {

namespace {

/// The fingerprint that the first of equal findings has.
std::string common_fingerprint(const Diagnostic& diagnostic) {
  return fingerprint_of(diagnostic.rule, diagnostic.place.source->path, diagnostic.subject, 0);
}

/// As JSON. Bytes that are not UTF-8 become U+FFFD, since JSON cannot hold them.
std::string json_string(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

Baseline make_baseline(const std::vector<Diagnostic>& diagnostics) {
  Baseline baseline;
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto [found, is_new] = baseline.findings.try_emplace(common_fingerprint(diagnostic));
    if (is_new) {
      found->second = {std::string(diagnostic.rule), diagnostic.place.source->path, diagnostic.subject, 0};
    }
    ++found->second.count;
  }
  return baseline;
}

std::string format_baseline(const Baseline& baseline) {
  std::vector<const std::pair<const std::string, KnownFinding>*> ordered;
  for (const auto& finding : baseline.findings) {
    ordered.push_back(&finding);
  }
  std::sort(ordered.begin(), ordered.end(), [](const auto* left, const auto* right) {
    const auto key = [](const auto& one) { return std::tie(one.second.path, one.second.rule, one.second.subject); };
    return key(*left) < key(*right);
  });
  std::string text = "{\n  \"version\": 1,\n  \"findings\": [";
  std::string_view separator = "\n";
  for (const auto* finding : ordered) {
    const auto& [fingerprint, known] = *finding;
    text += fmt::format(R"({}    {{"path": {}, "rule": {}, "subject": {}, "count": {}, "fingerprint": {}}})", separator,
                        json_string(known.path), json_string(known.rule), json_string(known.subject), known.count,
                        json_string(fingerprint));
    separator = ",\n";
  }
  return text + (ordered.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

BaselineUse hold_back(const Baseline& baseline, const std::function<bool(const KnownFinding&)>& was_sought,
                      std::vector<Diagnostic>& diagnostics) {
  BaselineUse use;
  std::map<std::string_view, std::size_t> left;
  for (const auto& [fingerprint, known] : baseline.findings) {
    left.emplace(fingerprint, known.count);
  }
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    const auto found = left.find(common_fingerprint(diagnostic));
    if (found == left.end() || found->second == 0) {
      return false;
    }
    --found->second;
    ++use.held_back;
    return true;
  });
  for (const auto& [fingerprint, known] : baseline.findings) {
    use.gone += was_sought(known) ? left.at(fingerprint) : 0;
  }
  return use;
}

}  // namespace macrolint
