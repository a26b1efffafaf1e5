// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace dramatis::cli {

const QList<Command> &allCommands()
{
    static const QList<Command> list{
        runCommand(),
        importCommand(),
        followCommand(),
        personasCommand(),
        simulateCommand(),
        assessCommand(),
        adviseCommand(),
        reportCommand(),
        exportCommand(),
        clusterCommand(),
        compareCommand(),
        formatsCommand(),
    };
    return list;
}

} // namespace dramatis::cli
