// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace dramatis::ui {

class Settings;

/// What a person can set for the program: theme, text size, language, author of reports. Changes
/// take effect at once, so there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);
};

} // namespace dramatis::ui
