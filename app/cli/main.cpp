// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/tr.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "ui/base/translation.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTranslator>

#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

/// Shows progress on standard error while that is a terminal. Ctrl+C ends the process as usual: the
/// project is safe at any moment.
class TerminalJob final : public JobControl
{
public:
    TerminalJob() : m_shown(isatty(fileno(stderr)) != 0) { m_sinceShown.start(); }
    ~TerminalJob() override
    {
        if (m_anything)
            std::fputs("\r\033[K", stderr);
    }
    bool isCancelled() const noexcept override { return false; }
    void report(double fraction, const QString &stage) override
    {
        if (!stage.isEmpty())
            m_stage = stage;
        if (!m_shown || (m_anything && m_sinceShown.elapsed() < 100))
            return;
        m_sinceShown.restart();
        m_anything = true;
        std::fprintf(stderr, "\r\033[K%3.0f %%  %s", fraction * 100, qPrintable(m_stage));
        std::fflush(stderr);
    }

private:
    bool m_shown;
    bool m_anything = false;
    QElapsedTimer m_sinceShown;
    QString m_stage;
};

/// Commands of DESIGN.md's contract that are named so that nobody searches for them in vain.
const QStringList &laterCommands()
{
    static const QStringList list{u"calibrate"_s, u"sweep"_s, u"remediate"_s};
    return list;
}

/// What a failure says is one line; what libraries warn of is for developers and stays away, unless
/// it is of a logging category that somebody switched on.
void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOfNobody = !context.category || qstrcmp(context.category, "default") == 0;
    if (type == QtFatalMsg || !isOfNobody)
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

QString usage()
{
    QString text = Tr::tr("Usage: dramatis-cli COMMAND [options]") + u"\n\n"_s;
    for (const Command &command : allCommands())
        text += u"  %1 %2\n"_s.arg(
            QString(command.name + u' ' + command.arguments).leftJustified(32), command.summary);
    text += u'\n'
            + Tr::tr(
                "“dramatis-cli COMMAND --help” tells a command's options; --version, the version.\n"
                "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input cannot be read, 4 negative "
                "verdict.");
    return text;
}

int fail(const Error &error)
{
    std::fprintf(stderr, "dramatis-cli: %s\n", qPrintable(error.toString()));
    switch (error.kind) {
    case ErrorKind::InvalidArgument:
        return kWrongUsage;
    case ErrorKind::Io:
    case ErrorKind::Format:
        return kUnreadableInput;
    case ErrorKind::Unsupported:
    case ErrorKind::NotConverged:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        return kFailed;
    }
    return kFailed;
}

const Command *commandNamed(const QString &name)
{
    for (const Command &command : allCommands())
        if (command.name == name)
            return &command;
    return nullptr;
}

int runCommandLine(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    parser.addOptions(command.options);
    parser.addOption(
        {u"now"_s, Tr::tr("The time that data age is counted to (ISO 8601)."), u"time"_s});
    parser.addHelpOption();
    if (!command.arguments.isEmpty())
        parser.addPositionalArgument(command.arguments, {});
    if (!parser.parse(arguments))
        return fail(makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("%1 See dramatis-cli %2 --help.").arg(parser.errorText(), command.name)));
    if (parser.isSet(u"help"_s)) {
        print(parser.helpText().replace(u"dramatis-cli ["_s,
                                        u"dramatis-cli %1 ["_s.arg(command.name)));
        return kDone;
    }
    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (parser.isSet(u"now"_s)) {
        const auto now = text::parseTime(parser.value(u"now"_s));
        if (!now)
            return fail(now.error());
        clock = std::make_unique<FixedClock>(*now);
    }
    std::optional<Result<int>> done;
    {
        TerminalJob job; // its line is wiped before anything else is printed
        done = command.run({parser, parser.positionalArguments(), *clock, job});
    }
    return *done ? **done : fail(done->error());
}

} // namespace

} // namespace dramatis::cli

int main(int argc, char **argv)
{
    using namespace dramatis;
    using namespace dramatis::cli;

    qInstallMessageHandler(onMessage);
    // Charts are drawn without any display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const Command *command = commandNamed(name);
    std::unique_ptr<QCoreApplication> application;
    if (command && command->draws)
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    const auto translators = ui::installTranslations({});
    QCoreApplication::setApplicationName(u"dramatis-cli"_s);
    QCoreApplication::setApplicationVersion(version());

    if (name == u"--version") {
        print(u"dramatis-cli "_s + version());
        return kDone;
    }
    if (name.isEmpty() || name == u"--help" || name == u"-h") {
        print(usage());
        return name.isEmpty() ? kWrongUsage : kDone;
    }
    if (laterCommands().contains(name))
        return fail(makeError(ErrorKind::Unsupported, Tr::tr("“%1” is not built yet.").arg(name)));
    if (!command)
        return fail(
            makeError(ErrorKind::InvalidArgument,
                      Tr::tr("There is no command “%1”. See dramatis-cli --help.").arg(name)));
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeAt(1);
    try {
        return runCommandLine(*command, arguments);
    } catch (const std::exception &exception) {
        return fail(makeError(ErrorKind::Internal, QString::fromUtf8(exception.what())));
    }
}
