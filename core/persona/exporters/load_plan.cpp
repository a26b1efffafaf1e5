// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/exporters/load_plan.h"

#include "core/base/statistics.h"
#include "core/persona/identity.h"
#include "core/persona/tr.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::persona {

namespace {

constexpr double kLeastTold = 0.005; ///< share of other operations
constexpr double kHour = 3600;       ///< s

std::size_t knownRates(const std::vector<double> &rates)
{
    return static_cast<std::size_t>(
        std::count_if(rates.begin(), rates.end(), [](double rate) { return !std::isnan(rate); }));
}

/// Stages of equal length; an hour that was not seen gets the mean of those that were.
std::vector<LoadStage> stagesOf(const std::vector<double> &rates, double seconds, double factor)
{
    double sum = 0;
    for (const double rate : rates)
        sum += std::isnan(rate) ? 0 : rate;
    const double middle = sum / static_cast<double>(std::max<std::size_t>(1, knownRates(rates)));
    std::vector<LoadStage> stages;
    for (const double rate : rates) {
        const double wanted = (std::isnan(rate) ? middle : rate) * factor;
        if (!stages.empty() && stages.back().rate == wanted)
            stages.back().seconds += seconds;
        else
            stages.push_back({wanted, seconds});
    }
    return stages;
}

std::vector<LoadStage> stagesOf(const Persona &persona)
{
    const double factor = handFactor(persona, u"request_rate"_s);
    // Hours have the mean rate of a resource; all of them together are that many times as much.
    const double allResources =
        factor * static_cast<double>(std::max<std::size_t>(1, persona.resources.size()));
    if (knownRates(persona.peak.hourOfWeek) >= LoadPlan::kWholeWeek)
        return stagesOf(persona.peak.hourOfWeek, kHour, allResources);
    if (knownRates(persona.peak.hourOfDay) >= LoadPlan::kWholeDay)
        return stagesOf(persona.peak.hourOfDay, kHour, allResources);
    if (!persona.intensity.rates.empty() && persona.intensity.stepSeconds > 0)
        return stagesOf(persona.intensity.rates, persona.intensity.stepSeconds, factor);
    // Of a set that an older version stored.
    return stagesOf({persona.requestRate.mean}, kHour, allResources / factor);
}

void addOperations(LoadPlan &plan, const Persona &persona)
{
    static const QRegularExpression http(
        u"\\A(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (/[^\\p{C}\\s]*)\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    double sum = 0;
    for (const OperationShare &share : persona.operations) {
        const auto match = http.match(share.operation);
        if (!match.hasMatch() || !(share.share > 0))
            continue;
        plan.operations.push_back({match.captured(1), match.captured(2), share.share});
        sum += share.share;
    }
    plan.otherShare = std::max(0.0, 1 - sum);
    for (LoadOperation &operation : plan.operations)
        operation.share /= sum;
    if (plan.operations.empty())
        plan.operations.push_back({u"GET"_s, u"/"_s, 1});
}

/// Quoted, with everything but printable ASCII escaped; `astral` writes what lies beyond 16 bits.
template<typename Astral>
QString escapedLiteral(const QString &text, Astral &&astral)
{
    QString literal = u"\""_s;
    for (const char32_t code : text.toUcs4()) {
        if (code == U'"' || code == U'\\')
            literal += u'\\' + QChar(static_cast<char16_t>(code));
        else if (code >= 0x20 && code < 0x7f)
            literal += QChar(static_cast<char16_t>(code));
        else if (code <= 0xffff)
            literal += u"\\u%1"_s.arg(static_cast<uint>(code), 4, 16, QLatin1Char('0'));
        else
            literal += astral(code);
    }
    return literal + u'"';
}

} // namespace

double LoadPlan::seconds() const
{
    double sum = 0;
    for (const LoadStage &stage : stages)
        sum += stage.seconds;
    return sum;
}

double LoadPlan::peakRate() const
{
    double peak = 0;
    for (const LoadStage &stage : stages)
        peak = std::max(peak, stage.rate);
    return peak;
}

double LoadPlan::gapMean() const
{
    // The integral of the quantile function, by trapezia.
    if (gaps.size() < 2)
        return kNotKnown;
    const double ends = (gaps.front() + gaps.back()) / 2;
    return (accurateSum(gaps) - ends) / static_cast<double>(gaps.size() - 1);
}

Result<LoadPlan> loadPlanOf(const Persona &persona)
{
    LoadPlan plan;
    plan.name = persona.name;
    plan.stages = stagesOf(persona);
    if (!(plan.peakRate() > 0))
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("“%1” makes no requests: there is nothing to play.").arg(persona.name));
    addOperations(plan, persona);
    plan.resources = std::max<std::size_t>(1, persona.resources.size());
    plan.gaps = persona.gaps;
    for (double &gap : plan.gaps)
        gap *= handFactor(persona, u"gap_mean"_s);
    plan.requestSizes = persona.requestSizes;
    plan.latency = persona.latencyP95;
    return plan;
}

QString LoadPlan::otherLine(const QString &mark) const
{
    if (!(otherShare > kLeastTold))
        return {};
    return mark
           + u"%1 % of the requests name other operations, and are played as these.\n"_s.arg(
               qRound(otherShare * 100));
}

QString javaScriptLiteral(const QString &text)
{
    return escapedLiteral(text, [](char32_t code) {
        return u"\\u%1\\u%2"_s
            .arg(static_cast<uint>(QChar::highSurrogate(code)), 4, 16, QLatin1Char('0'))
            .arg(static_cast<uint>(QChar::lowSurrogate(code)), 4, 16, QLatin1Char('0'));
    });
}

QString pythonLiteral(const QString &text)
{
    return escapedLiteral(text, [](char32_t code) {
        return u"\\U%1"_s.arg(static_cast<uint>(code), 8, 16, QLatin1Char('0'));
    });
}

QString numberLiteral(double value)
{
    return QString::number(value, 'g', 7);
}

QString listLiteral(const std::vector<double> &values)
{
    QStringList numbers;
    for (const double value : values)
        numbers.append(numberLiteral(value));
    return u'[' + numbers.join(u", ") + u']';
}

} // namespace dramatis::persona
