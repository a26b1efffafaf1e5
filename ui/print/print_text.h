// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace dramatis::ui {

/// Type on a page, in points.
struct PrintFont
{
    double size = 9.5;
    bool strong = false;
    double leading = 13; ///< distance of lines
};

// The sizes of UI.md section 6.
inline constexpr PrintFont kTitleFont{24, true, 29};
inline constexpr PrintFont kHeadingFont{18, true, 22};
inline constexpr PrintFont kSubheadingFont{12, true, 15};
inline constexpr PrintFont kLeadFont{12.5, false, 17.5};
inline constexpr PrintFont kBodyFont{9.5, false, 13};
inline constexpr PrintFont kStrongFont{9.5, true, 13};
inline constexpr PrintFont kTableFont{8.5, false, 11};
inline constexpr PrintFont kStrongTableFont{8.5, true, 11};
inline constexpr PrintFont kCaptionFont{8, false, 10.5};
inline constexpr PrintFont kKeyFigureFont{16, true, 20};

/// Text broken into lines for a width, in points, the same on paper and on screen: laid out with
/// fonts in tenths of a point as pixels, so that no device's resolution has a say.
class PrintText
{
public:
    /// @param width  in points; 0 or less does not break
    PrintText(const QString &text,
              const PrintFont &font,
              double width,
              Qt::Alignment alignment = Qt::AlignLeft);
    ~PrintText();
    PrintText(PrintText &&) noexcept;
    PrintText &operator=(PrintText &&) noexcept;

    [[nodiscard]] double height() const { return m_height; }
    /// Of the longest line.
    [[nodiscard]] double naturalWidth() const { return m_naturalWidth; }
    /// Paints with its upper left corner at `position`; the painter's unit is a point.
    void paint(QPainter &painter, const QPointF &position, const QColor &color) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    double m_height = 0;
    double m_naturalWidth = 0;
};

/// Width of one unbroken line, in points.
[[nodiscard]] double printWidth(const QString &text, const PrintFont &font);
/// Width of the widest word, in points: a column must not be narrower.
[[nodiscard]] double widestWord(const QString &text, const PrintFont &font);

} // namespace dramatis::ui
