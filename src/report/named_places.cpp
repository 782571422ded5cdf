#include "report/named_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "inbox/email_address.h"
#include "link/slack_channel.h"
#include "source/characters.h"

namespace macrolint {

namespace {

template <typename Value>
void sort_and_drop_repeated(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Places by name, each line once.
class PlaceCollector {
 public:
  explicit PlaceCollector(const SourceLinks& links) : links_(&links) {}

  NamedPlaces& named(const std::string& name) {
    NamedPlaces& named = by_name_[name];
    named.name = name;
    return named;
  }
  [[nodiscard]] bool knows(const std::string& name) const { return by_name_.contains(name); }
  void add(const std::string& name, const Source& source, std::uint32_t offset) {
    if (lines_of_ != &source) {
      lines_of_ = &source;
      lines_ = std::make_unique<LineIndex>(source.text);
    }
    named(name).places.push_back({source.path, lines_->position(offset).line, ""});
  }
  std::vector<NamedPlaces> take() {
    std::vector<NamedPlaces> all;
    for (auto& [name, named] : by_name_) {
      sort_and_drop_repeated(named.places);
      sort_and_drop_repeated(named.details);
      for (ReportPlace& place : named.places) {
        place.url = links_->link(place.path, place.line);
      }
      all.push_back(std::move(named));
    }
    return all;
  }

 private:
  const SourceLinks* links_;
  std::map<std::string, NamedPlaces> by_name_;
  const Source* lines_of_ = nullptr;
  std::unique_ptr<LineIndex> lines_;
};

/// The pages that refer to macros, and everything in macros.
std::unordered_set<const Document*> documents_about_macros(const Project& project) {
  std::unordered_set<const Document*> about;
  for (const Document* document : project.all_documents()) {
    about.insert(document);
  }
  for (std::size_t page = 0; page < project.pages.size(); ++page) {
    if (project.references[page].empty()) {
      about.erase(&project.pages[page]);
    }
  }
  return about;
}

/// A name as channels have it, `#` and letters, digits, hyphens and underscores, at `at`; its end, or `at` if it is
/// none.
std::size_t end_of_channel(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 80;
  std::size_t end = at + 1;
  bool has_letter = false;
  while (end < text.size() && (is_ascii_word_byte(text[end]) || text[end] == '-')) {
    has_letter = has_letter || is_letter(text[end]);
    ++end;
  }
  // What ends like this is the beginning of names.
  const bool is_whole = text[end - 1] != '-' && text[end - 1] != '_';
  return has_letter && is_whole && end - at <= longest ? end : at;
}

/// The line that has the byte at `at`, of a long one the part around it.
std::string_view words_around(std::string_view text, std::size_t at) {
  constexpr std::size_t reach = 300;
  const std::size_t first = at - std::min(at, reach);
  const std::string_view before = text.substr(first, at - first);
  const std::size_t begin = first + (before.rfind('\n') + 1);
  const std::string_view after = text.substr(at, reach);
  return text.substr(begin, at + std::min(after.find('\n'), after.size()) - begin);
}

/// Channels in code marks, where the line speaks of Slack or a channel, or the name is one that some link has.
void add_written_channels(const Document& document, PlaceCollector& channels) {
  const std::string_view text = document.source->text;
  for (std::size_t at = text.find("`#", document.body.begin); at < document.body.end; at = text.find("`#", at + 1)) {
    const std::size_t end = end_of_channel(text, at + 1);
    if (end == at + 1 || end >= text.size() || text[end] != '`') {
      continue;
    }
    const std::string name = lower_case(text.substr(at + 1, end - at - 1));
    const std::string_view around = words_around(text, at);
    if (channels.knows(name) || contains_ignoring_case(around, "slack") || contains_ignoring_case(around, "channel")) {
      channels.add(name, *document.source, static_cast<std::uint32_t>(at + 1));
    }
  }
}

}  // namespace

std::vector<NamedPlaces> inbox_places(const Project& project, const SourceLinks& links) {
  const Configuration& configuration = project.configuration;
  const bool is_configured = configuration.has_inboxes || !configuration.inbox_domains.empty();
  PlaceCollector collector(links);
  for (const Inbox& inbox : configuration.inboxes) {
    NamedPlaces& named = collector.named(lower_case(inbox.address));
    named.configured = true;
    if (!inbox.name.empty()) {
      named.details.push_back(inbox.name);
    }
  }
  const std::set<std::string> domains(configuration.inbox_domains.begin(), configuration.inbox_domains.end());
  const auto about = is_configured ? std::unordered_set<const Document*>() : documents_about_macros(project);
  for (const Document* document : project.all_documents()) {
    if (document->addresses.empty() || (!is_configured && !about.contains(document))) {
      continue;
    }
    for (const Address& address : document->addresses) {
      const std::string_view written = document->source->slice(address.span);
      const std::string inbox = inbox_of(written);
      if (defect_of_address(written).empty() &&
          (!is_configured || collector.knows(inbox) || domains.contains(intended_domain(written)))) {
        collector.add(inbox, *document->source, address.span.begin);
      }
    }
  }
  return collector.take();
}

std::vector<NamedPlaces> channel_places(const Project& project, const SourceLinks& links) {
  PlaceCollector collector(links);
  const std::vector<const Document*> documents = project.all_documents();
  for (const Document* document : documents) {
    for (const Link& link : document->links) {
      const auto channel = link.has_shortcode ? std::nullopt : read_slack_channel(link.url);
      if (!channel.has_value()) {
        continue;
      }
      const std::string bare = slack_channel_name(document->source->slice(link.label));
      if (!bare.empty()) {
        const std::string name = "#" + bare;
        collector.add(name, *document->source, link.whole.begin);
        collector.named(name).details.push_back(fmt::format("{} ({})", channel->id, channel->workspace));
      }
    }
  }
  for (const Document* document : documents) {
    if (document->syntax != Document::Syntax::macro_text) {
      add_written_channels(*document, collector);
    }
  }
  return collector.take();
}

}  // namespace macrolint
