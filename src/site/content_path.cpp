#include "site/content_path.h"

#include <algorithm>
#include <array>

#include "site/unicode.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Those of Hugo's content formats, whether or not a site uses them.
constexpr std::array<std::string_view, 12> content_extensions = {
    ".md", ".mdown", ".markdown", ".html", ".htm", ".org", ".adoc", ".asciidoc", ".ad", ".rst", ".pandoc", ".pdc"};

/// Without the extension of a content file and the name of the language before it. Which languages a site has is in
/// its configuration; English is what it has if that says nothing.
std::string_view without_content_extension(std::string_view path) {
  for (const std::string_view extension : content_extensions) {
    if (path.size() > extension.size() &&
        equals_ignoring_case(path.substr(path.size() - extension.size()), extension)) {
      path.remove_suffix(extension.size());
      path.remove_suffix(path.ends_with(".en") ? std::string_view(".en").size() : 0);
      return path;
    }
  }
  return path;
}

bool stays_in_address(utf8proc_int32_t character) {
  const bool is_kept_punctuation =
      character < 0x80 && std::string_view("./\\_#+~-@").find(static_cast<char>(character)) != std::string_view::npos;
  return is_kept_punctuation || is_letter_or_digit(character) || is_mark(character);
}

/// Lower case of any script, as Go's `strings.ToLower` has it; most paths are plain ASCII.
std::string lowered(std::string text) {
  if (std::none_of(text.begin(), text.end(), is_beyond_ascii)) {
    std::transform(text.begin(), text.end(), text.begin(), to_lower_ascii);
    return text;
  }
  std::string lower;
  for_each_character(text, [&](utf8proc_int32_t character) { append_lower(lower, character); });
  return lower;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Most paths are published as they are.
bool is_published_as_is(std::string_view path) {
  return std::all_of(path.begin(), path.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || is_digit(byte) || byte == '-' || byte == '/' || byte == '_';
  });
}

}  // namespace

std::string lookup_form(std::string text) {
  text = lowered(std::move(text));
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

ContentPath content_path(std::string_view path) {
  ContentPath content;
  std::string_view stem = without_content_extension(path);
  const std::string_view name = file_name(stem);
  if (name == "_index" || name == "index") {
    content.kind = name == "index" ? ContentPath::Kind::leaf : ContentPath::Kind::branch;
    stem = stem.size() == name.size() ? std::string_view() : stem.substr(0, stem.size() - name.size() - 1);
  }
  content.stem = "/";
  content.stem += stem;
  content.key = lookup_form(content.stem);
  return content;
}

std::string page_key(std::string path) {
  if (path.size() > 1 && path.ends_with('/')) {
    path.pop_back();
  }
  path.resize(without_content_extension(path).size());
  for (const std::string_view name : {"/_index", "/index"}) {
    if (path.ends_with(name)) {
      path.resize(path.size() - name.size());
      break;
    }
  }
  return path.empty() ? "/" : lookup_form(std::move(path));
}

std::string published_path(std::string_view path) {
  if (is_published_as_is(path)) {
    return std::string(path);
  }
  std::string published;
  bool hyphen_due = false;
  bool after_hyphen = false;
  for_each_character(path, [&](utf8proc_int32_t character) {
    if (stays_in_address(character)) {
      after_hyphen = character == '-';
      if (hyphen_due && !after_hyphen) {
        published += '-';
      }
      hyphen_due = false;
      append_lower(published, character);
    } else if (!published.empty() && !after_hyphen && character < 0x80 && is_space(static_cast<char>(character))) {
      hyphen_due = true;
    }
  });
  return published;
}

std::string page_address(const ContentPath& path, const PageSettings* settings) {
  if (settings != nullptr && !settings->url.empty() && path.stem != "/") {
    std::string address = settings->url.starts_with('/') ? settings->url : "/" + settings->url;
    const bool is_file = address.find('.') != std::string::npos;
    return address.ends_with('/') || is_file ? address : address + "/";
  }
  std::string stem = path.stem;
  if (settings != nullptr && !settings->slug.empty() && path.kind != ContentPath::Kind::branch) {
    stem.resize(stem.rfind('/') + 1);
    stem += settings->slug;
  }
  std::string address = published_path(stem);
  return address.ends_with('/') ? address : address + "/";
}

std::string page_form(std::string_view address) {
  constexpr std::string_view index_name = "index.html";
  if (address.ends_with(index_name) && address.substr(0, address.size() - index_name.size()).ends_with('/')) {
    address.remove_suffix(index_name.size());
  }
  std::string form(address);
  if (!form.ends_with('/')) {
    form += '/';
  }
  return form;
}

std::string resource_key(const ContentPath& bundle, std::string_view name) {
  return bundle.key + "/" + lookup_form(std::string(name));
}

}  // namespace macrolint
