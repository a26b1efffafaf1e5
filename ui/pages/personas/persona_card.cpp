// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/persona_card.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/chip.h"
#include "ui/base/elided_label.h"
#include "ui/base/fonts.h"
#include "ui/base/grade_meter.h"
#include "ui/base/icons.h"
#include "ui/base/sparkline.h"
#include "ui/plots/hour_of_week_plot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

namespace dramatis::ui {

namespace {

constexpr int kHoursOfWeek = 168;
constexpr std::size_t kPeaksShown = 3;

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
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
    const QString when = hours.join(QStringLiteral(", "));
    return std::isnan(peak.peakToMean) ? when
                                       : PersonaCard::tr("%1; the busiest hour is %2 × the mean.")
                                             .arg(when, text::number(peak.peakToMean));
}

PersonaCard::PersonaCard(QWidget *parent) : Inspector(parent) {}

void PersonaCard::show(const persona::Persona &persona, std::int64_t now)
{
    clear();
    showHead(persona);
    showConfidence(persona, now);
    showBehaviour(persona);
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
    auto *rename = new QToolButton(section);
    rename->setIcon(icon(Icon::Rename));
    rename->setToolTip(tr("Rename (F2)"));
    rename->setAccessibleName(tr("Rename"));
    connect(rename, &QToolButton::clicked, this, &PersonaCard::renameRequested);
    auto *pin = new QToolButton(section);
    pin->setIcon(icon(Icon::Pin));
    pin->setToolTip(tr("Pin: keep this persona at hand"));
    pin->setAccessibleName(tr("Pin"));
    pin->setCheckable(true);
    pin->setChecked(persona.pinned);
    connect(pin, &QToolButton::clicked, this, &PersonaCard::pinRequested);
    row->addWidget(rename);
    row->addWidget(pin);
    section->addLayout(row);
    auto *facts = wrapped(tr("%1 windows, %2 exchanges, %3 resources")
                              .arg(text::count(double(persona.windows)),
                                   text::count(double(persona.exchanges)),
                                   text::count(double(persona.resources.size()))),
                          section);
    setTextRole(facts, TextRole::Secondary);
    section->addWidget(facts);
}

void PersonaCard::showConfidence(const persona::Persona &persona, std::int64_t now)
{
    InspectorSection *section = addSection(tr("Confidence"));
    const persona::ConfidenceScore &confidence = persona.confidence;
    const QList<GradePart> parts{{tr("Rate"),
                                  tr("± %1").arg(text::percent(confidence.relativeHalfWidth)),
                                  1 - std::min(1.0, confidence.relativeHalfWidth)},
                                 {tr("Hours seen"),
                                  tr("%1 of %2").arg(confidence.hoursSeen).arg(kHoursOfWeek),
                                  double(confidence.hoursSeen) / kHoursOfWeek}};
    auto *meter = new GradeMeter(section);
    meter->setGrade(confidence.score, parts);
    section->setAside(meter);
    auto *rows = new GradeParts(section);
    rows->setParts(parts);
    section->addWidget(rows);
    section->addRow(tr("Independent windows"), text::number(confidence.effectiveWindows));
    section->addRow(tr("Age of the data"), text::duration(persona.dataAge(now)));
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
    section->addRow(tr("Requests"), text::rate(persona.requestRate.mean));
    section->addRow(tr("Requests p95"), text::rate(persona.requestRate.p95));
    section->addRow(tr("Request size"), text::bytes(persona.requestSize.mean));
    section->addRow(tr("Response size"), text::bytes(persona.responseSize.mean));
    section->addRow(tr("Data rate"), text::byteRate(persona.dataRate.mean));
    section->addRow(tr("Latency p50"), text::duration(persona.latencyP50));
    section->addRow(tr("Latency p95"), text::duration(persona.latencyP95));
    section->addRow(tr("Errors"), text::percent(persona.errors.total));
    section->addRow(tr("Burstiness (cv)"), text::number(persona.burstiness));
    section->addRow(tr("Write share"), text::percent(persona.writeShare));
    if (!persona.operations.empty())
        section->addRow(tr("Mostly"), persona.operations.front().operation);
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
    auto *simulate = new QPushButton(tr("Simulate"), section);
    setButtonRole(simulate, ButtonRole::Plain, true);
    connect(simulate, &QPushButton::clicked, this, &PersonaCard::simulateRequested);
    section->addButtons({simulate});
}

} // namespace dramatis::ui
