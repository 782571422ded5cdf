#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "drift/live/visible_text.h"
#include "macro/macro.h"

namespace macrolint {

/// A text that a macro writes into a ticket, as it really is: with YAML's or JSON's escapes resolved and with the
/// managed content that stands for it.
struct SentText {
  MacroText::Format format = MacroText::Format::text;
  std::string_view text;
  const Action* action = nullptr;
  /// Where it stands; of managed content the whole text, byte for byte.
  Place place;
  bool is_managed = false;
  /// Its links, or null.
  const Document* document = nullptr;
};

/// The comments and the subject of a macro: `comment` and, for channels other than all, `comment channel:web` and so
/// on; `subject`. Nothing for managed content that is missing.
[[nodiscard]] std::map<std::string, SentText> sent_texts(const Macro& macro);

/// What readers see of it; nothing if it is too long to be compared.
[[nodiscard]] std::optional<VisibleText> visible_text_of(const SentText& text);

/// Whether an action writes one of those.
[[nodiscard]] bool sends_text(const Action& action);

}  // namespace macrolint
