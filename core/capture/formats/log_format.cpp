// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/log_format.h"

#include "core/base/ascii.h"
#include "core/capture/tr.h"

#include <algorithm>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

struct NamedField
{
    std::string_view name;
    LogField field;
};

// https://nginx.org/en/docs/varindex.html
constexpr NamedField kNginxVariables[] = {
    {"remote_addr", LogField::Client},
    {"host", LogField::Host},
    {"http_host", LogField::HostHeader},
    {"server_name", LogField::ServerName},
    {"request", LogField::Request},
    {"request_method", LogField::Method},
    {"request_uri", LogField::Target},
    {"uri", LogField::Target},
    {"document_uri", LogField::Target},
    {"status", LogField::Status},
    {"body_bytes_sent", LogField::BodyBytes},
    {"bytes_sent", LogField::BytesSent},
    {"request_length", LogField::RequestBytes},
    {"request_time", LogField::Seconds},
    {"upstream_addr", LogField::Upstreams},
    {"upstream_response_time", LogField::UpstreamSeconds},
    {"time_local", LogField::CommonStamp},
    {"time_iso8601", LogField::IsoStamp},
    {"msec", LogField::EpochSeconds},
};

// https://httpd.apache.org/docs/2.4/mod/mod_log_config.html; the argument in braces stands behind a
// colon.
constexpr NamedField kApacheDirectives[] = {
    {"h", LogField::Client},
    {"a", LogField::Client},
    {"v", LogField::ServerName},
    {"V", LogField::Host},
    {"i:host", LogField::HostHeader},
    {"r", LogField::Request},
    {"m", LogField::Method},
    {"U", LogField::Target},
    {"s", LogField::Status},
    {"b", LogField::BodyBytes},
    {"B", LogField::BodyBytes},
    {"O", LogField::BytesSent},
    {"I", LogField::RequestBytes},
    {"D", LogField::Microseconds},
    {"T", LogField::Seconds},
    {"T:s", LogField::Seconds},
    {"T:ms", LogField::Milliseconds},
    {"T:us", LogField::Microseconds},
    {"t:sec", LogField::EpochSeconds},
    {"t:msec", LogField::EpochMilliseconds},
    {"t:usec", LogField::EpochMicroseconds},
    {"t:%d/%b/%y:%t %z", LogField::CommonStamp},
    {"t:%d/%b/%y:%h:%m:%s %z", LogField::CommonStamp},
    {"t:%y-%m-%dt%t%z", LogField::IsoStamp},
    {"t:%y-%m-%dt%h:%m:%s%z", LogField::IsoStamp},
    {"t:%ft%t%z", LogField::IsoStamp},
};

template<std::size_t N>
LogField fieldNamed(const NamedField (&table)[N], std::string_view name)
{
    const auto *found = std::find_if(
        std::begin(table), std::end(table), [name](const NamedField &f) { return f.name == name; });
    return found == std::end(table) ? LogField::Skip : found->field;
}

bool isNameCharacter(char c)
{
    return ascii::isLetterOrDigit(c) || c == '_';
}

bool isStamp(LogField field)
{
    return field >= LogField::CommonStamp && field < LogField::Count;
}

/// Fields whose values are lists, "a, b : c", and so hold spaces though they are not quoted.
bool isList(LogField field)
{
    return field == LogField::Upstreams || field == LogField::UpstreamSeconds;
}

/// The contents of the quoted parts of a directive, put together; `text` itself where nothing is
/// quoted as nginx quotes ('...').
std::string joinedQuotedParts(std::string_view text)
{
    const std::size_t first = text.find('\'');
    if (first == std::string_view::npos
        || !(first == 0 || text.substr(0, first).starts_with("log_format")))
        return std::string(text);
    std::string joined;
    for (std::size_t at = first; at != std::string_view::npos; at = text.find('\'', at)) {
        const std::size_t end = text.find('\'', at + 1);
        joined += text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
        if (end == std::string_view::npos)
            break;
        at = end + 1;
    }
    return joined;
}

