#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/rule_page.h"
#include "output/json_text.h"
#include "rule/rule.h"

namespace macrolint::cli {

namespace {

std::string as_text() {
  std::size_t widest = 0;
  for (const Rule* rule : all_rules()) {
    widest = std::max(widest, rule->name.size());
  }
  std::string text;
  for (const Rule* rule : all_rules()) {
    fmt::format_to(std::back_inserter(text), "{:<{}}  {:<7}  {}\n", rule->name, widest, name_of(rule->severity),
                   rule->summary);
  }
  return text;
}

std::string as_json() {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Rule* rule : all_rules()) {
    nlohmann::ordered_json entry;
    entry["name"] = rule->name;
    entry["severity"] = name_of(rule->severity);
    entry["summary"] = rule->summary;
    entry["explanation"] = rule->explanation;
    entry["bad"] = rule->bad;
    entry["good"] = rule->good;
    list.push_back(std::move(entry));
  }
  nlohmann::ordered_json document;
  document["rules"] = std::move(list);
  return to_text(document);
}

std::string listed(Format format) {
  switch (format) {
    case Format::json:
      return as_json();
    case Format::markdown:
      return rules_document(all_rules());
    default:
      return as_text();
  }
}

}  // namespace

ExitStatus rules(const Options& options, Console& console) {
  return console.write(listed(options.format)) ? ExitStatus::clean : ExitStatus::failure;
}

}  // namespace macrolint::cli
