// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/live/interface_capture.h"
#include "core/capture/live/live_capture.h"
#include "core/capture/live/log_follower.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <future>
#include <mutex>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 10'000; // ms; far more than anything takes

/// A line of a log that says when it was and what was asked for.
QByteArray line(int number, const char *path = "/a")
{
    const QDateTime time = QDateTime::currentDateTimeUtc();
    return "10.0.0.1 - - ["
           + QLocale::c().toString(time, u"dd/MMM/yyyy:HH:mm:ss +0000"_s).toLatin1() + "] \"GET "
           + path + '/' + QByteArray::number(number) + " HTTP/1.1\" 200 512 \"-\" \"curl\"\n";
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// A follower whose bytes are read in a thread of their own until it is stopped.
class Followed
{
public:
    Followed(const QString &path, bool fromStart)
        : m_follower(path, fromStart, [this] { return m_stopped.load(); })
        , m_thread([this] {
            char block[4096];
            while (true) {
                const qint64 count = m_follower.read(block, sizeof block);
                if (count <= 0)
                    return;
                const std::lock_guard lock(m_mutex);
                m_read.append(block, count);
            }
        })
    {}
    ~Followed() { stop(); }

    void stop()
    {
        m_stopped = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] QByteArray read() const
    {
        const std::lock_guard lock(m_mutex);
        return m_read;
    }
    [[nodiscard]] const LogFollower &follower() const { return m_follower; }
    [[nodiscard]] bool reads(const QByteArray &wanted) const
    {
        return QTest::qWaitFor([&] { return read() == wanted; }, kPatience);
    }
    [[nodiscard]] bool isFollowing() const
    {
        return QTest::qWaitFor([&] { return m_follower.state() == LogFollower::State::Following; },
                               kPatience);
    }

private:
    std::atomic<bool> m_stopped = false;
    LogFollower m_follower;
    mutable std::mutex m_mutex;
    QByteArray m_read;
    std::thread m_thread;
};

class StoppableJob final : public JobControl
{
public:
    bool isCancelled() const noexcept override { return stopped; }
    void report(double, const QString &) override {}
    std::atomic<bool> stopped = false;
};

class Recorder final : public LiveListener
{
public:
    void closed(const traffic::LiveWindow &window) override
    {
        const std::lock_guard lock(m_mutex);
        m_windows.push_back(window);
    }
    void seen(const LiveSnapshot &snapshot) override
    {
        const std::lock_guard lock(m_mutex);
        m_last = snapshot;
        ++m_count;
    }
    [[nodiscard]] LiveSnapshot last() const
    {
        const std::lock_guard lock(m_mutex);
        return m_last;
    }
    [[nodiscard]] int count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }
    [[nodiscard]] std::vector<traffic::LiveWindow> windows() const
    {
        const std::lock_guard lock(m_mutex);
        return m_windows;
    }

private:
    mutable std::mutex m_mutex;
    LiveSnapshot m_last;
    int m_count = 0;
    std::vector<traffic::LiveWindow> m_windows;
};

/// A live capture in a thread of its own.
class Running
{
public:
    Running(LiveSource source, LiveOptions options = {})
        : m_result(std::async(
            std::launch::async, [this, source = std::move(source), options = std::move(options)] {
                return captureLive(
                    source, options, table::makeSpillingStore(), recorder, m_clock, m_job);
            }))
    {}
    ~Running() { m_job.stopped = true; }

    Result<Imported> stop()
    {
        m_job.stopped = true;
        return m_result.get();
    }
    [[nodiscard]] bool sees(std::uint64_t exchanges) const
    {
        return QTest::qWaitFor([&] { return recorder.last().exchanges >= exchanges; }, kPatience);
    }

    Recorder recorder;

private:
    StoppableJob m_job;
    SystemClock m_clock;
    std::future<Result<Imported>> m_result;
};

/// Answers HTTP on a port of the loopback interface, one connection after the other.
class TinyServer
{
public:
    TinyServer()
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_address;
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&m_address), size) != 0
            || ::listen(m_socket, 16) != 0
            || ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&m_address), &size) != 0)
            qFatal("no port on the loopback interface");
        m_thread = std::thread([this] {
            while (true) {
                const int peer = ::accept(m_socket, nullptr, nullptr);
                if (peer < 0)
                    return;
                char request[4096];
                if (::recv(peer, request, sizeof request, 0) > 0) {
                    const std::string answer =
                        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
                    ::send(peer, answer.data(), answer.size(), MSG_NOSIGNAL);
                }
                ::close(peer);
            }
        });
    }
    ~TinyServer()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }
    [[nodiscard]] int port() const { return ntohs(m_address.sin_port); }
    void ask() const
    {
        const int client = ::socket(AF_INET, SOCK_STREAM, 0);
        if (::connect(client, reinterpret_cast<const sockaddr *>(&m_address), sizeof m_address)
            == 0) {
            const std::string request = "GET /hello HTTP/1.1\r\nHost: tiny.example\r\n\r\n";
            ::send(client, request.data(), request.size(), MSG_NOSIGNAL);
            char answer[4096];
            while (::recv(client, answer, sizeof answer, 0) > 0) {
            }
        }
        ::close(client);
    }

