// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/practices/practice_inspector.h"

#include "core/persona/grade.h"
#include "core/report/wording.h"
#include "ui/base/fonts.h"
#include "ui/base/grade_meter.h"
#include "ui/base/inspector_section.h"
#include "ui/base/state_label.h"
#include "ui/pages/practices/finding_words.h"
#include "ui/pages/practices/threshold_scale.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

QString stateText(const practice::Finding &finding)
{
    switch (finding.state) {
    case practice::FindingState::Holds:
        return PracticeInspector::tr("holds");
    case practice::FindingState::Undecided:
        return PracticeInspector::tr("undecided");
    case practice::FindingState::NotApplicable:
        return PracticeInspector::tr("not applicable");
    case practice::FindingState::Deviates:
        break;
    }
    return practice::severityName(finding.severity);
}

QString sourceText(const practice::Source &source)
{
    if (source.ours)
        return PracticeInspector::tr("our default");
    return source.url.isEmpty() ? source.title.toHtmlEscaped()
                                : u"<a href=\"%1\">%2</a>"_s.arg(source.url.toHtmlEscaped(),
                                                                 source.title.toHtmlEscaped());
}

} // namespace

PracticeInspector::PracticeInspector(QWidget *parent)
    : QWidget(parent)
    , m_inspector(new Inspector(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_inspector);
}

void PracticeInspector::clear()
{
    m_inspector->clear();
}

void PracticeInspector::addText(InspectorSection &section, const QString &text, bool secondary)
{
    auto *label = new QLabel(text, &section);
    label->setTextFormat(text.startsWith(u"<a ") ? Qt::RichText : Qt::PlainText);
    label->setOpenExternalLinks(true);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    if (secondary)
        setTextRole(label, TextRole::Secondary);
    section.addWidget(label);
}

void PracticeInspector::showFinding(const practice::Finding &finding,
                                    const practice::Rule *rule,
                                    const QString &unadvised,
                                    const practice::ConfidenceGrade &grade)
{
    m_inspector->clear();
    InspectorSection *head = m_inspector->addSection();
    head->addWidget(new StateLabel(stateOf(finding), stateText(finding), head));
    auto *title = new QLabel(finding.title, head);
    title->setWordWrap(true);
    setFontRole(title, FontRole::Heading);
    head->addWidget(title);
    if (!finding.detail.isEmpty())
        addText(*head, finding.detail, true);
    auto *scale = new ThresholdScale(head);
    head->addWidget(scale);
    scale->setFinding(finding);
    if (!finding.verifiable)
        addText(*head, tr("A change for it cannot be verified by simulation yet."), true);
    if (!unadvised.isEmpty()) {
        InspectorSection *none = m_inspector->addSection(tr("No recommendation"));
        addText(*none, unadvised, true);
    }
    addRule(&finding, rule);
    addGrade(grade);
}

void PracticeInspector::addRule(const practice::Finding *finding, const practice::Rule *rule)
{
    if (!finding && !rule)
        return;
    InspectorSection *section = m_inspector->addSection(tr("Rule"));
    section->setAside(finding ? finding->rule : rule->id);
    if (rule) {
        addText(*section, rule->title);
        addText(*section, rule->reason, true);
    }
    if (finding) {
        if (finding->value.isKnown()) {
            section->addRow(tr("Threshold"), boundText(*finding));
            if (finding->adapted) {
                section->addRow(tr("Default"),
                                report::valueText(finding->defaultThreshold, finding->unit));
                section->addRow(tr("Adapted to"), finding->adaptedTo);
            }
        }
    }
    const practice::Source &source = finding ? finding->source : rule->source;
    if (!source.title.isEmpty() || source.ours) {
        addText(*section, tr("Source:"), true);
        addText(*section, sourceText(source));
    }
}

void PracticeInspector::showRecommendation(const practice::Recommendation &recommendation,
                                           const practice::Rule *rule)
{
    m_inspector->clear();
    InspectorSection *head = m_inspector->addSection();
    head->addWidget(recommendation.verified
                        ? new StateLabel(State::Ok, tr("verified by simulating again"), head)
                        : new StateLabel(State::Undecided, tr("not verified yet"), head));
    auto *title = new QLabel(recommendation.title, head);
    title->setWordWrap(true);
    setFontRole(title, FontRole::Heading);
    head->addWidget(title);
    addText(*head, recommendation.reason, true);
    InspectorSection *effects = m_inspector->addSection(tr("Effect"));
    effects->setAside(tr("95 % intervals"));
    const auto addEffect = [effects](const practice::Effect &effect) {
        effects->addRow(effectName(effect), report::differenceText(effect.difference, effect.unit))
            ->setToolTip(beforeAfter(effect));
    };
    addEffect(recommendation.target);
    for (const practice::Effect &effect : recommendation.effects)
        if (!(effect == recommendation.target))
            addEffect(effect);
    effects->addRow(tr("Cost per hour"), costText(recommendation.costDifference));
    for (const QString &worse : recommendation.worsened)
        addText(*effects, tr("Got worse: %1").arg(worse), true);
    if (!recommendation.personas.isEmpty())
        head->addRow(tr("Adapted to"), recommendation.personas.join(u", "));
    addRule(nullptr, rule);
    addGrade(recommendation.grade);
}

void PracticeInspector::showGrade(const practice::ConfidenceGrade &grade)
{
    m_inspector->clear();
    InspectorSection *head = m_inspector->addSection();
    addText(*head, tr("Select a finding or a recommendation to see its evidence."), true);
    addGrade(grade);
}

void PracticeInspector::addGrade(const practice::ConfidenceGrade &grade)
{
    InspectorSection *section = m_inspector->addSection(tr("Confidence"));
    QList<GradePart> parts;
    for (const practice::AssessmentGrade &part : grade.parts) {
        QString name = persona::partName(part.part);
        name[0] = name[0].toUpper();
        parts.append({name, part.text, part.value});
    }
    auto *meter = new GradeMeter(section);
    meter->setGrade(grade.value, parts);
    section->setAside(meter);
    auto *rows = new GradeParts(section);
    rows->setParts(parts);
    section->addWidget(rows);
    for (const QString &gate : grade.failedGates)
        addText(*section, gate, true);
}

} // namespace dramatis::ui
