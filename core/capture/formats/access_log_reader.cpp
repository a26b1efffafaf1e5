// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every access log that is lines of text with a fixed order of fields is one format string and one
// matcher. A format is recognised by how many of the first lines it fits to the very end, with
// numbers where numbers belong; a line is read up to the last field that means anything, so that a
// mangled user agent at the end costs no exchange.
#include "core/capture/formats/access_log_reader.h"

#include "core/capture/formats/line_reading.h"
#include "core/capture/formats/log_line.h"
#include "core/capture/tr.h"

#include <QCoreApplication>

#include <vector>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

/// How the combined formats of nginx and Apache, alike field by field, are told apart.
enum class Trait {
    None,
    Nginx,  ///< nginx writes a body of no bytes as 0, Apache's %b as "-"
    Further ///< fields behind those of the format are passed over
};

struct WellKnown
{
    const char *id;
    const char *name; ///< translated when shown
    const char16_t *format;
    Trait trait = Trait::None;
};

#define COMMON_NGINX                                                                               \
    u"$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
#define COMBINED_NGINX COMMON_NGINX u" \"$http_referer\" \"$http_user_agent\""
#define COMMON_APACHE u"%h %l %u %t \"%r\" %>s %b"
#define COMBINED_APACHE COMMON_APACHE u" \"%{Referer}i\" \"%{User-Agent}i\""

constexpr WellKnown kWellKnown[] = {
    {"nginx-timed",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx combined with sizes, times, upstream and host"),
     COMBINED_NGINX u" $request_length $request_time $msec \"$upstream_addr\" "
                    u"\"$upstream_response_time\" $host"},
    {"nginx-ingress",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx ingress controller of Kubernetes"),
     COMBINED_NGINX u" $request_length $request_time [$proxy_upstream_name] "
                    u"[$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length "
                    u"$upstream_response_time $upstream_status $req_id"},
    {"nginx-amplify",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx main with times, as NGINX Amplify has it"),
     COMBINED_NGINX u" \"$http_x_forwarded_for\" \"$host\" sn=\"$server_name\" rt=$request_time "
                    u"ua=\"$upstream_addr\" us=\"$upstream_status\" ut=\"$upstream_response_time\" "
                    u"ul=\"$upstream_response_length\" cs=$upstream_cache_status"},
    {"nginx-upstream-time",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx combined with rt, uct, uht and urt"),
     COMBINED_NGINX u" rt=$request_time uct=\"$upstream_connect_time\" "
                    u"uht=\"$upstream_header_time\" urt=\"$upstream_response_time\""},
    {"nginx-two-times",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx combined with request and upstream time"),
     COMBINED_NGINX u" $request_time $upstream_response_time"},
    {"nginx-two-times-pipe",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx combined with two times and pipelining"),
     COMBINED_NGINX u" $request_time $upstream_response_time $pipe"},
    {"nginx-time",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx combined with request time"),
     COMBINED_NGINX u" $request_time"},
    {"nginx-main-two-times",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx main with request and upstream time"),
     COMBINED_NGINX u" \"$http_x_forwarded_for\" $request_time $upstream_response_time"},
    {"nginx-main-time",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx main with request time"),
     COMBINED_NGINX u" \"$http_x_forwarded_for\" $request_time"},
    {"nginx-main",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx main (combined with X-Forwarded-For)"),
     COMBINED_NGINX u" \"$http_x_forwarded_for\""},
    {"nginx-combined",
     QT_TRANSLATE_NOOP("dramatis::capture", "nginx combined"),
     COMBINED_NGINX,
     Trait::Nginx},
    {"apache-vhost-combined",
     QT_TRANSLATE_NOOP("dramatis::capture", "Apache combined with virtual host"),
     u"%v " COMBINED_APACHE},
    {"apache-vhost-common",
     QT_TRANSLATE_NOOP("dramatis::capture", "Apache common with virtual host"),
     u"%v " COMMON_APACHE},
    {"apache-combined", QT_TRANSLATE_NOOP("dramatis::capture", "Apache combined"), COMBINED_APACHE},
    {"apache-common", QT_TRANSLATE_NOOP("dramatis::capture", "Apache common"), COMMON_APACHE},
    {"combined-and-more",
     QT_TRANSLATE_NOOP("dramatis::capture", "Combined, followed by fields that are not read"),
     COMBINED_APACHE u" %{further}n",
     Trait::Further},
};

#undef COMMON_NGINX
#undef COMBINED_NGINX
#undef COMMON_APACHE
#undef COMBINED_APACHE

