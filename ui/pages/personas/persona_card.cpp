// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/persona_card.h"

#include "core/base/text.h"
#include "core/persona/metrics.h"
#include "core/report/wording.h"
#include "ui/base/buttons.h"
#include "ui/base/chip.h"
#include "ui/base/elided_label.h"
#include "ui/base/fonts.h"
#include "ui/base/grade_meter.h"
#include "ui/base/icons.h"
#include "ui/base/sparkline.h"
#include "ui/base/state_label.h"
#include "ui/pages/personas/metric_text.h"
#include "ui/pages/personas/persona_distributions.h"
#include "ui/plots/hour_of_week_plot.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr std::size_t kPeaksShown = 3;
constexpr std::size_t kEffectsShown = 4;
constexpr std::size_t kOperationsShown = 3;

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

void addWarning(InspectorSection *section, const QString &text)
{
    auto *label = new StateLabel(State::Warning, text, section);
    label->setWrapped(true);
    section->addWidget(label);
}

QString effectWord(double delta)
{
    switch (clustering::effectSize(delta)) {
    case clustering::EffectSize::Negligible:
        return PersonaCard::tr("negligible");
    case clustering::EffectSize::Small:
        return PersonaCard::tr("small");
    case clustering::EffectSize::Medium:
        return PersonaCard::tr("medium");
    case clustering::EffectSize::Large:
        return PersonaCard::tr("large");
    }
    Q_UNREACHABLE();
}

} // namespace

QString peakSentence(const persona::PeakTimes &peak)
{
    if (peak.peaks.empty())
        return PersonaCard::tr("No hour stands out.");
    QStringList hours;
    for (std::size_t i = 0; i < std::min(kPeaksShown, peak.peaks.size()); ++i) {
        const persona::HourOfWeek &hour = peak.peaks[i];
        hours << PersonaCard::tr("%1 %2–%3")
                     .arg(QLocale().dayName(hour.day + 1, QLocale::ShortFormat))
                     .arg(hour.hour)
                     .arg(hour.hour + 1);
    }
    const QString when = hours.join(u", "_s);
    return std::isnan(peak.peakToMean) ? when
                                       : PersonaCard::tr("%1; the busiest hour is %2 × the mean.")
                                             .arg(when, text::number(peak.peakToMean));
}

QList<GradePart> gradeParts(const persona::ConfidenceGrade &grade)
{
    QList<GradePart> parts;
    for (const persona::GradePart &part : grade.parts) {
        QString name = persona::partName(part.part);
        name[0] = name[0].toUpper();
        parts.append({name, part.text, part.value});
    }
    return parts;
}

PersonaCard::PersonaCard(const PersonaCardActions &actions, QWidget *parent)
    : Inspector(parent)
    , m_actions(actions)
{}

void PersonaCard::show(const persona::Persona &persona,
                       const persona::PersonaSet &set,
                       std::span<const clustering::FeatureEffect> effects,
                       std::int64_t now)
{
    clear();
    showHead(persona);
    showGrade(persona, set, now);
    showBehaviour(persona);
    showEffects(effects, set.features);
    showDistributions(persona);
    showOperations(persona);
    showGoodness(persona);
    showPeaks(persona);
}

void PersonaCard::showHead(const persona::Persona &persona)
{
    InspectorSection *section = addSection();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new MarkerWidget(number(persona.id) - 1, section));
    auto *name = new ElidedLabel(persona.name, section);
    setFontRole(name, FontRole::Heading);
    row->addWidget(name, 1);
    row->addWidget(makeToolButton(m_actions.rename, section));
    row->addWidget(makeToolButton(m_actions.pin, section));
    section->addLayout(row);
    auto *facts = wrapped(tr("%1 windows, %2 exchanges, %3 resources")
                              .arg(text::count(double(persona.windows)),
                                   text::count(double(persona.exchanges)),
                                   text::count(double(persona.resources.size()))),
                          section);
    setTextRole(facts, TextRole::Secondary);
    section->addWidget(facts);
}

void PersonaCard::showGrade(const persona::Persona &persona,
                            const persona::PersonaSet &set,
                            std::int64_t now)
{
    InspectorSection *section = addSection(tr("Confidence"));
    const persona::ConfidenceGrade grade = persona::gradeOf(persona, set, now);
    const QList<GradePart> parts = gradeParts(grade);
    auto *meter = new GradeMeter(section);
    meter->setGrade(grade.value, parts);
    section->setAside(meter);
    auto *rows = new GradeParts(section);
    rows->setParts(parts);
    section->addWidget(rows);
    for (const QString &gate : grade.failedGates)
        addWarning(section, gate);
}