/// Whether the quote at `at` is the text's own, not a delimiter: an odd number of backslashes
/// before it.
bool isEscaped(std::string_view line, std::size_t at, std::size_t start)
{
    std::size_t backslashes = 0;
    while (at > start && line[at - 1] == '\\') {
        --at;
        ++backslashes;
    }
    return backslashes % 2 == 1;
}

/// Whether a space at `at` belongs to a list ("a, b" or "a : b") that began at `start`.
bool isWithinList(std::string_view line, std::size_t at, std::size_t start)
{
    if (at > start && (line[at - 1] == ',' || line[at - 1] == ':'))
        return true;
    return line.substr(at).starts_with(" : ");
}

/// Where the field that starts at `start` ends; npos where the text that ends it does not follow.
std::size_t
endOfField(std::string_view line, std::size_t start, LogField field, std::string_view end)
{
    for (std::size_t at = start; at < line.size(); ++at) {
        const void *found = std::memchr(line.data() + at, end.front(), line.size() - at);
        if (!found)
            return std::string_view::npos;
        at = static_cast<std::size_t>(static_cast<const char *>(found) - line.data());
        if (line.compare(at, end.size(), end) != 0)
            continue;
        if (end.front() == '"' && isEscaped(line, at, start))
            continue;
        if (end.front() == ' ' && isList(field) && isWithinList(line, at, start))
            continue;
        return at;
    }
    return std::string_view::npos;
}

Error tooClose(std::string_view first, std::string_view second)
{
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("In the log format “%1” and “%2” have nothing between them, so a line cannot be "
               "taken apart there.")
            .arg(QString::fromUtf8(first.data(), qsizetype(first.size())),
                 QString::fromUtf8(second.data(), qsizetype(second.size()))));
}

} // namespace

/// Collects literals and fields in the order in which they stand.
class LogFormat::Compiler
{
public:
    explicit Compiler(StampOf stampOf) { m_format.m_stampOf = stampOf; }

    void literal(std::string_view text)
    {
        (m_format.m_steps.empty() ? m_format.m_prefix : m_format.m_steps.back().end) += text;
    }

    /// @errors InvalidArgument: follows another one at once
    Result<> field(LogField field, std::string_view name)
    {
        if (!m_format.m_steps.empty() && m_format.m_steps.back().end.empty())
            return tooClose(m_lastName, name);
        m_lastName = name;
        const bool isNew = !m_format.has(field);
        m_format.m_steps.push_back({isNew ? field : LogField::Skip, {}}); // the first one counts
        m_format.m_has[static_cast<std::size_t>(field)] = true;
        if (field != LogField::Skip && isNew)
            m_format.m_needed = m_format.m_steps.size();
        return {};
    }

    /// @errors InvalidArgument: nothing says when
    Result<LogFormat> done()
    {
        bool hasStamp = false;
        for (const Step &step : m_format.m_steps)
            hasStamp = hasStamp || isStamp(step.field);
        if (!hasStamp)
            return makeError(
                ErrorKind::InvalidArgument,
                Tr::tr("The log format has no time; it needs $time_local, $time_iso8601 or "
                       "$msec (nginx), or %t (Apache)."));
        return std::move(m_format);
    }

private:
    LogFormat m_format;
    std::string m_lastName;
};

Result<LogFormat> LogFormat::fromNginx(const QString &text)
{
    const std::string format = joinedQuotedParts(text.trimmed().toStdString());
    Compiler compiler(StampOf::End);
    for (std::size_t at = 0; at < format.size();) {
        const std::size_t dollar = format.find('$', at);
        compiler.literal(std::string_view(format).substr(at, dollar - at));
        if (dollar == std::string::npos)
            break;
        const bool braced = format.compare(dollar, 2, "${") == 0;
        const std::size_t first = dollar + (braced ? 2 : 1);
        std::size_t end = first;
        while (end < format.size() && isNameCharacter(format[end]))
            ++end;
        const std::string_view name = std::string_view(format).substr(first, end - first);
        if (braced && end < format.size() && format[end] == '}')
            ++end;
        DRAMATIS_CHECK(compiler.field(fieldNamed(kNginxVariables, name),
                                      std::string_view(format).substr(dollar, end - dollar)));
        at = end;
    }
    return compiler.done();
}

