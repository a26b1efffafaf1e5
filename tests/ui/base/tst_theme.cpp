// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/markers.h"
#include "ui/base/theme.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dramatis::ui;

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them, written down here again on purpose.
double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF()))
           + 0.0722 * linear(double(color.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

/// `over` on `under`, as the eye gets it.
QColor blended(const QColor &over, const QColor &under)
{
    QImage image(1, 1, QImage::Format_RGB32);
    image.fill(under);
    QPainter(&image).fillRect(0, 0, 1, 1, over);
    return image.pixelColor(0, 0);
}

bool holds(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastsKeepTheirPromise_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// The bounds of UI.md section 1.
    void contrastsKeepTheirPromise()
    {
        QFETCH(bool, dark);
        const Tokens &t = dark ? darkTokens() : lightTokens();
        for (const QColor &ground : {t.bg, t.surface, t.raised}) {
            QVERIFY(contrast(t.text, ground) >= 12.5);
            QVERIFY(contrast(t.text2, ground) >= 6.5);
            QVERIFY(contrast(t.text3, ground) >= 4.5);
            for (const State state : kStates)
                QVERIFY(contrast(t.state(state), ground) >= 5.0);
        }
        for (const State state : kStates)
            QVERIFY(contrast(t.state(state), blended(t.stateFill(state), t.surface)) >= 4.8);
        QVERIFY(contrast(t.text2, t.accentSoft) >= 4.5);
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
        QVERIFY(contrast(t.control, t.surface) >= 3.3);
        for (const QColor &persona : t.personas)
            QVERIFY(contrast(persona, t.surface) >= (dark ? 3.05 : 3.09));
    }

    void rampsRunOneWay()
    {
        for (const Tokens *t : {&lightTokens(), &darkTokens()}) {
            for (std::size_t i = 1; i < kRampSteps; ++i) {
                const bool rises = luminance(t->sequential[i]) > luminance(t->sequential[i - 1]);
                QCOMPARE(rises, t->dark); // more is further from the ground
            }
            QCOMPARE(t->sequentialAt(0), t->sequential.front());
            QCOMPARE(t->sequentialAt(1), t->sequential.back());
            QCOMPARE(t->sequentialAt(-3), t->sequential.front());
            QCOMPARE(t->divergingAt(0), t->diverging[4]);
            QCOMPARE(t->divergingAt(-1), t->diverging.front());
        }
    }

    void paletteSetsEveryRoleInEveryGroup()
    {
        const QPalette palette = paletteOf(darkTokens());
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                if (role != QPalette::NoRole)
                    QVERIFY(palette.isBrushSet(group, QPalette::ColorRole(role)));
            }
        }
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), darkTokens().disabled);
        QVERIFY(tokensOf(palette).dark);
        QVERIFY(!tokensOf(paletteOf(lightTokens())).dark);
    }

    void switchingRecoloursWhatIsShown()
    {
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        QWidget window;
        QLabel label(u"words"_s, &window);
        setTextRole(&label, TextRole::Secondary);
        QToolButton button(&window);
        button.setIcon(icon(Icon::Stop));
        button.setIconSize({20, 20});
        button.move(100, 0);
        window.resize(200, 60);
        window.show();
        theme.setChoice(ThemeChoice::Light);
        QVERIFY(holds(window.grab().toImage(), lightTokens().bg));
        QVERIFY(holds(button.grab().toImage(), lightTokens().text));
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 2);
        const QImage dark = window.grab().toImage();
        QVERIFY(holds(dark, darkTokens().bg));
        QVERIFY(!holds(dark, lightTokens().bg));
        QVERIFY(holds(button.grab().toImage(), darkTokens().text));
        button.setEnabled(false);
        QVERIFY(holds(button.grab().toImage(), darkTokens().disabled));
        theme.setChoice(ThemeChoice::Light);
    }

    void styleSheetHasNoNameLeft()
    {
        applyTheme(*qApp, ThemeChoice::Dark);
        const QString sheet = qApp->styleSheet();
        QVERIFY(sheet.size() > 1000);
        QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void textScaleIsBoundedAndReachesTheFont()
    {
        Theme theme(*qApp);
        theme.setChoice(ThemeChoice::Light);
        const double body = QApplication::font().pointSizeF();
        theme.setTextScale(2.0);
        QVERIFY(std::abs(QApplication::font().pointSizeF() - 2 * body) < 0.01);
        QVERIFY(std::abs(font(FontRole::KeyFigure).pointSizeF() - 2 * body * 22 / 13) < 0.01);
        theme.setTextScale(9.0);
        QCOMPARE(theme.textScale(), 2.0);
        theme.setTextScale(1.0);
    }

    void figuresStandUnderOneAnother()
    {
        for (const FontRole role : {FontRole::Body, FontRole::KeyFigure})
            QVERIFY(hasTabularDigits(figureFont(role)));
    }

    void everyIconIsDrawn_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < int(Icon::Count_); ++i)
            QTest::newRow(qPrintable(iconPath(Icon(i)))) << i;
    }

    void everyIconIsDrawn()
    {
        QFETCH(int, which);
        QVERIFY(QFile::exists(iconPath(Icon(which))));
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, image.rect(), Icon(which), Qt::red);
        painter.end();
        QVERIFY(holds(image, Qt::red));
        // Nothing may be cut off: the outermost pixels stay free.
        for (int i = 0; i < 40; ++i)
            for (const QPoint at : {QPoint(i, 0), QPoint(i, 39), QPoint(0, i), QPoint(39, i)})
                QCOMPARE(image.pixelColor(at).alpha(), 0);
    }

    void personasKeepColourAndMarkerAndRepeatHollow()
    {
        const Tokens &t = lightTokens();
        QCOMPARE(personaStyle(0, t).color, QColor(0x38, 0x6C, 0xE2));
        QCOMPARE(personaStyle(2, t).marker, Marker::Up);
        QCOMPARE(personaStyle(11, t).marker, Marker::Ring);
        QVERIFY(!personaStyle(11, t).hollow);
        QVERIFY(personaStyle(12, t).hollow);
        QCOMPARE(personaStyle(12, t).color, personaStyle(0, t).color);
        for (int i = 0; i < int(kPersonaColors); ++i) {
            const QRectF bounds = markerPath(Marker(i)).boundingRect();
            QVERIFY(QRectF(-1.001, -1.001, 2.002, 2.002).contains(bounds));
            QVERIFY(bounds.height() > 1.4);
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
