// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/drift.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace dramatis::ui {

/// What has become of the personas since an earlier version, in at most three rows: glyph, word,
/// names. The tool tip of a row has all its names.
class DriftSummary : public QWidget
{
    Q_OBJECT

public:
    explicit DriftSummary(QWidget *parent = nullptr);

    /// @param since  the earlier version: "version 3 (12 Nov)"
    void setFates(const QString &since, const std::vector<persona::PersonaFate> &fates);

private:
    void addRow(persona::Fate fate, const std::vector<persona::PersonaFate> &fates);

    QLabel *m_heading;
    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace dramatis::ui
