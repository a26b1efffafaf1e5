// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QTest>

namespace dramatis::tests {

/// What is wrong between `text` and the golden file `name` (a path below tests/fixtures/golden), or
/// an empty text. The first line that differs is told with both versions. With
/// DRAMATIS_UPDATE_GOLDEN=1 in the environment the file is written anew and that is told, so that
/// an update is never a pass.
[[nodiscard]] inline QString goldenDifference(const QString &text, const QString &name)
{
    const QString path = QStringLiteral(DRAMATIS_ROOT "/tests/fixtures/golden/") + name;
    if (qEnvironmentVariableIntValue("DRAMATIS_UPDATE_GOLDEN") == 1) {
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(text.toUtf8()) < 0)
            return QStringLiteral("%1 cannot be written").arg(path);
        return QStringLiteral("%1 was written anew: read its difference, then run again without "
                              "DRAMATIS_UPDATE_GOLDEN")
            .arg(path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1 cannot be read; DRAMATIS_UPDATE_GOLDEN=1 makes it").arg(path);
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList actual = text.split(u'\n');
    for (qsizetype line = 0; line < qMax(expected.size(), actual.size()); ++line) {
        const QString wanted =
            line < expected.size() ? expected[line] : QStringLiteral("(no line)");
        const QString got = line < actual.size() ? actual[line] : QStringLiteral("(no line)");
        if (wanted != got)
            return QStringLiteral("%1, line %2\n   golden: %3\n   actual: %4")
                .arg(name)
                .arg(line + 1)
                .arg(wanted, got);
    }
    return {};
}

} // namespace dramatis::tests

/// Compares text with a golden file: COMPARE_GOLDEN(text, QStringLiteral("report/summary.txt")).
#define COMPARE_GOLDEN(text, name)                                                                 \
    do {                                                                                           \
        const QString difference_ = dramatis::tests::goldenDifference((text), (name));             \
        QVERIFY2(difference_.isEmpty(), qPrintable(difference_));                                  \
    } while (false)
