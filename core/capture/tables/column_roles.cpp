// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/column_mapping.h"
#include "core/capture/tr.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dramatis::capture {

namespace {

struct RoleText
{
    ColumnRole role;
    const char *id;
    const char *name;
};

constexpr RoleText kRoleTexts[] = {
    {ColumnRole::Ignored, "ignore", QT_TRANSLATE_NOOP("dramatis::capture", "Ignored")},
    {ColumnRole::Begin, "begin", QT_TRANSLATE_NOOP("dramatis::capture", "Begin")},
    {ColumnRole::End, "end", QT_TRANSLATE_NOOP("dramatis::capture", "End")},
    {ColumnRole::Latency, "latency", QT_TRANSLATE_NOOP("dramatis::capture", "Latency")},
    {ColumnRole::RequestBytes,
     "request-bytes",
     QT_TRANSLATE_NOOP("dramatis::capture", "Request size")},
    {ColumnRole::ResponseBytes,
     "response-bytes",
     QT_TRANSLATE_NOOP("dramatis::capture", "Response size")},
    {ColumnRole::Status, "status", QT_TRANSLATE_NOOP("dramatis::capture", "Status")},
    {ColumnRole::Outcome, "outcome", QT_TRANSLATE_NOOP("dramatis::capture", "Outcome")},
    {ColumnRole::Host, "host", QT_TRANSLATE_NOOP("dramatis::capture", "Host or service")},
    {ColumnRole::Server, "server", QT_TRANSLATE_NOOP("dramatis::capture", "Server instance")},
    {ColumnRole::ServerPort, "server-port", QT_TRANSLATE_NOOP("dramatis::capture", "Server port")},
    {ColumnRole::Client, "client", QT_TRANSLATE_NOOP("dramatis::capture", "Client")},
    {ColumnRole::Method, "method", QT_TRANSLATE_NOOP("dramatis::capture", "Method")},
    {ColumnRole::Path, "path", QT_TRANSLATE_NOOP("dramatis::capture", "Path")},
    {ColumnRole::Url, "url", QT_TRANSLATE_NOOP("dramatis::capture", "URL")},
    {ColumnRole::Operation, "operation", QT_TRANSLATE_NOOP("dramatis::capture", "Operation")},
};

struct UnitText
{
    ColumnUnit unit;
    const char *id;
    const char *name;
};

constexpr UnitText kUnitTexts[] = {
    {ColumnUnit::Automatic, "auto", QT_TRANSLATE_NOOP("dramatis::capture", "Automatic")},
    {ColumnUnit::IsoStamp, "iso", QT_TRANSLATE_NOOP("dramatis::capture", "ISO 8601")},
    {ColumnUnit::CommonStamp,
     "common",
     QT_TRANSLATE_NOOP("dramatis::capture", "24/Nov/2026:10:05:03 +0000")},
    {ColumnUnit::Pattern, "pattern", QT_TRANSLATE_NOOP("dramatis::capture", "Own pattern")},
    {ColumnUnit::Seconds, "s", QT_TRANSLATE_NOOP("dramatis::capture", "Seconds")},
    {ColumnUnit::Milliseconds, "ms", QT_TRANSLATE_NOOP("dramatis::capture", "Milliseconds")},
    {ColumnUnit::Microseconds, "us", QT_TRANSLATE_NOOP("dramatis::capture", "Microseconds")},
    {ColumnUnit::Nanoseconds, "ns", QT_TRANSLATE_NOOP("dramatis::capture", "Nanoseconds")},
    {ColumnUnit::Bytes, "B", QT_TRANSLATE_NOOP("dramatis::capture", "Bytes")},
    {ColumnUnit::Kibibytes, "KiB", QT_TRANSLATE_NOOP("dramatis::capture", "KiB (1,024 B)")},
    {ColumnUnit::Mebibytes, "MiB", QT_TRANSLATE_NOOP("dramatis::capture", "MiB (1,024 KiB)")},
    {ColumnUnit::TrueIsOk, "true-is-ok", QT_TRANSLATE_NOOP("dramatis::capture", "True is good")},
    {ColumnUnit::TrueIsError,
     "true-is-error",
     QT_TRANSLATE_NOOP("dramatis::capture", "True is an error")},
};

constexpr ColumnUnit kStampUnits[] = {ColumnUnit::Automatic,
                                      ColumnUnit::IsoStamp,
                                      ColumnUnit::CommonStamp,
                                      ColumnUnit::Seconds,
                                      ColumnUnit::Milliseconds,
                                      ColumnUnit::Microseconds,
                                      ColumnUnit::Nanoseconds,
                                      ColumnUnit::Pattern};
constexpr ColumnUnit kLatencyUnits[] = {ColumnUnit::Automatic,
                                        ColumnUnit::Seconds,
                                        ColumnUnit::Milliseconds,
                                        ColumnUnit::Microseconds,
                                        ColumnUnit::Nanoseconds};
constexpr ColumnUnit kSizeUnits[] = {
    ColumnUnit::Automatic, ColumnUnit::Bytes, ColumnUnit::Kibibytes, ColumnUnit::Mebibytes};
constexpr ColumnUnit kOutcomeUnits[] = {
    ColumnUnit::Automatic, ColumnUnit::TrueIsOk, ColumnUnit::TrueIsError};
constexpr ColumnUnit kNoUnits[] = {ColumnUnit::Automatic};

const RoleText &textOf(ColumnRole role)
{
    return *std::find_if(std::begin(kRoleTexts), std::end(kRoleTexts), [role](const RoleText &t) {
        return t.role == role;
    });
}

const UnitText &textOf(ColumnUnit unit)
{
    return *std::find_if(std::begin(kUnitTexts), std::end(kUnitTexts), [unit](const UnitText &t) {
        return t.unit == unit;
    });
}

template<typename Texts>
QString idsOf(const Texts &texts)
{
    QStringList ids;
    for (const auto &text : texts)
        ids.append(QString::fromLatin1(text.id));
    return ids.join(QStringLiteral(", "));
}

} // namespace

