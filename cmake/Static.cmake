# The target macrolint_static: the same objects as the program's, linked once more with archives, so that the result
# needs no library of the system that it runs on. Position-independent all the same, for the sake of address space
# layout randomization: what it reads comes from strangers.
set(MACROLINT_ARCHIVES ${CMAKE_CURRENT_BINARY_DIR}/archives CACHE PATH "Where `ci/archives` put what Debian lacks")

find_library(MD4C_ARCHIVE libmd4c.a HINTS ${MACROLINT_ARCHIVES})
if(NOT MD4C_ARCHIVE)
  message(FATAL_ERROR "There is no libmd4c.a. Run `ci/archives ${MACROLINT_ARCHIVES}`, which makes it of Debian's "
                      "source package, or name its folder with -DMACROLINT_ARCHIVES=FOLDER.")
endif()

add_executable(macrolint_static src/main.cpp cmake/static/fmt.cpp cmake/static/tomlplusplus.cpp
                                cmake/static/local_git.cpp cmake/static/late_library.cpp
                                cmake/static/no_network.cpp)
set_source_files_properties(cmake/static/fmt.cpp PROPERTIES COMPILE_OPTIONS -fkeep-inline-functions)
set_target_properties(macrolint_static PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/static
                                                  OUTPUT_NAME macrolint)
target_include_directories(macrolint_static PRIVATE src)
target_compile_options(macrolint_static PRIVATE -fPIE)
target_compile_definitions(macrolint_static PRIVATE $<TARGET_PROPERTY:macrolint_core,INTERFACE_COMPILE_DEFINITIONS>)
# By file and by name, not as CMake's targets: those stand for the shared libraries.
add_dependencies(macrolint_static macrolint_core)
target_link_libraries(
  macrolint_static
  PRIVATE -static-pie -s $<TARGET_FILE:macrolint_core> -l:libjemalloc_pic.a -lyaml-cpp ${MD4C_ARCHIVE} -lre2 -lgumbo -lutf8proc -lxxhash
          -lpugixml -lsqlite3 -lm -lgit2 -lmbedcrypto -lhttp_parser -lpcre2-8 -lz Threads::Threads)
set_property(TARGET macrolint_static APPEND PROPERTY LINK_DEPENDS $<TARGET_FILE:macrolint_core>)
