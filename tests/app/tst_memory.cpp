// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/bench/generated_access_log.h"
#include "tests/bench/generated_file.h"
#include "tests/bench/generated_named_logs.h"
#include "tests/bench/generated_packets.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace dramatis;
using namespace Qt::StringLiterals;

namespace {

/// What the process may have for data: its heap and the stacks of its threads. The system refuses
/// more (RLIMIT_DATA), so a program that needs it fails.
constexpr std::int64_t kGivenBytes = 64'000'000;
constexpr std::int64_t kCaptureBytes = 10 * kGivenBytes;

} // namespace

/// A capture ten times as large as the memory that the program is given, read into a project.
class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void tenTimesTheMemoryIsRead_data()
    {
        QTest::addColumn<bench::Generator>("generate");
        QTest::newRow("access log") << bench::Generator(bench::generateAccessLog);
        QTest::newRow("JSON log") << bench::Generator([](auto bytes, const auto &write) {
            bench::generateNamedLog(bench::kNamedLogs[0], bytes, write);
        });
        QTest::newRow("packets") << bench::Generator(bench::generatePackets);
    }
    void tenTimesTheMemoryIsRead()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("A sanitizer needs more memory than the program.");
#endif
        QFETCH(bench::Generator, generate);
        const QTemporaryDir folder;
        const QString project = folder.filePath(u"large.dramatis"_s);
        QProcess process;
        process.setChildProcessModifier([] {
            const rlimit limit{kGivenBytes, kGivenBytes};
            setrlimit(RLIMIT_DATA, &limit);
        });
        process.start(QStringLiteral(DRAMATIS_CLI),
                      {u"import"_s, u"--json"_s, u"--project"_s, project, u"-"_s});
        QVERIFY(process.waitForStarted());
        std::int64_t written = 0;
        generate(kCaptureBytes, [&process, &written](std::string_view block) {
            if (process.state() != QProcess::Running)
                return;
            written += process.write(block.data(), static_cast<qint64>(block.size()));
            while (process.bytesToWrite() > 0 && process.waitForBytesWritten(60'000)) {
            }
        });
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(500'000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 said.right(2000).constData());
        QVERIFY(written >= kCaptureBytes);
        const QJsonObject summary =
            QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        qInfo("%.2f GB, %.0f exchanges, with %.0f MB for data; a project of %.0f MB",
              static_cast<double>(written) * 1e-9,
              summary[u"exchanges"].toDouble(),
              static_cast<double>(kGivenBytes) * 1e-6,
              static_cast<double>(QFileInfo(project).size()) * 1e-6);
        QVERIFY(summary[u"exchanges"].toDouble() > 100'000);
        QCOMPARE(summary[u"skipped"].toObject()[u"count"].toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
