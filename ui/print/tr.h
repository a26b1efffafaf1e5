// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dramatis::ui {

/// The context of this folder's translated texts.
struct PrintTr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::print)
};

} // namespace dramatis::ui
