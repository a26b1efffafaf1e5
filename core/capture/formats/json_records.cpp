// SPDX-License-Identifier: GPL-3.0-or-later
//
// RapidJSON's events, because a capture can be one document that is larger than the memory, and
// because real logs have bytes that are no UTF-8, for which simdjson refuses the whole line. It
// parses without recursion, and numbers stay text, so that nanoseconds are not rounded to a double.
#include "core/capture/formats/json_records.h"

#include "core/capture/formats/import_tally.h"
#include "core/capture/formats/json_walker.h"
#include "core/capture/tr.h"

#include <QBuffer>

#ifdef __SSE2__ // part of every x86-64
#define RAPIDJSON_SSE2
#endif
#include <algorithm>
#include <cstring>
#include <rapidjson/reader.h>

namespace dramatis::capture {

namespace {

constexpr std::size_t kKeptOfString = std::size_t{4} << 20; ///< the rest is passed over
constexpr std::size_t kLongestString = std::size_t{64} << 20;
constexpr std::size_t kJsonBlock = std::size_t{1} << 20;
constexpr std::size_t kLongestPrefix = 256; ///< before the object on a line

/// A device as RapidJSON reads one: a character at a time, 0 at the end.
class DeviceStream
{
public:
    using Ch = char;

    DeviceStream(QIODevice &device, JobControl &job)
        : m_device(device)
        , m_job(job)
        , m_buffer(kJsonBlock)
        , m_size(device.isSequential() ? -1 : device.size())
    {}

    [[nodiscard]] Ch Peek() { return m_at < m_end || fill() ? m_buffer[m_at] : '\0'; }
    Ch Take()
    {
        const Ch c = Peek();
        if (m_at < m_end) {
            ++m_at;
            m_lines += c == '\n' ? 1U : 0U;
        }
        return c;
    }
    [[nodiscard]] std::size_t Tell() const { return m_before + m_at; }
    Ch *PutBegin() { return nullptr; } // only for parsing in place
    void Put(Ch) {}
    std::size_t PutEnd(Ch *) { return 0; }

