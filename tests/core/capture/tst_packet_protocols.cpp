// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/protocols/host_name.h"
#include "core/capture/packets/protocols/protocols.h"
#include "core/capture/packets/protocols/sql_operation.h"
#include "tests/core/capture/packet_builder.h"
#include "tests/core/capture/packet_rows.h"

#include <QRegularExpression>
#include <QTest>

#include <nghttp2/nghttp2.h>

using namespace dramatis;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint16_t kHttp = 80;
constexpr std::uint16_t kRedis = 6379;
constexpr std::uint16_t kPostgres = 5432;
constexpr std::uint16_t kMysql = 3306;

/// What the connection gave, times in µs from its first packet.
QString rows(const TcpTalk &talk)
{
    return QString::fromStdString(readPackets(talk.file()).text(TcpTalk::kOrigin)).trimmed();
}

/// Without sizes and times: "GET shop/a 200 ok".
QString summaries(const TcpTalk &talk)
{
    QStringList all;
    for (const PacketRow &row : readPackets(talk.file()).rows) {
        QString text = QString::fromStdString(row.text(0));
        text.replace(QRegularExpression(u" [-0-9]+>[-0-9]+ "_s), u" "_s);
        all.append(text.section(u" at "_s, 0, 0));
    }
    return all.join(u'\n');
}

TcpTalk talkOn(std::uint16_t port)
{
    TcpTalk talk(port);
    talk.handshake();
    return talk;
}

QByteArray get(const char *path, const char *more = "")
{
    return QByteArray("GET ") + path + " HTTP/1.1\r\nHost: shop\r\n" + more + "\r\n";
}

QByteArray ok(const QByteArray &body, int status = 200)
{
    return "HTTP/1.1 " + QByteArray::number(status)
           + " x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

// ---- TLS

QByteArray tlsRecord(int type, const QByteArray &body)
{
    return big(static_cast<std::uint64_t>(type), 1) + big(0x0303, 2)
           + big(static_cast<std::uint64_t>(body.size()), 2) + body;
}

QByteArray clientHello(const QByteArray &name)
{
    const auto size = static_cast<std::uint64_t>(name.size());
    const QByteArray serverName =
        big(0, 2) + big(size + 5, 2) + big(size + 3, 2) + big(0, 1) + big(size, 2) + name;
    const QByteArray extensions = big(0x002b, 2) + big(3, 2) + big(0x020304, 3) + serverName;
    const QByteArray body = big(0x0303, 2) + QByteArray(32, 'r') + big(0, 1) + big(2, 2)
                            + big(0x1301, 2) + big(0x0100, 2)
                            + big(static_cast<std::uint64_t>(extensions.size()), 2) + extensions;
    return big(1, 1) + big(static_cast<std::uint64_t>(body.size()), 3) + body;
}

// ---- databases

QByteArray pg(char type, const QByteArray &body)
{
    return QByteArray(1, type) + big(static_cast<std::uint64_t>(body.size()) + 4, 4) + body;
}

QByteArray text(const char *words)
{
    return QByteArray(words) + '\0';
}

QByteArray mysql(int sequence, const QByteArray &body)
{
    return little(static_cast<std::uint64_t>(body.size()), 3)
           + big(static_cast<std::uint64_t>(sequence), 1) + body;
}

// ---- HTTP/2

QByteArray frame(int type, int flags, std::uint32_t stream, const QByteArray &payload)
{
    return big(static_cast<std::uint64_t>(payload.size()), 3)
           + big(static_cast<std::uint64_t>(type), 1) + big(static_cast<std::uint64_t>(flags), 1)
           + big(stream, 4) + payload;
}

/// Packs the heads of one side.
class HeadPacker
{
public:
    HeadPacker() { nghttp2_hd_deflate_new(&m_deflater, 4096); }
    ~HeadPacker() { nghttp2_hd_deflate_del(m_deflater); }
    Q_DISABLE_COPY_MOVE(HeadPacker)

    QByteArray operator()(const QList<std::pair<QByteArray, QByteArray>> &fields)
    {
        std::vector<nghttp2_nv> pairs;
        for (const auto &[name, value] : fields)
            pairs.push_back(
                {reinterpret_cast<std::uint8_t *>(const_cast<char *>(name.constData())),
                 reinterpret_cast<std::uint8_t *>(const_cast<char *>(value.constData())),
                 static_cast<std::size_t>(name.size()),
                 static_cast<std::size_t>(value.size()),
                 NGHTTP2_NV_FLAG_NONE});
        QByteArray block(4096, '\0');
        const auto size = nghttp2_hd_deflate_hd(m_deflater,
                                                reinterpret_cast<std::uint8_t *>(block.data()),
                                                static_cast<std::size_t>(block.size()),
                                                pairs.data(),
                                                pairs.size());
        return block.first(size);
    }

private:
    nghttp2_hd_deflater *m_deflater = nullptr;
};

const QByteArray kPreface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

QList<std::pair<QByteArray, QByteArray>> askFor(const QByteArray &path)
{
    return {{":method", "GET"}, {":scheme", "http"}, {":authority", "shop"}, {":path", path}};
}

} // namespace

