// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/tr.h"
#include "core/capture/capture_reader.h"

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Result<int> formats(const Context &)
{
    for (const capture::CaptureReader *reader : capture::allFormats())
        print(u"%1  %2"_s.arg(reader->id().leftJustified(24), reader->name()));
    return int(kDone);
}

} // namespace

Command formatsCommand()
{
    Command command;
    command.name = u"formats"_s;
    command.summary = Tr::tr("The capture formats that are read.");
    command.run = formats;
    return command;
}

} // namespace dramatis::cli
