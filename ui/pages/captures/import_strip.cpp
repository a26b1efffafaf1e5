// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/import_strip.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/tokens.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kLeastSpan = 0.5; ///< s that a rate is taken over
constexpr double kSpan = 3;        ///< s after which the next span begins

double clockSeconds(const QElapsedTimer &clock)
{
    return double(clock.elapsed()) / 1000;
}

} // namespace

void TransferRate::add(double seconds, double bytes)
{
    if (m_seconds - m_since >= kSpan) {
        m_before = (m_bytes - m_from) / (m_seconds - m_since);
        m_since = m_seconds;
        m_from = m_bytes;
    }
    m_seconds = seconds;
    m_bytes = bytes;
}

void TransferRate::restart(double seconds, double bytes)
{
    *this = {};
    m_since = m_seconds = seconds;
    m_from = m_bytes = bytes;
}

double TransferRate::perSecond() const
{
    const double span = m_seconds - m_since;
    if (span < kLeastSpan)
        return m_before < 0 ? std::numeric_limits<double>::quiet_NaN() : m_before;
    return (m_bytes - m_from) / span;
}

QString transferText(double done, double total, double perSecond)
{
    QString text = ImportStrip::tr("%1 of %2").arg(text::bytes(done), text::bytes(total));
    if (std::isnan(perSecond))
        return text;
    text += u" · "_s + text::byteRate(perSecond);
    if (perSecond > 0)
        text += u" · "_s
                + ImportStrip::tr("%1 left").arg(
                    text::duration(std::max(1.0, std::ceil((total - done) / perSecond))));
    return text;
}

ImportStrip::ImportStrip(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_text(new QLabel(this))
    , m_pause(new QAction(icon(Icon::Pause), tr("Pause"), this))
    , m_stop(new QAction(icon(Icon::Stop), tr("Stop"), this))
{
    setAccessibleName(tr("Import"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(12);
    m_name->setTextFormat(Qt::PlainText);
    setFontRole(m_name, FontRole::Strong);
    m_text->setFont(figureFont(FontRole::Body));
    setTextRole(m_text, TextRole::Secondary);
    m_pause->setToolTip(tr("Read no further until you go on; what was read is kept"));
    m_stop->setToolTip(tr("End the import; what was there before stays"));
    connect(m_pause, &QAction::triggered, this, [this] { emit pauseAsked(!m_isPaused); });
    connect(m_stop, &QAction::triggered, this, &ImportStrip::stopAsked);
    row->addWidget(m_name);
    row->addWidget(m_text, 1);
    row->addWidget(makeButton(m_pause, ButtonRole::Plain, this));
    row->addWidget(makeButton(m_stop, ButtonRole::Plain, this));
}

void ImportStrip::start(const QString &name, std::int64_t bytes)
{
    m_name->setText(tr("Reading %1").arg(name));
    m_total = double(bytes);
    m_done = 0;
    m_isRead = false;
    m_clock.start();
    m_rate.restart(0, 0);
    setPaused(false);
}

void ImportStrip::setProgress(double fraction)
{
    m_isRead = fraction < 0;
    m_done = m_isRead ? m_total : fraction * m_total;
    m_rate.add(clockSeconds(m_clock), m_done);
    showText();
}

void ImportStrip::setPaused(bool paused)
{
    m_isPaused = paused;
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    m_pause->setIcon(icon(paused ? Icon::Play : Icon::Pause));
    m_rate.restart(clockSeconds(m_clock), m_done);
    showText();
}

void ImportStrip::showText()
{
    if (m_isRead)
        m_text->setText(tr("All is read; putting it in order and counting"));
    else if (m_isPaused)
        m_text->setText(tr("Paused at %1 of %2").arg(text::bytes(m_done), text::bytes(m_total)));
    else
        m_text->setText(transferText(m_done, m_total, m_rate.perSecond()));
}

void ImportStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.setPen(tokens.line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace dramatis::ui
