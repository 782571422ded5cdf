#include "site/content_path.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Those of Hugo's content formats, whether or not a site uses them.
constexpr std::array<std::string_view, 12> content_extensions = {
    ".md", ".mdown", ".markdown", ".html", ".htm", ".org", ".adoc", ".asciidoc", ".ad", ".rst", ".pandoc", ".pdc"};

std::string_view without_content_extension(std::string_view path) {
  for (const std::string_view extension : content_extensions) {
    if (path.size() > extension.size() &&
        equals_ignoring_case(path.substr(path.size() - extension.size()), extension)) {
      return path.substr(0, path.size() - extension.size());
    }
  }
  return path;
}

bool is_mark_in_paths(utf8proc_int32_t character) {
  return character < 0x80 &&
         std::string_view("./\\_#+~-@").find(static_cast<char>(character)) != std::string_view::npos;
}

bool stays_in_address(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return true;
    default:
      return is_mark_in_paths(character);
  }
}

void append_lower(std::string& text, utf8proc_int32_t character) {
  std::array<utf8proc_uint8_t, 4> encoded{};
  const utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(character), encoded.data());
  text.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size));
}

/// Calls `take` with each character; bytes that are no UTF-8 are passed over.
template <typename Take>
void for_each_character(std::string_view text, const Take& take) {
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                                   static_cast<utf8proc_ssize_t>(text.size() - at), &character);
    if (size > 0) {
      take(character);
    }
    at += static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 1));
  }
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
  content.key = lowered(content.stem);
  std::replace(content.key.begin(), content.key.end(), ' ', '-');
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
  path = lowered(std::move(path));
  std::replace(path.begin(), path.end(), ' ', '-');
  return path.empty() ? "/" : path;
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

}  // namespace macrolint
