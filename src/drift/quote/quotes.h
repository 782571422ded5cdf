#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "drift/quote/introduction.h"
#include "index/project.h"

namespace macrolint {

/// A part of a page that is introduced as a macro's wording.
struct Quote {
  enum class Form : std::uint8_t { block, code, sentence };

  Form form = Form::block;
  Introduction introduction = Introduction::none;
  /// What names the macro.
  const Reference* reference = nullptr;
  /// Of the page; without quotation marks and the lines of a fence, with the `>` of a block quote.
  Span span;
  /// These bytes, with the marks of a block quote as spaces.
  std::string text;
};

/// The quotes of a page in order.
[[nodiscard]] std::vector<Quote> find_quotes(const Document& page, const std::vector<Passage>& passages,
                                             const std::vector<Reference>& references);

}  // namespace macrolint
