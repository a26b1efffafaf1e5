// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/report_pages.h"

#include <QCache>
#include <QPixmap>
#include <QWidget>

#include <memory>

namespace dramatis::ui {

/// The pages of a report, as many abreast as fit. Draws only what is seen, and each page once per
/// zoom. Lies in a scroll area.
class PageView : public QWidget
{
    Q_OBJECT

public:
    explicit PageView(QWidget *parent = nullptr);

    void setPages(std::shared_ptr<const ReportPages> pages);
    [[nodiscard]] int pageCount() const { return m_pages ? m_pages->count() : 0; }
    /// Factor on 96 dpi; 0 fits the width.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const; ///< what is in force
    /// Where a page stands, in the widget's pixels.
    [[nodiscard]] QRect pageRect(int index) const;
    /// The page at the top of `visible`.
    [[nodiscard]] int pageAt(const QRect &visible) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int columns(int width) const;
    [[nodiscard]] QSize pagePixels(int width) const;
    QPixmap *rendered(int index, const QSize &size);

    std::shared_ptr<const ReportPages> m_pages;
    QCache<int, QPixmap> m_cache;
    double m_zoom = 0;
};

} // namespace dramatis::ui
