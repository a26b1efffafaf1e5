// SPDX-License-Identifier: GPL-3.0-or-later
//
// A row of a flow log is one exchange: the side that was asked is its server (address and port),
// the protocol its method. It has no status; what is said of how it ended is an outcome.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
// https://openargus.org/oldsite/man/man1/ra.1.pdf
// https://github.com/phaag/nfdump (nfdump.1, output formats csv)
#include "core/base/unknown.h"
#include "core/capture/formats/column_log.h"
#include "core/capture/formats/field_converter.h"
#include "core/capture/formats/log_numbers.h"

#include <QtGlobal>

#include <algorithm>
#include <optional>

namespace dramatis::capture {

namespace {

using traffic::Outcome;

struct NamedProtocol
{
    std::string_view text;
    std::string_view method;
};

// https://www.iana.org/assignments/protocol-numbers
constexpr NamedProtocol kProtocols[] = {
    {"6", "TCP"},
    {"tcp", "TCP"},
    {"17", "UDP"},
    {"udp", "UDP"},
    {"1", "ICMP"},
    {"icmp", "ICMP"},
    {"58", "ICMPv6"},
    {"ipv6-icmp", "ICMPv6"},
    {"ICMP6", "ICMPv6"},
    {"132", "SCTP"},
    {"sctp", "SCTP"},
};

std::string_view methodOf(std::string_view protocol)
{
    const auto *found =
        std::find_if(std::begin(kProtocols),
                     std::end(kProtocols),
                     [protocol](const NamedProtocol &p) { return p.text == protocol; });
    return found == std::end(kProtocols) ? protocol : found->method;
}

/// Known and above 0.
std::optional<std::int64_t> portOf(std::string_view text)
{
    const auto port = parseCount(text);
    return port && *port > 0 && *port <= 65'535 ? port : std::nullopt;
}

/// What stands for the ports of ICMP is a type and a code.
bool hasPorts(const LogFields &fields)
{
    return !methodOf(at(fields, LogField::Protocol)).starts_with("ICMP");
}

/// The lower port is the known one, and so the server's; where that says nothing, the one who sent
/// first is the client.
bool isSourceTheServerByPorts(const LogFields &fields)
{
    const auto source = portOf(at(fields, LogField::SourcePort));
    const auto destination = portOf(at(fields, LogField::DestinationPort));
    return hasPorts(fields) && source && destination && *source < *destination;
}

/// Fills in who asked whom and who sent how much.
void direct(LogFields &fields, bool isSourceTheServer)
{
    const auto pick = [&fields, isSourceTheServer](LogField source, LogField destination) {
        return at(fields, isSourceTheServer ? source : destination);
    };
    at(fields, LogField::Server) = pick(LogField::Source, LogField::Destination);
    const std::string_view port = pick(LogField::SourcePort, LogField::DestinationPort);
    at(fields, LogField::ServerPort) = hasPorts(fields) && portOf(port) ? port : std::string_view();
    at(fields, LogField::Client) = pick(LogField::Destination, LogField::Source);
    at(fields, LogField::BodyBytes) = pick(LogField::SourceBytes, LogField::DestinationBytes);
    at(fields, LogField::RequestBytes) = pick(LogField::DestinationBytes, LogField::SourceBytes);
    at(fields, LogField::Method) = methodOf(at(fields, LogField::Protocol));
}

constexpr const char *kOneWay = QT_TRANSLATE_NOOP(
    "dramatis::capture",
    "A row is one direction of a flow: requests and answers are exchanges of their "
    "own, and there is no latency.");

// AWS VPC -----------------------------------------------------------------------------------------

// What the packet said comes second to what the interface saw: it counts where that is left out.
constexpr NamedColumn kVpc[] = {
    {"srcaddr", LogField::Source},
    {"pkt-srcaddr", LogField::Source},
    {"dstaddr", LogField::Destination},
    {"pkt-dstaddr", LogField::Destination},
    {"srcport", LogField::SourcePort},
    {"dstport", LogField::DestinationPort},
    {"protocol", LogField::Protocol},
    {"bytes", LogField::SourceBytes},
    {"start", LogField::EpochSeconds},
    {"action", LogField::Verdict},
    {"tcp-flags", LogField::TcpFlags},
};

constexpr std::string_view kVpcDefault[] = {
    "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start "
    "end action log-status"};

/// The flags seen, of SYN, SYN-ACK, FIN and RST: an acknowledgement alone is not among them.
LineProblem prepareVpc(LogFields &fields)
{
    if (isAbsent(at(fields, LogField::Source)))
        return LineProblem::NoTraffic; // NODATA, SKIPDATA
    const std::string_view action = at(fields, LogField::Verdict);
    if (!action.empty() && action != "ACCEPT" && action != "REJECT" && action != "-")
        return LineProblem::Form;
    const std::int64_t flags = parseCount(at(fields, LogField::TcpFlags)).value_or(0);
    constexpr std::int64_t kSyn = 2;
    constexpr std::int64_t kAck = 16;
    direct(fields, (flags & kSyn) == 0 ? isSourceTheServerByPorts(fields) : (flags & kAck) != 0);
    return LineProblem::None;
}

/// What a rule refuses is the client's error, as a 403 is: the server had no part in it.
void finishVpc(const LogFields &fields, traffic::Exchange &exchange)
{
    const std::string_view action = at(fields, LogField::Verdict);
    if (!isAbsent(action))
        exchange.outcome = action == "ACCEPT" ? Outcome::Ok : Outcome::ClientError;
}

// Argus -------------------------------------------------------------------------------------------

constexpr NamedColumn kArgus[] = {
    {"StartTime", LogField::IsoStamp},
    {"Dur", LogField::Seconds},
    {"Proto", LogField::Protocol},
    {"SrcAddr", LogField::Source},
    {"Sport", LogField::SourcePort},
    {"Dir", LogField::TcpFlags}, // which way the flow went
    {"DstAddr", LogField::Destination},
    {"Dport", LogField::DestinationPort},
    {"State", LogField::Verdict},
    {"TotBytes", LogField::TotalBytes},
    {"SrcBytes", LogField::SourceBytes},
};

constexpr std::string_view kArgusDefault[] = {
    "StartTime Dur Proto SrcAddr Sport Dir DstAddr Dport State sTos dTos TotPkts TotBytes "
    "SrcBytes Label"};

/// The source is who began, unless the arrow points to it alone; where it has a "?", Argus did not
/// see the begin.
LineProblem prepareArgus(LogFields &fields)
{
    const std::string_view arrow = at(fields, LogField::TcpFlags);
    const auto has = [arrow](char c) { return arrow.find(c) != std::string_view::npos; };
    if (!has('<') && !has('>') && !has('-') && !arrow.ends_with("who")) // who-has of ARP
        return LineProblem::Form; // what the sensor says of itself has none
    direct(fields, has('?') ? isSourceTheServerByPorts(fields) : has('<') && !has('>'));
    return LineProblem::None;
}

/// "S_RA": the flags that the source sent, those that the destination sent.
Outcome outcomeOfArgus(std::string_view state)
{
    const std::size_t line = state.find('_');
    if (line == std::string_view::npos) {
        if (state == "TIM" || state == "REQ") // given up on, asked and not answered
            return Outcome::Timeout;
        return state == "CON" || state == "FIN" || state == "CLO" || state == "EST"
                   ? Outcome::Ok
                   : Outcome::Unknown;
    }
    const std::string_view asked = state.substr(0, line);
    const std::string_view answered = state.substr(line + 1);
    const auto has = [](std::string_view flags, char c) {
        return flags.find(c) != std::string_view::npos;
    };
    if (answered.empty()) // nobody answered, unless the source acknowledges what was not seen here
        return has(asked, 'S') && !has(asked, 'A') ? Outcome::Timeout : Outcome::Unknown;
    return has(answered, 'R') && !has(answered, 'S') && has(asked, 'S') ? Outcome::ServerError
                                                                        : Outcome::Ok;
}

/// What the destination sent is the rest; where it sent nothing, how long the source tried is no
/// latency.
void finishArgus(const LogFields &fields, traffic::Exchange &exchange)
{
    exchange.outcome = outcomeOfArgus(at(fields, LogField::Verdict));
    const auto total = parseCount(at(fields, LogField::TotalBytes));
    const auto source = parseCount(at(fields, LogField::SourceBytes));
    if (!total || !source || *total < *source)
        return;
    const bool isSourceTheServer =
        at(fields, LogField::Client).data() == at(fields, LogField::Destination).data();
    (isSourceTheServer ? exchange.requestBytes : exchange.responseBytes) = *total - *source;
    if (*total == *source)
        exchange.latency = kUnknown;
}

// nfdump ------------------------------------------------------------------------------------------

constexpr NamedColumn kNfdump[] = {
    {"ts", LogField::IsoStamp},
    {"firstSeen", LogField::IsoStamp}, // since 1.7.3
    {"td", LogField::Seconds},
    {"duration", LogField::Seconds},
    {"pr", LogField::Protocol},
    {"proto", LogField::Protocol},
    {"sa", LogField::Source},
    {"srcAddr", LogField::Source},
    {"sp", LogField::SourcePort},
    {"srcPort", LogField::SourcePort},
    {"da", LogField::Destination},
    {"dstAddr", LogField::Destination},
    {"dp", LogField::DestinationPort},
    {"dstPort", LogField::DestinationPort},
    {"flg", LogField::TcpFlags},
    {"ibyt", LogField::SourceBytes},
    {"bytes", LogField::SourceBytes},
    {"obyt", LogField::DestinationBytes},
};

constexpr std::string_view kNfdumpDefault[] = {
    "ts te td sa da sp dp pr flg fwd stos ipkt ibyt opkt obyt in out sas das smk dmk dtos dir nh "
    "nhb svln dvln ismc odmc idmc osmc mpls1 mpls2 mpls3 mpls4 mpls5 mpls6 mpls7 mpls8 mpls9 "
    "mpls10 cl sl al ra eng exid tr"};

/// 0 bytes back is a flow of one direction: the other one is a row of its own. All flags of a flow
/// stand together, so only a SYN without an answer to it tells who began.
LineProblem prepareNfdump(LogFields &fields)
{
    std::string_view &back = at(fields, LogField::DestinationBytes);
    if (back == "0")
        back = {};
    std::string_view &duration = at(fields, LogField::Seconds);
    if (!parseNanoseconds(duration, kNanosecondsPerSecond))
        return LineProblem::Latency;
    if (back.empty())
        duration = "-";
    const std::string_view flags = at(fields, LogField::TcpFlags);
    const bool isBegin =
        flags.find('S') != std::string_view::npos && flags.find('A') == std::string_view::npos;
    direct(fields, !isBegin && isSourceTheServerByPorts(fields));
    return LineProblem::None;
}

constexpr ColumnLog kFlowLogs[] = {
    {.id = "aws-vpc",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "AWS VPC flow log"),
     .vocabulary = kVpc,
     .layouts = kVpcDefault,
     .header = ColumnHeader::FirstLine,
     .telling = LogField::Source,
     .prepare = prepareVpc,
     .finish = finishVpc,
     .note = kOneWay},
    {.id = "argus",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Argus flows (ra -c ,)"),
     .vocabulary = kArgus,
     .layouts = kArgusDefault,
     .shape = {.separator = ',', .mayHaveMore = true},
     .header = ColumnHeader::FirstLine,
     .telling = LogField::Source,
     .prepare = prepareArgus,
     .finish = finishArgus},
    {.id = "nfdump",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "nfdump flows (nfdump -o csv)"),
     .vocabulary = kNfdump,
     .layouts = kNfdumpDefault,
     .shape = {.separator = ','},
     .header = ColumnHeader::FirstLine,
     .telling = LogField::Source,
     .trailer = "Summary",
     .prepare = prepareNfdump,
     .note = kOneWay},
};

} // namespace

std::span<const ColumnLog> flowLogs()
{
    return kFlowLogs;
}

} // namespace dramatis::capture
