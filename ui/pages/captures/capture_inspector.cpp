// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/capture_inspector.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/state_label.h"

#include <QComboBox>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// A line of the quality section: a state with what it says.
StateLabel *quality(State state, const QString &text, QWidget *parent)
{
    auto *label = new StateLabel(state, text, parent);
    label->setWrapped(true);
    return label;
}

} // namespace

CaptureInspector::CaptureInspector(QWidget *parent)
    : Inspector(parent)
    , m_range(addSection(tr("Selected range")))
    , m_capture(addSection(tr("Capture")))
    , m_quality(addSection(tr("Quality")))
{}

void CaptureInspector::show(const project::CaptureRecord &record,
                            const traffic::CaptureStatistics &statistics,
                            const std::optional<TimeSpan> &range)
{
    showRange(statistics, range);
    showCapture(record);
    showQuality(record);
}

void CaptureInspector::showRange(const traffic::CaptureStatistics &statistics,
                                 const std::optional<TimeSpan> &range)
{
    const traffic::ExchangeTotals &totals = statistics.totals;
    m_range->clear();
    m_range->setTitle(range ? tr("Selected range") : tr("Whole capture"));
    const std::int64_t from = range ? range->from : statistics.firstTime;
    const std::int64_t to = range ? range->to : statistics.lastTime;
    if (isKnown(from) && isKnown(to)) {
        m_range->setAside(text::duration(double(to - from) / double(kNanosecondsPerSecond)));
        m_range->addRow(tr("From"), text::localTime(from));
        m_range->addRow(tr("To"), text::localTime(to));
    }
    m_range->addRow(tr("Requests"), QLocale().toString(qulonglong(totals.exchanges)));
    m_range->addRow(tr("Mean"), text::rate(statistics.meanRate));
    m_range->addRow(tr("Busy minutes (p95)"), text::rate(statistics.peakRate));
    m_range->addRow(tr("Errors"), text::percent(totals.errorRate()));
    m_range->addRow(tr("Latency p95"), text::duration(totals.latencyP95));
    if (totals.knownTransfers > 0)
        m_range->addRow(tr("Transfer, mean"))
            ->setValue(text::duration(totals.meanTransfer()),
                       tr("How long requests and answers were on the wire. It is not part of the "
                          "latency, which ends with the first byte of the answer."));
    if (range) {
        auto *clear = new QPushButton(tr("Clear"), m_range);
        setButtonRole(clear, ButtonRole::Plain, true);
        connect(clear, &QPushButton::clicked, this, &CaptureInspector::rangeCleared);
        m_range->addButtons({clear});
    }
}

void CaptureInspector::showCapture(const project::CaptureRecord &record)
{
    m_capture->clear();
    m_capture->setTitle(record.name);
    m_capture->addRow(tr("Format"), record.summary.format);
    if (record.counted) {
        showDatabase(*record.counted);
    } else {
        std::int64_t bytes = 0;
        for (const capture::SourceFile &file : record.files)
            bytes += file.bytes;
        m_capture->addRow(
            tr("Files"),
            u"%1, %2"_s.arg(QLocale().toString(record.files.size()), text::bytes(double(bytes))));
    }
    if (record.summary.redacted)
        m_capture->addRow(tr("Redaction"), tr("clients hidden"));
    m_rule = new QComboBox(m_capture);
    for (const traffic::ResourceRule rule : traffic::allRules())
        if (rule != traffic::ResourceRule::Automatic)
            m_rule->addItem(traffic::ruleName(rule), static_cast<int>(rule));
    m_rule->setCurrentIndex(m_rule->findData(static_cast<int>(record.table->rule())));
    m_rule->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rule->setEnabled(!record.counted);
    m_rule->setToolTip(
        record.counted
            ? tr("Counted in a database by this rule. Count again from there for another.")
            : tr("How the resource that a request was directed at is named"));
    connect(m_rule, &QComboBox::activated, this, [this](int index) {
        emit ruleChosen(static_cast<traffic::ResourceRule>(m_rule->itemData(index).toInt()));
    });
    m_rule->setAccessibleName(tr("Resources by"));
    m_capture->addRow(tr("Resources by"));
    m_capture->addWidget(m_rule); // on a line of its own: rules have long names
    m_capture->addRow(tr("Imported"), text::localTime(record.importedAt));
    if (record.counted)
        m_capture->addButtons({makeRefresh()});
    setRuleCounts(m_counts);
}

