#include "cli/run.h"

// The settings of jemalloc, see its manual. A run takes tens of megabytes and keeps them to its end: in large pages of
// the system, that is a hundred requests for memory instead of tens of thousands. Threads keep what they free for
// themselves, up to blocks of 128 kB, so that one arena is enough for all and little is left over in it.
extern "C" {
const char* malloc_conf = "thp:always,narenas:1,lg_tcache_max:17";
}

int main(int argument_count, char** arguments) { return macrolint::cli::run(argument_count, arguments); }
