// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace dramatis::tests {

/// How a process ended and what it said.
struct Ended
{
    int code = -1; ///< -1: it crashed, or was not there
    QByteArray out;
    QByteArray err;

    /// What `--json` printed; empty where that is no single document.
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QString told() const
    {
        return QStringLiteral("exit %1\n%2\n%3")
            .arg(code)
            .arg(QString::fromUtf8(out.left(2'000)), QString::fromUtf8(err.left(2'000)));
    }
};

[[nodiscard]] inline Ended runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(280'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Runs dramatis-cli, as built here.
[[nodiscard]] inline Ended commandLine(const QStringList &arguments)
{
    return runProgram(QStringLiteral(DRAMATIS_CLI), arguments);
}

} // namespace dramatis::tests
