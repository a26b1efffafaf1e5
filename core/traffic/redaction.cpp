// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/redaction.h"

#include "core/base/ascii.h"
#include "core/traffic/route_names.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <algorithm>

namespace dramatis::traffic {

namespace {

/// A hash costs a microsecond, looking it up a twentieth of that; this many take 20 MiB.
constexpr std::size_t kKnownNames = std::size_t{1} << 18;

bool isAddressCharacter(char c)
{
    return ascii::isDigit(c) || c == '.';
}

/// Whether `text` (digits and dots) is four numbers below 256 with dots between.
bool isQuad(std::string_view text)
{
    int numbers = 0;
    while (true) {
        const std::size_t end = std::min(text.find('.'), text.size());
        int value = 0;
        for (const char c : text.substr(0, std::min<std::size_t>(end, 4)))
            value = value * 10 + (c - '0');
        if (end == 0 || end > 3 || value > 255)
            return false;
        ++numbers;
        if (end == text.size())
            return numbers == 4;
        text.remove_prefix(end + 1);
    }
}

/// Whether `text` is an address of IPv6, with or without brackets; a time of day has too few
/// colons.
bool isColonAddress(std::string_view text)
{
    if (text.starts_with('[') && text.ends_with(']'))
        text = text.substr(1, text.size() - 2);
    const auto colons = std::count(text.begin(), text.end(), ':');
    return colons >= 2 && (colons > 2 || text.find("::") != std::string_view::npos)
           && std::all_of(text.begin(), text.end(), [](char c) {
                  return ascii::hexValue(c) >= 0 || c == ':' || c == '.';
              });
}

/// ":443" of "10.0.0.7:443" and of "[::1]:443"; an address of IPv6 without brackets has none.
std::string_view portOf(std::string_view endpoint)
{
    const std::size_t colon = endpoint.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == endpoint.size())
        return {};
    const std::string_view digits = endpoint.substr(colon + 1);
    const bool isPort = std::all_of(digits.begin(), digits.end(), ascii::isDigit)
                        && (endpoint[colon - 1] == ']' || endpoint.find(':') == colon);
    return isPort ? endpoint.substr(colon) : std::string_view();
}

} // namespace

RedactingSink::RedactingSink(ExchangeSink &sink, Redaction redaction)
    : m_sink(sink)
    , m_redaction(std::move(redaction))
    , m_known(kKnownNames)
    , m_hashes{0}
{
    Q_ASSERT(m_redaction.key.size() >= 16);
}

std::uint64_t RedactingSink::hashOf(std::string_view name)
{
    if (m_known.size() + 1 >= m_known.capacity()) {
        m_known = table::StringPool(kKnownNames);
        m_hashes.resize(1);
    }
    const StringId id = m_known.intern(name);
    if (number(id) == m_hashes.size()) {
        const QByteArray hash = QMessageAuthenticationCode::hash(
            QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())),
            m_redaction.key,
            QCryptographicHash::Sha256);
        m_hashes.push_back(qFromBigEndian<quint64>(hash.constData()));
    }
    return m_hashes[number(id)];
}

/// Sixteen digits, the first of them decimal, so that they are an identifier to the routes.
void RedactingSink::appendDigits(std::string &text, std::string_view name)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    const std::uint64_t hash = hashOf(name);
    text += kDigits[hash >> 60 & 7];
    for (int shift = 56; shift >= 0; shift -= 4)
        text += kDigits[hash >> shift & 15];
}

std::string_view RedactingSink::hidden(std::string_view name, std::string &text)
{
    if (name.empty())
        return name;
    const std::string_view port = portOf(name);
    text.assign("h:");
    appendDigits(text, name.substr(0, name.size() - port.size()));
    text += port;
    return text;
}

void RedactingSink::appendSegment(std::string_view segment)
{
    const bool isClient = m_known.find(segment) != table::StringPool::none();
    if (isClient || isColonAddress(segment)) {
        appendDigits(m_path, segment);
        return;
    }
    if (const std::string_view name = identifierIn(segment); !name.empty()) {
        appendDigits(m_path, name);
        m_path += segment.substr(name.size());
        return;
    }
    // What is left may hold an address: "4.3.2.1.in-addr.arpa", "ip-10.0.0.7".
    while (!segment.empty()) {
        const auto begin =
            std::find_if(segment.begin(), segment.end(), [](char c) { return ascii::isDigit(c); });
        const auto end = std::find_if_not(begin, segment.end(), isAddressCharacter);
        m_path.append(segment.begin(), begin);
        std::string_view run(begin, end);
        const std::string_view after =
            run.substr(std::min(run.find_last_not_of('.') + 1, run.size()));
        run.remove_suffix(after.size());
        if (isQuad(run))
            appendDigits(m_path, run);
        else
            m_path += run;
        m_path += after;
        segment = std::string_view(end, segment.end());
    }
}

std::string_view RedactingSink::hiddenPath(std::string_view path)
{
    path = path.substr(0, path.find('?'));
    m_path.clear();
    // A proxy's log has whole addresses, and a path may hold one: what stands behind "://" is a
    // host, what stands before it are segments.
    if (const std::size_t scheme = path.find("://"); scheme != std::string_view::npos) {
        const std::size_t slash = path.substr(0, scheme).rfind('/');
        const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
        const std::size_t host = scheme + 3;
        const std::size_t end = std::min(path.find('/', host), path.size());
        appendSegments(path.substr(0, begin));
        m_path += path.substr(begin, host - begin);
        const std::string_view name = path.substr(host, end - host);
        if (m_redaction.hidesServers && !name.empty())
            m_path += hidden(name, m_host);
        else if (begin > 0)
            appendSegment(name); // named in a path, it is no host that was asked
        else
            m_path += name;
        path.remove_prefix(end);
    }
    appendSegments(path);
    return m_path;
}

void RedactingSink::appendSegments(std::string_view path)
{
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        appendSegment(path.substr(0, end));
        path.remove_prefix(end);
        if (!path.empty()) {
            m_path += '/';
            path.remove_prefix(1);
        }
    }
}

Result<> RedactingSink::add(const Exchange &exchange)
{
    Exchange redacted = exchange;
    redacted.client = hidden(exchange.client, m_client); // first: a path may name it
    redacted.path = hiddenPath(exchange.path);
    if (m_redaction.hidesServers) {
        redacted.host = hidden(exchange.host, m_host);
        redacted.server = hidden(exchange.server, m_server);
    }
    return m_sink.add(redacted);
}

} // namespace dramatis::traffic
