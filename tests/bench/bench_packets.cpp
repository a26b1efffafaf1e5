// SPDX-License-Identifier: GPL-3.0-or-later
//
// Imports a generated capture of HTTP/1.1 and prints one JSON line. Usage: bench_packets [megabytes
// [file]] (100; GOALS.md speaks of 1000: 1.65 million packets, 258 thousand requests). With a file
// it is kept there, for the peers.
#include "tests/bench/generated_file.h"
#include "tests/bench/generated_packets.h"
#include "tests/bench/import_line.h"

#include <QTemporaryDir>

using namespace dramatis;

int main(int argc, char **argv)
{
    const std::int64_t megabytes = argc > 1 ? std::atoll(argv[1]) : 100;
    QTemporaryDir folder;
    const QString path = argc > 2 ? QString::fromLocal8Bit(argv[2])
                                  : folder.filePath(QStringLiteral("capture.pcap"));
    if (!QFile::exists(path))
        bench::generateFile(path, megabytes * 1'000'000, bench::generatePackets);
    bench::timedImport(path, "packets");
    return 0;
}
