#include "link/slack_channel.h"

#include <algorithm>

#include "link/url.h"
#include "source/characters.h"

namespace macrolint {

namespace {

bool is_upper_or_digit(char byte) { return (byte >= 'A' && byte <= 'Z') || is_digit(byte); }

/// `C…` and `G…` are channels, `D…` direct messages; `T…` and `E…` are workspaces.
bool is_id(std::string_view text, std::string_view kinds) {
  return text.size() >= 8 && text.size() <= 20 && kinds.find(text.front()) != std::string_view::npos &&
         std::all_of(text.begin(), text.end(), is_upper_or_digit);
}

/// Takes the next segment of a path off.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(path.starts_with('/') ? 1 : 0);
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

bool is_name_byte(char byte) { return is_word_byte(byte) || byte == '-'; }

/// Where a name may begin: not inside of a word, an address or an entity.
bool may_stand_before(char byte) {
  return is_space(byte) || std::string_view("`*_(:\"").find(byte) != std::string_view::npos;
}

}  // namespace

std::optional<SlackChannel> read_slack_channel(std::string_view url) {
  // Nearly every link is another one, so its beginning has to tell.
  constexpr std::string_view mark = "://";
  const std::size_t authority = url.substr(0, std::string_view("https").size() + mark.size()).find(mark);
  if (authority == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view rest = url.substr(authority + mark.size());
  std::string_view host = rest.substr(0, rest.find('/'));
  constexpr std::string_view domain = ".slack.com";
  if (host.size() <= domain.size() || !equals_ignoring_case(host.substr(host.size() - domain.size()), domain)) {
    return std::nullopt;
  }
  host.remove_suffix(domain.size());
  const Url parts = split_url(url);
  if (parts.query.find("_ts=") != std::string_view::npos) {
    return std::nullopt;  // one message
  }
  std::string_view path = parts.path;
  const std::string_view kind = take_segment(path);
  SlackChannel channel;
  channel.workspace = lower_case(host);
  if (channel.workspace == "app" && kind == "client") {
    channel.workspace = take_segment(path);
    if (!is_id(channel.workspace, "TE")) {
      return std::nullopt;
    }
  } else if (kind != "archives" && kind != "messages") {
    return std::nullopt;
  }
  channel.id = take_segment(path);
  constexpr std::string_view enterprise = ".enterprise";
  if (channel.workspace.ends_with(enterprise)) {
    channel.workspace.resize(channel.workspace.size() - enterprise.size());
  }
  const bool is_channel = !channel.workspace.empty() && (path.empty() || path == "/") && is_id(channel.id, "CG");
  return is_channel ? std::optional(std::move(channel)) : std::nullopt;
}

std::string slack_channel_name(std::string_view label) {
  std::string name;
  for (std::size_t at = label.find('#'); at != std::string_view::npos; at = label.find('#', at + 1)) {
    if (at > 0 && !may_stand_before(label[at - 1]) && label[at - 1] != '\\') {
      continue;
    }
    std::string found;
    std::size_t end = at + 1;
    for (; end < label.size() && (is_name_byte(label[end]) || label[end] == '\\'); ++end) {
      found += label[end] == '\\' ? "" : std::string(1, to_lower_ascii(label[end]));
    }
    if (at > 0 && label[at - 1] == '_' && found.ends_with('_')) {
      found.pop_back();  // emphasis
    }
    const bool is_number = std::all_of(found.begin(), found.end(), is_digit);
    if (is_number || found.ends_with('-') || (!name.empty() && name != found)) {
      return {};
    }
    name = std::move(found);
  }
  return name;
}

}  // namespace macrolint
