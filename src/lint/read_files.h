#pragma once

#include "disk/disk.h"
#include "index/project.h"
#include "lint/find_files.h"
#include "lint/lint.h"
#include "mention/macro_clues.h"

namespace macrolint {

/// Reads and parses all files, several at a time; the project's lists come out in the order of the files. Pages that
/// were parsed before are taken from the cache.
void read_files(const InputFiles& input, const ReadableDisk& disk, const ReadOptions& options, const MacroClues& clues,
                Project& project);

}  // namespace macrolint
