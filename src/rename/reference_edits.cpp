#include "rename/reference_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "index/title_key.h"
#include "link/repository_url.h"
#include "link/url.h"
#include "macro/title_path.h"
#include "rename/link_path.h"

namespace macrolint {

namespace {

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/// White space folded; the marks of a quotation at the beginning of lines count as such.
std::string on_one_line(std::string_view text) {
  std::string result;
  bool line_begins = false;
  for (const char byte : text) {
    const bool counts_as_space = is_space(byte) || (line_begins && byte == '>');
    line_begins = byte == '\n' || (line_begins && counts_as_space);
    if (!counts_as_space) {
      result += byte;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

std::string with_replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

/// Where the definition of a reference has the address, if that stands there as it is meant; empty otherwise.
Span destination_in_definition(const Document& document, const Link& link) {
  const std::string_view text = document.source->slice(document.body);
  for (std::size_t at = text.find(link.url); at != std::string_view::npos; at = text.find(link.url, at + 1)) {
    std::string_view before = text.substr(0, at);
    before.remove_suffix(before.ends_with('<') ? 1 : 0);
    while (before.ends_with(' ')) {
      before.remove_suffix(1);
    }
    const std::string_view behind = text.substr(at + link.url.size());
    if (before.ends_with("]:") && (behind.empty() || behind.front() == '>' || is_space(behind.front()))) {
      const auto begin = document.body.begin + static_cast<std::uint32_t>(at);
      return {begin, begin + static_cast<std::uint32_t>(link.url.size())};
    }
  }
  return {};
}

class ReferenceEditor {
 public:
  ReferenceEditor(const Project& project, const Macro& macro, const std::string& new_title,
                  const std::string& new_path_key)
      : project_(project), macro_(macro), new_title_(new_title), new_path_key_(new_path_key) {
    shares_title_ = std::any_of(project.macros.begin(), project.macros.end(), [&](const Macro& other) {
      return &other != &macro && other.is_usable() && other.title == macro.title;
    });
  }

  ReferenceEdits edit() {
    for (const std::vector<Reference>& references : project_.references) {
      for (const Reference& reference : references) {
        edit_title(reference);
      }
    }
    if (new_path_key_ != macro_.path_key) {
      for (const Document* document : project_.all_documents()) {
        for (const Link& link : document->links) {
          edit_link(*document, link);
        }
      }
    }
    for (auto& [path, edits] : edits_) {
      result_.count += edits.size();
      result_.edits.emplace(path, std::vector<Replacement>(edits.begin(), edits.end()));
    }
    return std::move(result_);
  }

 private:
  struct InOrder {
    bool operator()(const Replacement& left, const Replacement& right) const {
      return std::tie(left.span.begin, left.span.end) < std::tie(right.span.begin, right.span.end);
    }
  };

  void replace(const Place& place, const std::string& text) {
    if (place.source->slice(place.span) != text) {
      edits_[place.source->path].insert({place.span, text});
    }
  }

  void leave(const Place& place, std::string reason) { result_.left.push_back({place, std::move(reason)}); }

  void edit_title(const Reference& reference) {
    const Macro* named = reference.by_title.macro;
    if (named == nullptr || named->title != macro_.title) {
      return;
    }
    const Macro* linked = reference.by_link.macro;
    const bool linked_to_other = linked != nullptr && linked != &macro_ && linked->title == macro_.title;
    if (linked_to_other || (shares_title_ && linked == nullptr)) {
      if (!linked_to_other) {
        leave(reference.place(),
              "a macro of another instance has this title, too, and no link says which one is meant");
      }
      return;
    }
    if (const std::optional<std::string> title = title_for(reference); title && *title != reference.title) {
      write_title(reference, *title);
    }
  }

  /// What to write for the title; nothing if it fits the new one as it is.
  [[nodiscard]] std::optional<std::string> title_for(const Reference& reference) const {
    if (reference.by_title.kind != TitleMatch::Kind::partial) {
      return new_title_;
    }
    // A label that only shares the end of a title may be a description.
    const bool to_the_letter = macro_.title.ends_with("::" + reference.title);
    if (!reference.asserted && !to_the_letter) {
      return std::nullopt;
    }
    std::string part = last_parts(title_parts(reference.title).size());
    return is_free(part) ? part : new_title_;
  }

  [[nodiscard]] std::string last_parts(std::size_t count) const {
    const std::vector<std::string> parts = title_parts(new_title_);
    const std::size_t first = parts.size() - std::min(count, parts.size());
    std::string title;
    for (std::size_t index = first; index < parts.size(); ++index) {
      title += (index == first ? "" : "::") + parts[index];
    }
    return title;
  }

  /// Whether no other macro could be meant by that end of a title.
  [[nodiscard]] bool is_free(const std::string& part) const {
    const std::string key = title_key(part);
    return std::none_of(project_.macros.begin(), project_.macros.end(), [&](const Macro& other) {
      const std::string other_key = &other == &macro_ ? "" : title_key(other.title);
      return other_key == key || other_key.ends_with("::" + key);
    });
  }

  void write_title(const Reference& reference, const std::string& title) {
    Place place = reference.place();
    const std::string_view written = place.source->slice(place.span);
    // Where the mention has marks around the title, the title alone is replaced.
    const std::string with_entities = with_replaced(reference.title, "&", "&amp;");
    for (const std::string& spelling : {reference.title, with_entities}) {
      if (const std::size_t at = written.find(spelling); at != std::string_view::npos) {
        place.span.begin += static_cast<std::uint32_t>(at);
        place.span.end = place.span.begin + static_cast<std::uint32_t>(spelling.size());
        break;
      }
    }
    const std::string line = on_one_line(place.source->slice(place.span));
    const bool breaks_diagram =
        reference.mention->form == Mention::Form::diagram && title.find_first_of("[](){}|\"<>;#") != std::string::npos;
    if (breaks_diagram) {
      leave(place, "the new title has characters that mean something in a diagram");
    } else if (line == reference.title) {
      replace(place, title);
    } else if (line == with_entities) {
      replace(place, with_replaced(title, "&", "&amp;"));
    } else {
      leave(place, "the title is written with marks or escapes");
    }
  }

  void edit_link(const Document& document, const Link& link) {
    const LinkTarget target = project_.macro_index.find_link(link.url);
    if (target.kind != LinkTarget::Kind::file || target.macro != &macro_) {
      return;
    }
    const Span destination = link.destination.empty() ? destination_in_definition(document, link) : link.destination;
    const Place place{document.source, destination.empty() ? link.whole : destination};
    // What is named as it was at one commit is still there.
    if (names_commit(target.reference)) {
      return;
    }
    const std::string new_path = new_path_key_ + target.path.substr(target.path.rfind('.'));
    const std::string_view written = document.source->slice(destination);
    if (auto address = with_other_path(written, target.path, new_path); address && !destination.empty()) {
      replace(place, *address);
    } else if (auto decoded = with_other_path(link.url, target.path, new_path);
               decoded && !destination.empty() && !link.has_shortcode) {
      replace(place, safe_in_destination(*decoded));
    } else {
      leave(place, "the link is written in a way that cannot be changed safely");
    }
  }

  const Project& project_;
  const Macro& macro_;
  const std::string& new_title_;
  const std::string& new_path_key_;
  bool shares_title_ = false;
  std::map<std::string, std::set<Replacement, InOrder>, std::less<>> edits_;
  ReferenceEdits result_;
};

}  // namespace

ReferenceEdits reference_edits(const Project& project, const Macro& macro, const std::string& new_title,
                               const std::string& new_path_key) {
  return ReferenceEditor(project, macro, new_title, new_path_key).edit();
}

}  // namespace macrolint
