// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_device.h"

#include <QCryptographicHash>
#include <QDirIterator>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>

namespace dramatis::fuzz {

/// What is taken of a file: inputs of more make a fuzzer slow.
inline constexpr qsizetype kMostOfASeed = 16 * 1024;

/// The inputs that a captured file gives, from its path and its first 64 KiB, decompressed.
using SeedsOf = std::function<QList<QByteArray>(const QString &path, const QByteArray &head)>;

/// With "--seeds=FOLDER PATH..." on the command line: writes the inputs that the files below the
/// paths give into the folder, each under its hash, and ends the program.
inline void writeSeedsIfAsked(int argc, char **argv, const SeedsOf &seedsOf)
{
    constexpr std::string_view kOption = "--seeds=";
    if (argc < 2 || !std::string_view(argv[1]).starts_with(kOption))
        return;
    const QDir folder(QString::fromLocal8Bit(argv[1] + kOption.size()));
    if (!folder.mkpath(QStringLiteral(".")))
        qFatal("%s cannot be made", qPrintable(folder.path()));
    int count = 0;
    for (int i = 2; i < argc; ++i) {
        QDirIterator files(
            QString::fromLocal8Bit(argv[i]), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const auto device = capture::CaptureDevice::open(path);
            if (!device)
                continue;
            for (const QByteArray &seed : seedsOf(path, (*device)->head())) {
                const QByteArray name =
                    QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex();
                QFile file(folder.filePath(QString::fromLatin1(name)));
                if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
                    qFatal("%s cannot be written", qPrintable(file.fileName()));
                ++count;
            }
        }
    }
    std::printf("%d seeds\n", count);
    std::exit(0);
}

} // namespace dramatis::fuzz
