// Version 2 of Catch2 comes without a main function.
#ifdef MACROLINT_CATCH2_NEEDS_MAIN
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
