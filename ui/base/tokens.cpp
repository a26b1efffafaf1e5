// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/tokens.h"

#include <QPalette>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

template<std::size_t N>
std::array<QColor, N> colors(const std::array<QRgb, N> &values)
{
    std::array<QColor, N> result;
    std::transform(values.begin(), values.end(), result.begin(), [](QRgb rgb) {
        return QColor::fromRgb(rgb);
    });
    return result;
}

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens makeLight()
{
    Tokens t;
    t.dark = false;
    t.bg = rgb(0xF4F5F7);
    t.surface = rgb(0xFFFFFF);
    t.raised = rgb(0xFFFFFF);
    t.sunken = rgb(0xEBEDF0);
    t.line = rgb(0xE1E4E9);
    t.control = rgb(0x858E9B);
    t.grid = rgb(0xECEEF1);
    t.text = rgb(0x191D24);
    t.text2 = rgb(0x4A5361);
    t.text3 = rgb(0x626B79);
    t.disabled = rgb(0xA3AAB4);
    t.accent = rgb(0x4551C4);
    t.onAccent = rgb(0xFFFFFF);
    t.accentSoft = rgb(0xE9EBFA);
    t.focus = rgb(0x4551C4);
    t.ok = rgb(0x177245);
    t.info = rgb(0x2663A6);
    t.warning = rgb(0x8A5A00);
    t.undecided = rgb(0x6A5B8C);
    t.critical = rgb(0xBC2C28);
    t.noise = rgb(0x8B93A0);
    t.personas = colors<kPersonaColors>({0x386CE2,
                                         0xE5660B,
                                         0x0A7A5B,
                                         0xAA4E87,
                                         0x069FC0,
                                         0x6B1E0B,
                                         0x6C2DB2,
                                         0x889A51,
                                         0x1D3176,
                                         0xBF7885,
                                         0x215934,
                                         0x4D1D44});
    t.sequential = colors<kRampSteps>(
        {0xEEF9FB, 0xBAE2EE, 0x89C8E5, 0x60ABDB, 0x408DCD, 0x2D6FBB, 0x2650A3, 0x233385, 0x1D1666});
    t.diverging = colors<kRampSteps>(
        {0x1660B7, 0x4F84CA, 0x81A8DC, 0xB5CCEB, 0xF5F5F6, 0xE6C1AE, 0xD29573, 0xBB6A39, 0x9B4600});
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.bg = rgb(0x14161A);
    t.surface = rgb(0x1B1E24);
    t.raised = rgb(0x22262D);
    t.sunken = rgb(0x101215);
    t.line = rgb(0x2A2F37);
    t.control = rgb(0x767E8A);
    t.grid = rgb(0x262A31);
    t.text = rgb(0xE7EAEF);
    t.text2 = rgb(0xAEB6C2);
    t.text3 = rgb(0x8A93A1);
    t.disabled = rgb(0x5A626E);
    t.accent = rgb(0x9AA6FF);
    t.onAccent = rgb(0x14161A);
    t.accentSoft = rgb(0x282C49);
    t.focus = rgb(0x9AA6FF);
    t.ok = rgb(0x4CC38A);
    t.info = rgb(0x6FB1F2);
    t.warning = rgb(0xE0A93B);
    t.undecided = rgb(0xB3A3DB);
    t.critical = rgb(0xFF7A73);
    t.noise = rgb(0x6E7683);
    t.personas = colors<kPersonaColors>({0x8CA8EA,
                                         0xEA9639,
                                         0x36BF99,
                                         0xDD5DA8,
                                         0x92E3F1,
                                         0xAE542E,
                                         0x9474EF,
                                         0xD8E77A,
                                         0x5360C7,
                                         0xFABAC4,
                                         0x519E66,
                                         0x965284});
    t.sequential = colors<kRampSteps>(
        {0x1F2131, 0x29355C, 0x284D87, 0x0F6AAD, 0x0088C2, 0x00A8D5, 0x2FC7E3, 0x7AE1E9, 0xBDF7F2});
    t.diverging = colors<kRampSteps>(
        {0x81B7FF, 0x6295D9, 0x5174A3, 0x3F526C, 0x2E2F33, 0x674A37, 0x986441, 0xC97F49, 0xFA9950});
    return t;
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    return QColor(
        mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

QColor along(const std::array<QColor, kRampSteps> &ramp, double fraction)
{
    const double place = std::clamp(fraction, 0.0, 1.0) * double(kRampSteps - 1);
    const auto below = std::min(static_cast<std::size_t>(place), kRampSteps - 2);
    return mixed(ramp[below], ramp[below + 1], place - double(below));
}

} // namespace

QColor Tokens::state(State which) const
{
    switch (which) {
    case State::Ok:
        return ok;
    case State::Info:
        return info;
    case State::Warning:
        return warning;
    case State::Undecided:
        return undecided;
    case State::Critical:
        return critical;
    }
    Q_UNREACHABLE();
}

QColor Tokens::stateFill(State which) const
{
    return withAlpha(state(which), dark ? 0.18 : 0.12);
}

QColor Tokens::series(Series which) const
{
    switch (which) {
    case Series::Requests:
    case Series::Offered:
        return personas[0];
    case Series::Latency95:
        return personas[1];
    case Series::Goodput:
        return personas[2];
    case Series::Latency99:
        return personas[3];
    case Series::Bytes:
        return personas[4];
    case Series::Latency50:
        return personas[6];
    case Series::Errors:
        return critical;
    }
    Q_UNREACHABLE();
}

QColor Tokens::inOrder(std::size_t index) const
{
    return personas[index % kPersonaColors];
}

QColor Tokens::sequentialAt(double fraction) const
{
    return along(sequential, fraction);
}

QColor Tokens::divergingAt(double fraction) const
{
    return along(diverging, (std::clamp(fraction, -1.0, 1.0) + 1.0) / 2.0);
}

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens &tokensOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::WindowText).lightness()
                      > palette.color(QPalette::Active, QPalette::Window).lightness();
    return dark ? darkTokens() : lightTokens();
}

const Tokens &tokensOf(const QWidget *widget)
{
    return tokensOf(widget->palette());
}

QColor withAlpha(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

} // namespace dramatis::ui
