// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/frame_meter.h"
#include "ui/plots/scatter_plot.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>
#include <cstdio>

namespace dramatis::tests {

inline constexpr double kFrame = 16; ///< ms between the moves of a hand
inline constexpr int kMoves = 120;

/// The child that a scatter paints on.
inline QWidget *canvasOf(ui::ScatterPlot &plot)
{
    return plot.findChild<QWidget *>();
}

/// While it lives, paints of the scatter that show another picture are frames.
class WatchedScatter
{
public:
    WatchedScatter(MeteredApplication &application, ui::ScatterPlot &plot)
        : m_application(application)
    {
        application.watch(canvasOf(plot));
        QObject::connect(&plot, &ui::ScatterPlot::pictureChanged, &application, [&application] {
            application.pictureIsNew();
        });
    }
    ~WatchedScatter() { m_application.watch(nullptr); }
    WatchedScatter(const WatchedScatter &) = delete;
    WatchedScatter &operator=(const WatchedScatter &) = delete;

private:
    MeteredApplication &m_application;
};

/// Moves `steps` times: every 16 ms, or as soon as the events are handled.
template<typename Move>
void repeat(MeteredApplication &application, int steps, Move move)
{
    for (int step = 0; step < steps; ++step) {
        const double next = application.now() + kFrame;
        // As an event: what it takes is time in which the GUI is busy.
        QMetaObject::invokeMethod(
            &application, [&] { move(step); }, Qt::QueuedConnection);
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        while (application.now() < next);
    }
}

/// Handles events until `done()` holds, and for a moment more.
template<typename Condition>
void waitUntil(MeteredApplication &application, Condition done)
{
    double quietSince = application.now();
    while (application.now() < quietSince + 300) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (!done())
            quietSince = application.now();
    }
}

/// Prints what was measured during `act()`.
template<typename Act>
void measureAct(MeteredApplication &application,
                const char *bench,
                const char *name,
                std::size_t points,
                Act act)
{
    application.clear();
    const double start = application.now();
    act();
    const double elapsed = application.now() - start;
    const Times &frames = application.frames();
    const Times &busy = application.busy();
    std::printf("{\"bench\": \"%s\", \"act\": \"%s\", \"points\": %zu, \"frames\": %zu, "
                "\"frame_median_ms\": %.2f, \"frame_p99_ms\": %.2f, \"frames_per_s\": %.1f, "
                "\"busy_p99_ms\": %.2f, \"busy_longest_ms\": %.2f}\n",
                bench,
                name,
                points,
                frames.count(),
                frames.quantile(0.5),
                frames.quantile(0.99),
                double(frames.count()) / elapsed * 1000,
                busy.quantile(0.99),
                busy.quantile(1));
    std::fflush(stdout);
}

inline void sendMouse(QWidget *canvas, QEvent::Type type, const QPointF &at)
{
    QMouseEvent event(type,
                      at,
                      canvas->mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                      {});
    QCoreApplication::sendEvent(canvas, &event);
}

/// Drags the scatter around. Every paint is a frame: it shows other axes.
inline void pan(MeteredApplication &application, ui::ScatterPlot &plot)
{
    const QPointF from = plot.axisRect().center();
    sendMouse(canvasOf(plot), QEvent::MouseButtonPress, from);
    repeat(application, kMoves, [&](int step) {
        application.pictureIsNew();
        sendMouse(canvasOf(plot),
                  QEvent::MouseMove,
                  from + QPointF(150 * std::sin(0.1 * step), 60 * std::cos(0.1 * step)));
    });
    sendMouse(canvasOf(plot), QEvent::MouseButtonRelease, from);
}

/// Turns the wheel ten times in, ten times out, and so on.
inline void zoom(MeteredApplication &application, ui::ScatterPlot &plot)
{
    const QPointF at = plot.axisRect().center() + QPointF(80, 0);
    repeat(application, kMoves, [&](int step) {
        application.pictureIsNew();
        QWheelEvent event(at,
                          canvasOf(plot)->mapToGlobal(at),
                          {},
                          {0, step / 10 % 2 == 0 ? 120 : -120},
                          Qt::NoButton,
                          {},
                          Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(canvasOf(plot), &event);
    });
}

} // namespace dramatis::tests
