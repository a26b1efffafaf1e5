// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command_palette.h"

#include <QDialog>
#include <QList>

namespace dramatis::ui {

/// The keys of everything that has one, to look up.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<Command> &commands, QWidget *parent = nullptr);
};

} // namespace dramatis::ui
