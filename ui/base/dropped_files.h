// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace dramatis::ui {

/// The local files among what is dragged, as absolute paths; folders count. Empty if there are
/// none.
[[nodiscard]] QStringList droppedFiles(const QMimeData *data);

} // namespace dramatis::ui
