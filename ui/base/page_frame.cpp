// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/page_frame.h"

#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/settings.h"
#include "ui/base/splitter.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kPageBarHeight = 44;
constexpr int kPageEdge = 16;
constexpr int kToolGap = 8;
constexpr int kPictureMinimum = 480;
constexpr int kListMinimum = 200;
constexpr int kListMaximum = 360;
constexpr int kInspectorMinimum = 280;
constexpr int kInspectorMaximum = 440;
constexpr int kProgressSteps = 1000;
constexpr int kProgressHeight = 3;

/// Widths of list and inspector for a window as wide as this page (UI.md, section 5).
std::pair<int, int> usualWidths(int page)
{
    if (page >= 1800)
        return {288, 360};
    if (page >= 1400)
        return {264, 320};
    return {216, 280};
}

QVBoxLayout *bareColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

PageFrame::PageFrame(const QString &id, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_settings(settings)
    , m_title(new QLabel)
    , m_tools(new QHBoxLayout)
    , m_rightTools(new QHBoxLayout)
    , m_splitter(new Splitter(Qt::Horizontal, QString(id + u"/panes"), settings, this))
    , m_progress(new QProgressBar(this))
{
    auto *bar = new QFrame(this);
    bar->setProperty("plate", u"barBelow"_s);
    bar->setMinimumHeight(kPageBarHeight);
    setFontRole(m_title, FontRole::PageTitle);
    m_tools->setSpacing(kToolGap);
    m_rightTools->setSpacing(kToolGap);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(kPageEdge, 0, kPageEdge, 0);
    row->setSpacing(kToolGap);
    row->addWidget(m_title);
    row->addSpacing(kToolGap);
    row->addLayout(m_tools);
    row->addStretch(1);
    row->addLayout(m_rightTools);

    for (const Pane pane : kPanes) {
        Slot &s = slot(pane);
        auto *frame = new QFrame(m_splitter);
        frame->setProperty("plate", pane == Pane::List ? u"bg"_s : u"surface"_s);
        bareColumn(frame);
        s.container = frame;
        s.wanted = pane == Pane::Picture || m_settings.paneVisible(paneId(pane));
        m_splitter->addWidget(frame);
        frame->hide();
    }
    slot(Pane::List).container->setMinimumWidth(kListMinimum);
    slot(Pane::List).container->setMaximumWidth(kListMaximum);
    slot(Pane::Picture).container->setMinimumWidth(kPictureMinimum);
    slot(Pane::Inspector).container->setMinimumWidth(kInspectorMinimum);
    slot(Pane::Inspector).container->setMaximumWidth(kInspectorMaximum);
    m_splitter->setStretchFactor(int(Pane::Picture), 1);

    m_progress->setTextVisible(false);
    m_progress->setRange(0, kProgressSteps);
    m_progress->setAccessibleName(tr("Progress of this page"));
    m_progress->hide();

    QVBoxLayout *column = bareColumn(this);
    column->addWidget(bar);
    column->addWidget(m_splitter, 1);
}

void PageFrame::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageFrame::addTool(QWidget *widget)
{
    m_tools->addWidget(widget);
}

void PageFrame::addTool(QAction *action)
{
    m_tools->addWidget(makeButton(action, ButtonRole::Plain, this));
}

void PageFrame::addRightTool(QWidget *widget)
{
    m_rightTools->insertWidget(m_rightTools->count() - (m_primary ? 1 : 0), widget);
}

void PageFrame::addRightTool(QAction *action)
{
    addRightTool(makeButton(action, ButtonRole::Plain, this));
}

QPushButton *PageFrame::setPrimary(QAction *action)
{
    delete m_primary;
    m_primary = makeButton(action, ButtonRole::Primary, this);
    m_rightTools->addWidget(m_primary);
    return m_primary;
}

void PageFrame::setList(QWidget *content)
{
    place(Pane::List, content);
}

void PageFrame::setPicture(QWidget *content)
{
    place(Pane::Picture, content);
}

void PageFrame::setInspector(QWidget *content)
{
    if (!content) {
        place(Pane::Inspector, nullptr);
        return;
    }
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    place(Pane::Inspector, scroll);
}

void PageFrame::place(Pane pane, QWidget *content)
{
    Slot &s = slot(pane);
    delete std::exchange(s.content, content);
    if (content)
        s.container->layout()->addWidget(content);
    updateVisibility(pane);
}

QString PageFrame::paneId(Pane pane) const
{
    return QString(m_id + (pane == Pane::List ? u"/list" : u"/inspector"));
}

bool PageFrame::hasPane(Pane pane) const
{
    return slot(pane).content;
}

bool PageFrame::isPaneVisible(Pane pane) const
{
    const Slot &s = slot(pane);
    return s.content && s.wanted && s.needed;
}

void PageFrame::setPaneVisible(Pane pane, bool visible)
{
    if (pane == Pane::Picture || slot(pane).wanted == visible)
        return;
    slot(pane).wanted = visible;
    m_settings.setPaneVisible(paneId(pane), visible);
    updateVisibility(pane);
}

void PageFrame::setPaneNeeded(Pane pane, bool needed)
{
    slot(pane).needed = needed;
    updateVisibility(pane);
}

void PageFrame::updateVisibility(Pane pane)
{
    const bool visible = isPaneVisible(pane);
    QWidget *container = slot(pane).container;
    if (container->isHidden() != visible)
        return; // it is so already
    if (!visible && container->isAncestorOf(QApplication::focusWidget()))
        focusPane(Pane::Picture);
    container->setVisible(visible);
    emit paneVisibilityChanged(pane, visible);
}

Pane PageFrame::currentPane() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (const Pane pane : kPanes) {
        if (focus && slot(pane).container->isAncestorOf(focus))
            return pane;
    }
    return Pane::Picture;
}

