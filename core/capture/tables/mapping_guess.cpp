// SPDX-License-Identifier: GPL-3.0-or-later
//
// A column is guessed by its name and by its values: a name alone may mean two things ("time"), and
// values alone may be of two kinds (a size, a count). Names are of exports and documentation of
// load testers (JMeter, k6, vegeta), log pipelines (Elastic Common Schema, Cloudflare), collectors
// (pmacct, nfacctd) and of tables that people make of their own.
#include "core/capture/tables/cell_values.h"
#include "core/capture/tables/column_mapping.h"
#include "core/capture/tr.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace dramatis::capture {

namespace {

constexpr double kByNameAndValues = 1;
constexpr double kByPartOfName = 0.7;
constexpr double kByValues = 0.4;
constexpr double kByNameAlone = 0.3;

struct RoleNames
{
    ColumnRole role;
    /// Whole names, words joined by `_`, with a space around each; then words that suffice.
    std::string_view names;
    std::string_view words;
};

constexpr RoleNames kRoleNames[] = {
    {ColumnRole::Begin,
     " begin start start_time starttime begin_time time_start started started_at timestamp time ts "
     "date datetime date_time time_stamp created_at created edge_start_timestamp first_seen stamp "
     "t when logged_at request_timestamp requested_at time_local time_iso8601 start_timestamp "
     "timestamp_start event_time event_timestamp received_at occurred_at first_switched ",
     " timestamp time date start begin started "},
    {ColumnRole::End,
     " end end_time endtime stop stop_time finish finished finished_at completed completed_at "
     "closed last_seen edge_end_timestamp end_timestamp timestamp_end time_end last_switched ",
     " end stop finish finished completed "},
    {ColumnRole::Latency,
     " latency duration elapsed took response_time responsetime request_time time_taken timetaken "
     "total_time rt service_time processing_time exec_time execution_time rtt resp_time "
     "request_duration dur runtime query_time event_duration ",
     " latency duration elapsed took rtt "},
    {ColumnRole::RequestBytes,
     " request_bytes bytes_in bytes_received sent_bytes request_size request_length req_bytes "
     "req_size input_bytes client_request_bytes in_bytes request_body_size bytes_read cs_bytes "
     "source_bytes request_body_bytes http_request_bytes ",
     " "},
    {ColumnRole::ResponseBytes,
     " response_bytes bytes_out bytes_sent response_size resp_bytes resp_size bytes size "
     "body_bytes_sent content_length output_bytes edge_response_bytes out_bytes length "
     "response_length sc_bytes response_body_size destination_bytes response_body_bytes "
     "http_response_bytes ",
     " "},
    {ColumnRole::Status,
     " status status_code statuscode response_code responsecode http_status code sc_status "
     "response_status edge_response_status http_status_code http_code rc return_code "
     "response_status_code http_response_status_code ",
     " status "},
    {ColumnRole::Outcome,
     " outcome result success succeeded ok error failed is_error failure errors verdict has_error "
     "is_success event_outcome ",
     " success error failed outcome "},
    {ColumnRole::Host,
     " host hostname service service_name domain vhost virtual_host server_name authority site app "
     "application client_request_host request_host http_host destination_service service_id ",
     " host hostname service vhost "},
    {ColumnRole::Server,
     " server instance backend upstream upstream_addr server_ip node pod dst dst_ip dest_ip "
     "destination destination_ip ip_dst server_addr server_address target_ip destination_address "
     "dst_addr upstream_host dst_host ",
     " server instance backend upstream "},
    {ColumnRole::ServerPort,
     " server_port dst_port dport dest_port destination_port port_dst port ",
     " "},
    {ColumnRole::Client,
     " client client_ip clientip remote_addr source_ip src_ip ip_src src source user user_id "
     "client_id caller remote_ip c_ip ip source_address remote_address session session_id "
     "src_addr username user_name customer customer_id tenant ",
     " client "},
    {ColumnRole::Method,
     " method http_method verb request_method client_request_method cs_method "
     "http_request_method ",
     " method verb "},
    {ColumnRole::Path,
     " path uri request_uri uri_path cs_uri_stem request_path route endpoint resource page "
     "client_request_uri url_path target http_target ",
     " path uri route endpoint "},
    {ColumnRole::Url, " url request_url full_url uri url_full http_url ", " url "},
    {ColumnRole::Operation,
     " operation request label op action event type api rpc procedure transaction "
     "transaction_name event_type request_name operation_name query_type command event_action ",
     " operation transaction "},
};

/// Objects whose members are about the exchange itself: "request>method", "http>request>method".
constexpr std::string_view kTellingParents =
    " request req response res resp http event attributes fields data log url source client server "
    "destination service host user httprequest ";

bool has(std::string_view list, std::string_view word)
{
    std::string wrapped(" ");
    wrapped.append(word).append(1, ' ');
    return !word.empty() && list.find(wrapped) != std::string_view::npos;
}

/// "EdgeStartTimestamp", "request>start-time" -> words in small letters.
std::vector<std::string> wordsOf(const QString &name)
{
    std::vector<std::string> words(1);
    QChar before;
    for (const QChar c : name) {
        const bool isPart = c.isLetterOrNumber();
        const bool isHump = c.isUpper() && before.isLower();
        if ((!isPart || isHump) && !words.back().empty())
            words.emplace_back();
        if (isPart)
            words.back() += QString(c.toLower()).toStdString();
        before = c;
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : "_") + word;
    return text;
}

/// A unit that a name ends with is no part of it.
ColumnUnit takeUnit(std::vector<std::string> &words)
{
    struct UnitWord
    {
        std::string_view words;
        ColumnUnit unit;
    };
    constexpr UnitWord kUnitWords[] = {
        {" ms msec msecs millis milliseconds millisecond ", ColumnUnit::Milliseconds},
        {" us usec usecs micros microseconds µs ", ColumnUnit::Microseconds},
        {" ns nsec nanos nanoseconds ", ColumnUnit::Nanoseconds},
        {" s sec secs seconds ", ColumnUnit::Seconds},
        {" kb kib kilobytes kibibytes ", ColumnUnit::Kibibytes},
        {" mb mib megabytes mebibytes ", ColumnUnit::Mebibytes},
    };
    if (words.size() < 2)
        return ColumnUnit::Automatic;
    for (const UnitWord &known : kUnitWords) {
        if (has(known.words, words.back())) {
            words.pop_back();
            return known.unit;
        }
    }
    return ColumnUnit::Automatic;
}

/// What a name says: how much it speaks for each role.
struct NameSense
{
    std::vector<std::string> words; ///< of the last part of a path
    std::string whole;              ///< all of the path
    std::string last;
    ColumnUnit unit = ColumnUnit::Automatic;
    bool isNested = false;
    bool isToldByParent = true;
};

NameSense senseOf(const QString &name)
{
    NameSense sense;
    std::vector<std::string> all = wordsOf(name);
    const qsizetype split = name.lastIndexOf(u'>');
    sense.isNested = split >= 0;
    sense.words = wordsOf(name.mid(split + 1));
    sense.unit = takeUnit(sense.words);
    takeUnit(all);
    sense.whole = joined(all);
    sense.last = joined(sense.words);
    if (sense.isNested) {
        const QStringList parents = name.left(split).toLower().split(u'>');
        sense.isToldByParent =
            std::all_of(parents.begin(), parents.end(), [](const QString &parent) {
                return has(kTellingParents, parent.toStdString());
            });
    }
    return sense;
}

double scoreByName(const NameSense &sense, const RoleNames &names)
{
    if (has(names.names, sense.whole))
        return kByNameAndValues;
    if (!sense.isToldByParent)
        return 0;
    if (has(names.names, sense.last))
        return sense.isNested ? 0.9 : kByNameAndValues;
    const bool hasWord = std::any_of(sense.words.begin(), sense.words.end(), [&](const auto &word) {
        return has(names.words, word);
    });
    return hasWord ? kByPartOfName : 0;
}

/// What the values of a column are.
struct ValueSense
{
    std::size_t known = 0;
    std::size_t stamps = 0;
    std::size_t numbers = 0;
    std::size_t fractions = 0;
    std::size_t statuses = 0;
    std::size_t statusWords = 0; ///< numbers below 1,000 and words for outcomes
    std::size_t booleans = 0;
    std::size_t outcomes = 0;
    std::size_t addresses = 0;
    std::size_t methods = 0;
    std::size_t paths = 0;
    std::size_t urls = 0;
    std::size_t requests = 0;
    std::size_t ports = 0;
    ColumnUnit stampUnit = ColumnUnit::Automatic;
    double largest = 0;
    double sum = 0;

