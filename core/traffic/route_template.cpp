// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/route_template.h"

#include "core/base/ascii.h"
#include "core/traffic/route_names.h"
#include "core/traffic/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::traffic {

namespace {

constexpr qsizetype kLongestParameter = 40; ///< characters of a name
constexpr char kRestName[] = "**"; // no std:: type: lupdate would lose the context of what follows

Error templateError(const QString &text, const QString &what)
{
    constexpr qsizetype kShown = 80;
    const QString shown = text.size() > kShown ? QString(text.left(kShown) + u'…') : text;
    return makeError(ErrorKind::InvalidArgument,
                     Tr::tr("The route template “%1” cannot be used: %2").arg(shown, what));
}

/// Reads the path of a template, character by character.
class PathParser
{
public:
    /// @param text  the whole template, `from` where its path begins
    PathParser(const QString &text, qsizetype from) : m_text(text), m_at(from) {}

    Result<std::vector<RouteSegment>> parse()
    {
        std::vector<RouteSegment> segments;
        while (m_at < m_text.size()) {
            ++m_at; // the slash
            if (!segments.empty() && segments.back().kind == RouteSegment::Kind::Rest)
                return templateError(
                    m_text, Tr::tr("“**” takes all that follows, so nothing can stand behind it."));
            DRAMATIS_TRY(RouteSegment segment, next());
            segments.push_back(std::move(segment));
        }
        return segments;
    }

private:
    using Kind = RouteSegment::Kind;

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size() || m_text[m_at] == u'/'; }

    Result<RouteSegment> next()
    {
        if (takeWord(u"**"))
            return RouteSegment{Kind::Rest, {}, {}, {}};
        if (takeWord(u"*"))
            return RouteSegment{Kind::Any, {}, {}, {}};
        RouteSegment segment;
        while (!atEnd()) {
            std::string &literal = segment.kind == Kind::Literal ? segment.before : segment.after;
            const QChar c = m_text[m_at];
            if (c == u'{') {
                if (segment.kind != Kind::Literal)
                    return templateError(m_text,
                                         Tr::tr("at %1 a second parameter begins; one segment can "
                                                "have one.")
                                             .arg(place()));
                DRAMATIS_CHECK(parameter(segment));
            } else if (c == u'\\') {
                DRAMATIS_CHECK(escaped(literal));
            } else {
                DRAMATIS_CHECK(refuseMark(c));
                appendCharacter(literal);
            }
        }
        return segment;
    }

    /// `word` if it is all of the segment.
    bool takeWord(QStringView word)
    {
        const qsizetype end = m_at + word.size();
        if (QStringView(m_text).mid(m_at, word.size()) != word
            || (end < m_text.size() && m_text[end] != u'/'))
            return false;
        m_at = end;
        return true;
    }

    Result<> refuseMark(QChar c) const
    {
        if (c == u'*')
            return templateError(m_text,
                                 Tr::tr("at %1 a star stands beside something else. Write {name} "
                                        "for a part of a segment, or \\* for a star.")
                                     .arg(place()));
        if (c == u'}')
            return templateError(
                m_text, Tr::tr("at %1 a } closes nothing. Write \\} for a brace.").arg(place()));
        if (c == u'?')
            return templateError(m_text,
                                 Tr::tr("at %1 a query begins, which routes do not have. Leave it "
                                        "out, or write \\? for a question mark.")
                                     .arg(place()));
        return {};
    }

