# SPDX-License-Identifier: GPL-3.0-or-later

# dramatis_add_module(<name> SOURCES ... [DEPENDS <module>...] [LINK <target>...] [PRIVATE_LINK <target>...])
#
# One folder, one static library, one alias: core/clustering -> dramatis_core_clustering ->
# Dramatis::core_clustering. DEPENDS is the dependency rule itself: tests/architecture checks the
# #includes against it. LINK is part of the interface, PRIVATE_LINK is known to .cpp files only.
function(dramatis_add_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LINK;PRIVATE_LINK")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "dramatis_add_module(${name}): unknown ${arg_UNPARSED_ARGUMENTS}")
  endif()
  set(target dramatis_${name})
  set(depends ${arg_DEPENDS})
  list(TRANSFORM depends PREPEND Dramatis::)
  set(compiled ${arg_SOURCES})
  list(FILTER compiled INCLUDE REGEX "\\.cpp$")
  if(compiled)
    add_library(${target} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    if(name MATCHES "^core_")
      set(warnings dramatis_core_warnings)
    else()
      set(warnings dramatis_warnings)
    endif()
    target_link_libraries(${target} PUBLIC ${depends} ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK} ${warnings})
    set_target_properties(${target} PROPERTIES AUTOMOC ON POSITION_INDEPENDENT_CODE ON)
    # A subfolder is a catalogue (rules/, metrics/, features/): its files repeat the same local names
    # by design, so a unity build compiles them one by one.
    set(catalogue ${compiled})
    list(FILTER catalogue INCLUDE REGEX "/")
    set_source_files_properties(${catalogue} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
    target_link_libraries(${target} INTERFACE ${depends} ${arg_LINK})
  endif()
  add_library(Dramatis::${name} ALIAS ${target})
  target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
  target_compile_features(${target} ${scope} cxx_std_20)
  set_property(GLOBAL APPEND_STRING PROPERTY DRAMATIS_LAYERS "${name}: ${arg_DEPENDS}\n")
  list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  set_property(GLOBAL APPEND PROPERTY DRAMATIS_SOURCES ${arg_SOURCES})
  set_property(GLOBAL APPEND PROPERTY DRAMATIS_MODULES ${name})
endfunction()

# dramatis_add_test(tst_dbscan MODULES core_clustering [LABELS slow] [SOURCES more.cpp] [LINK target...] [TIMEOUT s])
#
# A Qt Test program from tst_dbscan.cpp in this folder. GUI tests run offscreen (the test presets and
# packaging/test set QT_QPA_PLATFORM).
function(dramatis_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "MODULES;LABELS;SOURCES;LINK")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "dramatis_add_test(${name}): unknown ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_executable(${name} ${name}.cpp ${arg_SOURCES})
  list(TRANSFORM arg_MODULES PREPEND Dramatis::)
  target_link_libraries(${name} PRIVATE ${arg_MODULES} Dramatis::tests_support ${arg_LINK} Qt6::Test
                                        dramatis_warnings)
  set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD OFF) # one source, nothing to unite
  target_compile_definitions(${name} PRIVATE
    DRAMATIS_ROOT="${PROJECT_SOURCE_DIR}"
    DRAMATIS_FIXTURES="${PROJECT_SOURCE_DIR}/tests/fixtures")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES
    LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()

# dramatis_add_bench(bench_cut MODULES core_clustering): a benchmark program; not part of ctest's default run.
function(dramatis_add_bench name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "MODULES;LINK")
  add_executable(${name} EXCLUDE_FROM_ALL ${name}.cpp)
  list(TRANSFORM arg_MODULES PREPEND Dramatis::)
  target_link_libraries(${name} PRIVATE ${arg_MODULES} Dramatis::tests_support ${arg_LINK} dramatis_warnings)
  target_compile_definitions(${name} PRIVATE DRAMATIS_ROOT="${PROJECT_SOURCE_DIR}")
  set_property(GLOBAL APPEND PROPERTY DRAMATIS_BENCHES ${name})
endfunction()
