// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;

namespace dramatis {
class JobList;
}

namespace dramatis::ui {

class ElidedLabel;
class JobBar;

/// The last row of the window: a sentence of the page on the left; jobs, "Saved" and the time zone
/// on the right.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(JobList &jobs, QWidget *parent = nullptr);

    void setSentence(const QString &text);
    void setSaved(const QString &text);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] JobBar *jobBar() const { return m_jobBar; }

private:
    ElidedLabel *m_sentence;
    JobBar *m_jobBar;
    QLabel *m_saved;
};

} // namespace dramatis::ui
