// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace dramatis {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::files)
};

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    if (file.size() > most)
        return makeError(ErrorKind::Format,
                         Tr::tr("%1 is too large: %2 bytes, and at most %3 are read.")
                             .arg(path)
                             .arg(file.size())
                             .arg(most));
    return file.readAll();
}

Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

} // namespace dramatis
