// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "tests/bench/process_usage.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace dramatis;

namespace {

/// Of each file so many beginnings are read. Without DRAMATIS_TRUNCATIONS a few of the files up to
/// kLargest; with it (50 before a release, under the preset asan) so many of all. That takes longer
/// than Qt lets a function: QTEST_FUNCTION_TIMEOUT=7200000.
constexpr int kFew = 2;
constexpr qint64 kLargest = 256 * 1024;
constexpr qint64 kLongestMs = 60'000; ///< under sanitizers on a busy machine
constexpr double kMostMebibytes = 300;

bool isThorough()
{
    return qEnvironmentVariableIsSet("DRAMATIS_TRUNCATIONS");
}

/// Whether the program was built with a sanitizer, which keeps what was freed.
constexpr bool isSanitized()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    return true;
#endif
#endif
    return false;
}

} // namespace

/// Every public capture, whole and cut at random places of what lies on disk: always exchanges or
/// one clear error, never a crash, a hang or memory that grows with the file.
class TestTruncations : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_imports = 0;
    int m_errors = 0;

    void read(const QString &path)
    {
        NullJobControl job;
        QElapsedTimer clock;
        clock.start();
        const auto imported = capture::importCapture({path}, {}, table::makeSpillingStore(), job);
        QVERIFY2(clock.elapsed() < kLongestMs, qPrintable(path));
        ++m_imports;
        if (!imported) {
            ++m_errors;
            QVERIFY(!imported.error().message.isEmpty());
            QVERIFY(imported.error().kind == ErrorKind::Format
                    || imported.error().kind == ErrorKind::Io);
            return;
        }
        const capture::ImportSummary &summary = imported->summary;
        QVERIFY(summary.exchanges > 0);
        QVERIFY(summary.samples.size() <= capture::kMaxSkippedSamples);
        std::uint64_t rows = 0;
        for (const traffic::ChunkInfo &chunk : imported->table->chunks())
            rows += chunk.rows;
        QCOMPARE(rows, summary.exchanges);
    }

private slots:
    void wholeAndCut_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QTest::addColumn<QString>("path");
        QStringList paths;
        QDirIterator files(tests::sharedData(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (const QString path = files.next(); !path.contains(QStringLiteral("/LICENSES/")))
                paths.append(path);
        }
        paths.sort(); // the places of the cuts are the same each time
        for (const QString &path : paths) {
            if (isThorough() || QFileInfo(path).size() <= kLargest)
                QTest::newRow(qPrintable(QDir(tests::sharedData()).relativeFilePath(path))) << path;
        }
    }
    void wholeAndCut()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        read(path);
        std::mt19937_64 random(static_cast<std::uint64_t>(bytes.size()));
        const int cuts = isThorough() ? qEnvironmentVariableIntValue("DRAMATIS_TRUNCATIONS") : kFew;
        for (int i = 0; i < cuts && !QTest::currentTestFailed(); ++i) {
            const auto size =
                static_cast<qsizetype>(random() % static_cast<std::uint64_t>(bytes.size() + 1));
            QFile cut(m_folder.filePath(QStringLiteral("cut")));
            QVERIFY(cut.open(QIODevice::WriteOnly));
            cut.write(bytes.first(size));
            cut.close();
            read(cut.fileName());
            if (QTest::currentTestFailed())
                qWarning("the first %lld bytes of it", static_cast<long long>(size));
        }
    }

    void cleanupTestCase()
    {
        const double peak = bench::peakMebibytes();
        qInfo("%d imports, %d of them an error; peak %.0f MiB", m_imports, m_errors, peak);
        if (!isSanitized())
            QVERIFY(peak < kMostMebibytes);
    }
};

QTEST_GUILESS_MAIN(TestTruncations)
#include "tst_truncations.moc"