    /// Whether there is nothing more, after white space.
    bool isAtEnd()
    {
        while (m_at < m_end || fill()) {
            const char c = m_buffer[m_at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
                return false;
            Take();
            markEvent();
        }
        return true;
    }
    void skipByteOrderMark()
    {
        if (Peek() == '\xEF' && m_end >= 3 && std::memcmp(m_buffer.data(), "\xEF\xBB\xBF", 3) == 0)
            m_at = 3;
    }
    void skipLine()
    {
        while ((m_at < m_end || fill()) && Take() != '\n')
            markEvent();
    }
    /// Line ends that were taken.
    [[nodiscard]] std::size_t lines() const { return m_lines; }
    [[nodiscard]] bool hasEnded() const { return m_atEnd && m_at == m_end; }
    [[nodiscard]] Result<> error() const { return m_error; }
    [[nodiscard]] bool isStringTooLong() const { return m_stringTooLong; }
    /// What is next, for a person to recognise the place.
    [[nodiscard]] std::string_view ahead() const
    {
        return std::string_view(m_buffer.data(), m_end).substr(m_at, 200);
    }
    /// To be called at every event: what is between two is one string or one number.
    void markEvent() { m_event = Tell(); }

private:
    bool fill()
    {
        if (m_atEnd)
            return false;
        followString();
        const std::size_t length = Tell() - m_event;
        m_stringTooLong = length > kLongestString;
        // An escape is at most two times \uXXXX, and must not be parted.
        const std::string_view last = std::string_view(m_buffer.data(), m_end)
                                          .substr(m_end - std::min<std::size_t>(m_end, 12));
        const bool isSkippable =
            m_inString && length > kKeptOfString && last.find('\\') == std::string_view::npos;
        if (!m_stringTooLong && read() && isSkippable)
            skipRestOfString();
        m_atEnd = m_at == m_end;
        return !m_atEnd;
    }

    /// Reads the next block over the last one.
    bool read()
    {
        m_error = checkpoint();
        m_before += m_end;
        m_at = 0;
        m_end = 0;
        if (!m_error)
            return false;
        const qint64 count = m_device.read(m_buffer.data(), static_cast<qint64>(kJsonBlock));
        if (count < 0)
            m_error =
                makeError(ErrorKind::Io, Tr::tr("Reading failed: %1.").arg(m_device.errorString()));
        m_end = count > 0 ? static_cast<std::size_t>(count) : 0;
        return m_end > 0;
    }

    /// Whether the buffer ends in a string. An event is never within one.
    void followString()
    {
        std::size_t i = 0;
        if (m_event >= m_before) {
            i = m_event - m_before;
            m_inString = false;
            m_isEscaped = false;
        }
        for (; i < m_end; ++i) {
            const char c = m_buffer[i];
            m_inString = m_inString != (c == '"' && !m_isEscaped);
            m_isEscaped = c == '\\' && !m_isEscaped;
        }
    }

    /// A body of a page, which nobody asks for: goes to the quote that ends it.
    void skipRestOfString()
    {
        bool isEscaped = false;
        do {
            for (std::size_t i = 0; i < m_end; ++i) {
                const char c = m_buffer[i];
                if (c == '"' && !isEscaped) {
                    m_at = i;
                    m_event += i;
                    return;
                }
                isEscaped = c == '\\' && !isEscaped;
            }
            m_event += m_end;
        } while (read());
    }

    Result<> checkpoint()
    {
        const double done =
            m_size > 0 ? static_cast<double>(m_device.pos()) / static_cast<double>(m_size) : 0;
        return m_job.checkpoint(done, Tr::tr("Reading the document"));
    }

    QIODevice &m_device;
    JobControl &m_job;
    std::vector<char> m_buffer;
    qint64 m_size;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    std::size_t m_before = 0; ///< bytes before the buffer
    std::size_t m_event = 0;
    std::size_t m_lines = 0;
    bool m_atEnd = false;
    bool m_stringTooLong = false;
    bool m_inString = false;  ///< where the buffer ends
    bool m_isEscaped = false; ///< what is behind it
    Result<> m_error;
};

/// Tells the stream of every event.
class MarkingWalker : public JsonWalker
{
public:
    MarkingWalker(const JsonPaths &paths, JsonRecordTaker *taker, DeviceStream &stream)
        : JsonWalker(paths, taker, false)
        , m_stream(stream)
    {}

    bool Null() { return mark(JsonWalker::Null()); }
    bool Bool(bool value) { return mark(JsonWalker::Bool(value)); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool copy)
    {
        return mark(JsonWalker::RawNumber(text, size, copy));
    }
    bool String(const char *text, rapidjson::SizeType size, bool copy)
    {
        return mark(JsonWalker::String(text, size, copy));
    }
    bool Key(const char *text, rapidjson::SizeType size, bool copy)
    {
        return mark(JsonWalker::Key(text, size, copy));
    }
    bool StartObject() { return mark(JsonWalker::StartObject()); }
    bool EndObject(rapidjson::SizeType count) { return mark(JsonWalker::EndObject(count)); }
    bool StartArray() { return mark(JsonWalker::StartArray()); }
    bool EndArray(rapidjson::SizeType count) { return mark(JsonWalker::EndArray(count)); }

private:
    bool mark(bool goesOn)
    {
        m_stream.markEvent();
        return goesOn;
    }

    DeviceStream &m_stream;
};

using EventParser = rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>>;

constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag
                                 | rapidjson::kParseNumbersAsStringsFlag
                                 | rapidjson::kParseStopWhenDoneFlag;

QString documentProblem(const JsonWalker &walker, const DeviceStream &stream)
{
    if (walker.isTooDeep())
        return Tr::tr("It is nested more than %1 deep.").arg(kDeepestJson);
    if (stream.isStringTooLong())
        return Tr::tr("A text in it is longer than 64 MiB.");
    if (stream.hasEnded())
        return Tr::tr("The document ends in the middle.");
    return Tr::tr("This is no JSON.");
}

} // namespace

struct JsonLine::Private
{
    explicit Private(const JsonPaths &paths) : walker(paths, nullptr, true) {}

