# pki_target_options(<target>)
#
# The warnings of all our code; errors with PKI_WERROR. Under the sanitizers the optimiser does less: it takes half the
# time, and their reports name every line.
function(pki_target_options target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wswitch-enum
    $<$<BOOL:${PKI_WERROR}>:-Werror>
    "$<$<BOOL:${PKI_SANITIZE}>:-O1;-g1>")
endfunction()

# pki_add_layer(<name>
#   SOURCES reader.cpp ...      relative to the layer's folder
#   HEADERS reader.h ...        the same; included as "<name>/reader.h"
#   LINKS base ...              the layers that this one may include
#   PRIVATE_LINKS target ...    third parties that no header of this layer shows
#   PUBLIC_LINKS target ...)    third parties that its headers do show
#
# Makes the static library pki_<name> (alias pki::<name>), compiled without exceptions. A layer without SOURCES is an
# interface library.
function(pki_add_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;LINKS;PRIVATE_LINKS;PUBLIC_LINKS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "pki_add_layer(${name}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()

  set(target pki_${name})
  set(links ${arg_LINKS})
  list(TRANSFORM links PREPEND pki_)
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    pki_target_options(${target})
    target_compile_options(${target} PRIVATE -fno-exceptions)
    target_link_libraries(${target} PRIVATE ${arg_PRIVATE_LINKS})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(pki::${name} ALIAS ${target})
  target_sources(${target} ${scope}
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/core" FILES ${arg_HEADERS})
  target_link_libraries(${target} ${scope} ${links} ${arg_PUBLIC_LINKS})
endfunction()
