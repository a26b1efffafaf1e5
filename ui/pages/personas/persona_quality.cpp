// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/persona_quality.h"

#include "core/base/text.h"
#include "core/persona/grade.h"
#include "ui/base/inspector_section.h"
#include "ui/base/state_label.h"

#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

PersonaQuality::PersonaQuality(QWidget *parent)
    : QWidget(parent)
    , m_figures(new InspectorSection(tr("Quality of this cut"), this))
    , m_notes(new InspectorSection(tr("To know"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    column->addWidget(m_notes);
    setVisible(false);
}

/// @param why  the figure is unknown
void PersonaQuality::addFigure(const QString &name,
                               double value,
                               const QString &meaning,
                               const QString &why)
{
    PropertyRow *row = m_figures->addRow(name);
    row->setValue(text::number(value), std::isnan(value) ? why : QString());
    row->setToolTip(std::isnan(value) ? meaning + u' ' + why : meaning);
}

void PersonaQuality::show(const persona::PersonaSet *set, bool isJudging)
{
    m_figures->clear();
    m_notes->clear();
    setVisible(set != nullptr);
    if (!set)
        return;
    const bool isDensity = set->options.algorithm != u"kmeans"_s;
    const QString later = isJudging ? tr("It is being measured.") : tr("It was not measured.");
    const QString few = set->personas.size() < 2 ? tr("It needs two clusters or more.") : later;
    if (isDensity)
        addFigure(tr("DBCV"),
                  set->dbcv,
                  tr("Density-based validity, from −1 to 1: whether clusters are denser inside "
                     "than what lies between them, whatever their shape. Noise counts as 0."),
                  few);
    addFigure(tr("Silhouette"),
              set->silhouette,
              isDensity
                  ? tr("From −1 to 1: whether windows are nearer to their own cluster than to "
                       "the next. It likes round clusters; for density trust DBCV.")
                  : tr("From −1 to 1: whether windows are nearer to their own cluster than to "
                       "the next. It fits k-means, whose clusters are round."),
              few);
    addFigure(tr("Stability"),
              set->stability,
              tr("Whether the same clusters are found in four fifths of the windows: mean adjusted "
                 "Rand index of 20 resamples, 1 is the same. At least 0.8 is asked."),
              set->regrouped
                  ? tr("Windows were moved by hand: what is found anew is another thing.")
                  : later);
    m_figures
        ->addRow(
            tr("Windows"),
            tr("%1 of %2")
                .arg(text::count(double(set->points)), text::duration(set->options.windowSeconds)))
        ->setToolTip(tr("Windows that were clustered: one resource in one slice of time each"));
    m_figures->addRow(tr("Noise"),
                      set->points == 0 ? text::unknown()
                                       : text::percent(double(set->noise) / double(set->points)));
    if (set->sparseExchanges > 0)
        m_figures->addRow(tr("Sparse"), text::count(double(set->sparseExchanges)))
            ->setToolTip(tr("Exchanges in windows with too few of them to be clustered"));
    const QStringList notes = persona::notesOf(*set);
    m_notes->setVisible(!notes.isEmpty());
    for (const QString &note : notes) {
        auto *label = new StateLabel(State::Info, note, m_notes);
        label->setWrapped(true);
        m_notes->addWidget(label);
    }
}

} // namespace dramatis::ui
