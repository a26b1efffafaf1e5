// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

#include <vector>

namespace dramatis::ui {

class Settings;

/// A splitter with a line of 1 px that can be gripped over 7, and that remembers where it stood.
class Splitter : public QSplitter
{
    Q_OBJECT

public:
    /// @param id  unique in the program, "simulation/lower"; under it the state is kept
    Splitter(Qt::Orientation orientation,
             const QString &id,
             Settings &settings,
             QWidget *parent = nullptr);

    /// Sizes to start with when nothing is remembered, in shares: {67, 33}.
    void setShares(std::vector<int> shares);

protected:
    QSplitterHandle *createHandle() override;
    void showEvent(QShowEvent *event) override;

private:
    QString m_id;
    Settings &m_settings;
    std::vector<int> m_shares;
    bool m_restored = false;
};

} // namespace dramatis::ui
