// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

using namespace Qt::StringLiterals;

namespace dramatis {

QString csvCell(const QString &text)
{
    QString cell = text;
    // "-" and "+" begin numbers as often as formulas: a number stays what it is.
    bool isNumber = false;
    static_cast<void>(cell.toDouble(&isNumber));
    if (!cell.isEmpty() && !isNumber && u"=+-@\t\r"_s.contains(cell.front()))
        cell.prepend(u'\'');
    if (cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r'))
        return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

} // namespace dramatis
