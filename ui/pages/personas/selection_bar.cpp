// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/selection_bar.h"

#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/markers.h"
#include "ui/base/tokens.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace dramatis::ui {

namespace {

constexpr int kMarker = 16;

/// A persona's marker, for a menu.
QIcon markerIcon(const persona::Persona &persona, const Tokens &tokens)
{
    QPixmap pixmap(kMarker, kMarker);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarker(painter,
                QRectF(3, 3, kMarker - 6, kMarker - 6),
                personaStyle(number(persona.id) - 1, tokens));
    return pixmap;
}

} // namespace

SelectionBar::SelectionBar(QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_assign(new QToolButton(this))
    , m_personas(new QMenu(m_assign))
    , m_new(new QAction(ui::icon(Icon::Add), tr("New persona"), this))
    , m_noise(new QAction(tr("Make noise"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(8);
    setFontRole(m_count, FontRole::Strong);
    row->addWidget(m_count);
    m_assign->setText(tr("Assign to"));
    m_assign->setPopupMode(QToolButton::InstantPopup);
    m_assign->setMenu(m_personas);
    auto *list = new QAction(tr("List"), this);
    list->setToolTip(tr("Show these windows as a table"));
    auto *captures = new QAction(tr("Show in Captures"), this);
    captures->setToolTip(tr("Choose the time that these windows span on the Captures page"));
    auto *clear = new QAction(ui::icon(Icon::Close), tr("Clear selection"), this);
    row->addWidget(m_assign);
    for (QAction *action : {m_new, m_noise, list, captures})
        row->addWidget(makeTextToolButton(action, this));
    row->addStretch();
    row->addWidget(makeToolButton(clear, this));
    connect(m_new, &QAction::triggered, this, &SelectionBar::newPersonaRequested);
    connect(m_noise, &QAction::triggered, this, [this] { emit assignRequested(std::nullopt); });
    connect(list, &QAction::triggered, this, &SelectionBar::listRequested);
    connect(captures, &QAction::triggered, this, &SelectionBar::showInCapturesRequested);
    connect(clear, &QAction::triggered, this, &SelectionBar::clearRequested);
    setVisible(false);
}

void SelectionBar::show(std::size_t windows, const persona::PersonaSet *set)
{
    setVisible(windows > 0);
    m_count->setText(tr("%n window(s) selected", nullptr, static_cast<int>(windows)));
    m_personas->clear();
    if (!set)
        return;
    for (const persona::Persona &persona : set->personas)
        m_personas->addAction(markerIcon(persona, tokensOf(this)),
                              persona.name,
                              this,
                              [this, id = persona.id] { emit assignRequested(id); });
}

void SelectionBar::setMovable(bool movable, const QString &why)
{
    m_assign->setEnabled(movable);
    m_assign->setToolTip(movable ? tr("Give the windows to this persona") : why);
    m_new->setEnabled(movable);
    m_new->setToolTip(movable ? tr("Make a persona of these windows") : why);
    m_noise->setEnabled(movable);
    m_noise->setToolTip(movable ? tr("Take the windows from their personas") : why);
}

} // namespace dramatis::ui
