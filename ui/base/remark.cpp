// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/remark.h"

#include "ui/base/fonts.h"

#include <QLabel>

namespace dramatis::ui {

QLabel *makeRemark(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setFontRole(label, FontRole::Caption);
    setTextRole(label, TextRole::Secondary);
    return label;
}

} // namespace dramatis::ui
