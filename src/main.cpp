#include "cli/run.h"

// The settings of jemalloc, see its manual. A run takes tens of megabytes and keeps them to its end: in large pages of
// the system, that is a hundred requests for memory instead of tens of thousands. Few arenas leave few of them half
// empty.
extern "C" {
const char* malloc_conf = "thp:always,narenas:2";
}

int main(int argument_count, char** arguments) { return macrolint::cli::run(argument_count, arguments); }
