// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/epsilon_guidance.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <cmath>

namespace dramatis::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::ui::EpsilonGuidance)
};

using Reason = clustering::EpsilonSuggestion::Reason;

} // namespace

QString suggestionName(Reason reason)
{
    switch (reason) {
    case Reason::Knee:
        return Tr::tr("knee");
    case Reason::MostPersistent:
        return Tr::tr("persistent");
    case Reason::Hdbscan:
        return Tr::tr("HDBSCAN*");
    }
    Q_UNREACHABLE();
}

QString suggestionReason(const clustering::EpsilonSuggestion &suggestion)
{
    const QString from = text::number(suggestion.from);
    const QString to = text::number(suggestion.to);
    QStringList sentences;
    switch (suggestion.reason) {
    case Reason::Knee:
        sentences << Tr::tr("The sorted distances between %1 and %2 bend most here: %3 of the "
                            "windows are denser, from here on the distances rise fast.")
                         .arg(from, to, text::percent(suggestion.coreShare));
        break;
    case Reason::MostPersistent:
        sentences << Tr::tr("The number of clusters, %1, stays the same from eps %2 to %3, longer "
                            "than any other.")
                         .arg(suggestion.clusters)
                         .arg(from, to);
        break;
    case Reason::Hdbscan:
        sentences << Tr::tr("Of the clusters that HDBSCAN* finds, %1 exist together from eps %2 to "
                            "%3: no single eps shows more of their windows.")
                         .arg(suggestion.clusters)
                         .arg(from, to);
        break;
    }
    if (!std::isnan(suggestion.validity))
        sentences << Tr::tr("DBCV %1.").arg(text::number(suggestion.validity));
    return sentences.join(QLatin1Char(' '));
}

std::vector<EpsilonMark> epsilonMarks(std::span<const clustering::EpsilonSuggestion> suggestions)
{
    std::vector<EpsilonMark> marks;
    for (const clustering::EpsilonSuggestion &suggestion : suggestions)
        marks.push_back({suggestion.epsilon,
                         suggestionName(suggestion.reason),
                         suggestionReason(suggestion),
                         suggestion.reason == Reason::Knee});
    return marks;
}

QString standingText(const clustering::Standing &standing, int minPoints)
{
    switch (standing.role) {
    case clustering::Role::Core:
        return Tr::tr("core: %1 windows within %2")
            .arg(minPoints)
            .arg(text::number(standing.coreDistance));
    case clustering::Role::Border:
        return Tr::tr("border: %1 from a core window").arg(text::number(standing.viaDistance));
    case clustering::Role::Noise:
        return std::isfinite(standing.joinsFrom)
                   ? Tr::tr("noise: would join from eps %1").arg(text::number(standing.joinsFrom))
                   : Tr::tr("noise at every eps");
    }
    Q_UNREACHABLE();
}

} // namespace dramatis::ui
