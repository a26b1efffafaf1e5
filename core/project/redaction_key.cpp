// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/redaction_key.h"

#include "core/project/tr.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dramatis::project {

namespace {

constexpr qsizetype kKeySize = 32;
constexpr qsizetype kNameSize = 16;

QByteArray randomBytes(qsizetype size)
{
    std::array<quint32, 8> words{};
    Q_ASSERT(size <= static_cast<qsizetype>(sizeof words));
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return {reinterpret_cast<const char *>(words.data()), size};
}

/// The name stands in a file of somebody else's: it must not lead out of the folder.
bool isKeyName(const QString &name)
{
    return name.size() == 2 * kNameSize && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

QString redactionKeyFolder()
{
    // Desktop and command line have different names but the same keys.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + u"/dramatis/redaction-keys"_s;
}

QString newRedactionKeyName()
{
    return QString::fromLatin1(randomBytes(kNameSize).toHex());
}

Result<QByteArray> findRedactionKey(const QString &folder, const QString &name)
{
    if (!isKeyName(name))
        return QByteArray();
    QFile file(folder + u'/' + name);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::Io,
                         Tr::tr("The key that clients are hidden with cannot be read: %1.")
                             .arg(file.errorString()));
    const QByteArray key = QByteArray::fromHex(file.read(4 * kKeySize).trimmed());
    return key.size() == kKeySize ? key : QByteArray();
}

Result<QByteArray> makeRedactionKey(const QString &folder, const QString &name)
{
    Q_ASSERT(isKeyName(name));
    const QByteArray key = randomKey();
    QFile file(folder + u'/' + name);
    if (!QDir().mkpath(folder)
        || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                      QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(key.toHex() + '\n') < 0 || !file.flush())
        return makeError(ErrorKind::Io,
                         Tr::tr("The key that clients are hidden with cannot be kept in %1: %2.")
                             .arg(folder, file.errorString()));
    return key;
}

QByteArray randomKey()
{
    return randomBytes(kKeySize);
}

} // namespace dramatis::project
