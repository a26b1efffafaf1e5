// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/content_kind.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

struct Magic
{
    QByteArrayView bytes;
    const char *kind; ///< translated when shown
};

// A view of a literal ends at its first zero byte, which is enough to know these by.
constexpr Magic kMagics[] = {
    {"\x89PNG\r\n", QT_TRANSLATE_NOOP("dramatis::capture", "a PNG picture")},
    {"\xff\xd8\xff", QT_TRANSLATE_NOOP("dramatis::capture", "a JPEG picture")},
    {"GIF8", QT_TRANSLATE_NOOP("dramatis::capture", "a GIF picture")},
    {"%PDF-", QT_TRANSLATE_NOOP("dramatis::capture", "a PDF document")},
    {"\x7f"
     "ELF",
     QT_TRANSLATE_NOOP("dramatis::capture", "a program (ELF)")},
    {"MZ", QT_TRANSLATE_NOOP("dramatis::capture", "a program of Windows")},
    {"SQLite format 3", QT_TRANSLATE_NOOP("dramatis::capture", "a SQLite database")},
    {"\xd4\xc3\xb2\xa1", QT_TRANSLATE_NOOP("dramatis::capture", "a packet capture (pcap)")},
    {"\xa1\xb2\xc3\xd4", QT_TRANSLATE_NOOP("dramatis::capture", "a packet capture (pcap)")},
    {"\x4d\x3c\xb2\xa1", QT_TRANSLATE_NOOP("dramatis::capture", "a packet capture (pcap)")},
    {"\xa1\xb2\x3c\x4d", QT_TRANSLATE_NOOP("dramatis::capture", "a packet capture (pcap)")},
    {"\x0a\x0d\x0d\x0a", QT_TRANSLATE_NOOP("dramatis::capture", "a packet capture (pcapng)")},
    {"\xff\xfe", QT_TRANSLATE_NOOP("dramatis::capture", "text in UTF-16; convert it to UTF-8")},
    {"\xfe\xff", QT_TRANSLATE_NOOP("dramatis::capture", "text in UTF-16; convert it to UTF-8")},
    {"\x1f\x8b", QT_TRANSLATE_NOOP("dramatis::capture", "gzip data")},
    {"\x28\xb5\x2f\xfd", QT_TRANSLATE_NOOP("dramatis::capture", "zstd data")},
    {"<?xml", QT_TRANSLATE_NOOP("dramatis::capture", "an XML document")},
    {"<!DOCTYPE html", QT_TRANSLATE_NOOP("dramatis::capture", "a web page (HTML)")},
    {"<html", QT_TRANSLATE_NOOP("dramatis::capture", "a web page (HTML)")},
    {"{", QT_TRANSLATE_NOOP("dramatis::capture", "JSON")},
    {"[{", QT_TRANSLATE_NOOP("dramatis::capture", "JSON")},
    {"#Fields:", QT_TRANSLATE_NOOP("dramatis::capture", "a W3C log")},
    {"#Version:", QT_TRANSLATE_NOOP("dramatis::capture", "a W3C log")},
    {"#separator", QT_TRANSLATE_NOOP("dramatis::capture", "a log of Zeek")},
};

/// Text has no control characters but those that lay it out.
bool isText(QByteArrayView head)
{
    const bool hasControls = std::any_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\x1b') || byte == 0x7f;
    });
    return !hasControls;
}

} // namespace

QString contentKind(QByteArrayView head)
{
    for (const Magic &magic : kMagics) {
        if (head.startsWith(magic.bytes))
            return QCoreApplication::translate("dramatis::capture", magic.kind);
    }
    return isText(head.first(std::min<qsizetype>(head.size(), 4096)))
               ? QCoreApplication::translate("dramatis::capture", "text")
               : QCoreApplication::translate("dramatis::capture", "binary data");
}

QString archiveKind(QByteArrayView head)
{
    // A name in it ends with zeros, which no log has.
    if (head.size() > 262 && head.sliced(257, 5) == QByteArrayView("ustar")
        && head.first(257).contains('\0'))
        return u"tar"_s;
    if (head.startsWith(QByteArrayView("PK\x03\x04")))
        return u"zip"_s;
    if (head.startsWith(QByteArrayView("7z\xbc\xaf\x27\x1c")))
        return u"7z"_s;
    return head.startsWith(QByteArrayView("Rar!")) ? u"rar"_s : QString();
}

} // namespace dramatis::capture
