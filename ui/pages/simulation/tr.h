// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dramatis::ui {

/// The context of this folder's translated texts.
struct SimulationPageTr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::simulation_page)
};

} // namespace dramatis::ui
