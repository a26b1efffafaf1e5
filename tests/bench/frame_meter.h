// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QThread>

#include <algorithm>
#include <vector>

namespace dramatis::tests {

/// Some times, in milliseconds.
class Times
{
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    void clear() { m_all.clear(); }
    [[nodiscard]] std::size_t count() const { return m_all.size(); }
    [[nodiscard]] double quantile(double probability) const
    {
        if (m_all.empty())
            return 0;
        std::vector<double> sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        return sorted[static_cast<std::size_t>(probability * double(sorted.size() - 1))];
    }

private:
    std::vector<double> m_all;
};

/// An application that measures how long its GUI thread is busy with each event (with those that
/// handling it sends), and when a widget was painted.
class MeteredApplication : public QApplication
{
public:
    MeteredApplication(int &argc, char **argv) : QApplication(argc, argv) { m_clock.start(); }

    /// Busy times count, and the time between paints of `widget`, each with a picture that is
    /// another one: that is what `isNew` tells, once for each.
    void watch(QObject *widget) { m_watched = widget; }
    void pictureIsNew() { m_isNew = true; }
    void clear()
    {
        m_busy.clear();
        m_frames.clear();
        m_lastFrame = -1;
    }
    [[nodiscard]] const Times &busy() const { return m_busy; }
    [[nodiscard]] const Times &frames() const { return m_frames; }
    [[nodiscard]] double now() const { return double(m_clock.nsecsElapsed()) * 1e-6; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const bool isOutermost = m_depth++ == 0;
        const bool isFrame = receiver == m_watched && event->type() == QEvent::Paint && m_isNew;
        const double start = now();
        const bool taken = QApplication::notify(receiver, event);
        const double end = now();
        --m_depth;
        if (isOutermost)
            m_busy.add(end - start);
        if (isFrame) {
            m_isNew = false;
            if (m_lastFrame >= 0)
                m_frames.add(end - m_lastFrame);
            m_lastFrame = end;
        }
        return taken;
    }

private:
    QElapsedTimer m_clock;
    QObject *m_watched = nullptr;
    Times m_busy;
    Times m_frames;
    double m_lastFrame = -1;
    int m_depth = 0;
    bool m_isNew = false;
};

} // namespace dramatis::tests
