# `cpack` makes a .deb of the program with shared libraries and, with MACROLINT_STATIC, a tarball of the other one.
set(CPACK_GENERATOR DEB)
if(MACROLINT_STATIC)
  list(APPEND CPACK_GENERATOR TGZ)
endif()
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/cmake/PackageComponents.cmake)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGE_NAME macrolint)
set(CPACK_PACKAGE_CONTACT "The macrolint authors <packages@macrolint.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "checks Zendesk macros against workflow documents")
set(CPACK_PACKAGE_DESCRIPTION
    "Support teams keep their Zendesk macros as files in git, and the pages that
say when to send which macro in another repository. macrolint reads both and
reports what is broken or no longer fits: references, links, inboxes, claims
and quotes.")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
list(JOIN LATE_PACKAGES ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS ca-certificates)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS git)

set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
string(TOLOWER ${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR} system)
set(CPACK_PACKAGE_FILE_NAME macrolint-${PROJECT_VERSION}-${system})
include(CPack)
