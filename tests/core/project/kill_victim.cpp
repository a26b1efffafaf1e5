// SPDX-License-Identifier: GPL-3.0-or-later
// Edits and imports without end and says after every edit how many are on the disk: for tst_kill.
#include "core/project/store.h"
#include "tests/core/project/sample_state.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

using namespace dramatis;
using namespace dramatis::project;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto store = Store::open(QString::fromLocal8Bit(argv[1]), OpenMode::ReadWrite);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().toString()));
        return 1;
    }
    auto state = (*store)->load();
    if (!state)
        return 1;

    // An import that never ends writes beside the edits.
    const auto chunks = (*store)->beginImport(CaptureId{*(*store)->newId()});
    if (!chunks)
        return 1;
    const std::jthread import([chunks = *chunks](const std::stop_token &stop) {
        QByteArray bytes(300'000, Qt::Uninitialized);
        for (char fill = 0; !stop.stop_requested(); ++fill) {
            bytes.fill(fill);
            if (!chunks->put(bytes))
                return;
        }
    });

    // The count is in the document itself, so that the test can see which edit was the last.
    for (int count = state->report.title.toInt() + 1;; ++count) {
        ReportOptions options = state->report;
        options.title = QString::number(count);
        if (!(*store)->apply(*state, ChangeReport{options}))
            return 1;
        if (count % 3 == 0) {
            const ScenarioId id{static_cast<std::uint32_t>(1'000'000 + count % 7)};
            if (!(*store)->apply(*state, PutScenario{id, tests::sampleScenario(options.title)}))
                return 1;
        }
        std::printf("%d\n", count);
        std::fflush(stdout);
    }
}
