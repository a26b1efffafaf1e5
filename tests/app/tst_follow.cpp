// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store.h"
#include "tests/app/command_line.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace dramatis;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray line(int number)
{
    const QDateTime time = QDateTime::currentDateTimeUtc();
    return "10.0.0.1 - - ["
           + QLocale::c().toString(time, u"dd/MMM/yyyy:HH:mm:ss +0000"_s).toLatin1() + "] \"GET /a/"
           + QByteArray::number(number) + " HTTP/1.1\" " + (number % 10 == 0 ? "500" : "200")
           + " 512 \"-\" \"curl\"\n";
}

/// `dramatis-cli follow`, as a process that goes on.
class Follow
{
public:
    explicit Follow(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(DRAMATIS_CLI), QStringList{u"follow"_s} + arguments);
        if (!m_process.waitForStarted())
            qFatal("dramatis-cli is not there");
    }

    /// Waits for `text` on standard output or standard error.
    [[nodiscard]] bool says(const QByteArray &text)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < kPatience) {
            take();
            if (m_out.contains(text) || m_err.contains(text))
                return true;
            m_process.waitForReadyRead(50);
        }
        return false;
    }

    Ended end(int signal)
    {
        ::kill(pid_t(m_process.processId()), signal);
        m_process.waitForFinished(kPatience);
        take();
        return {m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1,
                m_out,
                m_err};
    }

private:
    void take()
    {
        m_out += m_process.readAllStandardOutput();
        m_err += m_process.readAllStandardError();
    }

    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

QList<QJsonObject> objectsOf(const QByteArray &lines)
{
    QList<QJsonObject> objects;
    for (const QByteArray &text : lines.split('\n')) {
        if (!text.isEmpty())
            objects.append(QJsonDocument::fromJson(text).object());
    }
    return objects;
}

} // namespace

