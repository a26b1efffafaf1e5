// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_reader.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace dramatis;

/// The fuzz targets are built by clang alone and not with the others, so a reader that none of them
/// runs would not be noticed.
class TestFuzzTargets : public QObject
{
    Q_OBJECT

private slots:
    void everyReaderHasOne()
    {
        QFile file(QStringLiteral(DRAMATIS_ROOT "/tests/fuzz/CMakeLists.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression call(
            QStringLiteral("^dramatis_add_reader_fuzz\\(\\w+([^)]*)\\)"),
            QRegularExpression::MultilineOption);
        static const QRegularExpression space(QStringLiteral("\\s+"));
        QStringList fuzzed;
        for (auto match = call.globalMatch(text); match.hasNext();)
            fuzzed += match.next().captured(1).split(space, Qt::SkipEmptyParts);
        QStringList readers;
        for (const capture::CaptureReader *reader : capture::allFormats())
            readers.append(reader->id());
        fuzzed.sort();
        readers.sort();
        QCOMPARE(fuzzed, readers);
    }
};

QTEST_GUILESS_MAIN(TestFuzzTargets)
#include "tst_fuzz_targets.moc"
