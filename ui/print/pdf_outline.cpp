// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pdf_outline.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

// An incremental update appends new versions of objects, a cross-reference section for them and a
// trailer that points to the one before; nothing that was written is changed. What is needed: the
// numbers of the catalog (/Root), of the document information (/Info) and of the pages, in order.

namespace dramatis::ui {

namespace {

Error unexpected(const char *what)
{
    return makeError(ErrorKind::Internal, u"PDF: "_s + QLatin1String(what));
}

/// The number after `key` in `bytes`, or -1.
qint64 numberAfter(const QByteArray &bytes, const QByteArray &key)
{
    const qsizetype at = bytes.indexOf(key);
    if (at < 0)
        return -1;
    const QRegularExpression digits(u"^\\s*(\\d+)"_s);
    const auto match = digits.match(QString::fromLatin1(bytes.mid(at + key.size(), 24)));
    return match.hasMatch() ? match.captured(1).toLongLong() : -1;
}

/// The text of object `number` between "obj" and "endobj".
QByteArray objectText(const QByteArray &pdf, qint64 number)
{
    const QByteArray head = '\n' + QByteArray::number(number) + " 0 obj";
    qsizetype begin = pdf.indexOf(head);
    if (begin < 0)
        return {};
    begin += head.size();
    const qsizetype end = pdf.indexOf("endobj", begin);
    return end < 0 ? QByteArray() : pdf.mid(begin, end - begin).trimmed();
}

/// A text string as UTF-16 in hexadecimal, which needs no escaping.
QByteArray textString(const QString &text)
{
    QByteArray bytes("\xFE\xFF", 2);
    for (const QChar unit : text) {
        bytes.append(static_cast<char>(unit.unicode() >> 8));
        bytes.append(static_cast<char>(unit.unicode() & 0xFF));
    }
    return '<' + bytes.toHex().toUpper() + '>';
}

QByteArray withEntries(const QByteArray &dictionary, const QByteArray &entries)
{
    return dictionary.left(dictionary.lastIndexOf(">>")) + entries + " >>";
}

QList<qint64> pageNumbers(const QByteArray &pages)
{
    QList<qint64> numbers;
    const qsizetype begin = pages.indexOf('[', pages.indexOf("/Kids"));
    const QString kids = QString::fromLatin1(pages.mid(begin, pages.indexOf(']', begin) - begin));
    static const QRegularExpression reference(u"(\\d+)\\s+0\\s+R"_s);
    for (auto it = reference.globalMatch(kids); it.hasNext();)
        numbers.append(it.next().captured(1).toLongLong());
    return numbers;
}

} // namespace

Result<QByteArray> withOutline(const QByteArray &pdf,
                               const QList<OutlineEntry> &entries,
                               const QString &author,
                               const QString &language)
{
    const qsizetype startxref = pdf.lastIndexOf("startxref");
    const qsizetype trailerAt = pdf.lastIndexOf("trailer");
    if (startxref < 0 || trailerAt < 0)
        return unexpected("no trailer");
    const qint64 previous = numberAfter(pdf.mid(startxref), "startxref");
    const QByteArray trailer = pdf.mid(trailerAt);
    const qint64 root = numberAfter(trailer, "/Root");
    const qint64 info = numberAfter(trailer, "/Info");
    const qint64 size = numberAfter(trailer, "/Size");
    const QByteArray catalog = objectText(pdf, root);
    const QByteArray information = objectText(pdf, info);
    if (previous < 0 || size < 0 || catalog.isEmpty() || information.isEmpty())
        return unexpected("no catalog");
    const QList<qint64> pages = pageNumbers(objectText(pdf, numberAfter(catalog, "/Pages")));
    if (pages.isEmpty())
        return unexpected("no pages");

    QMap<qint64, QByteArray> objects;
    const qint64 outline = size;
    const qint64 first = size + 1;
    const auto reference =
        [](qint64 number) -> QByteArray { // not auto: a string builder would dangle
        return QByteArray::number(number) + " 0 R";
    };
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const qsizetype page = std::clamp<qsizetype>(entries[i].page, 0, pages.size() - 1);
        QByteArray entry = "<< /Title " + textString(entries[i].title) + " /Parent "
                           + reference(outline) + " /Dest [" + reference(pages[page]) + " /Fit]";
        if (i > 0)
            entry += " /Prev " + reference(first + i - 1);
        if (i + 1 < entries.size())
            entry += " /Next " + reference(first + i + 1);
        objects[first + i] = entry + " >>";
    }
    QByteArray catalogEntries = " /Lang (" + language.toLatin1() + ')';
    if (!entries.isEmpty()) {
        objects[outline] = "<< /Type /Outlines /First " + reference(first) + " /Last "
                           + reference(first + entries.size() - 1) + " /Count "
                           + QByteArray::number(entries.size()) + " >>";
        catalogEntries += " /Outlines " + reference(outline) + " /PageMode /UseOutlines";
    }
    objects[root] = withEntries(catalog, catalogEntries);
    if (!author.isEmpty())
        objects[info] = withEntries(information, " /Author " + textString(author));

    QByteArray result = pdf;
    if (!result.endsWith('\n'))
        result += '\n';
    QByteArray table = "xref\n";
    for (auto it = objects.begin(); it != objects.end(); ++it) {
        table += QByteArray::number(it.key()) + " 1\n"
                 + QByteArray::number(result.size()).rightJustified(10, '0') + " 00000 n \n";
        result += QByteArray::number(it.key()) + " 0 obj\n" + it.value() + "\nendobj\n";
    }
    const qsizetype tableAt = result.size();
    const qint64 newSize = entries.isEmpty() ? size : first + entries.size();
    result += table + "trailer\n<< /Size " + QByteArray::number(newSize) + " /Root "
              + reference(root) + " /Info " + reference(info) + " /Prev "
              + QByteArray::number(previous) + " >>\nstartxref\n" + QByteArray::number(tableAt)
              + "\n%%EOF\n";
    return result;
}

} // namespace dramatis::ui
