// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dramatis::project {

/// The context of this folder's translated texts.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::project)
};

} // namespace dramatis::project
