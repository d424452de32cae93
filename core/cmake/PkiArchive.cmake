# pki_unpack(<name> [PATTERNS glob...])
#
# Unpacks a third party's pinned sources (core/third_party/pins.txt) below the build folder, only the paths that match
# a pattern if there are any, and sets <name>_SOURCE_DIR in the caller. The tarball comes from the cache folder; a
# missing one is fetched first, from Debian's source packages, else from upstream's release. Wherever it came from,
# its SHA-256 must be the pinned one.
function(pki_unpack name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PATTERNS")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/third_party/pins.txt")
  file(STRINGS "${PROJECT_SOURCE_DIR}/core/third_party/pins.txt" pin REGEX "^${name} ")
  string(REGEX REPLACE " +" ";" pin "${pin}")
  list(GET pin 2 file)
  list(GET pin 3 sha256)
  list(GET pin 5 url)

  set(archive "${PKI_CACHE_DIR}/libraries/${file}")
  _pki_archive_is_good("${archive}" ${sha256} good)
  if(NOT good)
    message(STATUS "Fetching ${file}")
    execute_process(COMMAND "${PROJECT_SOURCE_DIR}/.ci/setup/libraries" RESULT_VARIABLE status)
    _pki_archive_is_good("${archive}" ${sha256} good)
  endif()
  if(NOT good)
    message(STATUS "Fetching ${url}")
    file(DOWNLOAD "${url}" "${archive}.part" STATUS status TLS_VERIFY ON INACTIVITY_TIMEOUT 60)
    _pki_archive_is_good("${archive}.part" ${sha256} good)
    if(NOT good)
      message(FATAL_ERROR "Can't fetch ${name} (${status}). Put a file with the SHA-256 ${sha256}, e.g. ${url}, "
        "at ${archive} and start again.")
    endif()
    file(RENAME "${archive}.part" "${archive}")
  endif()

  set(folder "${PROJECT_BINARY_DIR}/_deps/${name}")
  set(stamp "${folder}/.unpacked-${sha256}")
  if(NOT EXISTS "${stamp}")
    file(REMOVE_RECURSE "${folder}")
    file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${folder}" PATTERNS ${arg_PATTERNS})
    file(TOUCH "${stamp}")
  endif()
  # A release tarball holds one folder.
  file(GLOB inner LIST_DIRECTORIES true "${folder}/[a-zA-Z]*")
  set(${name}_SOURCE_DIR "${inner}" PARENT_SCOPE)
endfunction()

function(_pki_archive_is_good path sha256 result)
  set(${result} FALSE PARENT_SCOPE)
  if(EXISTS "${path}")
    file(SHA256 "${path}" found)
    if(found STREQUAL sha256)
      set(${result} TRUE PARENT_SCOPE)
    endif()
  endif()
endfunction()
