#include "macro/text_view.h"

#include <algorithm>
#include <string>

namespace macrolint {

Place TextView::place(Span span) const {
  constexpr std::uint32_t longest_escape = 10;
  if (!span.empty() && source->text[span.begin] != text[span.begin - offset]) {
    const std::uint32_t first = span.begin - std::min(span.begin - offset, longest_escape);
    const std::size_t backslash = std::string_view(source->text).rfind('\\', span.begin);
    span.begin =
        backslash != std::string::npos && backslash >= first ? static_cast<std::uint32_t>(backslash) : span.begin;
  }
  return {source, span};
}

std::vector<TextView> texts_of(const Macro& macro) {
  std::vector<TextView> views;
  for (const MacroText& text : macro.texts) {
    views.push_back({text.document.source, text.raw, text.document.body.begin, text.format});
  }
  if (macro.contains_managed_content && macro.managed_content != nullptr) {
    const ManagedContent& managed = *macro.managed_content;
    views.push_back({managed.source, managed.source->slice(managed.document.body), managed.document.body.begin,
                     MacroText::Format::markdown});
  }
  return views;
}

}  // namespace macrolint
