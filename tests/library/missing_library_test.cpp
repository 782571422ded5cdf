#include "library/missing_library.h"

#include "catch.h"

namespace macrolint {

TEST_CASE("Debian's package of a shared library follows from the library's file") {
  struct Row {
    const char* file;
    const char* package;
  };
  const Row rows[] = {
      {"libcurl.so.4", "libcurl4"},
      {"libgit2.so.1.5", "libgit2-1.5"},
      {"libsqlite3.so.0", "libsqlite3-0"},
      {"libGL.so.1", "libgl1"},
      {"libcurl", "libcurl"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CHECK(debian_package_of(row.file) == row.package);
  }
}

TEST_CASE("A missing library is named, with what follows and what to do") {
  CHECK(missing_library("libcurl.so.4", "`--online` is not possible") ==
        "The library `libcurl.so.4` is missing on this machine, so `--online` is not possible. Install it; Debian has "
        "it in the package `libcurl4`.");
}

}  // namespace macrolint