Q_DECLARE_METATYPE(dramatis::tests::TcpTalk)

/// What becomes of connections that speak a known protocol.
class TestPacketProtocols : public QObject
{
    Q_OBJECT

private slots:
    void http_data()
    {
        QTest::addColumn<TcpTalk>("talk");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const TcpTalk &talk, const QString &expected) {
            QTest::newRow(name) << talk << expected;
        };
        row("keep-alive",
            talkOn(kHttp).client(get("/a")).server(ok("1")).client(get("/b")).server(ok("2", 404)),
            u"GET shop/a 200 ok\nGET shop/b 404 client-error"_s);
        row("pipelined",
            talkOn(kHttp)
                .client(get("/a") + get("/b") + get("/c"))
                .server(ok("1") + ok("2", 500).first(30))
                .server(ok("2", 500).mid(30) + ok("3")),
            u"GET shop/a 200 ok\nGET shop/b 500 server-error\nGET shop/c 200 ok"_s);
        row("pipelined, then broken off",
            talkOn(kHttp).client(get("/a") + get("/b")).server(ok("1")).reset(false),
            u"GET shop/a 200 ok\nGET shop/b 0 aborted"_s);
        row("HEAD has no body",
            talkOn(kHttp)
                .client(get("/a").replace("GET", "HEAD"))
                .server("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
                .client(get("/b"))
                .server(ok("1")),
            u"HEAD shop/a 200 ok\nGET shop/b 200 ok"_s);
        row("304 and 204 have none either",
            talkOn(kHttp)
                .client(get("/a") + get("/b") + get("/c"))
                .server("HTTP/1.1 304 x\r\nContent-Length: 900\r\n\r\n")
                .server("HTTP/1.1 204 x\r\n\r\n")
                .server(ok("1")),
            u"GET shop/a 304 ok\nGET shop/b 204 ok\nGET shop/c 200 ok"_s);
        row("100 Continue is not the answer",
            talkOn(kHttp)
                .client("POST /a HTTP/1.1\r\nHost: shop\r\nExpect: 100-continue\r\n"
                        "Content-Length: 4\r\n\r\n")
                .server("HTTP/1.1 100 Continue\r\n\r\n")
                .client("body")
                .server(ok("", 201)),
            u"POST shop/a 201 ok"_s);
        row("103 neither",
            talkOn(kHttp).client(get("/a")).server("HTTP/1.1 103 x\r\nLink: b\r\n\r\n" + ok("1")),
            u"GET shop/a 200 ok"_s);
        row("until the close",
            talkOn(kHttp)
                .client("GET /a HTTP/1.0\r\n\r\n")
                .server("HTTP/1.0 200 OK\r\n\r\nabc")
                .server("def")
                .finish(false)
                .finish(true),
            u"GET 10.0.0.1/a 200 ok"_s);
        row("until the close, but broken off",
            talkOn(kHttp).client(get("/a")).server("HTTP/1.1 200 OK\r\n\r\nabc").reset(false),
            u"GET shop/a 200 aborted"_s);
        row("closed without an answer",
            talkOn(kHttp).client(get("/a")).finish(false).finish(true),
            u"GET shop/a 0 aborted"_s);
        row("answered before it was all said",
            talkOn(kHttp)
                .client("PUT /a HTTP/1.1\r\nHost: shop\r\nContent-Length: 8\r\n\r\n1234")
                .server(ok("no", 413))
                .client("5678")
                .client(get("/b"))
                .server(ok("1")),
            u"PUT shop/a 413 client-error\nGET shop/b 200 ok"_s);
        row("to a proxy",
            talkOn(3128)
                .client("GET http://user@Other.example:8080/x?y=1 HTTP/1.1\r\nHost: proxy\r\n\r\n")
                .server(ok("1")),
            u"GET other.example/x 200 ok"_s);
        row("CONNECT and what is in it",
            talkOn(3128)
                .client("CONNECT inner:80 HTTP/1.1\r\nHost: inner:80\r\n\r\n")
                .server("HTTP/1.1 200 Established\r\n\r\n")
                .client(get("/in"))
                .server(ok("1")),
            u"CONNECT inner 200 ok\nGET shop/in 200 ok"_s);
        row("a websocket is turns",
            talkOn(kHttp)
                .client(get("/ws", "Connection: Upgrade\r\nUpgrade: websocket\r\n"))
                .server("HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n")
                .client("\x81\x02hi")
                .server("\x81\x02ho"),
            u"GET shop/ws 101 ok\nTCP 10.0.0.1 0 ok"_s);
        row("a method of somebody's own",
            talkOn(kHttp).client("PURGE /a HTTP/1.1\r\nHost: shop\r\n\r\n").server(ok("1")),
            u"PURGE shop/a 200 ok"_s);
        row("a timeout of the gateway",
            talkOn(kHttp).client(get("/a")).server(ok("1", 504)),
            u"GET shop/a 504 timeout"_s);
        row("nothing like it",
            talkOn(kHttp).client("HELO you\r\n").server("250 ok\r\n"),
            u"TCP 10.0.0.1 0 ok"_s);
    }

