#pragma once

#include "document/document.h"
#include "pages_generated.h"

namespace macrolint {

/// Writes down what a page says. The page's source and syntax are part of its key and not written.
[[nodiscard]] flatbuffers::Offset<stored::Page> store(const Document& page, flatbuffers::FlatBufferBuilder& builder);

/// Reads what a page says, whose source and syntax are set; it points into the record. False if the record does not fit
/// its text, such as by a span beyond its end; then the page holds nothing of use. `record` has been verified as a
/// buffer, no more.
[[nodiscard]] bool restore(const stored::Page& record, Document& page);

}  // namespace macrolint