void PageFrame::focusPane(Pane pane)
{
    if (!isPaneVisible(pane))
        return;
    QWidget *container = slot(pane).container;
    if (QWidget *target = firstFocusable(container))
        target->setFocus(Qt::ShortcutFocusReason);
    else
        container->setFocus(Qt::ShortcutFocusReason);
}

void PageFrame::focusNextPane(bool forward)
{
    const auto count = int(kPanes.size());
    int index = int(currentPane());
    for (int step = 0; step < count; ++step) {
        index = (index + (forward ? 1 : count - 1)) % count;
        if (isPaneVisible(kPanes[std::size_t(index)])) {
            focusPane(kPanes[std::size_t(index)]);
            return;
        }
    }
}

/// The first widget inside `root` that takes the focus by Tab, in tab order.
QWidget *PageFrame::firstFocusable(const QWidget *root) const
{
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    if (all.isEmpty())
        return nullptr;
    QWidget *start = all.first();
    QWidget *widget = start;
    do {
        if (root->isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus)
            && widget->isVisibleTo(root) && widget->isEnabledTo(root) && !widget->focusProxy())
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != start);
    return nullptr;
}

void PageFrame::showProgress(double fraction)
{
    if (fraction < 0) {
        m_progress->setRange(0, 0);
    } else {
        m_progress->setRange(0, kProgressSteps);
        m_progress->setValue(int(fraction * kProgressSteps));
    }
    const QWidget *picture = slot(Pane::Picture).container;
    m_progress->setGeometry(
        QRect(picture->mapTo(this, QPoint()), QSize(picture->width(), kProgressHeight)));
    m_progress->raise();
    m_progress->show();
}

void PageFrame::hideProgress()
{
    m_progress->hide();
}

void PageFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible() && !m_sized)
        setUsualSizes();
}

void PageFrame::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_sized)
        setUsualSizes();
}

void PageFrame::setUsualSizes()
{
    m_sized = true;
    if (!m_settings.splitterState(QString(m_id + u"/panes")).isEmpty())
        return; // the splitter restores itself
    const auto [list, inspector] = usualWidths(width());
    m_splitter->setSizes({list, qMax(kPictureMinimum, width() - list - inspector), inspector});
}

} // namespace dramatis::ui