/// `dramatis-cli follow` as a user meets it.
class TestFollow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void aLogThatIsRotatedWhileItIsFollowed_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("terminated") << SIGTERM;
    }

    void aLogThatIsRotatedWhileItIsFollowed()
    {
        QFETCH(int, signal);
        const QString name = QString::number(signal);
        const QString log = m_folder.filePath(name + u".log"_s);
        const QString file = m_folder.filePath(name + u".dramatis"_s);
        Follow follow({log, u"--project"_s, file, u"--json"_s, u"--window"_s, u"1s"_s});
        QVERIFY(follow.says("is not there yet"));
        for (int i = 0; i < 100; ++i)
            append(log, line(i));
        QVERIFY(follow.says("\"resource\":\"/a\""));
        QVERIFY(QFile::rename(log, log + u".1"_s));
        for (int i = 100; i < 150; ++i)
            append(log, line(i));
        QTest::qWait(4000); // until what was written has closed its windows
        const Ended ended = follow.end(signal);
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        const QList<QJsonObject> objects = objectsOf(ended.out);
        QVERIFY(objects.size() >= 3);
        int exchanges = 0;
        int errors = 0;
        for (const QJsonObject &object : objects) {
            if (object.contains(u"resource"_s)) {
                QCOMPARE(object[u"resource"].toString(), u"/a"_s);
                QCOMPARE(object[u"seconds"].toDouble(), 1.0);
                QVERIFY(object[u"latencyP95"].isNull()); // the log has none
                QVERIFY(!object.contains(u"persona"_s)); // the project has none
                exchanges += object[u"exchanges"].toInt();
                errors += object[u"errors"].toInt();
            }
        }
        QCOMPARE(exchanges, 150);
        QCOMPARE(errors, 15);
        const QJsonObject last = objects.last();
        QVERIFY(last[u"stopped"].toBool());
        QVERIFY(last[u"kept"].toBool());
        QCOMPARE(last[u"exchanges"].toInt(), 150);

        const auto store = project::Store::open(file, project::OpenMode::ReadOnly);
        QVERIFY(store.has_value());
        const auto state = (*store)->load();
        QVERIFY(state.has_value());
        QCOMPARE(state->captures.size(), std::size_t{1});
        QCOMPARE(state->captures.begin()->second.table->size(), std::uint64_t{150});
    }

    void windowsAreToldByThePersonasOfTheProject()
    {
        const QString project = m_folder.filePath(u"personas.dramatis"_s);
        const QString sample =
            QStringLiteral(DRAMATIS_ROOT "/resources/sample/shop-access.log.zst");
        const Ended imported = commandLine({u"import"_s, sample, u"--project"_s, project});
        QVERIFY2(imported.code == 0, qPrintable(imported.told()));
        const Ended found = commandLine({u"personas"_s, u"--project"_s, project});
        QVERIFY2(found.code == 0, qPrintable(found.told()));
        const QString log = m_folder.filePath(u"shop.log"_s);
        const Ended unpacked = runProgram(u"zstd"_s, {u"-dqf"_s, sample, u"-o"_s, log});
        if (unpacked.code != 0)
            QSKIP("zstd is not installed");
        const Ended ended = commandLine({u"follow"_s,
                                         log,
                                         u"--from-start"_s,
                                         u"--project"_s,
                                         project,
                                         u"--json"_s,
                                         u"--duration"_s,
                                         u"5s"_s});
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        int windows = 0;
        int told = 0;
        for (const QJsonObject &object : objectsOf(ended.out)) {
            if (object[u"match"].toString() == u"too few" || !object.contains(u"match"_s))
                continue;
            ++windows;
            told += object[u"match"].toString() == u"persona"
                    && !object[u"persona"].toString().isEmpty();
        }
        QVERIFY(windows > 100);
        QVERIFY2(told >= 0.8 * windows, qPrintable(u"%1 of %2"_s.arg(told).arg(windows)));
        // Another width cannot be told by them.
        const Ended wrong =
            commandLine({u"follow"_s, log, u"--project"_s, project, u"--window"_s, u"17s"_s});
        QCOMPARE(wrong.code, 2);
    }

    void loopbackTraffic()
    {
        const int server = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        QCOMPARE(::bind(server, reinterpret_cast<sockaddr *>(&address), size), 0);
        QCOMPARE(::listen(server, 8), 0);
        QCOMPARE(::getsockname(server, reinterpret_cast<sockaddr *>(&address), &size), 0);
        const QString filter = u"tcp port %1"_s.arg(ntohs(address.sin_port));
        const QStringList watch{u"--interface"_s, u"lo"_s, u"--filter"_s, filter};
        const Ended probe = commandLine(QStringList{u"follow"_s} + watch
                                        + QStringList{u"--duration"_s, u"200ms"_s});
        if (probe.err.contains("setcap")) {
            QCOMPARE(probe.code, 3);
            ::close(server);
            QSKIP("Packets may not be captured here.");
        }
        QVERIFY2(probe.code == 0, qPrintable(probe.told()));
        Follow follow(watch + QStringList{u"--json"_s, u"--window"_s, u"1s"_s});
        QTest::qWait(1500);
        for (int i = 0; i < 20; ++i) {
            const int client = ::socket(AF_INET, SOCK_STREAM, 0);
            QCOMPARE(::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
            const int peer = ::accept(server, nullptr, nullptr);
            const QByteArray request = "GET /live HTTP/1.1\r\nHost: here.example\r\n\r\n";
            const QByteArray answer = "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n";
            char buffer[1024];
            QVERIFY(::send(client, request.data(), std::size_t(request.size()), MSG_NOSIGNAL) > 0);
            QVERIFY(::recv(peer, buffer, sizeof buffer, 0) > 0);
            QVERIFY(::send(peer, answer.data(), std::size_t(answer.size()), MSG_NOSIGNAL) > 0);
            QVERIFY(::recv(client, buffer, sizeof buffer, 0) > 0);
            ::close(client);
            ::close(peer);
        }
        ::close(server);
        QVERIFY(follow.says("\"errors\":"));
        const Ended ended = follow.end(SIGINT);
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        int exchanges = 0;
        int errors = 0;
        for (const QJsonObject &object : objectsOf(ended.out)) {
            // The port may be a client's of other traffic.
            if (!object[u"resource"].toString().endsWith(filter.mid(filter.lastIndexOf(u' ') + 1)))
                continue;
            exchanges += object[u"exchanges"].toInt();
            errors += object[u"errors"].toInt();
        }
        QVERIFY2(exchanges == 20 && errors == 20, qPrintable(ended.told()));
    }

    void wrongUsageIsRefused()
    {
        QCOMPARE(commandLine({u"follow"_s}).code, 2);
        QCOMPARE(commandLine({u"follow"_s, u"a.log"_s, u"--interface"_s, u"lo"_s}).code, 2);
        QCOMPARE(commandLine({u"follow"_s, u"a.log"_s, u"--filter"_s, u"tcp"_s}).code, 2);
        const Ended filter =
            commandLine({u"follow"_s, u"--interface"_s, u"lo"_s, u"--filter"_s, u"tcp prot 80"_s});
        QCOMPARE(filter.code, 2);
        QVERIFY2(filter.err.contains("filter"), qPrintable(filter.told()));
        const Ended folder = commandLine({u"follow"_s, m_folder.path()});
        QCOMPARE(folder.code, 3);
    }
};

QTEST_GUILESS_MAIN(TestFollow)
#include "tst_follow.moc"
