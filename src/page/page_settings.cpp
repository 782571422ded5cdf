#include "page/page_settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "source/characters.h"
#include "yaml/yaml.h"

namespace macrolint {

namespace {

/// `build` stands for `_build`. The first key with each date wins; Hugo falls back from `publishDate` to
/// `date`.
constexpr std::array<std::string_view, 13> setting_keys = {
    "url",  "slug",       "aliases",       "draft",    "publishdate", "pubdate", "published",
    "date", "expirydate", "unpublishdate", "headless", "build",       "cascade"};

std::string day_of(std::string_view date) {
  constexpr std::size_t size = std::string_view("YYYY-MM-DD").size();
  return date.size() >= size && is_digit(date.front()) ? std::string(date.substr(0, size)) : std::string();
}

bool is_publish_day(std::string_view key) {
  return equals_ignoring_case(key, "publishdate") || equals_ignoring_case(key, "pubdate") ||
         equals_ignoring_case(key, "published");
}

void set(PageSettings& settings, std::string_view key, const std::string& value) {
  if (equals_ignoring_case(key, "url")) {
    settings.url = value;
  } else if (equals_ignoring_case(key, "slug")) {
    settings.slug = value;
  } else if (equals_ignoring_case(key, "draft")) {
    settings.draft = equals_ignoring_case(value, "true");
  } else if (equals_ignoring_case(key, "headless")) {
    settings.headless = equals_ignoring_case(value, "true");
  } else if (is_publish_day(key) || (equals_ignoring_case(key, "date") && settings.publish_day.empty())) {
    settings.publish_day = day_of(value);
  } else if (equals_ignoring_case(key, "expirydate") || equals_ignoring_case(key, "unpublishdate")) {
    settings.expiry_day = day_of(value);
  }
}

/// Hugo's name for it before version 0.145 begins with `_`.
bool is_build(std::string_view key) {
  return equals_ignoring_case(key, "build") || equals_ignoring_case(key, "_build");
}

/// `link` makes an address at which nothing is.
bool is_rendered(std::string_view render) { return render != "never" && render != "false" && render != "link"; }

void read_yaml_build(const yaml::Node& build, PageSettings& settings) {
  for (const auto& [key, value] : build.members) {
    settings.rendered = equals_ignoring_case(key.value, "render") ? is_rendered(value.value) : settings.rendered;
  }
}

/// A cascade for chosen pages only, by `_target`, is left out.
void read_yaml_cascade(const yaml::Node& cascade, PageSettings& settings) {
  std::optional<bool> draft;
  for (const auto& [key, value] : cascade.members) {
    if (equals_ignoring_case(key.value, "draft")) {
      draft = equals_ignoring_case(value.value, "true");
    } else if (equals_ignoring_case(key.value, "_target") || equals_ignoring_case(key.value, "target")) {
      return;
    }
  }
  settings.draft_below = draft.has_value() ? draft : settings.draft_below;
  for (const yaml::Node& item : cascade.items) {
    // Lists in lists are none of Hugo's, and go as deep as they like.
    if (item.items.empty()) {
      read_yaml_cascade(item, settings);
    }
  }
}

/// JSON is YAML in its flow style.
void read_yaml(const Document& page, PageSettings& settings) {
  const yaml::Document parsed = yaml::parse(page.source->text, page.front_matter.content);
  if (!parsed.root.has_value()) {
    return;
  }
  for (const auto& [key, value] : parsed.root->members) {
    if (is_build(key.value)) {
      read_yaml_build(value, settings);
    } else if (equals_ignoring_case(key.value, "cascade")) {
      read_yaml_cascade(value, settings);
    } else if (!equals_ignoring_case(key.value, "aliases")) {
      set(settings, key.value, value.value);
    } else if (value.kind == yaml::Kind::scalar) {
      settings.aliases.push_back(value.value);
    } else {
      for (const yaml::Node& item : value.items) {
        settings.aliases.push_back(item.value);
      }
    }
  }
}

std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) {
    return text->get();
  }
  if (const auto* boolean = node.as_boolean()) {
    return boolean->get() ? "true" : "false";
  }
  std::ostringstream text;
  if (const auto* day = node.as_date()) {
    text << day->get();
  } else if (const auto* time = node.as_date_time()) {
    text << time->get().date;
  }
  return text.str();
}

void read_toml_table(std::string_view key, const toml::table& table, PageSettings& settings) {
  if (is_build(key)) {
    if (const toml::node* render = table.get("render")) {
      settings.rendered = is_rendered(text_of(*render));
    }
  } else if (equals_ignoring_case(key, "cascade") && !table.contains("_target") && !table.contains("target")) {
    if (const toml::node* draft = table.get("draft")) {
      settings.draft_below = equals_ignoring_case(text_of(*draft), "true");
    }
  }
}

void read_toml(const Document& page, PageSettings& settings) {
  try {
    const toml::table table = toml::parse(page.source->slice(page.front_matter.content));
    for (const auto& [key, node] : table) {
      const toml::array* items = node.as_array();
      if (items != nullptr && equals_ignoring_case(key.str(), "aliases")) {
        for (const toml::node& item : *items) {
          settings.aliases.push_back(text_of(item));
        }
      } else if (equals_ignoring_case(key.str(), "aliases")) {
        settings.aliases.push_back(text_of(node));
      } else if (const toml::table* inner = node.as_table()) {
        read_toml_table(key.str(), *inner, settings);
      } else if (items != nullptr) {
        for (const toml::node& item : *items) {
          if (const toml::table* one = item.as_table()) {
            read_toml_table(key.str(), *one, settings);
          }
        }
      } else {
        set(settings, key.str(), text_of(node));
      }
    }
  } catch (const toml::parse_error&) {
    // Hugo cannot build the page; `doc-front-matter` says so.
  }
}

}  // namespace

bool may_have_settings(std::string_view content) {
  for (std::size_t begin = 0; begin < content.size();) {
    std::size_t at = begin;
    while (at < content.size() && !is_letter(content[at]) && content[at] != '\n') {
      ++at;
    }
    const std::size_t key = at;
    while (at < content.size() && is_letter(content[at])) {
      ++at;
    }
    const std::string_view name = content.substr(key, at - key);
    if (name.size() >= 3 && std::any_of(setting_keys.begin(), setting_keys.end(),
                                        [&](std::string_view one) { return equals_ignoring_case(name, one); })) {
      return true;
    }
    const std::size_t end = content.find('\n', at);
    begin = end == std::string_view::npos ? content.size() : end + 1;
  }
  return false;
}

std::optional<PageSettings> read_page_settings(const Document& page) {
  const FrontMatter& front_matter = page.front_matter;
  if (!front_matter.may_have_settings) {
    return std::nullopt;
  }
  PageSettings settings;
  if (front_matter.format == FrontMatter::Format::toml) {
    read_toml(page, settings);
  } else {
    read_yaml(page, settings);
  }
  return settings;
}

}  // namespace macrolint
