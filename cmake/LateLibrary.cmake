# late_library(TARGET PREFIX MACRO): the sources of TARGET see the headers of the library that pkg_check_modules found
# under PREFIX, and the name of its file as MACRO. It is not linked: src/library/late_library.h loads it when it is
# needed. Appends Debian's package of it to LATE_PACKAGES, since nothing in the program tells that it is needed.
function(late_library target prefix macro)
  list(GET ${prefix}_LINK_LIBRARIES 0 file)
  execute_process(COMMAND ${CMAKE_READELF} -d ${file} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
  if(NOT dynamic MATCHES "SONAME[^[]*\\[([^]]+)\\]")
    message(FATAL_ERROR "${file} is no shared library.")
  endif()
  set(name ${CMAKE_MATCH_1})
  target_include_directories(${target} SYSTEM PUBLIC ${${prefix}_INCLUDE_DIRS})
  target_compile_definitions(${target} PUBLIC ${macro}="${name}")

  find_program(DPKG_QUERY dpkg-query)
  if(DPKG_QUERY)
    get_filename_component(folder ${file} DIRECTORY)
    execute_process(COMMAND ${DPKG_QUERY} -S ${folder}/${name} OUTPUT_VARIABLE owner ERROR_QUIET)
    if(owner MATCHES "^([^:]+):")
      list(APPEND LATE_PACKAGES "${CMAKE_MATCH_1} (>= ${${prefix}_VERSION})")
      set(LATE_PACKAGES ${LATE_PACKAGES} PARENT_SCOPE)
    endif()
  endif()
endfunction()
