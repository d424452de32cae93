# Settings for the whole build, ours and third parties': language, build type, sanitizers, compiler cache.
# Warnings and the ban on exceptions are per target: PkiLayer.cmake.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Each header of each layer must compile alone: the target all_verify_interface_header_sets proves it.
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)

# As wasm without debug information: with it, the linker leaves out most of its optimisations.
set(default_build_type RelWithDebInfo)
if(EMSCRIPTEN)
  set(default_build_type Release)
endif()
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE ${default_build_type} CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

# Paths in assertions and debug information are relative to the checkout: builds are reproducible, and the compiler
# cache serves all checkouts. (The cache hands the compiler paths relative to the build folder, hence the second map.)
file(RELATIVE_PATH up "${CMAKE_BINARY_DIR}" "${CMAKE_SOURCE_DIR}")
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" "-fmacro-prefix-map=${up}=")

if(PKI_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${sanitizers})
  add_link_options(${sanitizers})
endif()

if(PKI_CCACHE)
  find_program(PKI_CCACHE_PROGRAM ccache)
  mark_as_advanced(PKI_CCACHE_PROGRAM)
  if(PKI_CCACHE_PROGRAM)
    set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "${PKI_CCACHE_PROGRAM}")
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  endif()
endif()

# Where downloads are kept, shared by all checkouts.
if(DEFINED ENV{XDG_CACHE_HOME})
  set(PKI_CACHE_DIR "$ENV{XDG_CACHE_HOME}/pki-workbench")
else()
  set(PKI_CACHE_DIR "$ENV{HOME}/.cache/pki-workbench")
endif()
