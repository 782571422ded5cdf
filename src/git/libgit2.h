#pragma once

#include <git2.h>

#include "library/late_library.h"

/// The functions of libgit2 that this program calls.
#define MACROLINT_LIBGIT2_FUNCTIONS(DO)   \
  DO(git_blob_free)                       \
  DO(git_blob_lookup)                     \
  DO(git_blob_rawcontent)                 \
  DO(git_blob_rawsize)                    \
  DO(git_commit_free)                     \
  DO(git_commit_id)                       \
  DO(git_commit_lookup)                   \
  DO(git_commit_parent)                   \
  DO(git_commit_parent_id)                \
  DO(git_commit_parentcount)              \
  DO(git_commit_raw_header)               \
  DO(git_commit_time)                     \
  DO(git_commit_tree)                     \
  DO(git_diff_foreach)                    \
  DO(git_diff_free)                       \
  DO(git_diff_get_delta)                  \
  DO(git_diff_num_deltas)                 \
  DO(git_diff_options_init)               \
  DO(git_diff_tree_to_index)              \
  DO(git_diff_tree_to_tree)               \
  DO(git_diff_tree_to_workdir_with_index) \
  DO(git_error_last)                      \
  DO(git_ignore_path_is_ignored)          \
  DO(git_index_free)                      \
  DO(git_index_get_bypath)                \
  DO(git_libgit2_init)                    \
  DO(git_libgit2_shutdown)                \
  DO(git_merge_base)                      \
  DO(git_object_free)                     \
  DO(git_object_id)                       \
  DO(git_object_peel)                     \
  DO(git_odb_free)                        \
  DO(git_odb_read_header)                 \
  DO(git_oid_cmp)                         \
  DO(git_oid_equal)                       \
  DO(git_oid_fmt)                         \
  DO(git_oid_fromstr)                     \
  DO(git_reference_name_to_id)            \
  DO(git_repository_free)                 \
  DO(git_repository_index)                \
  DO(git_repository_is_shallow)           \
  DO(git_repository_odb)                  \
  DO(git_repository_open_ext)             \
  DO(git_repository_workdir)              \
  DO(git_revparse_single)                 \
  DO(git_tree_entry_byindex)              \
  DO(git_tree_entry_bypath)               \
  DO(git_tree_entry_filemode)             \
  DO(git_tree_entry_free)                 \
  DO(git_tree_entry_id)                   \
  DO(git_tree_entry_name)                 \
  DO(git_tree_entry_type)                 \
  DO(git_tree_entrycount)                 \
  DO(git_tree_free)                       \
  DO(git_tree_id)                         \
  DO(git_tree_lookup)

namespace macrolint::git {

inline constinit const LateLibrary library(MACROLINT_LIBGIT2);

MACROLINT_LIBGIT2_FUNCTIONS(MACROLINT_LATE_FUNCTION)

}  // namespace macrolint::git
