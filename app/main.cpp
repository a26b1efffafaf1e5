// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/base/version.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"dramatis"_s);
    QApplication::setApplicationDisplayName(u"Dramatis"_s);
    QApplication::setApplicationVersion(dramatis::version());
    QApplication::setOrganizationName(u"dramatis"_s);
    QGuiApplication::setDesktopFileName(u"dramatis"_s);

    dramatis::Composition composition(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("dramatis::main", "Traffic-to-decision workbench."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {u"sample"_s, QCoreApplication::translate("dramatis::main", "Open the bundled sample.")});
    parser.addPositionalArgument(
        u"files"_s,
        QCoreApplication::translate("dramatis::main", "A project, or captures."),
        u"[files...]"_s);
    parser.process(application);

    composition.start(parser.positionalArguments(), parser.isSet(u"sample"_s));
    return QApplication::exec();
}