void PersonaCard::showBehaviour(const persona::Persona &persona)
{
    InspectorSection *section = addSection(tr("Behaviour"));
    section->setAside(tr("mean per instance"));
    auto *line = new SparklineWidget(section);
    line->setValues(persona.rateOverTime, number(persona.id) - 1);
    line->setToolTip(tr("Requests over the time of the capture"));
    line->setFixedHeight(28);
    section->addWidget(line);
    for (const persona::Metric &metric : persona::allMetrics()) {
        QString name = metricShortName(metric);
        name[0] = name[0].toUpper();
        const bool byHand = persona.edits.contains(metric.id);
        PropertyRow *row = section->addRow(name);
        const QString value = metricText(metric, shownFigure(metric, persona));
        const QString hand = handEditText(metric, persona);
        row->setValue(byHand ? tr("%1 (by hand)").arg(value) : value);
        row->setToolTip(byHand ? QString(metric.description + u'\n' + hand) : metric.description);
    }
    section->addButtons(
        {makeSmallButton(m_actions.edit, section), makeSmallButton(m_actions.split, section)});
}

void PersonaCard::showEffects(std::span<const clustering::FeatureEffect> effects,
                              const std::vector<traffic::FeatureColumn> &features)
{
    if (effects.empty())
        return;
    InspectorSection *section = addSection(tr("What sets it apart"));
    section->setAside(tr("and the others"));
    std::size_t shown = 0;
    for (const clustering::FeatureEffect &effect : effects) {
        if (shown == kEffectsShown
            || clustering::effectSize(effect.delta) == clustering::EffectSize::Negligible
            || effect.feature >= features.size())
            break; // the strongest come first
        const traffic::FeatureColumn &feature = features[effect.feature];
        QString name = feature.name;
        name[0] = name[0].toUpper();
        section
            ->addRow(name,
                     tr("%1; %2").arg(report::valueText(effect.median, feature.unit),
                                      report::valueText(effect.restMedian, feature.unit)))
            ->setToolTip(tr("Effect: %1. In %2 of pairs of a window of it and one of the others, "
                            "its window has the %3 value (Cliff’s delta %4).")
                             .arg(effectWord(effect.delta),
                                  text::percent((1 + std::abs(effect.delta)) / 2),
                                  effect.delta > 0 ? tr("larger") : tr("smaller"),
                                  text::number(effect.delta)));
        ++shown;
    }
    if (shown == 0)
        section->addWidget(wrapped(tr("No feature alone tells it from the others."), section));
}

void PersonaCard::showDistributions(const persona::Persona &persona)
{
    auto *distributions = new PersonaDistributions(persona);
    if (distributions->isEmpty()) {
        delete distributions;
        return;
    }
    InspectorSection *section = addSection(tr("Distributions"));
    section->addWidget(distributions);
}

void PersonaCard::showOperations(const persona::Persona &persona)
{
    if (persona.operations.empty())
        return;
    InspectorSection *section = addSection(tr("Operations"));
    section->setAside(tr("share of requests"));
    for (std::size_t i = 0; i < std::min(kOperationsShown, persona.operations.size()); ++i) {
        const persona::OperationShare &operation = persona.operations[i];
        auto *row = new QHBoxLayout; // not a property: its name may be as long as a path
        row->addWidget(new ElidedLabel(operation.operation, section), 1);
        row->addWidget(new QLabel(text::percent(operation.share), section));
        section->addLayout(row);
    }
    if (persona.operations.size() > kOperationsShown)
        section->addWidget(
            wrapped(tr("and %n more",
                       nullptr,
                       static_cast<int>(persona.operations.size() - kOperationsShown)),
                    section));
}

void PersonaCard::showGoodness(const persona::Persona &persona)
{
    if (!persona.goodness)
        return;
    InspectorSection *section = addSection(tr("Its own traffic"));
    const bool reproduces = persona.goodness->reproduces;
    section->setAside(new StateLabel(reproduces ? State::Ok : State::Warning,
                                     reproduces ? tr("reproduced") : tr("differs"),
                                     section));
    for (const persona::GoodnessPart &part : persona.goodness->parts) {
        QString name = persona::quantityName(part.quantity);
        name[0] = name[0].toUpper();
        const QString distance = text::number(part.distance);
        section->addRow(name, part.reproduced ? distance : tr("%1, too far").arg(distance))
            ->setToolTip(
                tr("Distance of generated traffic to %1 values held out of its making; at most "
                   "0.05 or %2, the distance between halves of the real data, is asked. Mean %3 "
                   "held out, %4 generated.")
                    .arg(text::count(double(part.values)),
                         text::number(part.reference),
                         text::number(part.heldOut),
                         text::number(part.generated)));
    }
}

void PersonaCard::showPeaks(const persona::Persona &persona)
{
    InspectorSection *section = addSection(tr("Peak load times"));
    section->setAside(persona.peak.utcOffsetSeconds == 0 ? tr("hour, UTC")
                                                         : tr("hour of the capture"));
    auto *map = new HourOfWeekPlot(section);
    map->setValue({tr("requests (req/s)"), persona.peak.hourOfWeek});
    section->addWidget(map);
    section->addWidget(wrapped(peakSentence(persona.peak), section));
    section->addButtons({makeSmallButton(m_actions.exportLoad, section)});
}

} // namespace dramatis::ui