/// Whether some answer of these lines, all of the combined format, has 0 bytes.
bool hasZeroSize(const LogFormat &format, const std::vector<std::string_view> &lines)
{
    LogLine reader(format, 0);
    traffic::Exchange exchange;
    bool hasZero = false;
    for (const std::string_view line : lines) {
        if (reader.readExactly(line, exchange) != LineProblem::None)
            continue;
        if (!isKnown(exchange.responseBytes))
            return false;
        hasZero = hasZero || exchange.responseBytes == 0;
    }
    return hasZero;
}

class WellKnownReader final : public CaptureReader
{
public:
    explicit WellKnownReader(const WellKnown &known)
        : m_known(known)
        , m_format(LogFormat::fromText(QString::fromUtf16(known.format)))
    {
        Q_ASSERT(m_format.has_value());
    }

    QString id() const override { return QString::fromLatin1(m_known.id); }
    QString name() const override { return translated(m_known.name); }
    QStringList extensions() const override { return {u"log"_s, u"txt"_s}; }

    bool readsLines() const override { return true; }

    Confidence sniff(QByteArrayView head, const ReadOptions &options) const override
    {
        const FirstLines first = firstLines(head);
        if (m_known.trait == Trait::Further) {
            LogLine reader(*m_format, options.zone);
            traffic::Exchange exchange;
            std::size_t fitting = 0;
            for (const std::string_view line : first.lines)
                fitting += reader.read(line, exchange) == LineProblem::None ? 1U : 0U;
            return std::min(confidenceOf(fitting, first.lines.size()), Confidence::Possible);
        }
        LogLine parser(*m_format, options.zone);
        const Confidence confidence = confidenceIn(first, parser);
        if (m_known.trait == Trait::Nginx && !hasZeroSize(*m_format, first.lines))
            return std::min(confidence, Confidence::Likely);
        return confidence;
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &options,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        LogLine parser(*m_format, options.zone);
        DRAMATIS_TRY(ImportSummary summary, readLines(device, parser, id(), sink, job));
        if (m_known.trait == Trait::Further && summary.exchanges > 0)
            summary.notes.prepend(
                Tr::tr("Lines have further fields, which were not read; to read them, "
                       "give the server's log format with --format."));
        return summary;
    }

private:
    const WellKnown &m_known;
    Result<LogFormat> m_format;
};

/// Reads by a format string that the user gave.
class ConfiguredReader final : public CaptureReader
{
public:
    using Compile = Result<LogFormat> (*)(const QString &);
    ConfiguredReader(const char *id, const char *name, QChar mark, Compile compile)
        : m_id(id)
        , m_name(name)
        , m_mark(mark)
        , m_compile(compile)
    {}

    QString id() const override { return QString::fromLatin1(m_id); }
    QString name() const override { return translated(m_name); }
    QStringList extensions() const override { return {u"log"_s, u"txt"_s}; }

    bool readsLines() const override { return true; }

    Confidence sniff(QByteArrayView head, const ReadOptions &options) const override
    {
        if (!options.formatString.contains(m_mark))
            return Confidence::No;
        const Result<LogFormat> format = m_compile(options.formatString);
        if (!format)
            return Confidence::No;
        LogLine parser(*format, options.zone);
        return confidenceIn(firstLines(head), parser);
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &options,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        if (options.formatString.isEmpty())
            return makeError(
                ErrorKind::InvalidArgument,
                Tr::tr("The format “%1” needs the server's format string; give that instead "
                       "of its name.")
                    .arg(id()));
        DRAMATIS_TRY(const LogFormat format, m_compile(options.formatString));
        LogLine parser(format, options.zone);
        return readLines(device, parser, id(), sink, job);
    }

private:
    const char *m_id;
    const char *m_name;
    QChar m_mark;
    Compile m_compile;
};

} // namespace

const QList<const CaptureReader *> &accessLogReaders()
{
    static const QList<const CaptureReader *> readers = [] {
        static const std::vector<WellKnownReader> wellKnown(std::begin(kWellKnown),
                                                            std::end(kWellKnown));
        QList<const CaptureReader *> list;
        for (const WellKnownReader &reader : wellKnown)
            list.append(&reader);
        static const ConfiguredReader nginx(
            "nginx",
            QT_TRANSLATE_NOOP("dramatis::capture", "nginx log_format"),
            u'$',
            &LogFormat::fromNginx);
        static const ConfiguredReader apache(
            "apache",
            QT_TRANSLATE_NOOP("dramatis::capture", "Apache LogFormat"),
            u'%',
            &LogFormat::fromApache);
        list.append(&nginx);
        list.append(&apache);
        return list;
    }();
    return readers;
}

} // namespace dramatis::capture
