// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QWidget;

namespace dramatis::ui {

/// A message box for a command of the person that failed (open, save, export): `what` happened and
/// the message of the error; the context under details. Waits until it is closed; Escape closes it.
/// Nothing is shown for Cancelled. A failed job shows an ErrorPanel instead.
/// @param what  translated: "The project could not be opened."
void showFailure(QWidget *parent, const QString &what, const Error &error);

} // namespace dramatis::ui