    void http()
    {
        QFETCH(const TcpTalk, talk);
        QFETCH(const QString, expected);
        QCOMPARE(summaries(talk), expected);
    }

    void chunksMayBeCutAnywhere()
    {
        const QByteArray chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            "5\r\nhello\r\n10;x=y\r\n0123456789abcdef\r\n0\r\nEtag: 1\r\n\r\n";
        for (qsizetype cut = 1; cut < chunked.size(); ++cut) {
            TcpTalk talk = talkOn(kHttp);
            talk.client(get("/a")).server(chunked.first(cut)).server(chunked.mid(cut));
            talk.client(get("/b")).server(ok("1"));
            const QString expected =
                u"GET shop/a 200 31>%1 ok at 3000 for 1000+1000\n"
                "GET shop/b 200 31>%2 ok at 6000 for 1000"_s.arg(chunked.size())
                    .arg(ok("1").size());
            QCOMPARE(rows(talk), expected);
        }
    }

    void requestsMayBeCutAnywhere()
    {
        const QByteArray request = "POST /a HTTP/1.1\r\nHost: shop\r\nContent-Length: 3\r\n\r\nabc";
        for (qsizetype cut = 1; cut < request.size(); ++cut) {
            TcpTalk talk = talkOn(kHttp);
            talk.client(request.first(cut)).client(request.mid(cut)).server(ok("1"));
            const QString expected =
                u"POST shop/a 200 %1>%2 ok at 3000 for 1000+1000"_s.arg(request.size())
                    .arg(ok("1").size());
            QCOMPARE(rows(talk), expected);
        }
    }