    /// "{name}" or "{name:id}".
    Result<> parameter(RouteSegment &segment)
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        const qsizetype slash = m_text.indexOf(u'/', m_at);
        if (end < 0 || (slash >= 0 && slash < end))
            return templateError(m_text,
                                 Tr::tr("the { at %1 is not closed before the segment's end. "
                                        "Write {name}, or \\{ for a brace.")
                                     .arg(place()));
        const QStringView inside = QStringView(m_text).mid(m_at + 1, end - m_at - 1);
        const qsizetype colon = inside.indexOf(u':');
        const QStringView name = colon < 0 ? inside : inside.left(colon);
        if (colon >= 0 && inside.mid(colon) != u":id")
            return templateError(
                m_text,
                Tr::tr("the parameter at %1 is of an unknown kind. Only {name} and {name:id} are "
                       "known, which takes what looks like an identifier.")
                    .arg(place()));
        const bool isName =
            !name.isEmpty() && name.size() <= kLongestParameter
            && std::all_of(name.begin(), name.end(), [](QChar c) {
                   return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
               });
        if (!isName)
            return templateError(m_text,
                                 Tr::tr("the parameter at %1 needs a name of up to %2 letters, "
                                        "digits, “_”, “-” or “.”, such as {id}.")
                                     .arg(place())
                                     .arg(kLongestParameter));
        segment.kind = colon < 0 ? Kind::Any : Kind::Identifier;
        segment.name = name.toUtf8().toStdString();
        m_at = end + 1;
        return {};
    }

    Result<> escaped(std::string &literal)
    {
        const QString at = place();
        ++m_at;
        if (m_at >= m_text.size())
            return templateError(m_text,
                                 Tr::tr("the \\ at the end stands before nothing. Write \\\\ for "
                                        "a backslash."));
        if (m_text[m_at] != u'x') {
            appendCharacter(literal);
            return {};
        }
        const auto digit = [this](qsizetype i) {
            const char16_t code = i < m_text.size() ? m_text[i].unicode() : u'g';
            return code < 128 ? ascii::hexValue(static_cast<char>(code)) : -1;
        };
        const int high = digit(m_at + 1);
        const int low = digit(m_at + 2);
        if (high < 0 || low < 0)
            return templateError(
                m_text, Tr::tr("\\x at %1 needs two hexadecimal digits, such as \\xff.").arg(at));
        literal += static_cast<char>(high * 16 + low);
        m_at += 3;
        return {};
    }

    /// The character here, both halves of it where it has two.
    void appendCharacter(std::string &literal)
    {
        const bool isPair = m_text[m_at].isHighSurrogate() && m_at + 1 < m_text.size()
                            && m_text[m_at + 1].isLowSurrogate();
        const qsizetype size = isPair ? 2 : 1;
        literal += QStringView(m_text).mid(m_at, size).toUtf8().toStdString();
        m_at += size;
    }

    /// Where it reads, for people.
    [[nodiscard]] QString place() const { return Tr::tr("character %1").arg(m_at + 1); }

    const QString &m_text;
    qsizetype m_at;
};

} // namespace

bool isMethod(std::string_view text) noexcept
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return ascii::isLetterOrDigit(c) || kMarks.find(c) != std::string_view::npos;
    });
}

bool RouteSegment::takes(std::string_view text) const noexcept
{
    if (kind == Kind::Literal)
        return text == before;
    if (kind == Kind::Rest)
        return true;
    if (text.size() <= before.size() + after.size() || !text.starts_with(before)
        || !text.ends_with(after))
        return false;
    if (kind == Kind::Any)
        return true;
    // What follows the identifier must be its ending, or a part of a name would be one too.
    const std::string_view value = text.substr(before.size());
    return identifierIn(value).size() == value.size() - after.size();
}

void RouteSegment::appendName(std::string &route) const
{
    if (kind == Kind::Rest) {
        route += kRestName;
        return;
    }
    route += before;
    if (kind == Kind::Literal)
        return;
    if (name.empty())
        route += '*';
    else
        route.append("{").append(name).append("}");
    route += after;
}

std::string RouteTemplate::path() const
{
    std::string path;
    for (const RouteSegment &segment : segments) {
        path += '/';
        segment.appendName(path);
    }
    return path;
}

