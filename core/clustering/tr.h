// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dramatis::clustering {

/// The context of this folder's translated texts.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::clustering)
};

} // namespace dramatis::clustering
