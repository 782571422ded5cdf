#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "link/slack_channel.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// A link to a channel whose label is the channel's name.
struct Use {
  const Document* page = nullptr;
  const Link* link = nullptr;
  SlackChannel channel;
  std::string name;
  bool reported = false;
};

/// In order of path and place.
std::vector<Use> find_uses(const Project& project) {
  std::vector<Use> uses;
  for (const Document& page : project.pages) {
    for (const Link& link : page.links) {
      auto channel = link.has_shortcode ? std::nullopt : read_slack_channel(link.url);
      if (!channel.has_value()) {
        continue;
      }
      std::string name = slack_channel_name(page.source->slice(link.label));
      if (!name.empty()) {
        uses.push_back({&page, &link, std::move(*channel), std::move(name)});
      }
    }
  }
  std::stable_sort(uses.begin(), uses.end(), [](const Use& left, const Use& right) {
    return std::tie(left.page->source->path, left.link->whole.begin) <
           std::tie(right.page->source->path, right.link->whole.begin);
  });
  return uses;
}

/// `app.slack.com` knows workspaces by number only. One is the workspace of a host when both have channels with the
/// same name and id; one channel alone may be shared between companies.
void name_workspaces(std::vector<Use>& uses) {
  std::map<std::pair<std::string_view, std::string_view>, std::set<std::string_view>> workspaces_of;
  for (const Use& use : uses) {
    workspaces_of[{use.channel.id, use.name}].insert(use.channel.workspace);
  }
  const auto is_number = [](std::string_view workspace) {
    return workspace.front() >= 'A' && workspace.front() <= 'Z';
  };
  std::map<std::string, std::map<std::string, std::size_t>> shared;
  for (const auto& [channel, workspaces] : workspaces_of) {
    for (const std::string_view number : workspaces) {
      for (const std::string_view host : workspaces) {
        if (is_number(number) && !is_number(host)) {
          ++shared[std::string(number)][std::string(host)];
        }
      }
    }
  }
  for (Use& use : uses) {
    if (const auto hosts = shared.find(use.channel.workspace); hosts != shared.end()) {
      const auto best =
          std::max_element(hosts->second.begin(), hosts->second.end(),
                           [](const auto& left, const auto& right) { return left.second < right.second; });
      use.channel.workspace = best->second > 1 ? best->first : use.channel.workspace;
    }
  }
}

/// The uses of what should be one thing, by what they say of it.
using Versions = std::map<std::string_view, std::vector<Use*>>;

/// What is said of a thing in most pages; of several versions, what is said first.
struct Usual {
  std::string_view version;
  std::set<const Document*> pages;
  const Use* first = nullptr;
};

Usual usual_of(const Versions& versions) {
  Usual usual;
  for (const auto& [version, said] : versions) {
    std::set<const Document*> pages;
    for (const Use* use : said) {
      pages.insert(use->page);
    }
    // Uses are in order of path and lie in one list.
    const bool comes_first = usual.first == nullptr || said.front() < usual.first;
    if (pages.size() > usual.pages.size() || (pages.size() == usual.pages.size() && comes_first)) {
      usual = {version, std::move(pages), said.front()};
    }
  }
  return usual;
}

std::string elsewhere(const Use& use, const Usual& usual) {
  const std::size_t others = usual.pages.size() - (usual.pages.contains(use.page) ? 1 : 0);
  if (others == 0) {
    return "elsewhere in this page";
  }
  return others == 1 ? "in another page" : fmt::format("in {} other pages", others);
}

void report_name(Use& use, const Usual& usual, const Reporter& reporter) {
  const Source& source = *use.page->source;
  Diagnostic& diagnostic = reporter.report(
      {&source, use.link->label}, std::string(source.slice(use.link->label)),
      fmt::format("The same channel, `{}`, is called `#{}` {}. Find out what it is called and name it so everywhere.",
                  use.channel.id, usual.version, elsewhere(use, usual)));
  diagnostic.related.push_back(
      {{usual.first->page->source, usual.first->link->label}, fmt::format("it is `#{}` here", usual.version)});
  use.reported = true;
}

void report_id(Use& use, const Usual& usual, const Reporter& reporter) {
  const Source& source = *use.page->source;
  const Span place = use.link->place_of_destination();
  Diagnostic& diagnostic = reporter.report(
      {&source, place}, std::string(source.slice(place)),
      fmt::format("`#{}` leads to another channel, `{}`, {}. Find out which of them it is and link to that.", use.name,
                  usual.version, elsewhere(use, usual)));
  diagnostic.related.push_back({{usual.first->page->source, usual.first->link->place_of_destination()},
                                fmt::format("`#{}` leads to `{}` here", use.name, usual.version)});
  use.reported = true;
}

template <typename Report>
void report_unusual(const std::map<std::pair<std::string_view, std::string_view>, Versions>& things,
                    const Report& report) {
  for (const auto& [thing, versions] : things) {
    if (versions.size() < 2) {
      continue;
    }
    const Usual usual = usual_of(versions);
    for (const auto& [version, said] : versions) {
      for (Use* use : version == usual.version ? std::vector<Use*>() : said) {
        report(*use, usual);
      }
    }
  }
}

void check(const Project& project, const Reporter& reporter) {
  std::vector<Use> uses = find_uses(project);
  name_workspaces(uses);
  std::map<std::pair<std::string_view, std::string_view>, Versions> names_of_id;
  for (Use& use : uses) {
    names_of_id[{use.channel.workspace, use.channel.id}][use.name].push_back(&use);
  }
  report_unusual(names_of_id, [&](Use& use, const Usual& usual) { report_name(use, usual, reporter); });
  // A link whose label is another channel's says nothing about where that one is.
  std::map<std::pair<std::string_view, std::string_view>, Versions> ids_of_name;
  for (Use& use : uses) {
    if (!use.reported) {
      ids_of_name[{use.channel.workspace, use.name}][use.channel.id].push_back(&use);
    }
  }
  report_unusual(ids_of_name, [&](Use& use, const Usual& usual) { report_id(use, usual, reporter); });
}

}  // namespace

extern const Rule drift_channel;
const Rule drift_channel = {
    .name = "drift-channel",
    .severity = Severity::warning,
    .summary = "Pages disagree about the name or the address of a Slack channel",
    .explanation =
        "A link whose label is a channel's name, such as `#returns`, leads to a channel by its number. When pages give "
        "one number two names, the channel was renamed or a link was copied and only half changed; when they give one "
        "name two numbers, one of the links leads somewhere else. What fewer pages say is reported, or what comes "
        "later where as many say either. Channels of different workspaces are different things; links to messages and "
        "labels that name no channel say nothing.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Ask in [`#returns`](https://example.slack.com/archives/C012345678).\n"
        "-- handbook/content/repairs.md --\n"
        "Ask in [`#refunds`](https://example.slack.com/archives/C012345678).\n"
        "-- handbook/content/shipping.md --\n"
        "Ask in [#returns](https://example.slack.com/archives/C012345678).\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Ask in [`#returns`](https://example.slack.com/archives/C012345678).\n"
        "-- handbook/content/shipping.md --\n"
        "Ask in the [#returns Slack channel](https://example.slack.com/archives/C012345678).\n",
    .check_project = check,
};

}  // namespace macrolint
