// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/style_sheet.h"

#include "ui/base/fonts.h"
#include "ui/base/tokens.h"

#include <QFile>
#include <QFontInfo>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

QString points(FontRole role)
{
    const QFont sized = font(role);
    return sized.pixelSize() > 0 ? QString(QString::number(sized.pixelSize()) + u"px")
                                 : QString(QString::number(sized.pointSizeF(), 'f', 2) + u"pt");
}

QString colorName(const QColor &color)
{
    return color.alpha() == 255 ? color.name()
                                : u"rgba(%1, %2, %3, %4)"_s.arg(color.red())
                                      .arg(color.green())
                                      .arg(color.blue())
                                      .arg(double(color.alphaF()), 0, 'f', 3);
}

} // namespace

QString styleSheet(const Tokens &t)
{
    QFile file(u":/themes/dramatis.qss"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "styleSheet", "the resources are not linked");
    QString sheet = opened ? QString::fromUtf8(file.readAll()) : QString();

    const std::initializer_list<std::pair<QStringView, QColor>> colors{
        {u"bg", t.bg},
        {u"surface", t.surface},
        {u"raised", t.raised},
        {u"sunken", t.sunken},
        {u"track", t.dark ? t.line : t.sunken}, // a well on the dark ground needs to be lighter
        {u"line", t.line},
        {u"control", t.control},
        {u"text", t.text},
        {u"text2", t.text2},
        {u"text3", t.text3},
        {u"disabled", t.disabled},
        {u"accent", t.accent},
        {u"onAccent", t.onAccent},
        {u"accentSoft", t.accentSoft},
        {u"focus", t.focus},
        {u"critical", t.critical},
        {u"hover", t.dark ? t.raised : t.bg.darker(102)},
        {u"buttonLine", t.dark ? t.line.lighter(130) : t.line.darker(108)},
        {u"scroll", withAlpha(t.control, 0.45)},
        {u"accentHover", t.dark ? t.accent.lighter(106) : t.accent.darker(110)},
        {u"accentPressed", t.accent.darker(120)},
    };
    for (const auto &[name, color] : colors)
        sheet.replace(QString(u'@' + name + u'@'), colorName(color));

    const std::initializer_list<std::pair<QStringView, QString>> texts{
        {u"name", t.dark ? u"dark"_s : u"light"_s},
        {u"captionSize", points(FontRole::Caption)},
        {u"bodySize", points(FontRole::Body)},
        {u"headingSize", points(FontRole::Heading)},
        {u"pageTitleSize", points(FontRole::PageTitle)},
        {u"keyFigureSize", points(FontRole::KeyFigure)},
        {u"fixedFamily", QFontInfo(font(FontRole::Fixed)).family()},
    };
    for (const auto &[name, text] : texts)
        sheet.replace(QString(u'@' + name + u'@'), text);
    return sheet;
}

} // namespace dramatis::ui
