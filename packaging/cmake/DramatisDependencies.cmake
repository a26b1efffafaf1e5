# SPDX-License-Identifier: GPL-3.0-or-later
# Every library of another project that Dramatis links. Debian's names: packaging/dependencies.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Charts Sql Svg PrintSupport Concurrent
                                         LinguistTools Test)
find_package(QCustomPlotQt6 CONFIG REQUIRED) # after Qt6 PrintSupport, which its target needs
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(Boost 1.74 REQUIRED) # headers only: Graph, Math, Random
find_package(SQLite3 REQUIRED)
find_package(zstd CONFIG REQUIRED)
find_package(ZLIB REQUIRED)
find_package(BZip2 REQUIRED)
find_package(LibLZMA REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(tl-expected CONFIG REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(NGHTTP2 REQUIRED IMPORTED_TARGET libnghttp2>=1.50) # ships no CMake package
pkg_check_modules(PCAP REQUIRED IMPORTED_TARGET libpcap>=1.10)
find_package(benchmark CONFIG QUIET) # tests/bench only

# RapidJSON is headers only; its package of Debian names a folder, but no target.
find_path(RAPIDJSON_INCLUDE_DIR rapidjson/reader.h REQUIRED)
add_library(dramatis_rapidjson INTERFACE)
target_include_directories(dramatis_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIR})

# Random123 is headers only and ships no CMake package.
find_path(RANDOM123_INCLUDE_DIR Random123/philox.h REQUIRED)
add_library(dramatis_random123 INTERFACE)
target_include_directories(dramatis_random123 SYSTEM INTERFACE ${RANDOM123_INCLUDE_DIR})
