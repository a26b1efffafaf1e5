// SPDX-License-Identifier: GPL-3.0-or-later
//
// Imports generated tables of nobody's making (CSV, JSON lines), whose columns are guessed, and
// prints one JSON line each. Usage: bench_table_import [megabytes [csv|jsonl]] (100). The peak is
// that of the process so far, so of one form alone only where it is named.
#include "tests/bench/generated_file.h"
#include "tests/bench/import_line.h"

#include <QTemporaryDir>

#include <random>
#include <string>

using namespace dramatis;

namespace {

struct Form
{
    const char *name;
    const char *header;
    const char *line; ///< ms since the epoch, latency in ms, service, status, B, client, item
};

constexpr Form kForms[] = {
    {"csv",
     "ts,took_ms,service,status,bytes,client,method,path\n",
     "%1$lld,%2$u.%7$u,service-%3$u,%4$u,%5$u,10.0.%6$u,GET,/item/%7$u\n"},
    {"jsonl",
     "",
     "{\"begin\":%1$lld,\"took_ms\":%2$u.%7$u,\"service\":\"service-%3$u\",\"code\":%4$u,"
     "\"sent\":%5$u,\"client\":\"10.0.%6$u\",\"verb\":\"GET\",\"path\":\"/item/%7$u\"}\n"},
};

// The format attribute cannot see the order of arguments that stand in a table.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

void generate(const Form &form,
              std::int64_t bytes,
              const std::function<void(std::string_view)> &write)
{
    std::mt19937 random(1);
    std::string block = form.header;
    char line[512];
    std::int64_t written = 0;
    for (long long i = 0; written < bytes; ++i) {
        const int size = std::snprintf(line,
                                       sizeof line,
                                       form.line,
                                       1'795'492'800'000 + i * 2,
                                       static_cast<unsigned>(random() % 900),
                                       static_cast<unsigned>(random() % 24),
                                       i % 50 == 0 ? 503U : 200U,
                                       static_cast<unsigned>(random() % 100'000),
                                       static_cast<unsigned>(random() % 250),
                                       static_cast<unsigned>(random() % 5000));
        block.append(line, static_cast<std::size_t>(size));
        written += size;
        if (block.size() > 1 << 20 || written >= bytes) {
            write(block);
            block.clear();
        }
    }
}

#pragma GCC diagnostic pop

} // namespace

int main(int argc, char **argv)
{
    const std::int64_t megabytes = argc > 1 ? std::atoll(argv[1]) : 100;
    const std::string_view only = argc > 2 ? argv[2] : "";
    const QTemporaryDir folder;
    for (const Form &form : kForms) {
        if (!only.empty() && only != form.name)
            continue;
        const QString path =
            folder.filePath(QStringLiteral("table.") + QLatin1StringView(form.name));
        bench::generateFile(path, megabytes * 1'000'000, [&form](auto bytes, const auto &write) {
            generate(form, bytes, write);
        });
        const capture::Imported imported = bench::timedImport(path, form.name);
        if (imported.summary.skipped > 0 || !imported.summary.mapping)
            qFatal("%s: rows were skipped, or it was taken for another format", form.name);
        QFile::remove(path);
    }
    return 0;
}
