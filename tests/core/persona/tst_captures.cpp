// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/capture/capture_reader.h"
#include "core/clustering/clusterings.h"
#include "core/persona/persona_json.h"
#include "core/persona/profile.h"
#include "tests/support/approx.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <zstd.h>

using namespace dramatis;
using namespace dramatis::persona;

namespace {

/// From exchanges to personas, as the chain does it.
struct Chain
{
    traffic::ExchangeTablePtr table;
    traffic::WindowTable windows;
    traffic::FeatureMatrix matrix;
    PersonaSet set;

    Chain(QIODevice &device, const QString &format, std::optional<double> width)
    {
        NullJobControl job;
        traffic::ExchangeTableBuilder builder(table::makeSpillingStore());
        const capture::CaptureReader *reader = need(capture::formatFromId(format));
        capture::ReadOptions options;
        options.formatString = format;
        const capture::ImportSummary summary = need(reader->read(device, options, builder, job));
        if (summary.exchanges == 0)
            qFatal("%llu records, and no exchange: %s",
                   static_cast<unsigned long long>(summary.records),
                   summary.samples.isEmpty() ? "" : qPrintable(summary.samples.first().reason));
        table = need(builder.freeze(traffic::ResourceRule::Automatic, job));
        windows = need(traffic::makeWindows(*table, width, job));
        matrix = need(traffic::makeFeatures(windows, {}));
        const auto outcome = need(clustering::cluster(matrix.scaled, {}, job));
        PersonaOptions made;
        made.epsilon = outcome.epsilon;
        made.windowSeconds = windows.widthSeconds;
        set = need(profile(*table, windows, matrix, outcome.clustering, made, FixedClock(0), job));
    }

    template<typename T>
    static T need(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
        return *std::move(result);
    }
};

QByteArray decompressed(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray packed = file.readAll();
    const auto size = static_cast<std::size_t>(packed.size());
    QByteArray plain(static_cast<qsizetype>(ZSTD_getFrameContentSize(packed.constData(), size)),
                     Qt::Uninitialized);
    const std::size_t got = ZSTD_decompress(
        plain.data(), static_cast<std::size_t>(plain.size()), packed.constData(), size);
    return ZSTD_isError(got) ? QByteArray() : plain;
}

QString told(const PersonaSet &set)
{
    QStringList lines;
    for (const Persona &persona : set.personas)
        lines.append(
            QStringLiteral("%1: %2 windows, %3/s, %4 s, errors %5, cv %6, writes %7, %8 B, "
                           "confidence %9")
                .arg(persona.name)
                .arg(persona.windows)
                .arg(persona.requestRate.mean)
                .arg(persona.latencyMean)
                .arg(persona.errors.total)
                .arg(persona.burstiness)
                .arg(persona.writeShare)
                .arg(persona.responseSize.mean)
                .arg(persona.confidence.score));
    return lines.join(u'\n');
}

} // namespace

