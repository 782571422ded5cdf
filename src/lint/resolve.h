#pragma once

#include "index/project.h"

namespace macrolint {

/// Looks up all references and links of the documents, on up to `jobs` threads; anew if they were looked up before.
void resolve(Project& project, unsigned jobs);

}  // namespace macrolint
