// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the first painted frame of the real window, with an empty
// project. One line of JSON. Run it several times: the first run also reads the libraries from the
// disk.
#include "app/composition.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <time.h>
#include <unistd.h>

namespace {

/// Seconds since the kernel started this process (field 22 of /proc/self/stat, in ticks since
/// boot).
double secondsSinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double started = fields.at(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started;
}

/// Tells when the window has painted for the first time, and ends the program.
class FirstFrame : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && !m_told) {
            m_told = true;
            QTimer::singleShot(0, this, [] {
                std::printf("{\"bench\": \"start\", \"platform\": \"%s\", \"seconds\": %.3f}\n",
                            qPrintable(QGuiApplication::platformName()),
                            secondsSinceStart());
                QCoreApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_told = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("dramatis-bench"));
    dramatis::Composition composition(application);
    FirstFrame firstFrame;
    composition.window().installEventFilter(&firstFrame);
    composition.start({}, false);
    return QApplication::exec();
}