Result<LogFormat> LogFormat::fromApache(const QString &text)
{
    QString unescaped = text.trimmed();
    unescaped.replace(u"\\\""_s, u"\""_s);
    if (unescaped.size() > 1 && unescaped.startsWith(u"\"%") && text.contains(u"\\\""))
        unescaped = unescaped.mid(1, unescaped.size() - (unescaped.endsWith(u'"') ? 2 : 1));
    const std::string format = unescaped.toStdString();
    Compiler compiler(StampOf::Begin);
    for (std::size_t at = 0; at < format.size();) {
        const std::size_t percent = format.find('%', at);
        compiler.literal(std::string_view(format).substr(at, percent - at));
        if (percent == std::string::npos)
            break;
        if (format.compare(percent, 2, "%%") == 0) {
            compiler.literal("%");
            at = percent + 2;
            continue;
        }
        std::size_t end = format.find_first_not_of("<>!,0123456789", percent + 1);
        std::string argument;
        if (end != std::string::npos && format[end] == '{') {
            const std::size_t close = format.find('}', end);
            argument = format.substr(end + 1, close - end - 1);
            end = close == std::string::npos ? close : close + 1;
        }
        if (end >= format.size())
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("The log format ends in the middle of “%1”.")
                                 .arg(QString::fromStdString(format.substr(percent))));
        const char directive = format[end];
        const std::string_view whole = std::string_view(format).substr(percent, end + 1 - percent);
        at = end + 1;
        if (directive == 'U' && format.compare(at, 2, "%q") == 0)
            at += 2; // path and query, which are one text
        if (directive == 't' && argument.empty()) {
            compiler.literal("[");
            DRAMATIS_CHECK(compiler.field(LogField::CommonStamp, whole));
            compiler.literal("]");
            continue;
        }
        std::string name(1, directive);
        if (!argument.empty())
            name += ':' + QString::fromStdString(argument).toLower().toStdString();
        const LogField field = fieldNamed(kApacheDirectives, name);
        if (directive == 't' && field == LogField::Skip)
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("The time format “%1” is not read yet; %t, %{sec}t, %{msec}t, "
                                    "%{usec}t and ISO 8601 are.")
                                 .arg(QString::fromStdString(argument)));
        DRAMATIS_CHECK(compiler.field(field, whole));
    }
    return compiler.done();
}

Result<LogFormat> LogFormat::fromText(const QString &text)
{
    return text.contains(u'$') ? fromNginx(text) : fromApache(text);
}

bool LogFormat::match(std::string_view line, LogFields &fields) const
{
    return matchSteps(line, fields, m_needed, false);
}

bool LogFormat::matchExactly(std::string_view line, LogFields &fields) const
{
    return matchSteps(line, fields, m_steps.size(), true);
}

bool LogFormat::matchSteps(std::string_view line,
                           LogFields &fields,
                           std::size_t steps,
                           bool exactly) const
{
    if (!line.starts_with(m_prefix))
        return false;
    std::size_t at = m_prefix.size();
    for (std::size_t i = 0; i < steps; ++i) {
        const Step &step = m_steps[i];
        std::size_t end = line.size();
        if (!step.end.empty()) {
            end = endOfField(line, at, step.field, step.end);
            if (end == std::string_view::npos) {
                if (exactly || i + 1 != steps)
                    return false;
                end = line.size(); // the last one that is needed: the line was cut behind it
            }
        }
        const std::string_view value = line.substr(at, end - at);
        if (exactly && step.field == LogField::Skip && (step.end.empty() || step.end.front() != '"')
            && (i == 0 || m_steps[i - 1].end.back() != '"')
            && value.find(' ') != std::string_view::npos)
            return false;
        if (step.field != LogField::Skip)
            fields[static_cast<std::size_t>(step.field)] = value;
        at = std::min(line.size(), end + step.end.size());
        if (exactly && end + step.end.size() > line.size())
            return false;
    }
    return !exactly || at == line.size();
}

} // namespace dramatis::capture