    [[nodiscard]] bool most(std::size_t count) const
    {
        return known > 0 && count * 10 >= known * 9;
    }
};

ValueSense senseOf(const TableSample &sample, qsizetype column)
{
    ValueSense sense;
    for (const QStringList &row : sample.values) {
        const std::string text = row[column].toStdString();
        if (text.empty())
            continue;
        ++sense.known;
        const ColumnUnit stamp = stampUnitOf(text);
        sense.stamps += stamp != ColumnUnit::Automatic;
        if (sense.stampUnit == ColumnUnit::Automatic)
            sense.stampUnit = stamp;
        std::string number = text;
        if (sample.layout.decimal == ',')
            std::replace(number.begin(), number.end(), ',', '.');
        double value = 0;
        const auto [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), value);
        const bool isValue = error == std::errc() && end == number.data() + number.size();
        const bool isWhole = isValue && number.find_first_of(".eE") == std::string::npos;
        if (isValue) {
            ++sense.numbers;
            sense.fractions += isWhole ? 0U : 1U;
            sense.largest = std::max(sense.largest, value);
            sense.sum += value;
        }
        sense.statuses += isWhole && value >= 100 && value < 600;
        sense.ports += isWhole && value >= 0 && value < 65'536;
        sense.booleans += isBoolean(text);
        const bool isWord = outcomeOfWord(text, ColumnUnit::Automatic).has_value();
        sense.outcomes += isWord;
        sense.statusWords += isWord || (isValue && value >= 0 && value < 1000);
        sense.addresses += isAddress(text);
        const std::size_t space = text.find(' ');
        sense.methods += isMethodWord(text);
        sense.paths += text.front() == '/';
        sense.urls += text.find("://") < 12;
        sense.requests += space != std::string::npos && isMethodWord(text.substr(0, space));
    }
    return sense;
}

