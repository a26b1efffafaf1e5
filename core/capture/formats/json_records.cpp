// SPDX-License-Identifier: GPL-3.0-or-later
//
// RapidJSON's events, because a capture can be one document that is larger than the memory, and
// because real logs have bytes that are no UTF-8, for which simdjson refuses the whole line. It
// parses without recursion, and numbers stay text, so that nanoseconds are not rounded to a double.
#include "core/capture/formats/json_records.h"

#include "core/capture/formats/import_tally.h"
#include "core/capture/tr.h"

#include <QBuffer>

#ifdef __SSE2__ // part of every x86-64
#define RAPIDJSON_SSE2
#endif
#include <cstring>
#include <rapidjson/reader.h>

namespace dramatis::capture {

namespace {

constexpr std::size_t kDeepest = 512;
constexpr std::size_t kLongestString = std::size_t{64} << 20;
constexpr std::size_t kJsonBlock = std::size_t{1} << 20;
constexpr std::size_t kLongestPrefix = 256; ///< before the object on a line

/// Follows a document by its events, and notes what is wanted.
class Walker : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Walker>
{
public:
    /// @param taker  may be null
    /// @param areLasting  whether what the events show stays where it is: a line parsed in place
    Walker(const JsonPaths &paths, JsonRecordTaker *taker, bool areLasting)
        : m_paths(paths)
        , m_taker(taker)
        , m_areLasting(areLasting)
    {}

    /// Before each document.
    void restart()
    {
        m_containers.clear();
        m_ignored = 0;
        m_member = JsonPaths::kNone;
        m_values.clear();
    }

    [[nodiscard]] NamedValues &values() { return m_values; }
    /// All fields that ever were.
    [[nodiscard]] std::uint64_t seen() const { return m_seen; }
    [[nodiscard]] bool isTooDeep() const { return m_tooDeep; }
    [[nodiscard]] Result<> error() { return m_error; }

    bool Default() { return true; } // null
    bool Bool(bool value) { return scalar(value ? "true" : "false"); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool)
    {
        return scalar({text, size});
    }
    bool String(const char *text, rapidjson::SizeType size, bool) { return scalar({text, size}); }

    bool Key(const char *text, rapidjson::SizeType size, bool)
    {
        if (m_ignored > 0)
            return true;
        const std::string_view name(text, size);
        const int object = m_containers.back();
        if (object == kPairValue)
            m_member = kPairValue;
        else if (m_paths.node(object).isPair)
            m_member = name == "key" ? kPairKey : name == "value" ? kPairValue : JsonPaths::kNone;
        else
            m_member = m_paths.member(object, name);
        if (m_member >= 0 && m_paths.node(m_member).isNamed)
            m_name.assign(name);
        return true;
    }

    bool StartObject()
    {
        const int index = current();
        if (!enter(index, false))
            return false;
        if (m_ignored > 0 || index < 0)
            return true;
        const JsonPaths::Node &node = m_paths.node(index);
        if (node.isPair) { // one of many that are members of what is around them
            m_pairKey.clear();
            m_pairValue.clear();
            m_hasPairValue = false;
        } else {
            m_values.clear(node.below);
        }
        if (node.isNamed && node.field != JsonPaths::kNone)
            keep(node.field, m_name, true);
        return true;
    }

    bool EndObject(rapidjson::SizeType)
    {
        const int index = leave();
        if (index < 0)
            return true;
        const JsonPaths::Node &node = m_paths.node(index);
        if (node.isPair && m_hasPairValue) {
            const int member = m_paths.member(index, m_pairKey);
            if (member != JsonPaths::kNone && m_paths.node(member).field != JsonPaths::kNone)
                keep(m_paths.node(member).field, m_pairValue, true);
        }
        if (node.record != JsonPaths::kNone && m_taker) {
            m_error = m_taker->take(node.record, m_values);
            return m_error.has_value();
        }
        return true;
    }

    bool StartArray() { return enter(current(), true); }
    bool EndArray(rapidjson::SizeType)
    {
        leave();
        return true;
    }

private:
    static constexpr int kPairKey = -2;
    static constexpr int kPairValue = -3;
    static constexpr int kArray = 1 << 20; ///< added to the node of an array

    /// What the value that begins now is.
    [[nodiscard]] int current() const
    {
        if (m_ignored > 0)
            return JsonPaths::kNone;
        if (m_containers.empty())
            return m_paths.document();
        const int container = m_containers.back();
        if (container >= kArray)
            return m_paths.node(container - kArray).element;
        return m_member;
    }

    bool enter(int index, bool isArray)
    {
        m_tooDeep = m_containers.size() + m_ignored >= kDeepest;
        if (index == JsonPaths::kNone || index == kPairKey)
            ++m_ignored;
        else
            m_containers.push_back(isArray && index >= 0 ? index + kArray : index);
        return !m_tooDeep;
    }

