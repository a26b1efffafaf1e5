// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <functional>
#include <string_view>

namespace dramatis::bench {

/// Makes a capture of so many bytes or somewhat more, and hands it over block by block.
using Generator =
    std::function<void(std::int64_t bytes, const std::function<void(std::string_view)> &write)>;

inline void generateFile(const QString &path, std::int64_t bytes, const Generator &generate)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    generate(bytes, [&file](std::string_view block) {
        if (file.write(block.data(), static_cast<qint64>(block.size()))
            != static_cast<qint64>(block.size()))
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    });
}

} // namespace dramatis::bench