    bool parse()
    {
        walker.restart();
        rapidjson::InsituStringStream stream(buffer.data());
        return !parser.Parse<kParseFlags | rapidjson::kParseInsituFlag>(stream, walker).IsError();
    }

    /// Parsed in place; RapidJSON looks up to 15 bytes past the end.
    void copy(std::string_view text)
    {
        constexpr std::size_t kPadding = 32;
        if (buffer.size() < text.size() + kPadding)
            buffer.resize(text.size() * 2 + kPadding);
        std::memcpy(buffer.data(), text.data(), text.size());
        std::memset(buffer.data() + text.size(), 0, kPadding);
    }

    /// nginx writes "\x22" where its format string does not say escape=json.
    static std::string withoutHexEscapes(std::string_view text)
    {
        std::string result;
        for (std::size_t i = 0; i < text.size(); ++i) {
            result += text[i];
            if (text[i] != '\\' || i + 1 == text.size())
                continue;
            ++i;
            result += text[i] == 'x' ? "u00" : std::string(1, text[i]);
        }
        return result;
    }

    JsonWalker walker;
    EventParser parser;
    std::vector<char> buffer;
};

JsonLine::JsonLine(const JsonPaths &paths) : d(std::make_unique<Private>(paths)) {}

JsonLine::~JsonLine() = default;

const NamedValues *JsonLine::read(std::string_view text)
{
    const std::size_t begin = text.substr(0, kLongestPrefix).find('{');
    if (begin == std::string_view::npos)
        return nullptr;
    text.remove_prefix(begin);
    d->copy(text);
    if (!d->parse()) {
        if (text.find("\\x") == std::string_view::npos)
            return nullptr;
        d->copy(Private::withoutHexEscapes(text));
        if (!d->parse())
            return nullptr;
    }
    return &d->walker.values();
}

Result<> readJsonDocuments(QIODevice &device,
                           const JsonPaths &paths,
                           JsonRecordTaker &taker,
                           ImportTally &tally,
                           JobControl &job)
{
    DeviceStream stream(device, job);
    MarkingWalker walker(paths, &taker, stream);
    EventParser parser;
    stream.skipByteOrderMark();
    while (!stream.isAtEnd()) {
        const std::size_t line = stream.lines();
        const std::size_t begin = stream.Tell();
        stream.markEvent();
        walker.restart();
        const bool isWhole = !parser.Parse<kParseFlags>(stream, walker).IsError();
        DRAMATIS_CHECK(stream.error());
        DRAMATIS_CHECK(walker.error());
        if (isWhole)
            continue;
        if (stream.hasEnded())
            tally.setTruncated();
        tally.skip(begin == stream.Tell() || stream.lines() == line
                       ? Tr::tr("line %1").arg(line + 1)
                       : Tr::tr("byte %1").arg(stream.Tell()),
                   documentProblem(walker, stream),
                   stream.ahead());
        if (stream.lines() != line)
            break;
        stream.skipLine();
    }
    return stream.error();
}

std::uint64_t fieldsInHead(QByteArrayView head, const JsonPaths &paths)
{
    QByteArray bytes = QByteArray::fromRawData(head.data(), head.size());
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    NullJobControl job;
    DeviceStream stream(device, job);
    MarkingWalker walker(paths, nullptr, stream);
    EventParser parser;
    stream.skipByteOrderMark();
    while (!stream.isAtEnd()) {
        walker.restart();
        if (parser.Parse<kParseFlags>(stream, walker).IsError())
            break;
    }
    return walker.seen();
}

} // namespace dramatis::capture
