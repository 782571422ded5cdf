#pragma once

#include "document/document.h"
#include "source/source.h"

namespace macrolint {

/// Makes a link of an address that stands in the text. `inner` is what md4c took for the address; without `<…>` it
/// lets one run through a bracket that it does not open and through the border of a table's cell, which is cut off.
void make_autolink(const Source& source, Span inner, Link& link);

}  // namespace macrolint
