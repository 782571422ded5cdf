#include "cli/run.h"

int main(int argument_count, char** arguments) { return macrolint::cli::run(argument_count, arguments); }
