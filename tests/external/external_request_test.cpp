#include <algorithm>

#include "catch.h"
#include "disk/disk.h"
#include "lint/lint.h"
#include "rule/rule.h"

// Which links of the files are asked for.
namespace macrolint {

namespace {

std::vector<std::string> asked_for(std::string_view archive) {
  const MemoryDisk disk = MemoryDisk::from_archive(archive);
  std::vector<std::string_view> rule_names;
  for (const Rule* rule : all_rules()) {
    rule_names.push_back(rule->name);
  }
  auto parsed = parse_configuration(".macrolint.yml", default_example_configuration, rule_names);
  REQUIRE(std::holds_alternative<Configuration>(parsed));
  std::vector<std::string> urls;
  LintOptions options;
  options.reading.today = example_day;
  options.reading.check_external = [&](const ExternalRequest& request) {
    for (const auto& [url, fragments] : request) {
      urls.push_back(url);
      for (const std::string& fragment : fragments) {
        urls.back() += " #" + fragment;
      }
    }
    return ExternalOutcomes();
  };
  static_cast<void>(lint(std::get<Configuration>(std::move(parsed)), disk, options));
  return urls;
}

}  // namespace

TEST_CASE("Links to the web are asked for, once each with all their fragments") {
  CHECK(asked_for("-- handbook/content/_index.md --\n"
                  "[a](https://a.net/x#one) [b](https://a.net/x#two) <https://a.net/x> [c](HTTP://b.net)\n"
                  "<a href=\"https://c.net/?q=1&amp;r=2#:~:text=thing\">c</a> [d](https://d.net/#e:~:text=f)\n") ==
        std::vector<std::string>{"HTTP://b.net", "https://a.net/x #one #two", "https://c.net/?q=1&r=2",
                                 "https://d.net/ #e"});
}

TEST_CASE("What is no whole address of the web is not asked for") {
  CHECK(asked_for("-- handbook/content/_index.md --\n"
                  "[a](other.md) [b](/x/) [c](mailto:a@b.net) [d](https://a.net/{{ticket.id}}) [e](ftp://a.net/)\n"
                  "[f]({{< ref \"x\" >}}) [g](htps://a.net/) [h](//a.net/) `https://code.net/` [i](https://)\n")
            .empty());
}

TEST_CASE("Links within the site and into the macro repositories are not asked for") {
  CHECK(asked_for("-- handbook/content/_index.md --\n"
                  "[a](https://handbook.example.com/missing/) [b](https://handbook.example.com/)\n"
                  "[c](https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/A.yaml)\n"
                  "[d](https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/B.yaml)\n"
                  "[e](https://gitlab.com/example/other)\n"
                  "-- macros/sync/data/active/A.yaml --\ntitle: A\n") ==
        std::vector<std::string>{"https://gitlab.com/example/other"});
}

}  // namespace macrolint
