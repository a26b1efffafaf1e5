// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dramatis::ui {

/// Stands in the place of what failed: what happened, why, what to do. Never shown for Cancelled.
class ErrorPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorPanel(QWidget *parent = nullptr);

    /// @param happened  what could not be done, translated: "The personas could not be found.";
    /// empty
    ///                  leaves only the message of the error
    void setError(const QString &happened, const Error &error);
    [[nodiscard]] const Error &error() const { return m_error; }
    /// A way out: "Narrower window". Stands before Copy.
    void addAction(QAction *action);

private:
    void copy();
    void showDetails(bool shown);

    Error m_error;
    QString m_happenedText;
    QLabel *m_happened;
    QLabel *m_why;
    QLabel *m_details;
    QHBoxLayout *m_buttons;
    QToolButton *m_detailsButton;
};

/// A bar of 32 px above content of which a part failed: "412 lines could not be read (0.001 %)."
class PartialErrorBar : public QFrame
{
    Q_OBJECT

public:
    explicit PartialErrorBar(QWidget *parent = nullptr);

    /// Shows the bar. @param details  shown as tool tip, may be empty
    void showMessage(const QString &message, const QString &details = {});
    void addAction(QAction *action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_message;
    QHBoxLayout *m_row;
};

} // namespace dramatis::ui
