// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace dramatis::ui {

/// A small line in the second colour that explains what stands beside it: plain text that wraps.
[[nodiscard]] QLabel *makeRemark(const QString &text, QWidget *parent);

} // namespace dramatis::ui
