# Copies the licence files of Debian's PACKAGES to FOLDER, a file for each, as they are asked for with what contains
# these libraries. Packages that are not there are passed over: elsewhere the libraries come from somewhere else.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
foreach(package IN LISTS PACKAGES)
  if(EXISTS /usr/share/doc/${package}/copyright)
    file(READ /usr/share/doc/${package}/copyright text)
    file(WRITE ${FOLDER}/${package} "${text}")
  endif()
endforeach()