class TestCaptures : public QObject
{
    Q_OBJECT

private slots:
    /// Facts of the file, counted with other tools (facts.json beside it): 10,000 requests, 2,305
    /// of them to /presentations, 1,959 to /blog; three answers of 500; stamps of whole seconds; no
    /// latency.
    void apacheLog()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFile file(tests::sharedData()
                   + QStringLiteral("/access-log/apache-combined/elastic-apache_logs.log"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Chain chain(file,
                          QStringLiteral("%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" "
                                         "\"%{User-agent}i\""),
                          3600);
        std::map<QString, std::uint64_t> perResource;
        std::uint64_t errors = 0;
        std::uint64_t known = 0;
        double bytes = 0;
        for (const traffic::Window &window : chain.windows.windows) {
            perResource[chain.windows.resources[number(window.resource)]] += window.exchanges;
            errors += window.errors;
            known += window.knownResponseBytes;
            bytes += window.responseBytes;
            if (window.exchanges > 0.2 * 3600)
                QVERIFY(std::isnan(window.gapCv));
        }
        QCOMPARE(perResource[QStringLiteral("/presentations")], std::uint64_t{2305});
        QCOMPARE(perResource[QStringLiteral("/blog")], std::uint64_t{1959});
        QCOMPARE(errors, std::uint64_t{3});
        QCOMPARE(known, std::uint64_t{9331});
        QCOMPARE(bytes, 2747282740.0);

        QStringList leftOut;
        for (const traffic::LeftOut &feature : chain.matrix.leftOut)
            leftOut.append(feature.id);
        for (const char *absent : {"request_size", "latency_p50", "latency_p95", "concurrency"})
            QVERIFY2(leftOut.contains(QLatin1String(absent)), absent);

        std::uint64_t exchanges = chain.set.sparseExchanges + chain.set.noiseExchanges;
        for (const Persona &persona : chain.set.personas)
            exchanges += persona.exchanges;
        QCOMPARE(exchanges, std::uint64_t{10'000});
    }

    /// The recorded shop comes with its answer sheet: which behaviour was played when. Personas
    /// found without it must agree with it.
    void recordedShop()
    {
        const QString folder = QStringLiteral(DRAMATIS_ROOT "/resources/sample/");
        QFile schedule(folder + QStringLiteral("shop-schedule.json"));
        if (!schedule.open(QIODevice::ReadOnly))
            QSKIP("No recorded sample in resources/sample.");
        const QJsonObject answers = QJsonDocument::fromJson(schedule.readAll()).object();
        QByteArray log = decompressed(folder + QStringLiteral("shop-access.log.zst"));
        QVERIFY(!log.isEmpty());
        QBuffer buffer(&log);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const Chain chain(buffer, answers[u"log_format"].toString(), std::nullopt);

        QCOMPARE(chain.windows.widthSeconds, 5.0);
        std::vector<int> played;
        std::vector<int> found;
        std::map<QString, int> numbers;
        std::map<int, std::map<QString, int>> playedOf;
        for (std::size_t row = 0; row < chain.set.labels.size(); ++row) {
            const traffic::Window &window = chain.windows.windows[chain.set.windowOfRow[row]];
            const double time = static_cast<double>(chain.windows.sliceBegin(window.slice)) * 1e-9;
            for (const QJsonValue &value : answers[u"phases"].toArray()) {
                const QJsonObject phase = value.toObject();
                if (time < phase[u"from_epoch"].toDouble() || time >= phase[u"to_epoch"].toDouble())
                    continue;
                const QString name = phase[u"persona"].toString();
                played.push_back(
                    numbers.try_emplace(name, static_cast<int>(numbers.size())).first->second);
                found.push_back(chain.set.labels[row]);
                ++playedOf[chain.set.labels[row]][name];
            }
        }
        const double agreement = adjustedRandIndex(played, found);
        qInfo("agreement with the schedule: %.3f, noise %llu of %llu\n%s",
              agreement,
              static_cast<unsigned long long>(chain.set.noise),
              static_cast<unsigned long long>(chain.set.points),
              qPrintable(told(chain.set)));
        QVERIFY(agreement > 0.8); // noise and a browsing that is split in two cost the rest

        // Each persona is one behaviour, and each behaviour is found.
        QSet<QString> behaviours;
        for (const Persona &persona : chain.set.personas) {
            const std::map<QString, int> &names = playedOf[persona.cluster];
            const auto most = std::max_element(
                names.begin(), names.end(), [](auto &x, auto &y) { return x.second < y.second; });
            behaviours.insert(most->first);
            QVERIFY2(most->second >= 0.98 * static_cast<double>(persona.windows),
                     qPrintable(persona.name));
        }
        QCOMPARE(static_cast<std::size_t>(behaviours.size()), numbers.size());
        for (const char *name :
             {"steady reads", "bursty writes", "slow batch", "crawler-like reads", "overloaded"})
            QVERIFY2(chain.set.find(QLatin1String(name)), name);
    }
};

QTEST_GUILESS_MAIN(TestCaptures)
#include "tst_captures.moc"
