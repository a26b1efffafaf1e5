// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <unistd.h>

namespace dramatis::tests {

/// A PostgreSQL of its own in a temporary folder, reached by a Unix socket alone; stopped and
/// removed when it goes out of scope.
class PostgresCluster
{
public:
    PostgresCluster()
    {
        const QString binaries = folderOfBinaries();
        if (binaries.isEmpty() || !m_folder.isValid())
            return;
        m_control = binaries + QStringLiteral("/pg_ctl");
        QFile::setPermissions(m_folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                  | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther
                                  | QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup);
        const QString data = m_folder.filePath(QStringLiteral("data"));
        if (!run(binaries + QStringLiteral("/initdb"),
                 {QStringLiteral("-D"),
                  data,
                  QStringLiteral("-A"),
                  QStringLiteral("trust"),
                  QStringLiteral("-E"),
                  QStringLiteral("UTF8"),
                  QStringLiteral("--no-sync"),
                  QStringLiteral("-U"),
                  QStringLiteral("dramatis")}))
            return;
        m_isRunning =
            run(m_control,
                {QStringLiteral("-D"),
                 data,
                 QStringLiteral("-w"),
                 QStringLiteral("-l"),
                 m_folder.filePath(QStringLiteral("log")),
                 QStringLiteral("-o"),
                 QStringLiteral("-c listen_addresses='' -c fsync=off -k ") + m_folder.path(),
                 QStringLiteral("start")});
    }

    ~PostgresCluster()
    {
        if (m_isRunning)
            run(m_control,
                {QStringLiteral("-D"),
                 m_folder.filePath(QStringLiteral("data")),
                 QStringLiteral("-m"),
                 QStringLiteral("immediate"),
                 QStringLiteral("stop")});
        if (isRoot()) // what it wrote belongs to another user
            run(QStringLiteral("/bin/rm"),
                {QStringLiteral("-rf"), m_folder.filePath(QStringLiteral("data"))});
    }

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] QString socketFolder() const { return m_folder.path(); }

private:
    static bool isRoot() { return geteuid() == 0; }

    static QString folderOfBinaries()
    {
        const QString root = QStringLiteral("/usr/lib/postgresql");
        QStringList versions = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
            const QString folder = root + u'/' + *version + QStringLiteral("/bin");
            if (QFile::exists(folder + QStringLiteral("/initdb")))
                return folder;
        }
        return {};
    }

    /// The server refuses to run as root: then as postgres.
    static bool run(QString program, QStringList arguments)
    {
        if (isRoot()) {
            arguments =
                QStringList{
                    QStringLiteral("-u"), QStringLiteral("postgres"), QStringLiteral("--"), program}
                + arguments;
            program = QStandardPaths::findExecutable(QStringLiteral("runuser"));
        }
        QProcess process;
        process.setWorkingDirectory(QStringLiteral("/"));
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    QString m_control;
    bool m_isRunning = false;
};

} // namespace dramatis::tests
