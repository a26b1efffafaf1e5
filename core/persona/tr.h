// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace dramatis::persona {

/// The context of this folder's translated texts.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::persona)
};

} // namespace dramatis::persona
