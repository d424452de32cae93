# pki_add_tests(<name>
#   SOURCES reader_test.cpp ...
#   LINKS asn1 ...)             layers under test
#
# Makes the Catch2 executable pki_<name>_tests and registers it with CTest: natively each test case is a test of its
# own; as wasm the executable is one test, run by node (starting node for every case would take minutes).
# Tests may throw; the layers that they test were compiled without exceptions.
function(pki_add_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "pki_add_tests(${name}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()

  set(target pki_${name}_tests)
  set(links ${arg_LINKS})
  list(TRANSFORM links PREPEND pki_)
  add_executable(${target} ${arg_SOURCES})
  pki_target_options(${target})
  # The tests' own code runs once: it is worth no optimiser's time, and this halves what they take to compile.
  target_compile_options(${target} PRIVATE "$<IF:$<BOOL:${EMSCRIPTEN}>,-O1;-g0,-O0;-g1>")
  target_link_libraries(${target} PRIVATE ${links} pki_test_support Catch2::Catch2WithMain)

  if(EMSCRIPTEN)
    target_link_options(${target} PRIVATE
      -O1                       # the code is compiled as for the page; optimising it again when linking takes long
      -sENVIRONMENT=node
      -sNODERAWFS=1             # tests read tests/data from the disk
      -sALLOW_MEMORY_GROWTH=1   # some tests parse 10 MB of zeros
      -sSTACK_SIZE=1MB          # Catch2's own frames are deep; the core is tested with its real stack in the page
      -sEXIT_RUNTIME=1)         # so that main's exit status becomes node's, with all output flushed
    add_test(NAME ${name} COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:${target}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT 900)
  else()
    catch_discover_tests(${target} TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST
      PROPERTIES TIMEOUT 300)
  endif()
endfunction()