/// Where it was counted, and in which windows.
void CaptureInspector::showDatabase(const project::CountedCapture &counted)
{
    const capture::QuerySource &source = counted.source;
    const QString asked = source.query.isEmpty() ? source.table : source.query;
    m_capture->addRow(tr("Database"))->setValue(source.name(), asked);
    m_capture->addRow(tr("Windows"),
                      tr("%1 of %2")
                          .arg(text::count(double(counted.windows->windows.size())),
                               text::duration(counted.windows->widthSeconds)));
}

QPushButton *CaptureInspector::makeRefresh()
{
    auto *refresh = new QPushButton(tr("Refresh"), m_capture);
    refresh->setObjectName(u"refreshCapture"_s);
    refresh->setToolTip(tr("Count in the database again what came since; it becomes a capture of "
                           "its own"));
    setButtonRole(refresh, ButtonRole::Plain, true);
    refresh->setEnabled(m_canRefresh);
    connect(refresh, &QPushButton::clicked, this, &CaptureInspector::refreshRequested);
    m_refresh = refresh;
    return refresh;
}

void CaptureInspector::setCanRefresh(bool can)
{
    m_canRefresh = can;
    if (m_refresh)
        m_refresh->setEnabled(can);
}

void CaptureInspector::setRuleCounts(const std::map<traffic::ResourceRule, std::size_t> &counts)
{
    m_counts = counts;
    if (!m_rule)
        return;
    for (int i = 0; i < m_rule->count(); ++i) {
        const auto rule = static_cast<traffic::ResourceRule>(m_rule->itemData(i).toInt());
        const auto it = counts.find(rule);
        m_rule->setItemText(i,
                            it == counts.end()
                                ? traffic::ruleName(rule)
                                : u"%1 (%2)"_s.arg(traffic::ruleName(rule),
                                                   QLocale().toString(qulonglong(it->second))));
    }
}

void CaptureInspector::showQuality(const project::CaptureRecord &record)
{
    m_quality->clear();
    const capture::ImportSummary &summary = record.summary;
    if (record.statistics) {
        const traffic::ExchangeTotals &totals = record.statistics->totals;
        const auto known = [&](std::uint64_t count, const QString &name) {
            if (count == totals.exchanges) {
                m_quality->addWidget(
                    quality(State::Ok, tr("%1 in every record").arg(name), m_quality));
            } else if (count == 0) {
                m_quality->addWidget(
                    quality(State::Undecided, tr("Not in this capture: %1").arg(name), m_quality));
            } else {
                m_quality->addWidget(quality(
                    State::Undecided,
                    tr("%1 not in %2 of records")
                        .arg(name, text::percent(1 - double(count) / double(totals.exchanges))),
                    m_quality));
            }
        };
        known(totals.knownLatencies, tr("Latency"));
        known(totals.knownResponseBytes, tr("Response size"));
        known(totals.knownRequestBytes, tr("Request size"));
        if (record.statistics->wholeSeconds)
            m_quality->addWidget(quality(
                State::Info, tr("Times in whole seconds: no gaps between requests"), m_quality));
    }
    if (summary.skipped == 0)
        m_quality->addWidget(quality(State::Ok, tr("Every record could be read"), m_quality));
    else
        m_quality->addWidget(
            quality(State::Info,
                    tr("%1 records could not be read (%2)")
                        .arg(QLocale().toString(qulonglong(summary.skipped)),
                             text::percent(double(summary.skipped)
                                           / double(std::max<std::uint64_t>(1, summary.records)))),
                    m_quality));
    if (summary.repaired > 0)
        m_quality->addWidget(quality(State::Info,
                                     tr("%1 steps back of the clock repaired")
                                         .arg(QLocale().toString(qulonglong(summary.repaired))),
                                     m_quality));
    if (summary.truncated)
        m_quality->addWidget(
            quality(State::Warning, tr("The file ends in the middle of a record"), m_quality));
    for (const QString &note : summary.notes)
        m_quality->addWidget(quality(State::Info, note, m_quality));
}

} // namespace dramatis::ui
