// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_device.h"
#include "core/capture/import.h"
#include "tests/core/capture/collecting_sink.h"
#include "tests/core/capture/mutation.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTest>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

struct Seed
{
    const CaptureReader *reader = nullptr;
    QByteArray bytes; ///< decompressed, its beginning
};

/// Zeek, JSON logs, HAR and traces of the public captures; of the many hours of Zeek a few.
std::vector<Seed> publicSeeds()
{
    constexpr qint64 kMostOfASeed = 48 * 1024;
    std::vector<Seed> seeds;
    for (const char *folder : {"zeek/json",
                               "zeek/tsv",
                               "har",
                               "traces",
                               "access-log/nginx-json",
                               "access-log/caddy",
                               "access-log/traefik",
                               "access-log/envoy"}) {
        QDirIterator files(tests::sharedData() + u'/' + QLatin1StringView(folder),
                           {u"*.log"_s, u"*.har"_s, u"*.json"_s, u"*.03*.gz"_s},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const auto detection = detect(path, {});
            auto device = CaptureDevice::open(path);
            if (detection && device)
                seeds.push_back({detection->reader, (*device)->read(kMostOfASeed)});
        }
    }
    return seeds;
}

/// Whether the reader gave an answer that adds up; how many exchanges it gave.
std::uint64_t readAll(const CaptureReader *reader, QByteArray bytes)
{
    static_cast<void>(reader->sniff(bytes, {}));
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    tests::CollectingSink sink;
    NullJobControl job;
    const auto summary = reader->read(device, {}, sink, job);
    if (!summary)
        qFatal("%s", qPrintable(summary.error().toString()));
    if (summary->exchanges != sink.rows.size()
        || summary->records < summary->exchanges + summary->skipped)
        qFatal("the summary does not add up");
    return summary->exchanges;
}

} // namespace

/// No bytes may crash, hang or trip a sanitizer. DRAMATIS_FUZZ_ROUNDS sets how long (each round is
/// one mutant).
class TestJsonFuzz : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        SKIP_WITHOUT_SHARED_DATA();
        m_seeds = publicSeeds();
        QVERIFY(m_seeds.size() > 20);
    }

    void cutsGiveAnAnswer()
    {
        SKIP_WITHOUT_SHARED_DATA();
        std::mt19937 random(3);
        for (const Seed &seed : m_seeds) {
            const std::uint64_t whole = readAll(seed.reader, seed.bytes);
            for (int i = 0; i < 50; ++i) {
                const auto size =
                    static_cast<qsizetype>(random() % static_cast<unsigned>(seed.bytes.size() + 1));
                // Without its server, a client's span counts; so there may be one more a span.
                const std::uint64_t part = readAll(seed.reader, seed.bytes.first(size));
                QVERIFY(part <= whole || seed.reader->id() == u"otlp"
                        || seed.reader->id() == u"jaeger" || seed.reader->id() == u"zipkin");
            }
        }
    }

    void mutantsGiveAnAnswer()
    {
        SKIP_WITHOUT_SHARED_DATA();
        std::mt19937 random(11);
        const int rounds = qEnvironmentVariableIsSet("DRAMATIS_FUZZ_ROUNDS")
                               ? qEnvironmentVariableIntValue("DRAMATIS_FUZZ_ROUNDS")
                               : 4000;
        int gave = 0;
        for (int round = 0; round < rounds; ++round) {
            const Seed &seed = m_seeds[random() % m_seeds.size()];
            QByteArray mutant = tests::mutated(seed.bytes, random);
            if (round % 8 == 0) { // and another format's reader
                const Seed &other = m_seeds[random() % m_seeds.size()];
                readAll(other.reader, mutant);
            }
            gave += readAll(seed.reader, mutant) > 0 ? 1 : 0;
        }
        qInfo("%d of %d mutants gave exchanges", gave, rounds);
        QVERIFY(gave > rounds / 4);
    }

private:
    std::vector<Seed> m_seeds;
};

QTEST_GUILESS_MAIN(TestJsonFuzz)
#include "tst_json_fuzz.moc"
