// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_number.h"
#include "core/topology/topology_records.h"
#include "core/topology/tr.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <limits>
#include <zstd.h>

using namespace Qt::StringLiterals;

// A sample's offsets are one text: base64 of zstd of little-endian int64, the gap in ns of every
// arrival to the one before it in its slice, the first one's to the begin of the slice. Gaps are
// small numbers, so they compress better than offsets do.

namespace dramatis::topology {

namespace {

constexpr std::uint64_t kMostArrivals = 1u << 26; // 512 MiB of gaps
constexpr double kHighestRate = 1e9;              // 1/s
constexpr int kCompressionLevel = 3;

std::uint64_t arrivalCount(const ArrivalSample &sample)
{
    std::uint64_t count = 0;
    for (const SampleWindow &window : sample.windows)
        count += window.count;
    return count;
}

QByteArray gapBytes(const ArrivalSample &sample)
{
    QByteArray bytes(static_cast<qsizetype>(sample.offsets.size() * sizeof(qint64)),
                     Qt::Uninitialized);
    char *to = bytes.data();
    std::size_t next = 0;
    for (const SampleWindow &window : sample.windows) {
        std::int64_t previous = 0;
        for (std::uint32_t i = 0; i < window.count && next < sample.offsets.size(); ++i, ++next) {
            qToLittleEndian<qint64>(sample.offsets[next] - previous, to);
            previous = sample.offsets[next];
            to += sizeof(qint64);
        }
    }
    bytes.truncate(to - bytes.constData());
    return bytes;
}

QJsonValue writeOffsets(const ArrivalSample &sample, JsonForm form)
{
    const QByteArray bytes = gapBytes(sample);
    if (form == JsonForm::Digest)
        return QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const auto size = static_cast<std::size_t>(bytes.size());
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(size)), Qt::Uninitialized);
    const std::size_t written = ZSTD_compress(packed.data(),
                                              static_cast<std::size_t>(packed.size()),
                                              bytes.constData(),
                                              size,
                                              kCompressionLevel);
    Q_ASSERT(ZSTD_isError(written) == 0); // the buffer has the size that zstd asks for
    packed.truncate(static_cast<qsizetype>(written));
    return QString::fromLatin1(packed.toBase64());
}

/// The gaps as bytes; `count` of them must come out, nothing larger is ever allocated.
Result<QByteArray> unpackGaps(const QString &text, std::uint64_t count, const QString &path)
{
    const auto packed =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!packed)
        return jsonError(path, Tr::tr("is not base64"));
    const QByteArray &frame = *packed;
    const std::uint64_t expected = count * sizeof(qint64);
    const auto size = static_cast<std::size_t>(frame.size());
    if (ZSTD_getFrameContentSize(frame.constData(), size) != expected)
        return jsonError(
            path,
            Tr::tr("does not hold a zstd frame of %1 gaps, as the counts of windows say")
                .arg(count));
    QByteArray bytes(static_cast<qsizetype>(expected), Qt::Uninitialized);
    const std::size_t read = ZSTD_decompress(bytes.data(), expected, frame.constData(), size);
    if (ZSTD_isError(read) != 0 || read != expected)
        return jsonError(path, Tr::tr("is damaged: zstd cannot unpack it"));
    return bytes;
}

/// Reads the offsets into a sample whose windows are known already.
Result<> readOffsets(const QJsonValue &value, const QString &path, ArrivalSample &sample)
{
    if (!value.isString())
        return jsonError(path, Tr::tr("must be a text"));
    const std::uint64_t count = arrivalCount(sample);
    if (count > kMostArrivals)
        return jsonError(
            path, Tr::tr("must have at most %1 arrivals, has %2").arg(kMostArrivals).arg(count));
    DRAMATIS_TRY(const QByteArray bytes, unpackGaps(value.toString(), count, path));
    const auto length = static_cast<std::int64_t>(sample.windowSeconds * 1e9);
    const char *from = bytes.constData();
    sample.offsets.clear();
    sample.offsets.reserve(static_cast<std::size_t>(count));
    for (std::size_t slice = 0; slice < sample.windows.size(); ++slice) {
        std::int64_t offset = 0;
        for (std::uint32_t i = 0; i < sample.windows[slice].count; ++i) {
            const auto gap = qFromLittleEndian<qint64>(from);
            from += sizeof(qint64);
            if (gap < 0 || gap >= length - offset)
                return jsonError(
                    path,
                    Tr::tr("arrival %1 of windows[%2] lies outside its slice").arg(i).arg(slice));
            offset += gap;
            sample.offsets.push_back(offset);
        }
    }
    return {};
}

