// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace dramatis::tests {

/// The folder of public captures that lies beside a checkout (`../shared/data`), or the one named
/// by DRAMATIS_SHARED_DATA. Empty where there is none: the test then skips and says so.
[[nodiscard]] inline QString sharedData()
{
    const QString named = qEnvironmentVariable("DRAMATIS_SHARED_DATA");
    const QString path = named.isEmpty() ? QStringLiteral(DRAMATIS_ROOT "/../shared/data") : named;
    return QDir(path).exists() ? QDir(path).absolutePath() : QString();
}

/// A JSON object among the public captures, "facts.json"; empty where there is none.
[[nodiscard]] inline QJsonObject sharedJson(const QString &name)
{
    QFile file(sharedData() + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

/// What independent parsers counted in each of the public captures, by its path.
[[nodiscard]] inline QJsonObject sharedFacts()
{
    return sharedJson(QStringLiteral("facts.json"));
}

} // namespace dramatis::tests

/// Skips the running test function with a plain message where the public captures are absent.
#define SKIP_WITHOUT_SHARED_DATA()                                                                 \
    do {                                                                                           \
        if (dramatis::tests::sharedData().isEmpty())                                               \
            QSKIP("No folder ../shared/data with public captures beside the checkout.");           \
    } while (false)
