// toml++ as compiled code for the static program, since Debian has no archive of it: the library documents this way.
#define TOML_HEADER_ONLY 0
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
