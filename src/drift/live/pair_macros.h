#pragma once

#include "index/project.h"

namespace macrolint {

/// Finds out which macro in Zendesk each macro of a sync repository is: by title, as the sync does, then by the title
/// that it had before; else by a title that differs only in case, spacing and punctuation or, where nothing else has
/// them, by its very words. The snapshots of the project are told. Macros of exports are no repository's.
void pair_live_macros(Project& project);

}  // namespace macrolint