private:
    int m_socket = -1;
    sockaddr_in m_address = {};
    std::thread m_thread;
};

} // namespace

class TestLive : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(u"log%1"_s.arg(++m_files)); }

private slots:
    void readsWhatIsThereOrOnlyWhatIsNew_data()
    {
        QTest::addColumn<bool>("fromStart");
        QTest::newRow("from the beginning") << true;
        QTest::newRow("only what is new") << false;
    }

    void readsWhatIsThereOrOnlyWhatIsNew()
    {
        QFETCH(bool, fromStart);
        const QString path = newPath();
        append(path, "old 1\nold 2, begun "); // its end is new, and no line of its own
        Followed log(path, fromStart);
        QVERIFY(log.isFollowing());
        append(path, "and ended\nnew\n");
        QVERIFY2(log.reads(fromStart ? "old 1\nold 2, begun and ended\nnew\n" : "new\n"),
                 log.read().constData());
    }

    void aLineIsReadWhenItsEndArrives()
    {
        const QString path = newPath();
        append(path, "");
        Followed log(path, true);
        append(path, "half a li");
        QTest::qWait(3 * LogFollower::kPollMilliseconds);
        QCOMPARE(log.read(), QByteArray());
        append(path, "ne\nthe next");
        QVERIFY(log.reads("half a line\n"));
        log.stop();
        QCOMPARE(log.read(), QByteArray("half a line\n")); // half a line is none
    }

    void waitsForALogThatComesLate()
    {
        const QString path = newPath();
        Followed log(path, false);
        QTest::qWait(LogFollower::kPollMilliseconds);
        QCOMPARE(log.follower().state(), LogFollower::State::Waiting);
        append(path, "first\n");
        QVERIFY(log.reads("first\n"));
    }

    /// As logrotate does with `create`: the program writes to the old file until it is told.
    void followsARenamedLogToTheNewOne()
    {
        const QString path = newPath();
        append(path, "1\n");
        Followed log(path, true);
        QVERIFY(log.reads("1\n"));
        QFile writer(path);
        QVERIFY(writer.open(QIODevice::Append | QIODevice::Unbuffered));
        QVERIFY(QFile::rename(path, path + u".1"_s));
        append(path, "");
        writer.write("2\n"); // to the file of the old name
        QVERIFY(log.reads("1\n2\n"));
        writer.write("3, never ended");
        append(path, "4\n");
        QVERIFY2(log.reads("1\n2\n3, never ended\n4\n"), log.read().constData());
        QCOMPARE(log.follower().rotations(), 1U);
    }

    void followsALogThatIsRemovedAndMadeAnew()
    {
        const QString path = newPath();
        append(path, "1\n");
        Followed log(path, true);
        QVERIFY(log.reads("1\n"));
        QVERIFY(QFile::remove(path));
        QVERIFY(QTest::qWaitFor(
            [&] { return log.follower().state() == LogFollower::State::Waiting; }, kPatience));
        append(path, "2\n");
        QVERIFY(log.reads("1\n2\n"));
    }

    void followsALogThatIsCutShort()
    {
        const QString path = newPath();
        append(path, "1\n2\n3\nhalf");
        Followed log(path, true);
        QVERIFY(log.reads("1\n2\n3\n"));
        QVERIFY(QFile::resize(path, 0));
        append(path, "4\n");
        QVERIFY2(log.reads("1\n2\n3\n4\n"), log.read().constData());
        QCOMPARE(log.follower().truncations(), 1U);
    }

    /// Ten rotations while a writer never pauses: every line once, in order.
    void losesNothingWhileItRotates()
    {
        const QString path = newPath();
        append(path, "");
        Followed log(path, true);
        QVERIFY(log.isFollowing());
        QByteArray all;
        for (int i = 0; i < 10; ++i) {
            for (int j = 0; j < 200; ++j) {
                const QByteArray text = QByteArray::number(i * 200 + j) + '\n';
                append(path, text);
                all += text;
            }
            QVERIFY(QFile::rename(path, path + u".%1"_s.arg(i)));
            append(path, "");
            QTest::qWait(3 * LogFollower::kPollMilliseconds);
        }
        append(path, "end\n");
        QVERIFY(log.reads(all + "end\n"));
    }

    void whatCannotBeFollowedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("compressed") << QByteArray("\x1f\x8b\x08\x00 and more", 13) << "compressed";
        QTest::newRow("no log") << QByteArray("hello\n").repeated(30) << "known formats";
        QTest::newRow("packets") << QByteArray("\xd4\xc3\xb2\xa1\x02\x00\x04\x00\x00\x00\x00\x00"
                                               "\x00\x00\x00\x00\xff\xff\x00\x00\x01\x00\x00\x00\n",
                                               25)
                                 << "interface";
    }

    void whatCannotBeFollowedIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const QString path = newPath();
        append(path, content);
        Recorder recorder;
        StoppableJob job;
        const auto refused = captureLive(
            {.logs = {path}, .fromStart = true}, {}, nullptr, recorder, SystemClock(), job);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().message.contains(says), qPrintable(refused.error().message));
        const auto folder =
            captureLive({.logs = {m_folder.path()}}, {}, nullptr, recorder, SystemClock(), job);
        QVERIFY(!folder.has_value());
        QVERIFY(folder.error().message.contains(u"folder"_s));
    }

    void aLogGivesACaptureThatIsKept()
    {
        const QString path = newPath();
        append(path, line(0) + line(1));
        Running live({.logs = {path}, .fromStart = true}, {.windowSeconds = 1});
        QVERIFY(live.sees(2));
        append(path, "this is no line of the log\n");
        for (int i = 2; i < 50; ++i)
            append(path, line(i));
        QVERIFY(live.sees(50));
        QVERIFY(QTest::qWaitFor([&] { return !live.recorder.windows().empty(); }, kPatience));
        const LiveSnapshot last = live.recorder.last();
        QCOMPARE(last.skipped, std::uint64_t{1});
        QCOMPARE(last.records, std::uint64_t{51});
        QVERIFY(last.rate > 0);
        QVERIFY(!last.seconds.empty());
        const auto imported = live.stop();
        QVERIFY2(imported.has_value(), imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->table->size(), std::uint64_t{50});
        QCOMPARE(imported->summary.skipped, std::uint64_t{1});
        QCOMPARE(imported->summary.exchanges, std::uint64_t{50});
        QCOMPARE(imported->files.size(), qsizetype{1});
        std::uint32_t inWindows = 0;
        for (const traffic::LiveWindow &window : live.recorder.windows())
            inWindows += window.isWhole ? 0 : window.window.exchanges;
        QCOMPARE(inWindows + live.recorder.last().late, std::uint64_t{50});
    }

    void clientsAreHiddenAsInAnImport()
    {
        const QString path = newPath();
        append(path, line(1) + "10.9.8.7 is no record\n" + line(2));
        LiveOptions options;
        options.import.redaction = traffic::Redaction{QByteArray(16, 'k')};
        Running live({.logs = {path}, .fromStart = true}, options);
        QVERIFY(live.sees(2));
        const auto imported = live.stop();
        QVERIFY2(imported.has_value(), imported ? "" : qPrintable(imported.error().toString()));
        QVERIFY(imported->summary.redacted);
        const table::StringPool &clients = *imported->table->pools().clients;
        QCOMPARE(clients.size(), std::size_t{2}); // none, and the one
        QVERIFY(clients.text(StringId{1}).startsWith(u"h:"));
        QCOMPARE(imported->summary.skipped, std::uint64_t{1});
        QVERIFY(imported->summary.samples.first().text.isEmpty());
        QVERIFY(!imported->files.first().path.contains(u'/'));
    }

    /// The header stands in what is not read.
    void aHeaderIsReadAlsoOfALogThatIsFollowedFromItsEnd()
    {
        const QString path = newPath();
        append(path,
               "#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n"
               "#Fields: date time cs-method cs-uri-stem sc-status time-taken\n"
               "2024-01-01 00:00:00 GET /old 200 5\n");
        Running live({.logs = {path}});
        QVERIFY(QTest::qWaitFor([&] { return live.recorder.count() > 5; }, kPatience));
        append(path, "2024-01-01 00:00:09 GET /new 500 12\n");
        QVERIFY(live.sees(1));
        const auto imported = live.stop();
        QVERIFY2(imported.has_value(), imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->table->size(), std::uint64_t{1});
        NullJobControl job;
        QVERIFY(imported->table->walk(job, [](const traffic::ExchangeChunk &chunk) -> Result<> {
            if (chunk.status[0] != 500 || chunk.latency[0] != 12'000'000)
                return makeError(ErrorKind::Internal, u"not the new line"_s);
            return {};
        }));
    }

    void severalLogsAreOneCapture()
    {
        const QStringList paths{newPath(), newPath()};
        Running live({.logs = paths});
        QVERIFY(QTest::qWaitFor([&] { return live.recorder.last().waitingFor.size() == 2; },
                                kPatience));
        for (int i = 0; i < 20; ++i) {
            append(paths[i % 2], line(i));
            QTest::qWait(5);
        }
        QVERIFY(live.sees(20));
        const auto imported = live.stop();
        QVERIFY(imported.has_value());
        QCOMPARE(imported->table->size(), std::uint64_t{20});
        QCOMPARE(imported->files.size(), qsizetype{2});
    }

    void aLogThatNeverComesGivesNothing()
    {
        Running live({.logs = {newPath()}});
        QVERIFY(
            QTest::qWaitFor([&] { return !live.recorder.last().waitingFor.isEmpty(); }, kPatience));
        const auto imported = live.stop();
        QVERIFY(imported.has_value());
        QVERIFY(!imported->table);
    }

    void snapshotsComeAtMostTenTimesASecond()
    {
        Running live({.logs = {newPath()}});
        QElapsedTimer timer;
        timer.start();
        QTest::qWait(1000);
        QVERIFY(live.recorder.count() <= int(timer.elapsed() / 100) + 1);
        QVERIFY(live.recorder.count() >= 1);
        QVERIFY(live.stop().has_value());
    }

    void wrongRequestsAreRefused()
    {
        Recorder recorder;
        StoppableJob job;
        const auto refused = [&](const LiveSource &source, const LiveOptions &options = {}) {
            const auto result = captureLive(source, options, nullptr, recorder, SystemClock(), job);
            return !result && result.error().kind == ErrorKind::InvalidArgument;
        };
        QVERIFY(refused({}));
        QVERIFY(refused({.logs = {newPath()}, .interface = u"lo"_s}));
        QVERIFY(refused({.logs = {newPath()}, .filter = u"tcp"_s}));
        QVERIFY(refused({.logs = {newPath()}}, {.windowSeconds = 0}));
        LiveOptions byRoute;
        byRoute.import.rule = traffic::ResourceRule::Route;
        QVERIFY(refused({.logs = {newPath()}}, byRoute));
    }

    void filtersAreCheckedWithoutPermission()
    {
        QVERIFY(checkFilter({}).has_value());
        QVERIFY(checkFilter(u"tcp port 80 or (udp and host 10.0.0.1)"_s).has_value());
        const auto wrong = checkFilter(u"tcp prot 80"_s);
        QVERIFY(!wrong.has_value());
        QVERIFY2(wrong.error().message.contains(u"syntax"_s), qPrintable(wrong.error().message));
    }

    void aLiveCaptureOfTheLoopbackInterface()
    {
        const TinyServer server;
        const QString filter = u"tcp port %1"_s.arg(server.port());
        if (const auto capture = InterfaceCapture::open(u"lo"_s, filter); !capture) {
            QVERIFY(capture.error().message.contains(u"setcap"_s));
            QSKIP("Packets may not be captured here.");
        }
        Running live({.interface = u"lo"_s, .filter = filter}, {.windowSeconds = 1});
        QVERIFY(QTest::qWaitFor([&] { return live.recorder.count() > 2; }, kPatience));
        for (int i = 0; i < 30; ++i)
            server.ask();
        QVERIFY(live.sees(30));
        QVERIFY(QTest::qWaitFor([&] { return !live.recorder.windows().empty(); }, kPatience));
        const auto imported = live.stop();
        QVERIFY2(imported.has_value(), imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->table->size(), std::uint64_t{30});
        QCOMPARE(imported->table->pools().hosts->find("tiny.example"), StringId{1});
        QVERIFY(imported->summary.records >= 30 * 4); // packets
    }

    void anInterfaceThatIsNotThereIsNamed()
    {
        const auto capture = InterfaceCapture::open(u"dramatis9"_s, {});
        QVERIFY(!capture.has_value());
        QVERIFY2(capture.error().message.contains(u"dramatis9"_s)
                     || capture.error().message.contains(u"setcap"_s),
                 qPrintable(capture.error().message));
    }

    void interfacesAreListed()
    {
        const auto interfaces = networkInterfaces();
        QVERIFY(interfaces.has_value());
        for (const NetworkInterface &interface : *interfaces) {
            if (interface.isLoopback && interface.isUp)
                QVERIFY(interface.addresses.contains(u"127.0.0.1"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"
