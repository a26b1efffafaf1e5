// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/live_view.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/key_figures.h"
#include "ui/base/markers.h"
#include "ui/base/settings.h"
#include "ui/base/splitter.h"
#include "ui/base/state_label.h"
#include "ui/models/table_view.h"
#include "ui/plots/timeline_plot.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// What the axis shows of the past, s.
constexpr double kMostShownSeconds = 600;
constexpr double kLeastShownSeconds = 60;
constexpr double kLiveMilliseconds = 1e3;
constexpr int kMarkerRole = TableModelBase::ShareRole; ///< its number is the persona's style
constexpr int kMarker = 10;

/// A persona as marker and name. The marker's number comes by the share of the column: -1 noise,
/// NaN none.
class PersonaDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem moved = option;
        initStyleOption(&moved, index);
        const double marker = index.data(kMarkerRole).toDouble();
        const QWidget *widget = option.widget;
        const QStyle *style = widget->style();
        const QString text = std::exchange(moved.text, {});
        style->drawControl(QStyle::CE_ItemViewItem, &moved, painter, widget);
        const Tokens &tokens = tokensOf(option.palette);
        QRectF place(
            option.rect.left() + 8, option.rect.center().y() - kMarker / 2.0, kMarker, kMarker);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (marker >= 0)
            paintMarker(*painter, place, personaStyle(static_cast<std::size_t>(marker), tokens));
        else if (marker == -1)
            paintNoiseMarker(*painter, place, tokens);
        painter->restore();
        painter->save();
        painter->setPen(marker >= 0 ? tokens.text : tokens.text2);
        painter->setFont(option.font);
        const QRect words = option.rect.adjusted(8 + kMarker + 8, 0, -8, 0);
        painter->drawText(words,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(kMarker + 48, 0);
    }
};

double rateOf(const traffic::LiveWindow &live)
{
    return live.window.exchanges / live.widthSeconds;
}

double errorsOf(const traffic::LiveWindow &live)
{
    return live.window.knownOutcomes == 0 ? std::nan("")
                                          : 100.0 * live.window.errors / live.window.knownOutcomes;
}

template<typename Value>
TableColumn<LiveRow>
figureColumn(const QString &id, const QString &header, const QString &toolTip, Value value)
{
    return {id,
            header,
            toolTip,
            Qt::AlignRight | Qt::AlignVCenter,
            [value](const LiveRow &row) { return text::number(value(row.window)); },
            [value](const LiveRow &row) {
                const double number = value(row.window);
                return QVariant(std::isnan(number) ? -1.0 : number);
            }};
}

std::vector<TableColumn<LiveRow>> liveColumns()
{
    const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
    std::vector<TableColumn<LiveRow>> columns;
    columns.push_back({u"resource"_s,
                       LiveView::tr("Resource"),
                       {},
                       left,
                       [](const LiveRow &row) {
                           return row.window.resource.isEmpty() ? LiveView::tr("(none named)")
                                                                : row.window.resource;
                       },
                       [](const LiveRow &row) { return QVariant(row.window.resource); }});
    columns.push_back({u"time"_s,
                       LiveView::tr("Begin"),
                       {},
                       left,
                       [](const LiveRow &row) {
                           return QLocale().toString(
                               QDateTime::fromMSecsSinceEpoch(row.window.begin / 1'000'000).time(),
                               u"HH:mm:ss"_s);
                       },
                       [](const LiveRow &row) { return QVariant(qlonglong(row.window.begin)); }});
    columns.push_back(figureColumn(u"rate"_s, LiveView::tr("Requests (req/s)"), {}, rateOf));
    columns.push_back(figureColumn(
        u"errors"_s, LiveView::tr("Errors (%)"), LiveView::tr("5xx, timeouts, aborts"), errorsOf));
    columns.push_back(figureColumn(
        u"p95"_s, LiveView::tr("p95 (ms)"), LiveView::tr("Latency"), [](const auto &live) {
            return live.window.latencyP95 * kLiveMilliseconds;
        }));
    TableColumn<LiveRow> persona{u"persona"_s,
                                 LiveView::tr("Persona"),
                                 LiveView::tr("The persona whose cluster takes the window"),
                                 left,
                                 [](const LiveRow &row) { return row.persona; },
                                 [](const LiveRow &row) { return QVariant(row.persona); }};
    persona.share = [](const LiveRow &row) {
        return row.marker ? *row.marker : row.isNoise ? -1.0 : std::nan("");
    };
    columns.push_back(std::move(persona));
    return columns;
}

