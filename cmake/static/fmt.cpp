// fmt as compiled code for the static program: Debian has no libfmt.a. Compiled with -fkeep-inline-functions, the
// functions of the library without compiled code are all there, under the names that the other objects ask for.
#define FMT_HEADER_ONLY
#include <fmt/format.h>