    void hostsAreNames_data()
    {
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("shop") << QByteArray("shop");
        QTest::newRow("port and case")
            << QByteArray("Shop.Example:8080") << QByteArray("shop.example");
        QTest::newRow("version 6") << QByteArray("[2001:DB8::1]") << QByteArray("[2001:db8::1]");
        QTest::newRow("version 6, port") << QByteArray("[::1]:80") << QByteArray("[::1]");
        QTest::newRow("user") << QByteArray("me:secret@shop:1") << QByteArray("shop");
        QTest::newRow("none") << QByteArray() << QByteArray();
    }

    void hostsAreNames()
    {
        QFETCH(const QByteArray, authority);
        QFETCH(const QByteArray, name);
        QCOMPARE(capture::packets::hostName(authority.toStdString()), name.toStdString());
    }

    // ---- DNS

    void dnsQuestionsMeetTheirAnswers()
    {
        const auto question = [](int id, const char *name, int type) {
            QByteArray bytes = big(static_cast<std::uint64_t>(id), 2) + big(0x0100, 2) + big(1, 2)
                               + QByteArray(6, '\0');
            for (const QByteArray &label : QByteArray(name).split('.'))
                bytes += static_cast<char>(label.size()) + label;
            return QByteArray(bytes + '\0' + big(static_cast<std::uint64_t>(type), 2) + big(1, 2));
        };
        const auto answer = [&](int id, const char *name, int type, int code) {
            QByteArray bytes = question(id, name, type);
            bytes[2] = '\x81';
            bytes[3] = static_cast<char>(0x80 + code);
            return bytes;
        };
        QList<Captured> packets;
        const auto send =
            [&packets](std::int64_t second, bool isQuestion, const QByteArray &bytes) {
                packets.append(
                    {second * 1'000'000'000,
                     ethernet(ip4(isQuestion ? 9 : 1,
                                  isQuestion ? 1 : 9,
                                  17,
                                  udp(isQuestion ? 40000 : 53, isQuestion ? 53 : 40000, bytes)))});
            };
        send(0, true, question(1, "Shop.Example", 1));
        send(1, true, question(2, "shop.example", 28));
        send(2, false, answer(2, "shop.example", 28, 3));
        send(3, false, answer(1, "Shop.Example", 1, 0));
        send(3, false, answer(1, "Shop.Example", 1, 0)); // the same packet again
        send(4, true, question(3, "a", 15));
        send(4, true, question(3, "a", 15));  // the same packet again
        send(6, true, question(3, "a", 15));  // asked again, then not answered
        send(7, true, question(4, "b", 99));  // the capture ends before it is given up
        send(9, false, answer(9, "c", 1, 2)); // of a question that is not in the capture
        QCOMPARE(QString::fromStdString(readPackets(pcap(packets)).text()),
                 u"AAAA 0.0.0.1shop.example 3 30>30 client-error at 1000000 for 1000000\n"
                 "A 0.0.0.1shop.example 0 30>30 ok at 0 for 3000000\n"
                 "MX 0.0.0.1a 0 19>- timeout at 4000000 for -\n"
                 "A 0.0.0.1c 2 ->19 server-error at 9000000 for -\n"
                 "MX 0.0.0.1a 0 19>- unknown at 6000000 for -\n"
                 "TYPE99 0.0.0.1b 0 19>- unknown at 7000000 for -\n"_s);
        TcpTalk talk = talkOn(53);
        const QByteArray asked = question(7, "big", 16);
        const QByteArray said = answer(7, "big", 16, 0) + QByteArray(900, 'x');
        talk.client(big(static_cast<std::uint64_t>(asked.size()), 2) + asked.first(5))
            .client(asked.mid(5))
            .server(big(static_cast<std::uint64_t>(said.size()), 2) + said);
        QCOMPARE(rows(talk), u"TXT 10.0.0.1big 0 23>923 ok at 3000 for 1000+1000"_s);
    }

    // ---- TLS and turns

