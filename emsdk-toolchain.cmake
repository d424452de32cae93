# The CMake toolchain file for WebAssembly:
#
#   cmake -B build/wasm32 -DCMAKE_TOOLCHAIN_FILE=emsdk-toolchain.cmake
#
# Finds Emscripten in this order, the first that is new enough:
#   1. $EMSDK, an emsdk that is installed and activated;
#   2. em++ on the PATH;
#   3. the private one in the cache folder, which .ci/setup/emscripten puts there (./run and ./test call it).
# `cmake -DPKI_EMSCRIPTEN_PROBE=ON -P emsdk-toolchain.cmake` prints where it is, or fails.
set(_pki_wanted 3.1.60)

# Sets <result> to <root> when that is the root of an Emscripten that is new enough, else adds why not to _pki_seen.
function(_pki_try root result)
  set(version_file "${root}/emscripten-version.txt")
  if(NOT EXISTS "${version_file}" OR NOT EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
    set(_pki_seen "${_pki_seen}\n  ${root}: no Emscripten there" PARENT_SCOPE)
    return()
  endif()
  file(STRINGS "${version_file}" version LIMIT_COUNT 1)
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" version "${version}")
  if(version VERSION_LESS _pki_wanted)
    set(_pki_seen "${_pki_seen}\n  ${root}: version ${version}, older than ${_pki_wanted}" PARENT_SCOPE)
  else()
    set(${result} "${root}" PARENT_SCOPE)
  endif()
endfunction()

function(_pki_find_emscripten result)
  set(_pki_seen "")
  set(root "")
  if(DEFINED ENV{EMSDK})
    _pki_try("$ENV{EMSDK}/upstream/emscripten" root)
  endif()
  if(NOT root)
    find_program(_pki_empp em++ NO_CACHE)
    if(_pki_empp)
      file(REAL_PATH "${_pki_empp}" _pki_empp)
      get_filename_component(folder "${_pki_empp}" DIRECTORY)
      _pki_try("${folder}" root)
    endif()
  endif()
  if(NOT root)
    if(DEFINED ENV{XDG_CACHE_HOME})
      set(cache "$ENV{XDG_CACHE_HOME}/pki-workbench")
    else()
      set(cache "$ENV{HOME}/.cache/pki-workbench")
    endif()
    file(GLOB ready "${cache}/emscripten-*/ready")
    foreach(stamp IN LISTS ready)
      get_filename_component(folder "${stamp}" DIRECTORY)
      _pki_try("${folder}/emscripten" root)
    endforeach()
  endif()
  if(NOT root)
    message(FATAL_ERROR "No Emscripten ${_pki_wanted} or newer was found.${_pki_seen}\n"
      "Either run .ci/setup/packages and .ci/setup/emscripten (Debian 12; ./run does so by itself),\n"
      "or on Debian 13 and later: apt-get install emscripten,\n"
      "or install an emsdk and set EMSDK: emsdk install latest && emsdk activate latest")
  endif()
  set(${result} "${root}" PARENT_SCOPE)
endfunction()

if(NOT PKI_EMSCRIPTEN_ROOT)
  _pki_find_emscripten(PKI_EMSCRIPTEN_ROOT)
endif()
if(PKI_EMSCRIPTEN_PROBE)
  message("${PKI_EMSCRIPTEN_ROOT}")
  return()
endif()
# CMake reads this file again in its try_compile projects: they get the same Emscripten.
set(PKI_EMSCRIPTEN_ROOT "${PKI_EMSCRIPTEN_ROOT}" CACHE PATH "The Emscripten that compiles")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES PKI_EMSCRIPTEN_ROOT)
include("${PKI_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
