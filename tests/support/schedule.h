// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace dramatis::tests {

inline const QString kSampleCapture =
    QStringLiteral(DRAMATIS_ROOT "/resources/sample/shop-access.log.zst");

/// The packets of some minutes of it, on all hops.
inline const QString kSamplePackets =
    QStringLiteral(DRAMATIS_ROOT "/resources/sample/shop-packets.pcap.zst");

/// One stretch of the recorded sample in which one behaviour was played.
struct Phase
{
    QString persona;
    double from = 0; ///< s since the epoch
    double to = 0;
};

/// The answer sheet of the recorded sample.
[[nodiscard]] inline QJsonObject sampleSheet()
{
    QFile file(QStringLiteral(DRAMATIS_ROOT "/resources/sample/shop-schedule.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sample's schedule is missing");
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// Which behaviour was played when.
[[nodiscard]] inline std::vector<Phase> sampleSchedule()
{
    std::vector<Phase> phases;
    for (const QJsonValue value : sampleSheet()[QStringLiteral("phases")].toArray()) {
        const QJsonObject phase = value.toObject();
        phases.push_back({phase[QStringLiteral("persona")].toString(),
                          phase[QStringLiteral("from_epoch")].toDouble(),
                          phase[QStringLiteral("to_epoch")].toDouble()});
    }
    return phases;
}

} // namespace dramatis::tests
