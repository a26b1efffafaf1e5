// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QWidget>

#include <cstdint>

class QAction;
class QLabel;

namespace dramatis::ui {

/// How fast something goes on, over the last seconds and without the time that it stood still.
class TransferRate
{
public:
    /// @param seconds  since the begin, not descending
    /// @param bytes    done so far
    void add(double seconds, double bytes);
    /// Forgets how fast it was: it stood still.
    void restart(double seconds, double bytes);
    /// Bytes a second; NaN in the first half second.
    [[nodiscard]] double perSecond() const;

private:
    double m_since = 0;
    double m_from = 0;
    double m_seconds = 0;
    double m_bytes = 0;
    double m_before = -1; ///< rate of the span before this one, negative for none
};

/// "1.2 of 3.0 GiB, 240 MiB/s, 8 s left"; what is not known yet is left out.
[[nodiscard]] QString transferText(double done, double total, double perSecond);

/// What is being imported, how much of it is read and how fast, pause and stop. Stands above what
/// was there before, which stays until the new capture is whole.
class ImportStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ImportStrip(QWidget *parent = nullptr);

    /// @param name   of what is read
    /// @param bytes  of all files together
    void start(const QString &name, std::int64_t bytes);
    /// @param fraction  of the bytes, in [0, 1]; negative: they are all read
    void setProgress(double fraction);
    void setPaused(bool paused);

signals:
    void pauseAsked(bool paused);
    void stopAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showText();

    QLabel *m_name;
    QLabel *m_text;
    QAction *m_pause;
    QAction *m_stop;
    QElapsedTimer m_clock;
    TransferRate m_rate;
    double m_total = 0;
    double m_done = 0;
    bool m_isPaused = false;
    bool m_isRead = false;
};

} // namespace dramatis::ui
