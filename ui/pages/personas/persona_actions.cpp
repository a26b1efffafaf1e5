// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/persona_actions.h"

#include "ui/base/failure_box.h"
#include "ui/base/icons.h"
#include "ui/pages/personas/figure_dialog.h"
#include "ui/pages/personas/persona_editor.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kMostParts = 9;

/// A name that any file system takes.
QString fileName(const QString &name, const QString &extension)
{
    QString plain;
    for (const QChar letter : name)
        plain += letter.isLetterOrNumber() ? letter : QChar(u'-');
    return plain + u'.' + extension;
}

QAction *makeAction(QObject *owner, Icon icon, const QString &text, const QString &toolTip)
{
    auto *action = new QAction(ui::icon(icon), text, owner);
    action->setToolTip(toolTip);
    return action;
}

} // namespace

PersonaActions::PersonaActions(PersonaEditor &editor, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_window(window)
{
    makeActions();
    connect(m_pin, &QAction::triggered, this, [this](bool pinned) {
        if (const persona::Persona *persona = first())
            m_editor.setPinned(persona->id, pinned);
    });
    connect(m_merge, &QAction::triggered, this, [this] {
        m_editor.regroup(persona::MergePersonas{m_chosen});
    });
    connect(m_split, &QAction::triggered, this, &PersonaActions::askParts);
    connect(m_setFigure, &QAction::triggered, this, &PersonaActions::askFigure);
    connect(m_keepVersion, &QAction::triggered, this, [this] { m_editor.keepVersion(); });
    connect(m_exportLoad, &QAction::triggered, this, &PersonaActions::askExportLoad);
    connect(m_exportSet, &QAction::triggered, this, &PersonaActions::askExportSet);
    connect(m_importSet, &QAction::triggered, this, &PersonaActions::askImportSet);
    setChoice(nullptr, {}, false);
}

void PersonaActions::makeActions()
{
    m_pin = makeAction(this, Icon::Pin, tr("Pin persona"), tr("Pin: keep this persona at hand"));
    m_pin->setCheckable(true);
    m_merge =
        makeAction(this,
                   Icon::Merge,
                   tr("Merge"),
                   tr("Make one persona of those that are chosen (Ctrl+click chooses several)"));
    m_split = makeAction(this, Icon::Split, tr("Split…"), tr("Part the persona by k-means"));
    m_setFigure = makeAction(
        this, Icon::Rename, tr("Set a figure…"), tr("Set a figure of the persona by hand"));
    m_setFigure->setIconText(tr("Edit…"));
    m_keepVersion =
        makeAction(this,
                   Icon::History,
                   tr("Keep version"),
                   tr("Leave these personas as they are; what follows goes to a new version"));
    m_exportLoad = makeAction(this,
                              Icon::Export,
                              tr("Export load test…"),
                              tr("Write the chosen personas for k6, Locust or as a CSV schedule"));
    m_exportLoad->setIconText(tr("Export…"));
    m_exportSet = makeAction(
        this, Icon::Export, tr("Export personas…"), tr("Write all personas for another project"));
    m_importSet = makeAction(this,
                             Icon::Import,
                             tr("Import personas…"),
                             tr("Read personas that another project exported"));
}

void PersonaActions::setChoice(persona::PersonaSetPtr set,
                               std::vector<PersonaId> chosen,
                               bool hasWindows)
{
    m_set = std::move(set);
    m_chosen = std::move(chosen);
    const persona::Persona *one = first();
    m_pin->setEnabled(one);
    m_pin->setChecked(one && one->pinned);
    m_merge->setEnabled(m_chosen.size() > 1 && hasWindows);
    m_split->setEnabled(m_chosen.size() == 1 && hasWindows);
    m_setFigure->setEnabled(one);
    m_keepVersion->setEnabled(m_set != nullptr);
    m_exportLoad->setEnabled(one);
    m_exportSet->setEnabled(m_set != nullptr);
}

const persona::Persona *PersonaActions::first() const
{
    return m_set && !m_chosen.empty() ? m_set->withId(m_chosen.front()) : nullptr;
}

void PersonaActions::askParts()
{
    const persona::PersonaSetPtr set = m_set; // the dialog looks at a persona of it
    const persona::Persona *persona = first();
    if (!persona)
        return;
    QInputDialog dialog(m_window);
    dialog.setWindowTitle(tr("Split “%1”").arg(persona->name));
    dialog.setLabelText(tr("Parts, found by k-means; the largest stays who it is:"));
    dialog.setIntRange(2, kMostParts);
    dialog.setIntValue(2);
    dialog.setOkButtonText(tr("Split"));
    if (dialog.exec() == QDialog::Accepted)
        m_editor.regroup(persona::SplitPersona{persona->id, dialog.intValue()});
}

void PersonaActions::askFigure()
{
    const persona::PersonaSetPtr set = m_set; // the dialog looks at a persona of it
    const persona::Persona *persona = first();
    if (!persona)
        return;
    FigureDialog dialog(*persona, m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_editor.setFigure(persona->id, dialog.metric(), dialog.value());
}

void PersonaActions::askExportLoad()
{
    const persona::Persona *persona = first();
    if (!persona)
        return;
    const std::vector<persona::Exporter> &exporters = persona::allExporters();
    QStringList filters;
    for (const persona::Exporter &exporter : exporters)
        filters << tr("%1 (*.%2)").arg(exporter.name, exporter.extension);
    const QString name = m_chosen.size() == 1 ? persona->name : tr("personas");
    QString chosen = filters.front();
    const QString path = QFileDialog::getSaveFileName(
        m_window,
        m_chosen.size() == 1
            ? tr("Export a load test of “%1”").arg(persona->name)
            : tr("Export a load test of %n personas", nullptr, static_cast<int>(m_chosen.size())),
        fileName(name, exporters.front().extension),
        filters.join(u";;"_s),
        &chosen);
    if (path.isEmpty())
        return;
    // The name that was typed says what is wanted; without an ending of ours the filter does.
    const QString suffix = QFileInfo(path).suffix().toLower();
    auto exporter = std::find_if(exporters.begin(), exporters.end(), [&](const auto &candidate) {
        return candidate.extension == suffix;
    });
    if (exporter == exporters.end())
        exporter = exporters.begin() + std::max<qsizetype>(0, filters.indexOf(chosen));
    const QString complete = suffix.isEmpty() ? QString(path + u'.' + exporter->extension) : path;
    if (const auto written = m_editor.exportLoad(*exporter, m_chosen, complete); !written)
        showFailure(m_window, tr("The load test could not be exported."), written.error());
    else
        emit done(tr("Written: %1").arg(complete));
}

void PersonaActions::askExportSet()
{
    const QString path = QFileDialog::getSaveFileName(m_window,
                                                      tr("Export personas"),
                                                      fileName(tr("personas"), u"json"_s),
                                                      tr("Personas (*.json)"));
    if (path.isEmpty())
        return;
    if (const auto written = m_editor.exportSet(path); !written)
        showFailure(m_window, tr("The personas could not be exported."), written.error());
    else
        emit done(tr("Written: %1").arg(path));
}

void PersonaActions::askImportSet()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Import personas"), QString(), tr("Personas (*.json)"));
    if (path.isEmpty())
        return;
    if (const auto read = m_editor.importSet(path); !read)
        showFailure(m_window, tr("The personas could not be imported."), read.error());
    else
        emit done(tr("Read: %1").arg(path));
}

} // namespace dramatis::ui