    void tlsIsAHandshakeAndTurns()
    {
        const QByteArray hello = clientHello("Shop.example");
        const QByteArray data = tlsRecord(23, QByteArray(200, 'd'));
        TcpTalk talk = talkOn(443); // TLS 1.2
        talk.client(tlsRecord(22, hello.first(20)) + tlsRecord(22, hello.mid(20)))
            .server(tlsRecord(22, big(2, 1) + QByteArray(900, 's')))
            .client(tlsRecord(22, QByteArray(70, 'k')) + tlsRecord(20, "\1"))
            .server(tlsRecord(20, "\1") + tlsRecord(22, QByteArray(40, 'f')))
            .client(data.first(100)) // at 7 ms
            .client(data.mid(100))
            .server(data)
            .server(data)
            .client(data) // at 11 ms
            .server(data)
            .client(tlsRecord(21, QByteArray(26, 'a')))
            .close();
        QCOMPARE(rows(talk),
                 u"TLS shop.examplehandshake 0 %1>957 ok at 3000 for 1000+2000\n"
                 "TLS shop.exampledata 0 205>410 ok at 7000 for 1000+2000\n"
                 "TLS shop.exampledata 0 205>205 ok at 11000 for 1000"_s.arg(hello.size() + 10 + 75
                                                                             + 6));
    }

    void tlsVersion13EndsItsHandshakeInDisguise()
    {
        const QByteArray data = tlsRecord(23, QByteArray(200, 'd'));
        TcpTalk talk = talkOn(443);
        talk.client(tlsRecord(22, clientHello("shop")))
            .server(tlsRecord(22, big(2, 1) + QByteArray(90, 's')) + tlsRecord(20, "\1") + data)
            .client(tlsRecord(20, "\1") + tlsRecord(23, QByteArray(53, 'f')) + data) // at 5 ms
            .server(data)
            .client(tlsRecord(23, QByteArray(19, 'a')))
            .server(tlsRecord(23, QByteArray(19, 'a')))
            .close();
        QCOMPARE(summaries(talk), u"TLS shophandshake 0 ok\nTLS shopdata 0 ok"_s);
    }

    void tlsThatFails()
    {
        TcpTalk talk = talkOn(443);
        talk.client(tlsRecord(22, clientHello("shop"))).server(tlsRecord(21, "\x02\x28")).close();
        QCOMPARE(summaries(talk), u"TLS shophandshake 40 server-error"_s);
        QCOMPARE(summaries(talkOn(443).client(tlsRecord(22, clientHello("shop"))).reset(false)),
                 u"TLS shophandshake 0 aborted"_s);
    }

