// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/axis_plot.h"

#include "ui/plots/plot_theme.h"
#include "ui/plots/qcustomplot_include.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPicture>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

/// The overlay as an item of the plot: so that it is laid out, scaled and printed with it.
class AxisPlot::Over final : public QCPAbstractItem
{
public:
    Over(QCustomPlot *plot, AxisPlot *owner) : QCPAbstractItem(plot), m_owner(owner)
    {
        setClipToAxisRect(false);
        setLayer(u"overlay"_s);
        setSelectable(false);
    }
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        m_owner->drawOver(*painter, m_owner->tokens(), m_owner->m_paper == nullptr);
        painter->restore();
    }

private:
    AxisPlot *m_owner;
};

AxisPlot::AxisPlot(QWidget *parent) : Plot(parent), m_plot(new QCustomPlot(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(40, 40);
    m_plot->setMouseTracking(true);
    // Segment by segment: the outline of a whole wide line that crosses itself a thousand times
    // takes the rasteriser a hundred times as long.
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->setNotAntialiasedElement(QCP::aeFills); // a line runs along their rim
    m_plot->installEventFilter(this);
    m_plot->plotLayout()->insertRow(0);
    auto *title = new QCPTextElement(m_plot);
    title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine);
    title->setMargins({12, 4, 8, 0});
    title->setVisible(false);
    m_plot->plotLayout()->addElement(0, 0, title);
    m_plot->plotLayout()->setRowSpacing(0);
    m_plot->axisRect()->setMinimumMargins({44, 6, 14, 6});
    new Over(m_plot, this); // owned by the plot
}

AxisPlot::~AxisPlot() = default;

QRectF AxisPlot::axisRect() const
{
    return m_plot->axisRect()->rect();
}

double AxisPlot::xAt(double pixel) const
{
    return m_plot->xAxis->pixelToCoord(pixel);
}

double AxisPlot::yAt(double pixel) const
{
    return m_plot->yAxis->pixelToCoord(pixel);
}

double AxisPlot::xPixel(double value) const
{
    return m_plot->xAxis->coordToPixel(value);
}

double AxisPlot::yPixel(double value) const
{
    return m_plot->yAxis->coordToPixel(value);
}

const Tokens &AxisPlot::tokens() const
{
    return m_paper ? *m_paper : tokensOf(this);
}

void AxisPlot::setTitle(const QString &title)
{
    m_title = title;
    fitTitle(width());
    setAccessibleName(title);
}

/// The title as one line of at most the width of the plot.
void AxisPlot::fitTitle(double width)
{
    auto *element = qobject_cast<QCPTextElement *>(m_plot->plotLayout()->element(0, 0));
    const QMargins margins = element->margins();
    element->setText(
        QFontMetricsF(element->font())
            .elidedText(m_title, Qt::ElideRight, width - margins.left() - margins.right()));
    element->setVisible(!m_title.isEmpty());
}

void AxisPlot::drawOver(QPainter &painter, const Tokens &tokens, bool interactive)
{
    if (!interactive || !hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.focus, 2));
    painter.drawRect(QRectF(m_plot->viewport()).adjusted(1, 1, -1, -1));
}

void AxisPlot::refreshOverlay()
{
    if (isVisible())
        m_plot->layer(u"overlay"_s)->replot();
    else
        replotSoon(); // to be there when it is shown
}

void AxisPlot::replotSoon()
{
    beforeReplot();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

bool AxisPlot::mousePressed(QMouseEvent *)
{
    return false;
}

bool AxisPlot::mouseMoved(QMouseEvent *)
{
    return false;
}

bool AxisPlot::mouseReleased(QMouseEvent *)
{
    return false;
}

bool AxisPlot::mouseDoubleClicked(QMouseEvent *)
{
    return false;
}

bool AxisPlot::wheelTurned(QWheelEvent *)
{
    return false;
}

void AxisPlot::draw(QPainter &painter, const QSizeF &size, const Tokens &paper)
{
    m_paper = &paper;
    applyTheme(*m_plot, paper);
    restyle(paper);
    const QRect screen = m_plot->viewport();
    m_plot->setViewport(QRect(QPoint(), size.toSize())); // the number of ticks depends on it
    fitTitle(size.width());
    beforeReplot();
    QPicture picture;
    {
        // A QCPPainter cannot be put on top of a painter that is active; a picture carries its
        // commands over, text as text.
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmVectorized);
        recorder.setMode(QCPPainter::pmNoCaching);
        m_plot->toPainter(&recorder, size.toSize().width(), size.toSize().height());
    }
    painter.save();
    // Pictures are replayed in the device's own 96th of an inch.
    const QPaintDevice *device = painter.device();
    painter.scale(96.0 / device->logicalDpiX(), 96.0 / device->logicalDpiY());
    painter.drawPicture(0, 0, picture);
    painter.restore();
    m_paper = nullptr;
    m_plot->setViewport(screen);
    refresh();
}

void AxisPlot::refresh()
{
    applyTheme(*m_plot, tokens());
    restyle(tokens());
    fitTitle(width()); // the font may be another
    replotSoon();
}

bool AxisPlot::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_plot)
        return Plot::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        return mousePressed(static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return mouseMoved(static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return mouseReleased(static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonDblClick:
        return mouseDoubleClicked(static_cast<QMouseEvent *>(event));
    case QEvent::Wheel:
        // What the plot has no use for goes on to what it stands in, which may scroll; the plot
        // below would swallow it.
        event->setAccepted(wheelTurned(static_cast<QWheelEvent *>(event)));
        return true;
    case QEvent::Leave:
        mouseLeft();
        return false;
    default:
        return false;
    }
}

void AxisPlot::resizeEvent(QResizeEvent *event)
{
    Plot::resizeEvent(event);
    fitTitle(width());
    replotSoon();
}

void AxisPlot::focusInEvent(QFocusEvent *event)
{
    Plot::focusInEvent(event);
    refreshOverlay();
}

void AxisPlot::focusOutEvent(QFocusEvent *event)
{
    Plot::focusOutEvent(event);
    refreshOverlay();
}

} // namespace dramatis::ui
