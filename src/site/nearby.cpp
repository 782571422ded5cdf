#include "site/nearby.h"

#include <algorithm>

#include "source/characters.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

/// More are not compared one by one: a folder or page of that size is hardly written by hand, and a stranger's broken
/// links must not cost minutes.
constexpr std::size_t max_compared = 500;

/// An address as folder and name: `/a/b/` is `b` in `/a/`.
struct Parts {
  std::string_view folder;
  std::string_view name;
};

Parts parts_of(std::string_view address) {
  if (address.size() > 1 && address.ends_with('/')) {
    address.remove_suffix(1);
  }
  const std::size_t slash = address.rfind('/');
  return {address.substr(0, slash + 1), address.substr(slash + 1)};
}

std::size_t common_folders(std::string_view left, std::string_view right) {
  const auto [end, other] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(std::count(left.begin(), end, '/'));
}

/// The candidate that shares the most folders with the address; nothing if several do.
std::optional<std::string_view> standing_out(std::string_view address,
                                             const std::vector<std::string_view>& candidates) {
  std::optional<std::string_view> best;
  std::size_t most = 0;
  bool tie = false;
  for (const std::string_view candidate : candidates) {
    const std::size_t common = common_folders(address, candidate);
    if (!best.has_value() || common > most) {
      best = candidate;
      most = common;
      tie = false;
    } else {
      tie = tie || common == most;
    }
  }
  return tie ? std::nullopt : best;
}

bool counts_in_id(char byte) { return is_letter(byte) || is_digit(byte) || is_beyond_ascii(byte); }

/// Letters and digits in lower case: what stays of an id when people write it from memory.
std::string bare(std::string_view id) {
  std::string letters;
  for (const char byte : id) {
    if (counts_in_id(byte)) {
      letters += to_lower_ascii(byte);
    }
  }
  return letters;
}

/// Whether `bare(id)` is `letters`; ids are many, so this makes no text of each.
bool is_bare_form_of(std::string_view letters, std::string_view id) {
  if (id.size() < letters.size()) {
    return false;
  }
  std::size_t at = 0;
  for (const char byte : id) {
    if (counts_in_id(byte)) {
      if (at == letters.size() || letters[at] != to_lower_ascii(byte)) {
        return false;
      }
      ++at;
    }
  }
  return at == letters.size();
}

}  // namespace

Nearby::Nearby(const Site& site) {
  for (const SitePage& page : site.pages()) {
    if (page.published && page.address.size() > 1) {
      const Parts parts = parts_of(page.address);
      pages_by_name_[parts.name].push_back(page.address);
      pages_by_folder_[parts.folder].push_back(page.address);
    }
  }
  for (const std::string& address : site.files()) {
    const Parts parts = parts_of(address);
    files_by_name_[parts.name].push_back(address);
    files_by_folder_[parts.folder].push_back(address);
  }
  // A site keeps its files in no order.
  for (auto* addresses : {&files_by_name_, &files_by_folder_}) {
    for (auto& [key, list] : *addresses) {
      std::sort(list.begin(), list.end());
    }
  }
}

std::optional<std::string> Nearby::page(std::string_view address) const {
  return find(address, pages_by_name_, pages_by_folder_);
}

std::optional<std::string> Nearby::file(std::string_view address) const {
  return find(address, files_by_name_, files_by_folder_);
}

std::optional<std::string> Nearby::find(std::string_view address,
                                        const std::unordered_map<std::string_view, Addresses>& by_name,
                                        const std::unordered_map<std::string_view, Addresses>& by_folder) {
  const Parts wanted = parts_of(address);
  if (const auto same = by_name.find(wanted.name); same != by_name.end()) {
    if (const auto best = standing_out(address, same->second)) {
      return std::string(*best);
    }
  }
  const auto siblings = by_folder.find(wanted.folder);
  if (siblings == by_folder.end() || siblings->second.size() > max_compared) {
    return std::nullopt;
  }
  std::vector<std::string_view> names;
  for (const std::string_view sibling : siblings->second) {
    names.push_back(parts_of(sibling).name);
  }
  const auto near = nearest(wanted.name, names);
  if (!near.has_value()) {
    return std::nullopt;
  }
  const auto index = std::find(names.begin(), names.end(), *near) - names.begin();
  return std::string(siblings->second[static_cast<std::size_t>(index)]);
}

std::optional<std::string> nearest_anchor(const Site& site, const SitePage& page, std::string_view fragment) {
  const auto& anchors = site.anchors(page).ordered();
  const std::string wanted = bare(fragment);
  if (anchors.size() > max_compared) {
    return std::nullopt;
  }
  const auto same =
      wanted.empty() ? anchors.end() : std::find_if(anchors.begin(), anchors.end(), [&](std::string_view anchor) {
        return is_bare_form_of(wanted, anchor);
      });
  if (same != anchors.end()) {
    return std::string(*same);
  }
  const auto near = nearest(fragment, anchors);
  return near.has_value() ? std::optional(std::string(*near)) : std::nullopt;
}

}  // namespace macrolint
