// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/capture/packet_builder.h"
#include "tests/core/capture/packet_rows.h"

#include <QTest>

#include <algorithm>

using namespace dramatis;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kGet = "GET /a?x=1 HTTP/1.1\r\nHost: Shop:8080\r\n\r\n";         // 40 B
const QByteArray kOk = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789"; // 49 B

PacketRead read(const TcpTalk &talk)
{
    return readPackets(talk.file());
}

/// All rows, with times in µs from the first packet.
QString rowsOf(const TcpTalk &talk)
{
    return QString::fromStdString(read(talk).text(TcpTalk::kOrigin)).trimmed();
}

/// Cancels at the n-th question.
class CancelAtQuestion final : public JobControl
{
public:
    explicit CancelAtQuestion(int question) : m_left(question) {}
    bool isCancelled() const noexcept override { return m_left-- <= 0; }
    void report(double, const QString &) override {}

private:
    mutable int m_left;
};

Result<capture::ImportSummary>
readInto(traffic::ExchangeSink &sink, QByteArray bytes, JobControl &job)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    return (*capture::formatFromId(u"pcap"_s))->read(device, {}, sink, job);
}

} // namespace

/// Files of packets, link layers, IP and TCP: what has to come through whatever is spoken above.
class TestPacketReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCOMPARE(kGet.size(), 40);
        QCOMPARE(kOk.size(), 49);
    }

    // ---- files

    void everyKindOfFileGivesTheSame_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QList<Captured> packets =
            TcpTalk().handshake().client(kGet).server(kOk).close().packets;
        for (const ByteOrder order : {ByteOrder::Big, ByteOrder::Little}) {
            const char *name = order == ByteOrder::Big ? "big" : "little";
            QTest::addRow("pcap µs %s", name) << pcap(packets, 1, order, false);
            QTest::addRow("pcap ns %s", name) << pcap(packets, 1, order, true);
            // Each packet from another interface: of µs, of ns, of 2^-20 s with cooked packets.
            QByteArray file = sectionHeader(order) + interfaceBlock(order, 1, 6)
                              + interfaceBlock(order, 1, 9) + interfaceBlock(order, 113, 0x80 + 30)
                              + block(order, 0x0bad, QByteArray(300, 'x')); // not known
            for (qsizetype i = 0; i < packets.size(); ++i) {
                const auto time = static_cast<std::uint64_t>(packets[i].time);
                const std::uint64_t second = 1'000'000'000;
                const QByteArray cooked = QByteArray(14, '\0') + packets[i].frame.mid(12);
                if (i % 3 == 0)
                    file += packetBlock(order, 0, time / 1000, packets[i].frame);
                else if (i % 3 == 1)
                    file += packetBlock(order, 1, time, packets[i].frame);
                else // rounded up: 2^-30 s is just below a ns
                    file += packetBlock(order,
                                        2,
                                        ((time / second) << 30)
                                            + (((time % second) << 30) + second - 1) / second,
                                        cooked);
            }
            QTest::addRow("pcapng %s", name) << file;
            QTest::addRow("two sections %s", name)
                << sectionHeader(order == ByteOrder::Big ? ByteOrder::Little : ByteOrder::Big)
                       + file;
        }
    }

    void everyKindOfFileGivesTheSame()
    {
        QFETCH(const QByteArray, file);
        const auto outcome = readPackets(file);
        QCOMPARE(outcome.summary.records, std::uint64_t{7});
        QCOMPARE(outcome.summary.skipped, std::uint64_t{0});
        QVERIFY(!outcome.summary.truncated);
        QCOMPARE(outcome.text(TcpTalk::kOrigin), "GET shop/a 200 40>49 ok at 3000 for 1000\n");
        QCOMPARE(outcome.rows.front().server, "10.0.0.1:80");
        QCOMPARE(outcome.rows.front().client, "10.0.0.9");
        QVERIFY(outcome.summary.notes.isEmpty());
    }

    void aCutAnywhereGivesWhatCameBefore_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QList<Captured> packets = TcpTalk().handshake().client(kGet).server(kOk).packets;
        QTest::newRow("pcap") << pcap(packets);
        QByteArray file =
            sectionHeader(ByteOrder::Little) + interfaceBlock(ByteOrder::Little, 1, 9);
        for (const Captured &packet : packets)
            file += packetBlock(
                ByteOrder::Little, 0, static_cast<std::uint64_t>(packet.time), packet.frame);
        QTest::newRow("pcapng") << file;
    }

    void aCutAnywhereGivesWhatCameBefore()
    {
        QFETCH(const QByteArray, file);
        const auto whole = readPackets(file);
        QCOMPARE(whole.summary.records, std::uint64_t{5});
        std::uint64_t before = 0;
        int whollyRead = 0;
        for (qsizetype size = 0; size <= file.size(); ++size) {
            const auto outcome = readPackets(file.first(size));
            QVERIFY(outcome.summary.records >= before);
            before = outcome.summary.records;
            // Only between two packets, or blocks, nothing is missing.
            whollyRead += outcome.summary.truncated ? 0 : 1;
            if (before == 5)
                QCOMPARE(outcome.texts(), whole.texts());
        }
        QVERIFY(whollyRead <= 9);
        QVERIFY(!whole.summary.truncated);
    }

    void sizesThatCannotBeEndTheReading_data()
    {
        QTest::addColumn<QByteArray>("file");
        const TcpTalk talk = TcpTalk().handshake().client(kGet);
        const QByteArray good = talk.file();
        QTest::newRow("pcap") << good + QByteArray(8, '\0') + QByteArray(8, '\x7f')
                                     + QByteArray(100, 'x');
        const auto order = ByteOrder::Little;
        QByteArray blocks = sectionHeader(order) + interfaceBlock(order, 1, 9);
        for (const Captured &packet : talk.packets)
            blocks += packetBlock(order, 0, static_cast<std::uint64_t>(packet.time), packet.frame);
        QTest::newRow("block too small")
            << blocks + little(6, 4) + little(8, 4) + QByteArray(64, 'x');
        QTest::newRow("block not whole")
            << blocks + little(6, 4) + little(33, 4) + QByteArray(64, 'x');
    }

    void sizesThatCannotBeEndTheReading()
    {
        QFETCH(const QByteArray, file);
        const auto outcome = readPackets(file);
        QCOMPARE(outcome.summary.records, std::uint64_t{4});
        QVERIFY(outcome.summary.truncated);
        QVERIFY(!outcome.summary.notes.isEmpty());
        QCOMPARE(outcome.rows.size(), std::size_t{1});
    }

    void whatCannotBeDecodedIsCountedWithItsPlace()
    {
        const auto order = ByteOrder::Little;
        const QByteArray frame = TcpTalk().client(kGet).packets.front().frame;
        QByteArray cutHeader = frame.first(40);
        QByteArray file = sectionHeader(order) + interfaceBlock(order, 1, 9)
                          + interfaceBlock(order, 999, 9)
                          + packetBlock(order, 0, TcpTalk::kOrigin, frame)
                          + packetBlock(order, 1, TcpTalk::kOrigin, frame)
                          + packetBlock(order, 7, TcpTalk::kOrigin, frame)
                          + packetBlock(order, 0, TcpTalk::kOrigin, frame.first(13))
                          + packetBlock(order, 0, TcpTalk::kOrigin, frame.first(30))
                          + packetBlock(order, 0, TcpTalk::kOrigin, cutHeader);
        const auto outcome = readPackets(file);
        QCOMPARE(outcome.summary.records, std::uint64_t{6});
        QCOMPARE(outcome.summary.skipped, std::uint64_t{5});
        QCOMPARE(outcome.summary.samples.size(), 5);
        QCOMPARE(outcome.summary.samples[0].place, u"packet 2"_s);
        QVERIFY(outcome.summary.samples[0].reason.contains(u"999"));
        QVERIFY(outcome.summary.samples[0].text.startsWith(u"02 02 02"));
        QVERIFY(outcome.summary.samples[0].text.size() <= 200);
        QCOMPARE(outcome.summary.samples[4].place, u"packet 6"_s);
        QCOMPARE(outcome.rows.size(), std::size_t{1});
    }

    void nothingIsReadFromNothing()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("\n\n"), QByteArray(4096, '\x5a')}) {
            for (const char *id : {"pcap", "pcapng"}) {
                const auto *reader = *capture::formatFromId(QString::fromLatin1(id));
                QCOMPARE(reader->sniff(bytes, {}), capture::Confidence::No);
            }
            const auto outcome = readPackets(bytes);
            QCOMPARE(outcome.summary.records, std::uint64_t{0});
        }
        QCOMPARE(readPackets(pcap({})).summary.records, std::uint64_t{0});
        QVERIFY(!readPackets(pcap({})).summary.truncated);
    }

    void cancelIsHeard()
    {
        TcpTalk talk;
        talk.handshake();
        for (int i = 0; i < 5000; ++i)
            talk.client(kGet).server(QByteArray(kOk).replace("10\r", "1000\r")
                                     + QByteArray(990, 'x'));
        for (const int question : {0, 3}) {
            PacketRowSink sink;
            CancelAtQuestion job(question);
            const auto summary = readInto(sink, talk.file(), job);
            QCOMPARE(summary.error().kind, ErrorKind::Cancelled);
            QCOMPARE(sink.rows.empty(), question == 0);
        }
    }

    void aFailingSinkEndsTheReading()
    {
        struct FullDisk final : traffic::ExchangeSink
        {
            Result<> add(const traffic::Exchange &) override
            {
                return makeError(ErrorKind::Io, u"full"_s);
            }
        } sink;
        NullJobControl job;
        const auto atOnce = readInto(sink, TcpTalk().client(kGet).server(kOk).file(), job);
        QCOMPARE(atOnce.error().kind, ErrorKind::Io);
        const auto atEnd = readInto(sink, TcpTalk().client(kGet).file(), job);
        QCOMPARE(atEnd.error().kind, ErrorKind::Io);
    }

    // ---- link layers and IP

    void everyLinkLayerIsTakenOff_data()
    {
        QTest::addColumn<std::uint32_t>("linkType");
        QTest::addColumn<QByteArray>("before"); // of the IP packet
        const auto row = [](const char *name, std::uint32_t linkType, const QByteArray &before) {
            QTest::newRow(name) << linkType << before;
        };
        const QByteArray mac(12, '\x02');
        const QByteArray snap = QByteArray::fromHex("aaaa030000000800");
        row("Ethernet", 1, mac + big(0x0800, 2));
        row("VLAN", 1, mac + big(0x81000064, 4) + big(0x0800, 2));
        row("QinQ", 1, mac + big(0x88a80064, 4) + big(0x81000065, 4) + big(0x0800, 2));
        row("PPPoE", 1, mac + big(0x8864, 2) + big(0x11000001, 4) + big(100, 2) + big(0x0021, 2));
        row("MPLS", 1, mac + big(0x8847, 2) + big(0x00010040, 4) + big(0x00011140, 4));
        row("802.3 with SNAP", 1, mac + big(200, 2) + snap);
        row("BSD loopback", 0, little(2, 4));
        row("BSD loopback, other machine", 0, big(2, 4));
        row("OpenBSD loopback", 108, big(2, 4));
        row("raw", 101, {});
        row("raw IPv4", 228, {});
        row("PPP", 9, big(0xff030021, 4));
        row("Linux cooked", 113, QByteArray(14, '\0') + big(0x0800, 2));
        row("Linux cooked, VLAN", 113, QByteArray(14, '\0') + big(0x81000064, 4) + big(0x0800, 2));
        row("Linux cooked 2", 276, big(0x0800, 2) + QByteArray(18, '\0'));
        row("802.11 data", 105, QByteArray::fromHex("0801") + QByteArray(22, '\0') + snap);
        row("802.11 with quality", 105, QByteArray::fromHex("8801") + QByteArray(24, '\0') + snap);
        row("radiotap",
            127,
            QByteArray::fromHex("00000a00aabbccddeeff0801") + QByteArray(22, '\0') + snap);
    }

    void everyLinkLayerIsTakenOff()
    {
        QFETCH(const std::uint32_t, linkType);
        QFETCH(const QByteArray, before);
        QList<Captured> packets = TcpTalk().handshake().client(kGet).server(kOk).close().packets;
        for (Captured &packet : packets) // some padding, which is none of the packet's
            packet.frame = before + packet.frame.mid(14) + QByteArray(3, '\x55');
        const auto outcome = readPackets(pcap(packets, linkType));
        QCOMPARE(outcome.summary.skipped, std::uint64_t{0});
        QCOMPARE(outcome.text(TcpTalk::kOrigin), "GET shop/a 200 40>49 ok at 3000 for 1000\n");
        // Cut anywhere, nothing is read beyond the end.
        for (qsizetype size = 0; size < packets[3].frame.size(); ++size)
            readPackets(pcap({{0, packets[3].frame.first(size)}}, linkType));
    }

    void version6IsReadWithItsExtensions()
    {
        const QByteArray hopByHop = QByteArray::fromHex("3c00010400000000");    // then destination
        const QByteArray destination = QByteArray::fromHex("0600010400000000"); // then TCP
        const QByteArray segment = tcp(40000, 80, 1, 1, Ack, kGet);
        const QByteArray answer = tcp(80, 40000, 1, 1, Ack, kOk);
        const auto outcome =
            readPackets(pcap({{0, ethernet(ip6(9, 1, 0, hopByHop + destination + segment))},
                              {1'000'000, ethernet(ip6(1, 9, 6, answer))}}));
        QCOMPARE(outcome.text(), "GET shop/a 200 40>49 ok at 0 for 1000\n");
        QCOMPARE(outcome.rows.front().server, "[2001:db8::1]:80");
        QCOMPARE(outcome.rows.front().client, "2001:db8::9");
    }

    void fragmentsArePutTogetherInAnyOrder_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("in order") << QList<int>{0, 1, 2};
        QTest::newRow("backwards") << QList<int>{2, 1, 0};
        QTest::newRow("one twice") << QList<int>{1, 1, 0, 2};
    }

    void fragmentsArePutTogetherInAnyOrder()
    {
        QFETCH(const QList<int>, order);
        const QByteArray segment = tcp(40000, 80, 1, 1, Ack, kGet); // 60 bytes: 24, 24, 12
        QList<Captured> version4;
        QList<Captured> version6;
        for (const int part : order) {
            const QByteArray bytes = segment.mid(part * 24, 24);
            const auto more = part < 2 ? 1U : 0U;
            const auto offset = static_cast<std::uint16_t>(part * 3);
            version4.append({0,
                             ethernet(ip4(TcpTalk::kClient,
                                          TcpTalk::kServer,
                                          6,
                                          bytes,
                                          77,
                                          static_cast<std::uint16_t>((more << 13) | offset)))});
            version6.append({0,
                             ethernet(ip6(9,
                                          1,
                                          44,
                                          big(0x0600, 2) + big((offset << 3U) | more, 2)
                                              + big(77, 4) + bytes))});
        }
        QCOMPARE(readPackets(pcap(version4)).text(), "GET shop/a 0 40>- unknown at 0 for -\n");
        QCOMPARE(readPackets(pcap(version6)).text(), "GET shop/a 0 40>- unknown at 0 for -\n");
    }

    void fragmentsWithoutEndStayWithinBounds()
    {
        QList<Captured> packets;
        for (int i = 0; i < 40'000; ++i)
            packets.append(
                {0,
                 ethernet(
                     ip4(1, 2, 6, QByteArray(800, 'x'), static_cast<std::uint16_t>(i), 0x2000))});
        const auto outcome = readPackets(pcap(packets));
        QCOMPARE(outcome.summary.records, std::uint64_t{40'000});
        QVERIFY(outcome.summary.notes.join(u' ').contains(u"Fragments"));
    }

    // ---- TCP

    void segmentsOutOfOrderArePutInOrder()
    {
        TcpTalk talk;
        talk.handshake()
            .clientAt(20, kGet.mid(20))
            .clientAt(10, kGet.mid(10, 10))
            .clientAt(0, kGet.first(10)) // at 5 ms it is whole
            .lose(true, 40)
            .server(kOk);
        QCOMPARE(rowsOf(talk), u"GET shop/a 200 40>49 ok at 5000 for 1000"_s);
    }

    /// What the receiver had first is what counts (RFC 9293 section 3.10.7.4 leaves it open; Linux
    /// keeps what it has).
    void whatIsSentAgainIsReadOnce()
    {
        TcpTalk talk;
        talk.handshake()
            .client(kGet)
            .clientAt(0, QByteArray(kGet).replace("GET /a", "GET /b"))
            .clientAt(4, QByteArray("/other HTTP/1.1\r\n\r\n"))
            .server(kOk.first(20))
            .serverAt(0, kOk.first(20))
            .serverAt(10, QByteArray(10, '#') + kOk.mid(20)) // overlaps what was there
            .lose(false, 29)
            .client(kGet)
            .server(kOk);
        QCOMPARE(rowsOf(talk),
                 u"GET shop/a 200 40>49 ok at 3000 for 3000+2000\n"
                 "GET shop/a 200 40>49 ok at 9000 for 1000"_s);
    }

    void earlySegmentsThatOverlapAreReadOnce()
    {
        TcpTalk talk;
        talk.handshake()
            .clientAt(15, kGet.mid(15, 10))
            .clientAt(10, QByteArray(5, '/') + QByteArray(20, '#')) // 10 to 35, 15 to 25 is there
            .clientAt(0, kGet.first(10))
            .clientAt(10, kGet.mid(10))
            .lose(true, 40)
            .server(kOk);
        const auto rows = read(talk).rows;
        QCOMPARE(rows.size(), std::size_t{1}); // of 40 bytes, whatever they say
    }

    void aHoleInTheBodyIsCountedOver()
    {
        TcpTalk talk;
        talk.handshake().client(kGet).server(kOk.first(42)).lose(false, 4);
        talk.server(kOk.mid(46)).acknowledge(true); // the client has it all
        for (int i = 0; i < 20; ++i)
            talk.acknowledge(true);
        talk.client(kGet).server(kOk).close();
        const auto outcome = read(talk);
        QCOMPARE(outcome.text(TcpTalk::kOrigin),
                 "GET shop/a 200 40>49 ok at 3000 for 1000+1000\n"
                 "GET shop/a 200 40>49 ok at 27000 for 1000\n");
        QVERIFY(outcome.summary.notes.join(u' ').contains(u"not in the capture: 4\u202FB."));
    }

    void aLostHeadLosesOnlyItsExchange()
    {
        TcpTalk talk;
        talk.handshake().client(kGet).lose(false, 49); // the answer is not in the capture
        talk.client(QByteArray(kGet).replace("/a", "/b")).server(kOk).close();
        QCOMPARE(rowsOf(talk),
                 u"GET shop/a 0 40>- unknown at 3000 for -\n"
                 "GET shop/b 200 40>49 ok at 4000 for 1000"_s);
    }

    void aLostRequestLeavesItsResponse()
    {
        TcpTalk talk;
        talk.handshake().lose(true, 40).server(kOk).client(kGet).server(kOk).close();
        QCOMPARE(rowsOf(talk),
                 u"10.0.0.1 200 ->49 ok at 3000 for -\n"
                 "GET shop/a 200 40>49 ok at 4000 for 1000"_s);
    }

    void packetsCutByTheSnapshotLengthAreHoles()
    {
        TcpTalk talk;
        talk.handshake().client(kGet).server(kOk).client(kGet).server(kOk).close();
        talk.packets[4].cut = 5; // the end of the body
        const auto outcome = read(talk);
        QCOMPARE(outcome.text(TcpTalk::kOrigin),
                 "GET shop/a 200 40>49 ok at 3000 for 1000\n"
                 "GET shop/a 200 40>49 ok at 5000 for 1000\n");
    }

    void whoIsTheServerIsGuessedWithoutHandshake_data()
    {
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<bool>("isServerFirst");
        QTest::newRow("request first") << 50000 << kGet << kOk << false;
        QTest::newRow("response first") << 50000 << kGet << kOk << true;
        QTest::newRow("known port") << 5432 << QByteArray("Q\0\0\0\x0dSELECT 1\0", 14)
                                    << QByteArray("Z\0\0\0\x05I", 6) << true;
        QTest::newRow("low port") << 700 << QByteArray("hello") << QByteArray("world") << true;
        QTest::newRow("port of no client")
            << 20000 << QByteArray("hello") << QByteArray("w") << true;
        QTest::newRow("who speaks first")
            << 45000 << QByteArray("hello") << QByteArray("w") << false;
    }

    void whoIsTheServerIsGuessedWithoutHandshake()
    {
        QFETCH(const int, port);
        QFETCH(const QByteArray, client);
        QFETCH(const QByteArray, server);
        QFETCH(const bool, isServerFirst);
        TcpTalk talk(static_cast<std::uint16_t>(port));
        if (isServerFirst)
            talk.server(server);
        talk.client(client).server(server);
        const auto outcome = read(talk);
        QVERIFY(!outcome.rows.empty());
        for (const PacketRow &row : outcome.rows)
            QCOMPARE(row.server, "10.0.0.1:" + std::to_string(port));
        QVERIFY(outcome.summary.notes.join(u' ').contains(u"begin is not in the capture: 1."));
    }

    void oneSideAloneIsRead()
    {
        TcpTalk talk;
        talk.handshake().client(kGet).server(kOk).client(kGet).server(kOk).close();
        for (const bool isClient : {true, false}) {
            QList<Captured> half;
            for (const Captured &packet : talk.packets) { // by the last byte of the source
                if ((packet.frame[14 + 15] == '\x09') == isClient)
                    half.append(packet);
            }
            const auto outcome = readPackets(pcap(half));
            const auto text = outcome.text(TcpTalk::kOrigin);
            if (isClient)
                QCOMPARE(text,
                         "GET shop/a 0 40>- unknown at 3000 for -\n"
                         "GET shop/a 0 40>- unknown at 5000 for -\n");
            else
                QCOMPARE(text,
                         " 10.0.0.1 200 ->49 ok at 4000 for -\n"
                         " 10.0.0.1 200 ->49 ok at 6000 for -\n");
            QVERIFY(outcome.summary.notes.join(u' ').contains(u"one side only: 1."));
        }
    }

    /// Linux asks with no byte and the number before the next, whether the other side is alive.
    void aKeepAliveIsNoHole()
    {
        TcpTalk talk;
        talk.clientAt(0xffffffff, {}).client(kGet).server(kOk);
        const auto outcome = read(talk);
        QCOMPARE(outcome.text(TcpTalk::kOrigin), "GET shop/a 200 40>49 ok at 1000 for 1000\n");
        QVERIFY(!outcome.summary.notes.join(u' ').contains(u"Bytes that were sent"));
    }

    void aResetEndsWhatIsGoingOn()
    {
        QCOMPARE(rowsOf(TcpTalk().handshake().client(kGet).reset(false)),
                 u"GET shop/a 0 40>- aborted at 3000 for -"_s);
        QCOMPARE(rowsOf(TcpTalk().handshake().client(kGet).server(kOk.first(45)).reset(true)),
                 u"GET shop/a 200 40>45 aborted at 3000 for 1000"_s);
        // After all was said it ends nothing.
        QCOMPARE(rowsOf(TcpTalk().handshake().client(kGet).server(kOk).reset(true)),
                 u"GET shop/a 200 40>49 ok at 3000 for 1000"_s);
        // The capture ends in the middle: when the answer began is known, when it ended is not.
        QCOMPARE(rowsOf(TcpTalk().handshake().client(kGet).server(kOk.first(45))),
                 u"GET shop/a 200 40>45 ok at 3000 for 1000"_s);
    }

    void portsAreUsedAgain()
    {
        TcpTalk talk;
        talk.handshake().client(kGet).server(kOk).close();
        TcpTalk again; // other first numbers
        again.lose(true, 100'000).lose(false, 100'000).handshake().client(kGet).server(kOk).close();
        TcpTalk both = talk;
        both.packets += again.packets;
        QCOMPARE(read(both).rows.size(), std::size_t{2});
        both.packets += talk.packets; // and the first one captured twice is one again
        QCOMPARE(read(both).rows.size(), std::size_t{3});
        TcpTalk twice = talk;
        twice.packets += talk.packets;
        QCOMPARE(read(twice).rows.size(), std::size_t{1});
    }

    void aClockThatGoesBackGivesNoNegativeLatency()
    {
        TcpTalk talk;
        talk.handshake().client(kGet);
        talk.wait(-1800 * std::int64_t{1'000'000'000}).server(kOk);
        const auto outcome = read(talk);
        QCOMPARE(outcome.text(TcpTalk::kOrigin), "GET shop/a 200 40>49 ok at 3000 for -\n");
        QCOMPARE(outcome.summary.repaired, std::uint64_t{1});
    }

    void everyConnectionIsForgottenInTheEnd()
    {
        // Twice as many as are followed, none of them ever closed.
        QList<Captured> packets;
        for (int i = 0; i < 140'000; ++i)
            packets.append({i * std::int64_t{1000},
                            ethernet(ip4(0x0b000000U + static_cast<std::uint32_t>(i),
                                         TcpTalk::kServer,
                                         6,
                                         tcp(40000, 80, 1, 1, Ack, kGet)))});
        const auto outcome = readPackets(pcap(packets));
        QCOMPARE(outcome.rows.size(), std::size_t{140'000});
        QVERIFY(outcome.summary.notes.join(u' ').contains(u"given up"));
    }

    void earlySegmentsStayWithinBounds()
    {
        TcpTalk talk;
        talk.handshake().client(kGet).server("HTTP/1.1 200 OK\r\n\r\n");
        for (std::uint32_t i = 0; i < 4000; ++i) // 5.6 MB behind a hole that nothing fills
            talk.serverAt(20'000 + i * 1400, QByteArray(1400, 'x'));
        const auto outcome = read(talk);
        QCOMPARE(outcome.rows.size(), std::size_t{1});
        QCOMPARE(outcome.rows.front().exchange.responseBytes,
                 std::int64_t{20'000 + 4000 * 1400}); // those that are missing were sent too
    }
};

QTEST_GUILESS_MAIN(TestPacketReader)
#include "tst_packet_reader.moc"