JsonField<ArrivalSample> offsetsField()
{
    JsonField<ArrivalSample> field;
    field.key = u"offsets"_s;
    field.schema = {
        {u"type"_s, u"string"_s},
        {u"description"_s,
         u"base64 of zstd of little-endian int64: ns of every arrival since the one before "
         "it in its slice, of the first since the slice's begin."_s}};
    field.read = readOffsets;
    field.write = writeOffsets;
    return std::move(field).needed();
}

/// Sizes stand in an object of their own in the file and beside the others in the struct.
struct Sizes
{
    double request = std::numeric_limits<double>::quiet_NaN();
    double response = std::numeric_limits<double>::quiet_NaN();
};

/// A number whose absence is NaN: left out.
template<typename T>
JsonField<T> knownNumber(const QString &key, double T::*member, NumberRange range)
{
    JsonField<T> field = jsonField(key, member, numberCodec(range));
    field.write = [member](const T &record, JsonForm form) -> QJsonValue {
        if (!std::isnan(record.*member))
            return record.*member;
        return form == JsonForm::Full ? QJsonValue(QJsonValue::Null)
                                      : QJsonValue(QJsonValue::Undefined);
    };
    return field;
}

JsonField<SampleWindow> sizesField()
{
    const JsonRecord<Sizes> record({knownNumber(u"request"_s, &Sizes::request, kFromZero),
                                    knownNumber(u"response"_s, &Sizes::response, kFromZero)});
    JsonField<SampleWindow> field;
    field.key = u"sizes"_s;
    field.schema = record.schema();
    field.read =
        [record](const QJsonValue &value, const QString &path, SampleWindow &window) -> Result<> {
        DRAMATIS_TRY(const Sizes sizes, record.read(value, path));
        window.requestSize = sizes.request;
        window.responseSize = sizes.response;
        return {};
    };
    field.write = [record](const SampleWindow &window, JsonForm form) -> QJsonValue {
        const QJsonObject object = record.write({window.requestSize, window.responseSize}, form);
        return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
    };
    return std::move(field).about(u"Mean bytes of a request and of a response."_s);
}

/// Up to 2^32 - 1 arrivals in a slice.
JsonCodec<std::uint32_t> countCodec()
{
    const JsonCodec<double> number =
        numberCodec({0, std::numeric_limits<std::uint32_t>::max(), false});
    QJsonObject schema = number.schema;
    schema.insert(u"type"_s, u"integer"_s);
    return {[number](const QJsonValue &value, const QString &path) -> Result<std::uint32_t> {
                DRAMATIS_TRY(const double read, number.read(value, path));
                if (read != std::floor(read))
                    return jsonError(path, Tr::tr("must be a whole number"));
                return static_cast<std::uint32_t>(read);
            },
            [](const std::uint32_t &value, JsonForm) -> QJsonValue {
                return static_cast<qint64>(value);
            },
            schema};
}

JsonRecord<SampleWindow> sampleWindowRecord()
{
    std::vector<JsonField<SampleWindow>> fields;
    fields.push_back(jsonField(u"count"_s, &SampleWindow::count, countCodec()).needed());
    fields.push_back(knownNumber(u"gapCv"_s, &SampleWindow::gapCv, kFromZero)
                         .about(u"Coefficient of variation of the gaps."_s));
    fields.push_back(sizesField());
    fields.push_back(
        jsonField(u"peak"_s, &SampleWindow::peak, booleanCodec())
            .about(u"Lies in a peak hour of the persona; `peak` of a run plays these only."_s));
    return JsonRecord<SampleWindow>(std::move(fields));
}

JsonRecord<ArrivalSample> makeSampleRecord()
{
    std::vector<JsonField<ArrivalSample>> fields;
    fields.push_back(
        jsonField(u"windowSeconds"_s, &ArrivalSample::windowSeconds, numberCodec({0, 1e6, true}))
            .needed());
    fields.push_back(
        jsonField(u"windows"_s,
                  &ArrivalSample::windows,
                  listCodec(sampleWindowRecord().codec(), 1, kMostSampleWindows))
            .needed()
            .about(u"One per slice of the capture, idle ones too; the same in every source."_s));
    fields.push_back(offsetsField()); // after windows, whose counts it needs
    return JsonRecord<ArrivalSample>(std::move(fields));
}

JsonCodec<std::shared_ptr<const ArrivalSample>> sampleCodec()
{
    using Pointer = std::shared_ptr<const ArrivalSample>;
    const JsonCodec<std::optional<ArrivalSample>> sample =
        optionalCodec(arrivalSampleRecord().codec());
    return {[sample](const QJsonValue &value, const QString &path) -> Result<Pointer> {
                DRAMATIS_TRY(auto read, sample.read(value, path));
                return read ? std::make_shared<const ArrivalSample>(*std::move(read)) : Pointer();
            },
            [](const Pointer &value, JsonForm form) -> QJsonValue {
                return value ? QJsonValue(arrivalSampleRecord().write(*value, form))
                             : QJsonValue(QJsonValue::Null);
            },
            sample.schema};
}

