// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace dramatis::ui {

struct OutlineEntry
{
    QString title;
    int page = 0; ///< from 0
};

/// A PDF as Qt 6 writes it (classic cross-reference table, plain objects) with an outline, author
/// and language appended as an incremental update (ISO 32000-1, 7.5.6): Qt has no call for them.
/// @errors Internal: the bytes are not of that form
[[nodiscard]] Result<QByteArray> withOutline(const QByteArray &pdf,
                                             const QList<OutlineEntry> &entries,
                                             const QString &author,
                                             const QString &language);

} // namespace dramatis::ui
