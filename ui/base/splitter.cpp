// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/splitter.h"

#include "ui/base/settings.h"
#include "ui/base/tokens.h"

#include <QPainter>
#include <QSplitterHandle>

#include <utility>

namespace dramatis::ui {

namespace {

constexpr int kLine = 1;
constexpr int kGrip = 7;
constexpr int kMargin = (kGrip - kLine) / 2;
constexpr int kPillLength = 24;
constexpr int kShareUnit = 100;

/// Seven pixels wide over the neighbours, of which one is painted; the middle has a pill to grip.
class Handle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        // QSplitter places a handle by its margins; its own tiny mode would give five pixels.
        if (orientation() == Qt::Horizontal)
            setContentsMargins(kMargin, 0, kMargin, 0);
        else
            setContentsMargins(0, kMargin, 0, kMargin);
        QWidget::resizeEvent(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.fillRect(contentsRect(), tokens.line);
        if (orientation() == Qt::Horizontal)
            return;
        QRectF pill(0, 0, kPillLength, kMargin);
        pill.moveCenter(QRectF(contentsRect()).center());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(tokens.control, 0.45));
        painter.drawRoundedRect(pill, kMargin / 2.0, kMargin / 2.0);
    }
};

} // namespace

Splitter::Splitter(Qt::Orientation orientation,
                   const QString &id,
                   Settings &settings,
                   QWidget *parent)
    : QSplitter(orientation, parent)
    , m_id(id)
    , m_settings(settings)
{
    setHandleWidth(kLine);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_settings.setSplitterState(m_id, saveState());
    });
}

void Splitter::setShares(std::vector<int> shares)
{
    m_shares = std::move(shares);
}

QSplitterHandle *Splitter::createHandle()
{
    return new Handle(orientation(), this);
}

void Splitter::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    if (std::exchange(m_restored, true))
        return;
    const QByteArray state = m_settings.splitterState(m_id);
    if (!state.isEmpty() && restoreState(state)) {
        setHandleWidth(kLine); // the state holds both, perhaps from an older version
        setChildrenCollapsible(false);
        return;
    }
    if (!std::cmp_equal(m_shares.size(), count()))
        return;
    // Larger than any window: what is too much is taken in proportion, while what is missing would
    // be dealt out on top of the least sizes.
    QList<int> sizes;
    for (const int share : m_shares)
        sizes << share * kShareUnit;
    setSizes(sizes);
}

} // namespace dramatis::ui
