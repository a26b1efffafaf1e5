// SPDX-License-Identifier: GPL-3.0-or-later
//
// Imports generated logs whose fields have names (JSON, Zeek) and prints one JSON line each. Usage:
// bench_import_json [megabytes [format]] (100; GOALS.md speaks of 1000). The peak is that of the
// process so far, so of one format alone only where it is named.
#include "tests/bench/generated_file.h"
#include "tests/bench/generated_named_logs.h"
#include "tests/bench/import_line.h"

#include <QTemporaryDir>

using namespace dramatis;

int main(int argc, char **argv)
{
    const std::int64_t megabytes = argc > 1 ? std::atoll(argv[1]) : 100;
    const std::string_view only = argc > 2 ? argv[2] : "";
    QTemporaryDir folder;
    for (const bench::NamedLog &kind : bench::kNamedLogs) {
        if (!only.empty() && only != kind.format)
            continue;
        const QString path = folder.filePath(QString::fromLatin1(kind.format));
        bench::generateFile(path, megabytes * 1'000'000, [&kind](auto bytes, const auto &write) {
            bench::generateNamedLog(kind, bytes, write);
        });
        const capture::Imported imported = bench::timedImport(path, kind.format);
        if (imported.summary.format != QLatin1StringView(kind.format))
            qFatal("%s was taken for another", kind.format);
        QFile::remove(path);
    }
    return 0;
}
