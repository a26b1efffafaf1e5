// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/page_view.h"

#include "ui/base/tokens.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr int kGap = 16;
constexpr int kCachedPages = 24;
constexpr double kPixelsPerPoint = 96.0 / 72;
constexpr int kTwoAbreast = 1000; ///< pixels of width from which two pages stand side by side
constexpr int kThreeAbreast = 1400;

} // namespace

PageView::PageView(QWidget *parent) : QWidget(parent), m_cache(kCachedPages)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Pages of the report"));
}

void PageView::setPages(std::shared_ptr<const ReportPages> pages)
{
    m_pages = std::move(pages);
    m_cache.clear();
    updateGeometry();
    update();
}

void PageView::setZoom(double zoom)
{
    m_zoom = zoom;
    m_cache.clear();
    updateGeometry();
    update();
    emit zoomChanged();
}

int PageView::columns(int width) const
{
    if (m_zoom > 0) {
        const int page = pagePixels(width).width();
        return std::clamp((width - kGap) / (page + kGap), 1, 3);
    }
    return width >= kThreeAbreast ? 3 : width >= kTwoAbreast ? 2 : 1;
}

QSize PageView::pagePixels(int width) const
{
    if (!m_pages)
        return {};
    const QSizeF points = m_pages->pageSize();
    double scale = m_zoom * kPixelsPerPoint;
    if (m_zoom <= 0) {
        const int abreast = width >= kThreeAbreast ? 3 : width >= kTwoAbreast ? 2 : 1;
        scale = (width - kGap * (abreast + 1)) / (points.width() * abreast);
        scale = std::min(scale, 1.5 * kPixelsPerPoint);
    }
    return {std::max(1, static_cast<int>(std::lround(points.width() * scale))),
            std::max(1, static_cast<int>(std::lround(points.height() * scale)))};
}

double PageView::zoom() const
{
    if (!m_pages)
        return 1;
    return pagePixels(width()).width() / (m_pages->pageSize().width() * kPixelsPerPoint);
}

QRect PageView::pageRect(int index) const
{
    const QSize page = pagePixels(width());
    const int abreast = columns(width());
    const int row = index / abreast;
    const int column = index % abreast;
    const int used = abreast * page.width() + (abreast - 1) * kGap;
    const int left = std::max(kGap, (width() - used) / 2);
    return {left + column * (page.width() + kGap),
            kGap + row * (page.height() + kGap),
            page.width(),
            page.height()};
}

int PageView::pageAt(const QRect &visible) const
{
    for (int i = 0; i < pageCount(); ++i)
        if (pageRect(i).center().y() >= visible.top())
            return i;
    return 0;
}

QSize PageView::sizeHint() const
{
    return {600, heightForWidth(600)};
}

int PageView::heightForWidth(int width) const
{
    if (!m_pages)
        return 0;
    const int rows = (pageCount() + columns(width) - 1) / columns(width);
    return kGap + rows * (pagePixels(width).height() + kGap);
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_zoom <= 0) {
        m_cache.clear();
        emit zoomChanged();
    }
}

QPixmap *PageView::rendered(int index, const QSize &size)
{
    if (QPixmap *cached = m_cache.object(index))
        return cached;
    auto *pixmap = new QPixmap(size * devicePixelRatioF());
    pixmap->setDevicePixelRatio(devicePixelRatioF());
    pixmap->fill(Qt::white);
    QPainter painter(pixmap);
    const double scale = size.width() / m_pages->pageSize().width();
    painter.scale(scale, scale);
    m_pages->paint(painter, index);
    painter.end();
    m_cache.insert(index, pixmap);
    return m_cache.object(index);
}

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Tokens &tokens = tokensOf(this);
    painter.fillRect(event->rect(), tokens.bg);
    for (int i = 0; i < pageCount(); ++i) {
        const QRect page = pageRect(i);
        if (!page.intersects(event->rect()))
            continue;
        painter.drawPixmap(page.topLeft(), *rendered(i, page.size()));
        painter.setPen(tokens.line);
        painter.drawRect(page.adjusted(-1, -1, 0, 0));
    }
}

} // namespace dramatis::ui