    void whatIsNotKnownIsTurns()
    {
        TcpTalk talk = talkOn(11211);
        talk.server("welcome").client("ask").client(" me").server("one").server("two");
        talk.wait(20 * std::int64_t{1'000'000'000}).server("news").client("more").reset(false);
        QCOMPARE(rows(talk),
                 u"TCP 10.0.0.1 0 6>6 ok at 4000 for 1000+2000\n"
                 "TCP 10.0.0.1 0 4>- aborted at 20009000 for -"_s);
    }

    // ---- databases

    void redisCommandsMeetTheirReplies()
    {
        TcpTalk talk = talkOn(kRedis);
        talk.client("*2\r\n$3\r\nget\r\n$1\r\nk\r\n*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\n")
            .client("v\r\n*1\r\n*1\r\n$4\r\nPING\r\n") // a value of line ends and stars
            .server("$2\r\n\r\n\r\n+O")
            .server("K\r\n+PONG\r\n")
            .client("*2\r\n$4\r\nLPOP\r\n$1\r\nk\r\n")
            .server("-WRONGTYPE no\r\n")
            .client("*1\r\n$4\r\nEXEC\r\n")
            .server("*3\r\n*2\r\n:1\r\n$-1\r\n%1\r\n+a\r\n*0\r\n_\r\n")
            .server(">2\r\n+message\r\n+m\r\n") // not asked for
            .client("INFO\r\n")
            .server("-LOADING wait\r\n")
            .client("*1\r\n$4\r\nTIME\r\n")
            .reset(false);
        QCOMPARE(summaries(talk),
                 u"GET 10.0.0.1 0 ok\nSET 10.0.0.1 0 ok\nPING 10.0.0.1 0 ok\n"
                 "LPOP 10.0.0.1 0 client-error\nEXEC 10.0.0.1 0 ok\nINFO 10.0.0.1 0 server-error\n"
                 "TIME 10.0.0.1 0 aborted"_s);
        QVERIFY(rows(talk).contains(u"EXEC 10.0.0.1 0 14>32 ok at 9000 for 1000"));
    }

    void postgresqlQueriesMeetTheirAnswers()
    {
        TcpTalk talk = talkOn(kPostgres);
        talk.client(big(8, 4) + big(80877103, 4)).server("N");
        talk.client(big(16, 4) + big(0x00030000, 4) + text("user") + text("x")
                    + QByteArray(1, '\0'));
        talk.server(pg('R', big(0, 4)) + pg('Z', "I"));
        talk.client(pg('Q', text("select * from \"Public\".Users where id = 'x'")))
            .server(pg('T', "...") + pg('D', QByteArray(500, 'd')).first(100))
            .server(pg('D', QByteArray(500, 'd')).mid(100) + pg('C', text("SELECT 1"))
                    + pg('Z', "I"));
        // Prepared, then executed twice in one go; a third one fails and takes the fourth with it.
        talk.client(pg('P', text("s") + text("INSERT INTO t VALUES ($1)") + big(0, 2))
                    + pg('S', ""))
            .server(pg('1', "") + pg('Z', "I"));
        const QByteArray run =
            pg('B', text("") + text("s") + QByteArray(6, '\0')) + pg('E', text("") + big(0, 4));
        const QByteArray done = pg('2', "") + pg('C', text("INSERT 0 1"));
        talk.client(run + run + pg('S', "")).server(done).server(done + pg('Z', "I"));
        talk.client(run + run + pg('S', ""))
            .server(pg('E', "SERROR" + text("") + text("C23505") + QByteArray(1, '\0'))
                    + pg('Z', "I"));
        talk.client(pg('Q', text("update t set a = 1")))
            .server(pg('E', text("C57014") + QByteArray(1, '\0')) + pg('Z', "I"));
        talk.client(pg('X', "")).close();
        QCOMPARE(summaries(talk),
                 u"SELECT 10.0.0.1public.users 0 ok\nPREPARE 10.0.0.1t 0 ok\n"
                 "INSERT 10.0.0.1t 0 ok\nINSERT 10.0.0.1t 0 ok\n"
                 "INSERT 10.0.0.1t 0 client-error\nINSERT 10.0.0.1t 0 aborted\n"
                 "UPDATE 10.0.0.1t 0 timeout"_s);
    }

    /// A request for metadata (3) of version 9, of 24 bytes.
    void kafkaIsNotPostgresql()
    {
        TcpTalk talk = talkOn(9092);
        talk.client(big(24, 4) + big(3, 2) + big(9, 2) + big(1, 4) + QByteArray(16, 'k'))
            .server("x");
        QCOMPARE(summaries(talk), u"TCP 10.0.0.1 0 ok"_s);
    }

    void encryptedPostgresqlIsTls()
    {
        TcpTalk talk = talkOn(kPostgres);
        talk.client(big(8, 4) + big(80877103, 4))
            .server("S")
            .client(tlsRecord(22, clientHello("db")))
            .server(tlsRecord(22, big(2, 1) + QByteArray(90, 's')));
        QCOMPARE(summaries(talk), u"TLS dbhandshake 0 ok"_s);
    }

    void mysqlCommandsMeetTheirAnswers()
    {
        TcpTalk talk = talkOn(kMysql);
        const QByteArray fine = QByteArray::fromHex("00000002000000");
        talk.server(mysql(0, "\x0a" + text("8.0.36") + QByteArray(40, 'x')))
            .client(mysql(1, little(0x0000a685, 4) + QByteArray(60, 'l')))
            .server(mysql(2, fine))
            .client(mysql(0, "\x03select a from t1"))
            .server(mysql(1, "\1") + mysql(2, QByteArray(200, 'c')).first(50))
            .server(mysql(2, QByteArray(200, 'c')).mid(50) + mysql(3, "\xfe"))
            .client(mysql(0, "\x16 insert into t2 values (?)")) // PREPARE, statement 9
            .server(mysql(1, big(0, 1) + little(9, 4) + QByteArray(7, '\0')))
            .client(mysql(0, "\x17" + little(9, 4) + QByteArray(5, '\0')))
            .server(mysql(1, "\xff" + little(1205, 2) + "#HY000lock"))
            .client(mysql(0, "\x19" + little(9, 4))) // closed, not answered
            .client(mysql(0, "\x0e"))
            .server(mysql(1, fine))
            .client(mysql(0, "\x01"))
            .close();
        QCOMPARE(summaries(talk),
                 u"SELECT 10.0.0.1t1 0 ok\nPREPARE 10.0.0.1t2 0 ok\n"
                 "INSERT 10.0.0.1t2 1205 timeout\nPING 10.0.0.1 0 ok"_s);
        QVERIFY(rows(talk).startsWith(u"SELECT 10.0.0.1t1 0 21>214 ok at 6000 for 1000+1000"));
    }

    void statementsAreToldByVerbAndTable_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QByteArray>("operation");
        const auto row = [](const char *statement, const char *operation) {
            QTest::newRow(statement) << QByteArray(statement) << QByteArray(operation);
        };
        row("SELECT 1", "SELECT ");
        row("  select * from `Users` where a = 'from x'", "SELECT users");
        row("/* a */ -- b\n SELECT (SELECT 1 FROM inner1) x FROM outer1", "SELECT outer1");
        row("(SELECT a FROM t) UNION (SELECT b FROM u)", "SELECT t");
        row("SELECT * FROM (SELECT 1 FROM t) s", "SELECT ");
        row("INSERT INTO [dbo].[T] VALUES ('it''s', 1)", "INSERT dbo.t");
        row("UPDATE ONLY t SET x = 1", "UPDATE t");
        row("DELETE FROM t", "DELETE t");
        row("CREATE TABLE IF NOT EXISTS t (a int)", "CREATE t");
        row("WITH a AS (SELECT 1 FROM x), b AS (SELECT 2) INSERT INTO t SELECT * FROM a",
            "INSERT t");
        row("BEGIN", "BEGIN ");
        row("", " ");
        row("''", " ");
        row("SELECT 'no end", "SELECT ");
        row("/* no end", " ");
    }

    void statementsAreToldByVerbAndTable()
    {
        QFETCH(const QByteArray, statement);
        QFETCH(const QByteArray, operation);
        const auto found = capture::packets::sqlOperation(statement.toStdString());
        QCOMPARE(QByteArray::fromStdString(found.verb + ' ' + found.table), operation);
    }

    // ---- HTTP/2

    void http2StreamsAreInterleaved()
    {
        HeadPacker server;
        TcpTalk talk = talkOn(8080);
        HeadPacker ask;
        talk.client(kPreface + frame(4, 0, 0, {}))
            .client(frame(1, 0x5, 1, ask(askFor("/a")))); // at 4 ms
        const QByteArray block = ask(askFor("/b?x"));
        // A padded head with a priority, cut in two frames, cut again by segments.
        const QByteArray cut =
            frame(
                1, 0x29, 3, big(3, 1) + QByteArray(5, '\0') + block.first(4) + QByteArray(3, '\0'))
            + frame(9, 0x4, 3, block.mid(4));
        talk.client(cut.first(11)).client(cut.mid(11)); // at 5 ms
        talk.server(frame(4, 0, 0, {}) + frame(1, 0x4, 3, server({{":status", "200"}})));
        talk.server(frame(1, 0x4, 1, server({{":status", "503"}}))
                    + frame(0, 0, 3, QByteArray(100, 'x')));
        talk.server(frame(0, 0x1, 1, "no")); // at 9 ms
        talk.server(frame(0, 0x1, 3, {}));
        talk.client(frame(1, 0x5, 5, ask(askFor("/c")))).server(frame(3, 0, 5, big(8, 4)));
        talk.client(frame(1, 0x5, 7, ask(askFor("/d"))));
        QCOMPARE(summaries(talk),
                 u"GET shop/a 503 server-error\nGET shop/b 200 ok\nGET shop/c 0 aborted\n"
                 "GET shop/d 0 unknown"_s);
        QVERIFY(rows(talk).contains(u"ok at 5000 for 1000+4000"));
        QVERIFY(rows(talk).contains(u"server-error at 4000 for 4000+1000"));
    }

    void grpcSaysItsOwnStatus()
    {
        HeadPacker client;
        HeadPacker server;
        TcpTalk talk = talkOn(50051);
        talk.client(kPreface);
        const auto call = [&](std::uint32_t stream, const char *status) {
            talk.client(frame(1,
                              0x4,
                              stream,
                              client({{":method", "POST"},
                                      {":path", "/pkg.Svc/Do"},
                                      {":authority", "svc:50051"}}))
                        + frame(0, 0x1, stream, QByteArray(20, 'q')));
            // Packed in the order that they are sent in.
            const QByteArray head =
                server({{":status", "200"}, {"content-type", "application/grpc"}});
            const QByteArray trailer = server({{"grpc-status", status}});
            talk.server(frame(1, 0x4, stream, head) + frame(0, 0, stream, QByteArray(50, 'a'))
                        + frame(1, 0x5, stream, trailer));
        };
        call(1, "0");
        call(3, "14");
        call(5, "4");
        call(7, "5");
        QCOMPARE(summaries(talk),
                 u"POST svc/pkg.Svc/Do 200 ok\nPOST svc/pkg.Svc/Do 14 server-error\n"
                 "POST svc/pkg.Svc/Do 4 timeout\nPOST svc/pkg.Svc/Do 5 client-error"_s);
    }

    void anUpgradeGoesOnAsHttp2()
    {
        HeadPacker client;
        HeadPacker server;
        TcpTalk talk = talkOn(kHttp);
        talk.client(get("/a", "Connection: Upgrade\r\nUpgrade: h2c\r\n")) // at 3 ms
            .server("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n")
            .client(kPreface + frame(4, 0, 0, {}))
            .server(frame(1, 0x5, 1, server({{":status", "204"}}))) // at 6 ms
            .client(frame(1, 0x5, 3, client(askFor("/b"))))
            .server(frame(5, 0x4, 3, big(2, 4) + server(askFor("/promised"))))
            .server(frame(1, 0x5, 3, server({{":status", "200"}})))
            .server(frame(1, 0x5, 2, server({{":status", "200"}})));
        QCOMPARE(summaries(talk),
                 u"GET shop/a 204 ok\nGET shop/b 200 ok\nGET shop/promised 200 ok"_s);
        QVERIFY(rows(talk).contains(u"at 3000 for 3000"));
    }

    void aHoleInHttp2LeavesTurns()
    {
        HeadPacker client;
        HeadPacker server;
        TcpTalk talk = talkOn(8080);
        talk.client(kPreface + frame(1, 0x5, 1, client(askFor("/a"))));
        // In the middle of data it does no harm.
        const QByteArray data = frame(0, 0, 1, QByteArray(100, 'x'));
        talk.server(frame(1, 0x4, 1, server({{":status", "200"}})) + data.first(30))
            .lose(false, 20);
        talk.server(data.mid(50) + frame(0, 0x1, 1, {})).acknowledge(true);
        talk.client(frame(1, 0x5, 3, client(askFor("/b"))));
        talk.lose(false, 60).server(frame(0, 0x1, 3, {})).client("x").server("y").close();
        QCOMPARE(summaries(talk), u"GET shop/a 200 ok\nGET shop/b 0 unknown\nTCP 10.0.0.1 0 ok"_s);
    }

    void protocolsHaveNamesOfTheirOwn()
    {
        QStringList names;
        for (const capture::packets::Protocol &protocol : capture::packets::allProtocols())
            names.append(QString::fromLatin1(protocol.name));
        QCOMPARE(names.removeDuplicates(), 0);
        QVERIFY(names.size() >= 7);
    }
};

QTEST_GUILESS_MAIN(TestPacketProtocols)
#include "tst_packet_protocols.moc"