report::LineChart chartOf(const QString &title, bool logarithmic, std::vector<report::Line> lines)
{
    report::LineChart chart;
    chart.valueTitle = title;
    chart.axis = report::AxisKind::Time;
    chart.logarithmic = logarithmic;
    chart.lines = std::move(lines);
    return chart;
}

/// What the axis spans, s since the epoch.
struct ShownSpan
{
    std::int64_t from = 0;
    std::int64_t watched = 0; ///< since when somebody looked; before it nothing is known
    std::int64_t to = 0;
};

/// The last ten minutes, or what there is of them. The axis ends now where stamps are about now; a
/// log of last year ends with its last line.
ShownSpan shownSpan(const LiveBoard::State &state, std::int64_t now)
{
    const auto most = static_cast<std::int64_t>(kMostShownSeconds);
    const auto least = static_cast<std::int64_t>(kLeastShownSeconds);
    const std::vector<traffic::LiveSecond> &seconds = state.snapshot.seconds;
    const std::int64_t last = seconds.empty() ? now : seconds.back().second + 1;
    ShownSpan span;
    span.to = std::abs(now - last) < most ? now : last;
    span.watched =
        seconds.empty() ? state.startedAt : std::min(state.startedAt, seconds.front().second);
    span.from = std::clamp(span.watched, span.to - most, span.to - least);
    return span;
}

/// One figure a second; seconds with nothing are 0.
template<typename Value>
report::Line
lineOfSeconds(const std::vector<traffic::LiveSecond> &seconds, const ShownSpan &span, Value value)
{
    report::Line line;
    auto next = std::lower_bound(
        seconds.begin(), seconds.end(), span.from, [](const auto &entry, std::int64_t at) {
            return entry.second < at;
        });
    for (std::int64_t second = span.from; second < span.to; ++second) {
        while (next != seconds.end() && next->second < second)
            ++next;
        const bool isThere = next != seconds.end() && next->second == second;
        line.x.push_back(double(second) + 0.5);
        line.y.push_back(isThere ? value(*next) : second < span.watched ? std::nan("") : 0);
    }
    return line;
}

} // namespace

LiveView::LiveView(LivePresenter &presenter, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(column);
    m_figures = new KeyFigures(this);
    column->addWidget(m_figures);
    auto *splitter = new Splitter(Qt::Vertical, u"captures/live"_s, settings, this);
    m_timeline = new TimelinePlot(splitter);
    splitter->addWidget(m_timeline);
    auto *pane = new QWidget(splitter);
    pane->setProperty("plate", u"surface"_s);
    auto *lower = new QVBoxLayout(pane);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 0, 4);
    auto *title = new QLabel(tr("Latest windows"), pane);
    setFontRole(title, FontRole::Strong);
    head->addWidget(title);
    head->addStretch();
    m_windows = new TableModel<LiveRow>(liveColumns(), this);
    m_table = new TableView(tr("Latest windows"), pane);
    m_table->setTable(m_windows, 1);
    m_table->setItemDelegateForColumn(5, new PersonaDelegate(m_table));
    head->addWidget(m_table->makeTools(pane));
    lower->addLayout(head);
    lower->addWidget(m_table, 1);
    splitter->addWidget(pane);
    splitter->setShares({55, 45});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
}

