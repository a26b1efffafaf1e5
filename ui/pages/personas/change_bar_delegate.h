// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace dramatis::ui {

/// A change as a bar from 0 in the middle of the cell, to the left where it is lower, in the
/// diverging ramp; hollow where it is not sure. A cell without a change stays empty.
class ChangeBarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        ChangeRole = Qt::UserRole + 1, ///< double, relative
        SureRole                       ///< bool
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// The change that fills half of the cell; larger ones are cut there. Positive.
    void setLargest(double change) { m_largest = change; }
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    double m_largest = 1;
};

} // namespace dramatis::ui
