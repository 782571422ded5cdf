#include "site/content_path.h"

#include <algorithm>
#include <array>

#include "link/url.h"
#include "source/characters.h"
#include "source/unicode.h"

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

/// Go's `unicode.IsSpace`.
bool is_white_space(utf8proc_int32_t character) {
  if (character < 0x80) {
    return is_space(static_cast<char>(character));
  }
  const utf8proc_category_t category = utf8proc_category(character);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
         character == 0x85;
}

/// Whether the text begins with what may be the code of a byte, such as `%20`.
bool begins_with_percent_code(std::string_view text) {
  const auto is_hexadecimal = [](char byte) {
    return is_digit(byte) || (to_lower_ascii(byte) >= 'a' && to_lower_ascii(byte) <= 'f');
  };
  return text.size() > 2 && text.front() == '%' && is_hexadecimal(text[1]) && is_hexadecimal(text[2]);
}

/// An address as written in front matter, without empty segments, `.` and `..`.
std::string cleaned(const std::string& url) {
  std::string address = url.starts_with('/') ? url : "/" + url;
  if (address.find("//") != std::string::npos || address.find("/.") != std::string::npos) {
    address = resolved_path("/", without_double_slashes(std::move(address)));
  }
  return address;
}

std::string_view without_hyphens_around(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of('-'), text.size());
  return text.substr(begin, text.find_last_not_of('-') + 1 - begin);
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
    const std::size_t size = std::max(path.size(), name.size()) - name.size();
    if (equals_ignoring_case(std::string_view(path).substr(size), name)) {
      path.resize(size);
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
  std::size_t at = 0;
  for_each_character(path, [&](utf8proc_int32_t character) {
    // The mark is one byte, so that its place in the text is the next one.
    at = character == '%' ? path.find('%', at) + 1 : at;
    if (stays_in_address(character) || (character == '%' && begins_with_percent_code(path.substr(at - 1)))) {
      after_hyphen = character == '-';
      if (hyphen_due && !after_hyphen) {
        published += '-';
      }
      hyphen_due = false;
      append_lower(published, character);
    } else if (!published.empty() && !after_hyphen && is_white_space(character)) {
      hyphen_due = true;
    }
  });
  return published;
}

std::string page_address(const ContentPath& path, const PageSettings* settings) {
  if (settings != nullptr && !settings->url.empty() && path.stem != "/") {
    const bool is_file = settings->url.find('.') != std::string::npos;
    std::string address = cleaned(settings->url);
    address += address.ends_with('/') || is_file ? "" : "/";
    // Only pages may have any address; those of sections are written as all others.
    return path.kind == ContentPath::Kind::branch ? published_path(address) : address;
  }
  std::string stem = path.stem;
  if (settings != nullptr && path.kind != ContentPath::Kind::branch) {
    if (const std::string_view slug = without_hyphens_around(settings->slug); !slug.empty()) {
      stem.resize(stem.rfind('/') + 1);
      stem += slug;
    }
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