/// Whether values may be of a role at all, given the name says so.
bool mayBe(ColumnRole role, const ValueSense &values)
{
    switch (role) {
    case ColumnRole::Begin:
    case ColumnRole::End:
        return values.stamps * 2 >= values.known; // some may be damaged
    case ColumnRole::Latency:
        return values.numbers * 2 >= values.known && !values.most(values.stamps);
    case ColumnRole::RequestBytes:
    case ColumnRole::ResponseBytes:
        return values.numbers * 2 >= values.known && values.largest < 1e15;
    case ColumnRole::Status:
        return values.statusWords * 2 >= values.known;
    case ColumnRole::Outcome:
        return (values.booleans + values.outcomes) * 2 >= values.known;
    case ColumnRole::ServerPort:
        return values.most(values.ports);
    case ColumnRole::Method:
        return values.methods * 2 >= values.known;
    case ColumnRole::Path:
        return values.paths * 2 >= values.known;
    case ColumnRole::Url:
        return values.urls * 2 >= values.known;
    case ColumnRole::Host:
    case ColumnRole::Server:
    case ColumnRole::Client:
        return !values.most(values.stamps) && values.paths * 2 < values.known;
    default:
        return !values.most(values.numbers) && !values.most(values.stamps);
    }
}

/// What values alone say.
ColumnRole roleByValues(const ValueSense &values)
{
    if (values.most(values.requests))
        return ColumnRole::Operation;
    if (values.most(values.methods))
        return ColumnRole::Method;
    if (values.most(values.urls))
        return ColumnRole::Url;
    if (values.most(values.paths))
        return ColumnRole::Path;
    if (values.most(values.stamps))
        return ColumnRole::Begin;
    if (values.most(values.addresses))
        return ColumnRole::Client;
    if (values.most(values.statuses) && values.known >= 3)
        return ColumnRole::Status;
    return ColumnRole::Ignored;
}

/// A latency with no unit in its name: fractions of few are seconds; what is large is finer.
ColumnUnit latencyUnitOf(const ValueSense &values)
{
    const double mean = values.numbers > 0 ? values.sum / static_cast<double>(values.numbers) : 0;
    if (values.fractions > 0 && mean < 30)
        return ColumnUnit::Seconds;
    if (mean > 2e6)
        return ColumnUnit::Nanoseconds;
    return mean > 20'000 ? ColumnUnit::Microseconds : ColumnUnit::Milliseconds;
}

ColumnUnit unitFor(ColumnRole role, const NameSense &name, const ValueSense &values)
{
    switch (role) {
    case ColumnRole::Begin:
    case ColumnRole::End:
        return values.stampUnit;
    case ColumnRole::Latency:
        if (name.unit != ColumnUnit::Automatic)
            return name.unit;
        return name.whole == "event_duration" ? ColumnUnit::Nanoseconds : latencyUnitOf(values);
    case ColumnRole::RequestBytes:
    case ColumnRole::ResponseBytes:
        return name.unit == ColumnUnit::Kibibytes || name.unit == ColumnUnit::Mebibytes
                   ? name.unit
                   : ColumnUnit::Bytes;
    case ColumnRole::Outcome:
        if (values.booleans == 0)
            return ColumnUnit::Automatic;
        return has(" error failed is_error failure errors has_error ", name.last)
                       || has(" error failed ", name.words.empty() ? "" : name.words.back())
                   ? ColumnUnit::TrueIsError
                   : ColumnUnit::TrueIsOk;
    default:
        return ColumnUnit::Automatic;
    }
}