void LiveView::buildHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(10);
    m_state = new StateLabel(State::Info, tr("live"), this);
    m_state->setFilled(true);
    m_name = new QLabel(this);
    setFontRole(m_name, FontRole::Strong);
    m_note = new QLabel(this);
    setTextRole(m_note, TextRole::Secondary);
    m_stop = new QPushButton(ui::icon(Icon::Stop), tr("Stop"), this);
    setButtonRole(m_stop, ButtonRole::Plain);
    m_stop->setToolTip(tr("End it and keep what was seen as a capture"));
    m_discard = new QPushButton(tr("Discard…"), this);
    setButtonRole(m_discard, ButtonRole::Danger);
    m_discard->setToolTip(tr("End it and keep nothing"));
    connect(m_stop, &QPushButton::clicked, &m_presenter, &LivePresenter::stop);
    connect(m_discard, &QPushButton::clicked, this, &LiveView::askToDiscard);
    row->addWidget(m_state);
    row->addWidget(m_name);
    row->addWidget(m_note, 1);
    row->addWidget(m_stop);
    row->addWidget(m_discard);
    column->addLayout(row);
}

void LiveView::askToDiscard()
{
    auto *box =
        new QMessageBox(QMessageBox::Question,
                        tr("Discard what was seen?"),
                        tr("What was seen of “%1” is lost.").arg(m_presenter.source().name()),
                        QMessageBox::NoButton,
                        this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Go on"), QMessageBox::RejectRole));
    connect(discard, &QPushButton::clicked, &m_presenter, &LivePresenter::discard);
    connect(&m_presenter, &LivePresenter::ended, box, &QDialog::reject);
    box->open(); // not exec(): the capture goes on
}

void LiveView::refresh()
{
    const LiveBoard::State state = m_presenter.state();
    showState(state.snapshot);
    if (!isVisible())
        return;
    showFigures(state);
    showTimeline(state);
    showWindows(state);
}

void LiveView::showState(const capture::LiveSnapshot &snapshot)
{
    m_name->setText(m_presenter.source().name());
    QStringList notes;
    State look = State::Info;
    QString word = tr("live");
    if (m_presenter.isStopping()) {
        word = tr("stopping");
        notes.append(tr("Counting what was seen"));
    } else if (!snapshot.waitingFor.isEmpty()) {
        look = State::Undecided;
        word = tr("waiting");
        notes.append(tr("%1 is not there yet").arg(snapshot.waitingFor.first()));
    } else if (snapshot.isCatchingUp) {
        word = tr("reading");
        notes.append(tr("Reading what was there before"));
    }
    for (const QString &failure : snapshot.failures) {
        look = State::Warning;
        notes.append(failure);
    }
    if (snapshot.dropped > 0) {
        look = State::Warning;
        notes.append(tr("%L1 packets were dropped by the system").arg(snapshot.dropped));
    }
    if (snapshot.late > 0)
        notes.append(tr("%L1 exchanges came too late for their window").arg(snapshot.late));
    m_state->setState(look, word);
    m_note->setText(notes.join(u" · "_s));
    m_note->setToolTip(notes.join(u'\n'));
    m_stop->setEnabled(!m_presenter.isStopping());
    m_discard->setEnabled(!m_presenter.isStopping());
}

void LiveView::showFigures(const LiveBoard::State &state)
{
    const capture::LiveSnapshot &seen = state.snapshot;
    const double errors =
        seen.exchanges == 0 ? std::nan("") : double(seen.errors) / double(seen.exchanges);
    const double p95 = state.wholes.empty() ? std::nan("") : state.wholes.back().window.latencyP95;
    const double p50 = state.wholes.empty() ? std::nan("") : state.wholes.back().window.latencyP50;
    m_figures->setFigures({keyFigure(tr("Exchanges"), text::count(double(seen.exchanges))),
                           keyFigure(tr("Now"), text::rate(seen.rate)),
                           keyFigure(tr("Errors"), text::percent(errors)),
                           keyFigure(tr("p50, last window"), text::duration(p50), true),
                           keyFigure(tr("p95, last window"), text::duration(p95)),
                           keyFigure(tr("Resources"), text::count(double(seen.resources)), true),
                           keyFigure(tr("Skipped"), text::count(double(seen.skipped)), true)});
}

void LiveView::showTimeline(const LiveBoard::State &state)
{
    const std::vector<traffic::LiveSecond> &seconds = state.snapshot.seconds;
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    if (now == m_drawnAt)
        return;
    m_drawnAt = now;
    const ShownSpan span = shownSpan(state, now);
    using Kind = report::SeriesStyle::Kind;
    report::Line requests =
        lineOfSeconds(seconds, span, [](const auto &entry) { return double(entry.exchanges); });
    requests.style = {Kind::Series, 0};
    requests.filled = true;
    report::Line errors =
        lineOfSeconds(seconds, span, [](const auto &entry) { return double(entry.errors); });
    errors.style = {Kind::Error, 0};
    errors.filled = true;
    report::Line p95;
    report::Line p50;
    p95.name = u"p95"_s;
    p95.style = {Kind::Series, 1};
    p50.name = u"p50"_s;
    p50.style = {Kind::Series, 6};
    const auto add = [&](double x, double high, double middle) {
        p95.x.push_back(x);
        p95.y.push_back(high * kLiveMilliseconds);
        p50.x.push_back(x);
        p50.y.push_back(middle * kLiveMilliseconds);
    };
    add(double(span.from), std::nan(""), std::nan("")); // the whole axis
    bool hasLatency = false;
    for (const traffic::LiveWindow &whole : state.wholes) {
        const double middle = double(whole.begin) * 1e-9 + whole.widthSeconds / 2;
        if (middle < double(span.from))
            continue;
        add(middle, whole.window.latencyP95, whole.window.latencyP50);
        hasLatency = hasLatency || !std::isnan(whole.window.latencyP95);
    }
    add(double(span.to), std::nan(""), std::nan(""));
    std::vector<report::LineChart> charts;
    charts.push_back(chartOf(tr("Requests (req/s)"), false, {std::move(requests)}));
    charts.push_back(chartOf(tr("Errors (1/s)"), false, {std::move(errors)}));
    if (hasLatency)
        charts.push_back(
            chartOf(tr("Latency by window (ms, log)"), true, {std::move(p95), std::move(p50)}));
    std::vector<int> heights(charts.size(), 3);
    heights.front() = 4;
    heights[1] = 2;
    m_timeline->setCharts(std::move(charts), heights);
    for (LinePlot *plot : m_timeline->plots())
        plot->setSelectable(false); // the axis slides away under a range
}

void LiveView::showWindows(const LiveBoard::State &state)
{
    const std::int64_t newest = state.windows.empty() ? kUnknown : state.windows.front().begin;
    if (newest == m_newest && state.windows.size() == m_shown)
        return;
    m_newest = newest;
    m_shown = state.windows.size();
    const persona::PersonaSetPtr set = m_presenter.matched();
    auto rows = std::make_shared<std::vector<LiveRow>>();
    rows->reserve(state.windows.size());
    for (const traffic::LiveWindow &window : state.windows) {
        LiveRow row{window, {}, std::nullopt, false};
        const persona::Persona *persona =
            set && window.label ? set->ofCluster(*window.label) : nullptr;
        if (persona) {
            row.persona = persona->name;
            row.marker = static_cast<int>(number(persona->id)) - 1;
        } else if (set) {
            row.isNoise = window.label.has_value();
            row.persona = row.isNoise ? tr("noise") : tr("too few to tell");
        } else {
            row.persona = text::unknown();
        }
        rows->push_back(std::move(row));
    }
    m_windows->setSnapshot(std::move(rows));
}

} // namespace dramatis::ui
