// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/stamp_zone.h"

#include "core/capture/tr.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

// The years that stamps may be of.
constexpr int kFirstYear = 1960;
constexpr int kLastYear = 2199;

QDateTime newYear(int year)
{
    return {QDate(year, 1, 1), QTime(0, 0), Qt::UTC};
}

std::optional<int> fixedOffset(const QString &id)
{
    if (id.compare(u"UTC", Qt::CaseInsensitive) == 0 || id == u"Z")
        return 0;
    static const QRegularExpression form(u"^([+-])(\\d\\d):?(\\d\\d)?$"_s);
    const QRegularExpressionMatch match = form.match(id);
    if (!match.hasMatch())
        return std::nullopt;
    const int hours = match.captured(2).toInt();
    const int minutes = match.captured(3).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    const int offset = hours * 3600 + minutes * 60;
    return match.captured(1) == u"-" ? -offset : offset;
}

} // namespace

Result<StampZone> StampZone::fromId(const QString &id)
{
    if (const std::optional<int> offset = fixedOffset(id))
        return StampZone(*offset);
    const QTimeZone zone(id.toLatin1());
    if (!zone.isValid() || !QTimeZone::isTimeZoneIdAvailable(id.toLatin1()))
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("There is no time zone “%1”. It is written as Europe/Berlin, "
                                "+02:00 or UTC.")
                             .arg(id));
    auto changes = std::make_shared<Changes>();
    changes->id = id;
    int before = zone.offsetFromUtc(newYear(kFirstYear));
    changes->list.push_back({INT64_MIN, before});
    for (const QTimeZone::OffsetData &change :
         zone.transitions(newYear(kFirstYear), newYear(kLastYear + 1))) {
        if (change.offsetFromUtc == before)
            continue;
        changes->list.push_back({change.atUtc.toSecsSinceEpoch() + before, change.offsetFromUtc});
        before = change.offsetFromUtc;
    }
    StampZone result;
    result.m_changes = std::move(changes);
    return result;
}

int StampZone::offsetAmongChanges(std::int64_t localSeconds) const
{
    const auto after = std::upper_bound(
        m_changes->list.begin() + 1,
        m_changes->list.end(),
        localSeconds,
        [](std::int64_t time, const Change &change) { return time < change.from; });
    return std::prev(after)->offset;
}

QString StampZone::id() const
{
    if (m_changes)
        return m_changes->id;
    if (m_fixed == 0)
        return u"UTC"_s;
    const int minutes = std::abs(m_fixed) / 60;
    return u"%1%2:%3"_s.arg(QLatin1Char(m_fixed < 0 ? '-' : '+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace dramatis::capture