Result<RouteTemplate> parseRouteTemplate(const QString &written)
{
    RouteTemplate result;
    result.text = written.trimmed();
    const QString &text = result.text;
    if (text.size() > kLongestTemplate)
        return templateError(text,
                             Tr::tr("it is longer than %1 characters.").arg(kLongestTemplate));
    qsizetype at = 0;
    const auto skipSpaces = [&] {
        while (at < text.size() && text[at].isSpace())
            ++at;
    };
    if (text.startsWith(u'=')) {
        result.keeps = true;
        ++at;
        skipSpaces();
    }
    const qsizetype space = text.indexOf(u' ', at);
    const QStringView first = QStringView(text).mid(at, space < 0 ? -1 : space - at);
    if (space > 0 && !first.contains(u'/')) {
        result.method = first.toUtf8().toStdString();
        if (!isMethod(result.method))
            return templateError(
                text, Tr::tr("“%1” is no method. Write a path, or GET and a path.").arg(first));
        at = space;
        skipSpaces();
    }
    const qsizetype scheme = text.indexOf(u"://", at);
    qsizetype path = at;
    if (scheme > at && text.indexOf(u'/', at) == scheme + 1) {
        path = text.indexOf(u'/', scheme + 3);
        path = path < 0 ? text.size() : path;
        result.origin = QStringView(text).mid(at, path - at).toUtf8().toStdString();
    }
    if (path >= text.size() || text[path] != u'/')
        return templateError(text,
                             Tr::tr("it has no path, which begins with a slash. Write it as "
                                    "/users/{id} or GET /users/{id}."));
    DRAMATIS_TRY(result.segments, PathParser(text, path).parse());
    return result;
}

QString escapedForTemplate(std::string_view literal)
{
    constexpr QStringView kMarks = u"{}*?\\";
    constexpr QStringView kDigits = u"0123456789abcdef";
    QString text;
    const auto appendByte = [&](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        text += u"\\x"_s + kDigits[value >> 4] + kDigits[value & 15];
    };
    for (std::size_t i = 0; i < literal.size();) {
        const char c = literal[i];
        if (static_cast<unsigned char>(c) < 128) {
            if (c <= ' ' || c == 127)
                appendByte(c);
            else if (kMarks.contains(QLatin1Char(c)))
                text += QString(u'\\') + QLatin1Char(c);
            else
                text += QLatin1Char(c);
            ++i;
            continue;
        }
        // A character of several bytes, if that is what it is, and one that can be seen.
        std::size_t size = 2;
        while (size < 4 && i + size < literal.size()
               && (static_cast<unsigned char>(literal[i + size]) & 0xC0U) == 0x80U)
            ++size;
        const std::string_view bytes = literal.substr(i, size);
        const QString character =
            QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        const QList<uint> codes = character.toUcs4();
        const bool isSeen = codes.size() == 1 && QChar::isPrint(codes.front())
                            && !QChar::isSpace(codes.front())
                            && character.toUtf8().toStdString() == bytes;
        if (isSeen) {
            text += character;
        } else {
            for (const char byte : bytes)
                appendByte(byte);
        }
        i += bytes.size();
    }
    return text;
}

OperationParts partsOf(std::string_view operation) noexcept
{
    const std::string_view address = pathOf(operation);
    const std::size_t slash = address.find('/');
    if (slash == std::string_view::npos)
        return {};
    OperationParts parts;
    if (slash > 0) { // a proxy's log has whole addresses: the host is no part of the path
        const std::size_t scheme = address.find("://");
        if (scheme == std::string_view::npos || scheme + 1 != slash)
            return {};
        parts.origin = address.substr(0, address.find('/', scheme + 3));
        if (parts.origin.size() == address.size())
            return {};
    }
    parts.path = address.substr(parts.origin.size());
    if (address.size() < operation.size())
        parts.method = operation.substr(0, operation.size() - address.size() - 1);
    return parts;
}

} // namespace dramatis::traffic
