// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QString>
#include <QWidget>

namespace dramatis::ui {

/// A state as glyph and word: never colour alone. Filled, it is a chip with the state's soft
/// colour.
class StateLabel : public QWidget
{
    Q_OBJECT

public:
    StateLabel(State state, const QString &text, QWidget *parent = nullptr);

    void setState(State state, const QString &text);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString text() const { return m_text; }
    void setFilled(bool filled);
    /// A text too long for one line goes on in the next, instead of being cut.
    void setWrapped(bool wrapped);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state;
    QString m_text;
    bool m_filled = false;
    bool m_wrapped = false;
};

/// "ok", "note", "warning", "undecided", "critical", translated: the word beside the glyph when
/// there is no better one.
[[nodiscard]] QString stateWord(State state);

} // namespace dramatis::ui