struct Candidate
{
    qsizetype column = 0;
    ColumnRole role = ColumnRole::Ignored;
    double certainty = 0;
};

QString reasonOf(const Candidate &candidate, const QString &name, ColumnUnit unit)
{
    const QString role = roleName(candidate.role);
    const QString how = unit == ColumnUnit::Automatic
                            ? QString()
                            : Tr::tr(" Its values look like: %1.").arg(unitName(unit));
    if (candidate.certainty <= kByNameAlone)
        return Tr::tr("It is called “%1”; the first rows have no value of it.").arg(name);
    if (candidate.certainty <= kByValues)
        return Tr::tr("Its values look like this: %1.").arg(role) + how;
    if (candidate.certainty <= kByPartOfName)
        return Tr::tr("Part of its name, “%1”, says so, and its values may be.").arg(name) + how;
    return Tr::tr("It is called “%1”, and its values fit.").arg(name) + how;
}

std::vector<Candidate>
candidatesOf(qsizetype column, const NameSense &name, const ValueSense &values)
{
    std::vector<Candidate> candidates;
    for (const RoleNames &names : kRoleNames) {
        double score = scoreByName(name, names);
        if (score == 0)
            continue;
        if (values.known == 0)
            score = score >= 0.9 ? kByNameAlone : 0;
        else if (!mayBe(names.role, values))
            score = 0;
        if (score > 0)
            candidates.push_back({column, names.role, score});
    }
    // Values of nested objects may be of anything.
    const ColumnRole byValues = name.isNested ? ColumnRole::Ignored : roleByValues(values);
    if (byValues != ColumnRole::Ignored)
        candidates.push_back({column, byValues, kByValues});
    return candidates;
}

struct Column
{
    NameSense name;
    ValueSense values;
};

} // namespace

GuessedMapping guessMapping(const TableSample &sample)
{
    GuessedMapping guessed;
    guessed.mapping.layout = sample.layout;
    std::vector<Column> columns;
    std::vector<Candidate> candidates;
    for (qsizetype i = 0; i < sample.columns.size(); ++i) {
        columns.push_back({senseOf(sample.columns[i]), senseOf(sample, i)});
        const auto found = candidatesOf(i, columns.back().name, columns.back().values);
        candidates.insert(candidates.end(), found.begin(), found.end());
        guessed.mapping.columns.push_back({sample.columns[i], {}, {}, {}});
        guessed.guesses.emplace_back();
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto &a, const auto &b) {
        return a.certainty > b.certainty;
    });
    for (const Candidate &candidate : candidates) {
        const auto place = static_cast<std::size_t>(candidate.column);
        MappedColumn &column = guessed.mapping.columns[place];
        if (column.role != ColumnRole::Ignored || guessed.mapping.find(candidate.role))
            continue;
        column.role = candidate.role;
        column.unit = unitFor(candidate.role, columns[place].name, columns[place].values);
        guessed.guesses[place] = {candidate.certainty,
                                  reasonOf(candidate, column.name, column.unit)};
    }
    return guessed;
}

Result<GuessedMapping> completeMapping(const ColumnMapping &mapping, const TableSample &sample)
{
    DRAMATIS_CHECK(validateChoices(mapping, sample.columns));
    GuessedMapping complete = guessMapping(sample);
    for (std::size_t i = 0; i < complete.mapping.columns.size(); ++i) {
        MappedColumn &column = complete.mapping.columns[i];
        const auto said = std::find_if(mapping.columns.begin(),
                                       mapping.columns.end(),
                                       [&](const auto &c) { return c.name == column.name; });
        if (said == mapping.columns.end()) {
            if (!mapping.guessesOthers || mapping.find(column.role))
                column = {column.name, {}, {}, {}};
            continue;
        }
        column = *said;
        complete.guesses[i] = {1, Tr::tr("As it was said.")};
        if (column.unit == ColumnUnit::Automatic)
            column.unit = unitFor(
                column.role, senseOf(column.name), senseOf(sample, static_cast<qsizetype>(i)));
    }
    DRAMATIS_CHECK(validate(complete.mapping, sample.columns));
    return complete;
}

} // namespace dramatis::capture
