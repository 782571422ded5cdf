#include "conformance/shortcode_stubs.h"

#include <array>
#include <filesystem>
#include <string_view>

#include "support/temporary_folder.h"

namespace macrolint::conformance {

namespace {

constexpr std::string_view shows_inner = "{{ .Inner }}";
/// What Hugo's own do matters: they resolve addresses, or show text that is not Markdown any more.
constexpr std::array<std::string_view, 3> built_in = {"ref", "relref", "highlight"};

std::string_view without_spaces(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/// Notes the shortcode of one tag, given the text after `{{<` or `{{%`.
void note_tag(std::string_view tag, std::map<std::string, std::string>& stubs) {
  tag = without_spaces(tag);
  const bool commented_out = tag.substr(0, 2) == "/*";
  const bool closes = !commented_out && !tag.empty() && tag.front() == '/';
  if (closes) {
    tag = without_spaces(tag.substr(1));
  }
  const std::string name(tag.substr(0, tag.find_first_of(" \t\r\n<>%{}\"'`=")));
  if (commented_out || name.empty()) {
    return;
  }
  const std::size_t end = tag.find("}}");
  const bool closes_itself = end != std::string_view::npos && end >= 2 && tag[end - 2] == '/';
  std::string& stub = stubs[name.back() == '/' ? name.substr(0, name.size() - 1) : name];
  if (closes || closes_itself) {
    stub = shows_inner;
  }
}

void note_tags(std::string_view page, std::map<std::string, std::string>& stubs) {
  for (std::size_t at = page.find("{{"); at != std::string_view::npos; at = page.find("{{", at + 1)) {
    if (at + 2 < page.size() && (page[at + 2] == '<' || page[at + 2] == '%')) {
      note_tag(page.substr(at + 3), stubs);
    }
  }
}

}  // namespace

bool may_be_page(const std::filesystem::path& file) {
  const std::filesystem::path extension = file.extension();
  return extension == ".md" || extension == ".markdown" || extension == ".html" || extension == ".htm";
}

std::map<std::string, std::string> shortcode_stubs(const std::string& content_folder) {
  std::map<std::string, std::string> stubs;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(content_folder)) {
    if (entry.is_regular_file() && may_be_page(entry.path())) {
      note_tags(text_of(entry.path().string()), stubs);
    }
  }
  for (const std::string_view name : built_in) {
    stubs.erase(std::string(name));
  }
  return stubs;
}

}  // namespace macrolint::conformance