/// 168 rates; an hour never seen is null.
JsonCodec<std::vector<double>> intensityCodec()
{
    const auto hour = optionalCodec(numberCodec({0, kHighestRate, false}));
    const auto list = listCodec(hour, kHoursOfWeek, kHoursOfWeek);
    return {[list](const QJsonValue &value, const QString &path) -> Result<std::vector<double>> {
                DRAMATIS_TRY(const auto hours, list.read(value, path));
                std::vector<double> rates;
                for (const std::optional<double> &rate : hours)
                    rates.push_back(rate.value_or(std::numeric_limits<double>::quiet_NaN()));
                return rates;
            },
            [](const std::vector<double> &rates, JsonForm) -> QJsonValue {
                if (rates.empty())
                    return QJsonValue(QJsonValue::Null);
                QJsonArray hours;
                for (const double rate : rates)
                    hours.append(jsonNumber(rate));
                return hours;
            },
            list.schema};
}

Result<> finishArrivals(Arrivals &arrivals, const QString &path)
{
    const bool needsRate =
        arrivals.model == ArrivalModel::Renewal || arrivals.model == ArrivalModel::Constant;
    if (needsRate && !arrivals.rate)
        return jsonError(jsonPath(path, u"rate"_s), Tr::tr("must be a number"));
    if (arrivals.model == ArrivalModel::Closed && !arrivals.thinkTime)
        return jsonError(jsonPath(path, u"thinkTime"_s), Tr::tr("must be a number"));
    if (arrivals.model != ArrivalModel::Poisson)
        return {};
    if (arrivals.rate && !arrivals.intensity.empty())
        return jsonError(jsonPath(path, u"rate"_s),
                         Tr::tr("must be left out where there is an intensity"));
    if (!arrivals.rate && arrivals.intensity.empty())
        return jsonError(jsonPath(path, u"rate"_s),
                         Tr::tr("is missing; poisson needs it or an intensity"));
    return {};
}

JsonRecord<Arrivals> makeArrivalsRecord()
{
    static const std::vector<std::pair<QString, ArrivalModel>> models{
        {u"poisson"_s, ArrivalModel::Poisson},
        {u"bootstrap"_s, ArrivalModel::Bootstrap},
        {u"renewal"_s, ArrivalModel::Renewal},
        {u"closed"_s, ArrivalModel::Closed},
        {u"replay"_s, ArrivalModel::Replay},
        {u"constant"_s, ArrivalModel::Constant},
    };
    QStringList words;
    for (const auto &model : models)
        words.append(model.first);
    const NumberRange rate{0, kHighestRate, true};
    std::vector<JsonField<Arrivals>> fields;
    fields.push_back(jsonField(u"model"_s, &Arrivals::model, enumCodec(models)).needed());
    fields.push_back(jsonField(u"rate"_s, &Arrivals::rate, numberCodec(rate))
                         .only({u"poisson"_s, u"renewal"_s, u"constant"_s})
                         .neededFor({u"renewal"_s, u"constant"_s}));
    fields.push_back(
        jsonField(u"intensity"_s, &Arrivals::intensity, intensityCodec())
            .only({u"poisson"_s})
            .about(
                u"Requests per second by hour of the week from Monday 0:00; null never seen."_s));
    fields.push_back(
        jsonField(u"utcOffset"_s, &Arrivals::utcOffsetSeconds, integerCodec(-86400, 86400))
            .only({u"poisson"_s})
            .about(u"Seconds east of UTC in which intensity counts its hours."_s));
    fields.push_back(jsonField(u"cv"_s, &Arrivals::cv, numberCodec({0, 1000, false}))
                         .only({u"renewal"_s})
                         .needed());
    fields.push_back(jsonField(u"users"_s, &Arrivals::users, integerCodec(1, 10'000'000))
                         .only({u"closed"_s})
                         .needed());
    fields.push_back(jsonField(u"thinkTime"_s, &Arrivals::thinkTime, numberCodec(kFromZero))
                         .only({u"closed"_s})
                         .needed());
    fields.push_back(
        jsonField(u"sample"_s, &Arrivals::sample, sampleCodec())
            .only({u"bootstrap"_s, u"replay"_s})
            .about(u"What was captured; inside a project it may come from the persona."_s));
    return JsonRecord<Arrivals>(std::move(fields), finishArrivals).tagged(u"model"_s, words);
}

} // namespace

const JsonRecord<ArrivalSample> &arrivalSampleRecord()
{
    static const JsonRecord<ArrivalSample> record = makeSampleRecord();
    return record;
}

const JsonRecord<Arrivals> &arrivalsRecord()
{
    static const JsonRecord<Arrivals> record = makeArrivalsRecord();
    return record;
}

} // namespace dramatis::topology