    /// The node of the container that ends, negative where it does not matter.
    int leave()
    {
        if (m_ignored > 0) {
            --m_ignored;
            return JsonPaths::kNone;
        }
        const int index = m_containers.back();
        m_containers.pop_back();
        return index;
    }

    bool scalar(std::string_view text)
    {
        const int index = current();
        if (index >= 0) {
            const int field = m_paths.node(index).field;
            if (field != JsonPaths::kNone)
                keep(field, text);
        } else if (index == kPairKey) {
            m_pairKey.assign(text);
        } else if (index == kPairValue && !m_hasPairValue) {
            m_pairValue.assign(text);
            m_hasPairValue = true;
        }
        return true;
    }

    void keep(int field, std::string_view text, bool isPassing = false)
    {
        const auto place = static_cast<std::size_t>(field);
        m_seen |= std::uint64_t{1} << place;
        if (m_areLasting && !isPassing) {
            m_values.set(place, text);
            return;
        }
        m_texts[place].assign(text);
        m_values.set(place, m_texts[place]);
    }

    const JsonPaths &m_paths;
    JsonRecordTaker *m_taker;
    bool m_areLasting;
    std::vector<int> m_containers; ///< nodes of what is open, below the document
    std::size_t m_ignored = 0;     ///< further containers that do not matter
    int m_member = JsonPaths::kNone;
    std::string m_name; ///< of the last member that may have any name
    std::string m_pairKey;
    std::string m_pairValue;
    bool m_hasPairValue = false;
    bool m_tooDeep = false;
    NamedValues m_values;
    std::uint64_t m_seen = 0;
    std::array<std::string, NamedValues::kMost> m_texts;
    Result<> m_error;
};

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
        m_stringTooLong = Tell() - m_event > kLongestString;
        m_error = m_stringTooLong ? Result<>() : checkpoint();
        m_before += m_end;
        m_at = 0;
        m_end = 0;
        if (m_error && !m_stringTooLong) {
            const qint64 count = m_device.read(m_buffer.data(), static_cast<qint64>(kJsonBlock));
            if (count < 0)
                m_error = makeError(ErrorKind::Io,
                                    Tr::tr("Reading failed: %1.").arg(m_device.errorString()));
            m_end = count > 0 ? static_cast<std::size_t>(count) : 0;
        }
        m_atEnd = m_end == 0;
        return !m_atEnd;
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
    Result<> m_error;
};

/// Tells the stream of every event.
class MarkingWalker : public Walker
{
public:
    MarkingWalker(const JsonPaths &paths, JsonRecordTaker *taker, DeviceStream &stream)
        : Walker(paths, taker, false)
        , m_stream(stream)
    {}

    bool Default() { return mark(Walker::Default()); }
    bool Null() { return Default(); }
    bool Bool(bool value) { return mark(Walker::Bool(value)); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool copy)
    {
        return mark(Walker::RawNumber(text, size, copy));
    }
    bool String(const char *text, rapidjson::SizeType size, bool copy)
    {
        return mark(Walker::String(text, size, copy));
    }
    bool Key(const char *text, rapidjson::SizeType size, bool copy)
    {
        return mark(Walker::Key(text, size, copy));
    }
    bool StartObject() { return mark(Walker::StartObject()); }
    bool EndObject(rapidjson::SizeType count) { return mark(Walker::EndObject(count)); }
    bool StartArray() { return mark(Walker::StartArray()); }
    bool EndArray(rapidjson::SizeType count) { return mark(Walker::EndArray(count)); }

private:
    bool mark(bool goesOn)
    {
        m_stream.markEvent();
        return goesOn;
    }

    DeviceStream &m_stream;
};

using Parser = rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>>;

constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
                            | rapidjson::kParseStopWhenDoneFlag;

QString documentProblem(const Walker &walker, const DeviceStream &stream)
{
    if (walker.isTooDeep())
        return Tr::tr("It is nested more than %1 deep.").arg(kDeepest);
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
        return !parser.Parse<kFlags | rapidjson::kParseInsituFlag>(stream, walker).IsError();
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

    Walker walker;
    Parser parser;
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
    Parser parser;
    stream.skipByteOrderMark();
    while (!stream.isAtEnd()) {
        const std::size_t line = stream.lines();
        const std::size_t begin = stream.Tell();
        stream.markEvent();
        walker.restart();
        const bool isWhole = !parser.Parse<kFlags>(stream, walker).IsError();
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
    Parser parser;
    stream.skipByteOrderMark();
    while (!stream.isAtEnd()) {
        walker.restart();
        if (parser.Parse<kFlags>(stream, walker).IsError())
            break;
    }
    return walker.seen();
}

} // namespace dramatis::capture
