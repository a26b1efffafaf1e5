// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/job_control.h"
#include "core/base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace dramatis::cli {

/// What a process says when it ends (DESIGN.md section 12).
enum ExitCode {
    kDone = 0,
    kFailed = 1,
    kWrongUsage = 2,
    kUnreadableInput = 3,
    kNegativeVerdict = 4
};

/// What every command gets: its parsed options, the time, a job that reports to the terminal.
struct Context
{
    const QCommandLineParser &options;
    QStringList arguments; ///< positional ones, the command's own name left out
    const Clock &clock;
    JobControl &job;
};

/// A subcommand. One file each, one line in commands.cpp.
struct Command
{
    QString name;
    QString arguments; ///< for the usage line: "CAPTURE..."
    QString summary;   ///< translated
    QList<QCommandLineOption> options;
    /// The exit code, or why it failed. Errors of the kinds Io and Format become kUnreadableInput
    /// when they concern input, InvalidArgument becomes kWrongUsage.
    Result<int> (*run)(const Context &context) = nullptr;
    bool draws = false; ///< needs a QApplication (offscreen)
};

[[nodiscard]] const QList<Command> &allCommands();

// --- what several commands share
// ---------------------------------------------------------------------

[[nodiscard]] QCommandLineOption jsonOption();
[[nodiscard]] QCommandLineOption projectOption();
[[nodiscard]] QList<QCommandLineOption> importOptions();
/// How to cluster, whatever there is to cluster.
[[nodiscard]] QList<QCommandLineOption> clusteringOptions();
[[nodiscard]] QList<QCommandLineOption> personaOptions();
[[nodiscard]] QList<QCommandLineOption> runOptions();

/// Prints one JSON document on standard output.
void print(const QJsonObject &document);
void print(const QString &line);
/// Prints bytes as they are.
void printText(const QByteArray &text);

/// Values of options; an option that is not set gives none.
/// @errors InvalidArgument naming the option
[[nodiscard]] Result<std::optional<double>> durationValue(const Context &context,
                                                          const QString &option);
[[nodiscard]] Result<std::optional<double>>
numberValue(const Context &context, const QString &option, double least);
[[nodiscard]] Result<std::optional<qint64>>
integerValue(const Context &context, const QString &option, qint64 least);
/// The value of an option that must be given.
[[nodiscard]] Result<QString> requiredValue(const Context &context, const QString &option);

} // namespace dramatis::cli
