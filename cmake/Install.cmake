# What `cmake --install` and `cpack` put where. The component `program` is the program with shared libraries, `static`
# the one without, `support` what belongs to both; `debian` and `elsewhere` differ by the customs of the system.
include(GNUInstallDirs)

# Nobody needs the tests to install the program, or to pack it.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(generated ${CMAKE_CURRENT_BINARY_DIR}/generated)
find_program(GZIP gzip REQUIRED)

# The program itself says what its command line is.
set(shell_files ${generated}/macrolint.1.gz ${generated}/changelog.gz)
add_custom_command(
  OUTPUT ${generated}/macrolint.1.gz ${generated}/changelog.gz
  COMMAND $<TARGET_FILE:macrolint> manual > ${generated}/macrolint.1
  COMMAND ${GZIP} -9nf ${generated}/macrolint.1
  COMMAND ${GZIP} -9nc ${generated}/changelog > ${generated}/changelog.gz
  DEPENDS macrolint ${generated}/changelog
  VERBATIM)
foreach(shell bash zsh fish)
  list(APPEND shell_files ${generated}/completions.${shell})
  add_custom_command(
    OUTPUT ${generated}/completions.${shell}
    COMMAND $<TARGET_FILE:macrolint> completions ${shell} > ${generated}/completions.${shell}
    DEPENDS macrolint
    VERBATIM)
endforeach()

# The licences of what is part of a program: of header-only libraries, and in the static one of all others, too.
set(header_packages libcli11-dev libfmt-dev nlohmann-json3-dev libspdlog-dev libtomlplusplus-dev libvalijson-dev
    libkainjow-mustache-dev libflatbuffers-dev)
set(archive_packages
    libyaml-cpp-dev libmd4c-dev libre2-dev libgumbo-dev libutf8proc-dev libxxhash-dev libpugixml-dev libsqlite3-dev libgit2-dev libjemalloc-dev
    libmbedtls-dev libhttp-parser-dev libpcre2-dev zlib1g-dev libc6-dev libstdc++-12-dev)
set(licence_folder ${CMAKE_CURRENT_SOURCE_DIR}/cmake)
foreach(kind header archive)
  add_custom_command(
    OUTPUT ${generated}/${kind}.licences
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${generated}/licences-${kind} "-DPACKAGES=${${kind}_packages}"
            -P ${licence_folder}/Licences.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${generated}/${kind}.licences
    DEPENDS ${licence_folder}/Licences.cmake
    VERBATIM)
  list(APPEND shell_files ${generated}/${kind}.licences)
endforeach()
add_custom_target(installed_files ALL DEPENDS ${shell_files})

# Debian's form of LICENSE, whose third line names the holder.
file(READ LICENSE licence)
string(REGEX MATCH "Copyright \\(c\\) ([^\n]+)" _ "${licence}")
set(MACROLINT_COPYRIGHT ${CMAKE_MATCH_1})
string(REGEX REPLACE "^.*Copyright [^\n]+\n\n" "" licence "${licence}")
string(REGEX REPLACE "\n+$" "" licence "${licence}")
string(REPLACE "\n\n" "\n.\n" licence "${licence}")
string(REPLACE "\n" "\n " MACROLINT_LICENCE " ${licence}")
configure_file(cmake/debian/copyright ${generated}/copyright @ONLY)
string(TIMESTAMP MACROLINT_DATE "%a, %d %b %Y 00:00:00 +0000" UTC)
configure_file(cmake/debian/changelog ${generated}/changelog @ONLY)

set(doc ${CMAKE_INSTALL_DATADIR}/doc/macrolint)
# With the pictures that they show.
file(GLOB pages CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/docs/*.md ${CMAKE_CURRENT_SOURCE_DIR}/docs/*.png)
install(TARGETS macrolint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${schemas} DESTINATION ${CMAKE_INSTALL_DATADIR}/macrolint/schemas COMPONENT support)
install(FILES ${generated}/macrolint.1.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/man/man1 COMPONENT support)
install(FILES ${generated}/completions.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME macrolint COMPONENT support)
install(FILES ${generated}/completions.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        RENAME macrolint.fish COMPONENT support)
install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${doc} COMPONENT support)
install(FILES ${pages} DESTINATION ${doc}/docs COMPONENT support)
install(DIRECTORY ${generated}/licences-header/ DESTINATION ${doc}/licences COMPONENT support)

install(FILES ${generated}/completions.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
        RENAME _macrolint COMPONENT elsewhere)
install(FILES ${generated}/completions.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
        RENAME _macrolint COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES ${generated}/copyright ${generated}/changelog.gz DESTINATION ${doc} COMPONENT debian EXCLUDE_FROM_ALL)

if(MACROLINT_STATIC)
  install(TARGETS macrolint_static RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT static EXCLUDE_FROM_ALL)
  install(DIRECTORY ${generated}/licences-archive/ DESTINATION ${doc}/licences COMPONENT static EXCLUDE_FROM_ALL)
endif()
