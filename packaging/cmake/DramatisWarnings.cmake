# SPDX-License-Identifier: GPL-3.0-or-later
# dramatis_warnings: what every target of ours is compiled with.
# dramatis_core_warnings: stricter about conversions, for core.
add_library(dramatis_warnings INTERFACE)
target_compile_options(dramatis_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  -Wcast-align -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
  -Werror=unused-result -Werror=switch
  -ffp-contract=off # one rounding everywhere: the rim of a ball must agree with itself
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${DRAMATIS_WERROR}>:-Werror>)
target_compile_definitions(dramatis_warnings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 EIGEN_MPL2_ONLY
  $<$<BOOL:${DRAMATIS_ASSERTS}>:QT_FORCE_ASSERTS>)

add_library(dramatis_core_warnings INTERFACE)
target_compile_options(dramatis_core_warnings INTERFACE -Wconversion -Wsign-conversion)
target_link_libraries(dramatis_core_warnings INTERFACE dramatis_warnings)

if(DRAMATIS_SANITIZE)
  list(JOIN DRAMATIS_SANITIZE "," sanitizers)
  set(symbols -g)
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    set(symbols -gline-tables-only) # what a stack of a finding needs, in half the time
  endif()
  add_compile_options(-fsanitize=${sanitizers} -fno-omit-frame-pointer ${symbols} -O1)
  add_link_options(-fsanitize=${sanitizers})
endif()