std::span<const ColumnRole> allRoles()
{
    static const auto roles = [] {
        std::array<ColumnRole, std::size(kRoleTexts)> list{};
        std::transform(std::begin(kRoleTexts),
                       std::end(kRoleTexts),
                       list.begin(),
                       [](const RoleText &text) { return text.role; });
        return list;
    }();
    return roles;
}

std::span<const ColumnUnit> unitsOf(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Begin:
    case ColumnRole::End:
        return kStampUnits;
    case ColumnRole::Latency:
        return kLatencyUnits;
    case ColumnRole::RequestBytes:
    case ColumnRole::ResponseBytes:
        return kSizeUnits;
    case ColumnRole::Outcome:
        return kOutcomeUnits;
    default:
        return kNoUnits;
    }
}

QString roleId(ColumnRole role)
{
    return QString::fromLatin1(textOf(role).id);
}

QString roleName(ColumnRole role)
{
    return QCoreApplication::translate("dramatis::capture", textOf(role).name);
}

Result<ColumnRole> roleFromId(const QString &id)
{
    for (const RoleText &text : kRoleTexts) {
        if (id == QLatin1StringView(text.id))
            return text.role;
    }
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("There is no role “%1” of a column; there are %2.").arg(id, idsOf(kRoleTexts)));
}

QString unitId(ColumnUnit unit)
{
    return QString::fromLatin1(textOf(unit).id);
}

QString unitName(ColumnUnit unit)
{
    return QCoreApplication::translate("dramatis::capture", textOf(unit).name);
}

Result<ColumnUnit> unitFromId(const QString &id)
{
    for (const UnitText &text : kUnitTexts) {
        if (id == QLatin1StringView(text.id))
            return text.unit;
    }
    return makeError(ErrorKind::InvalidArgument,
                     Tr::tr("There is no unit “%1”; there are %2.").arg(id, idsOf(kUnitTexts)));
}

} // namespace dramatis::capture
