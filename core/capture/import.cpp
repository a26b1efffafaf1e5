// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"

#include "core/capture/capture_device.h"
#include "core/capture/import_routes.h"
#include "core/capture/source_paths.h"
#include "core/capture/tr.h"

#include <QFileInfo>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

/// Progress of one file by how much was read of what lies on disk, whatever its reader says.
class FileProgress final : public JobControl
{
public:
    FileProgress(JobControl &whole, const CaptureDevice &device, qint64 before, qint64 total)
        : m_whole(whole)
        , m_device(device)
        , m_before(before)
        , m_total(total)
    {}

    bool isCancelled() const noexcept override { return m_whole.isCancelled(); }

    void report(double, const QString &stage) override
    {
        const auto done = static_cast<double>(m_before + m_device.rawPosition());
        const double fraction =
            m_total > 0 ? std::min(1.0, done / static_cast<double>(m_total)) : 0;
        m_whole.report(fraction * kReadingShare, stage);
    }

private:
    JobControl &m_whole;
    const CaptureDevice &m_device;
    qint64 m_before;
    qint64 m_total;
};

/// Zeek writes a connection to conn.log and the requests in it to a log of their own.
void noteToldTwice(ImportSummary &summary)
{
    const QStringList formats = summary.format.split(u", "_s);
    if (formats.contains(u"zeek-conn"_s)
        && (formats.contains(u"zeek-http"_s) || formats.contains(u"zeek-dns"_s)))
        summary.notes.append(Tr::tr(
            "Zeek tells of the same traffic in conn.log and in http.log or dns.log, so here "
            "it is counted twice. Import the logs of connections as a capture of their own."));
}

void noteEnding(ImportSummary &summary, const CaptureDevice &device, const QString &path)
{
    const QString compression = compressionName(device.compression());
    switch (device.ending()) {
    case CaptureDevice::Ending::Whole:
        return;
    case CaptureDevice::Ending::Cut:
        summary.notes.append(
            Tr::tr("%1 ends in the middle of its %2 data. All that came before was read.")
                .arg(shownName(path), compression));
        break;
    case CaptureDevice::Ending::Damaged:
        summary.notes.append(Tr::tr("The %2 data of %1 is damaged. All that came before was read.")
                                 .arg(shownName(path), compression));
        break;
    }
    summary.truncated = true;
}

/// No file gave any exchange: why, by the first record.
Error noExchanges(const Imported &imported, const QStringList &paths)
{
    const ImportSummary &summary = imported.summary;
    const QString context = Tr::tr("reading %1").arg(shownName(paths.first()));
    if (summary.records == 0)
        return makeError(ErrorKind::Format, Tr::tr("There is no record in it, only blank lines."))
            .in(context);
    if (summary.samples.isEmpty())
        return makeError(ErrorKind::Format, Tr::tr("None of its records is an exchange."))
            .in(context);
    return makeError(ErrorKind::Format,
                     Tr::tr("None of its %1 records could be read as %2. The first: %3 %4")
                         .arg(QString::number(summary.records),
                              summary.format,
                              summary.samples.first().place + u':',
                              summary.samples.first().reason))
        .in(context);
}

struct OpenedCapture
{
    std::unique_ptr<CaptureDevice> device;
    Detection detection;
};

Result<OpenedCapture> openCapture(const QString &path, const FileOptions &options)
{
    OpenedCapture opened;
    DRAMATIS_TRY(opened.device, CaptureDevice::open(path));
    DRAMATIS_TRY(opened.detection, detectOn(*opened.device, path, options));
    return opened;
}

} // namespace

QStringList captureNotes(const ImportSummary &summary, const traffic::CaptureStatistics &statistics)
{
    const traffic::ExchangeTotals &totals = statistics.totals;
    QStringList notes;
    if (statistics.wholeSeconds)
        notes.append(Tr::tr("Times are in whole seconds."));
    if (totals.knownLatencies == 0)
        notes.append(Tr::tr("Not in this capture: latency."));
    if (totals.knownRequestBytes == 0)
        notes.append(Tr::tr("Not in this capture: request size."));
    if (totals.knownResponseBytes == 0)
        notes.append(Tr::tr("Not in this capture: response size."));
    return notes + summary.notes;
}

void hideTexts(ImportSummary &summary, SourceFile &file)
{
    summary.redacted = true;
    for (SkippedSample &sample : summary.samples)
        sample.text.clear();
    file.path = shownName(file.path);
}

void addPart(ImportSummary &all, ImportSummary part, const QString &placePrefix)
{
    if (!part.format.isEmpty() && !all.format.split(u", "_s).contains(part.format))
        all.format = all.format.isEmpty() ? part.format : QString(all.format + u", " + part.format);
    all.records += part.records;
    all.exchanges += part.exchanges;
    all.skipped += part.skipped;
    all.repaired += part.repaired;
    all.truncated = all.truncated || part.truncated;
    if (!all.mapping)
        all.mapping = std::move(part.mapping);
    all.redacted = all.redacted || part.redacted;
    for (SkippedSample &sample : part.samples) {
        if (all.samples.size() == kMaxSkippedSamples)
            break;
        sample.place.prepend(placePrefix);
        all.samples.append(std::move(sample));
    }
    for (const QString &note : part.notes) {
        if (!all.notes.contains(note))
            all.notes.append(note);
    }
}

Result<Imported> importCapture(const QStringList &paths,
                               const ImportOptions &options,
                               std::shared_ptr<table::ChunkStore> store,
                               JobControl &job)
{
    if (paths.isEmpty())
        return makeError(ErrorKind::InvalidArgument, Tr::tr("No file was named."));
    DRAMATIS_TRY(const std::vector<SourcePath> sources, sourcePaths(paths));
    qint64 total = 0;
    for (const SourcePath &source : sources)
        total += source.path == u"-" ? 0 : QFileInfo(source.path).size();
    traffic::ExchangeTableBuilder builder(std::move(store));
    std::optional<traffic::RedactingSink> redacting;
    if (options.redaction)
        redacting.emplace(builder, *options.redaction);
    traffic::ExchangeSink &sink =
        redacting ? static_cast<traffic::ExchangeSink &>(*redacting) : builder;
    Imported imported;
    qint64 before = 0;
    std::vector<Error> passedOver;
    for (const auto &[path, isFound] : sources) {
        const auto own = options.perFile.find(path);
        const FileOptions &ofFile = own == options.perFile.end() ? options : own->second;
        auto opened = openCapture(path, ofFile);
        if (!opened && isFound) {
            passedOver.push_back(std::move(opened).error());
            before += QFileInfo(path).size();
            continue;
        }
        if (!opened)
            return std::move(opened).error();
        const auto &[device, detection] = *opened;
        FileProgress progress(job, *device, before, total);
        const std::uint64_t added = builder.size();
        auto summary = detection.reader->read(*device, readOptionsOf(ofFile), sink, progress);
        const bool isOther = !summary && isFound && added == builder.size()
                             && summary.error().kind == ErrorKind::Format;
        if (isOther) { // a table, but of no traffic
            passedOver.push_back(std::move(summary).error());
            before += QFileInfo(path).size();
            continue;
        }
        if (!summary)
            return std::move(summary).error().in(Tr::tr("reading %1").arg(shownName(path)));
        noteEnding(*summary, *device, path);
        SourceFile file;
        file.path = path;
        if (options.redaction)
            hideTexts(*summary, file);
        DRAMATIS_TRY(file.sha256, device->sha256());
        file.bytes = device->rawPosition();
        file.compression = detection.compression;
        file.format = summary->format;
        before += file.bytes;
        imported.files.append(file);
        addPart(imported.summary,
                *std::move(summary),
                sources.size() > 1 ? QString(shownName(path) + u' ') : QString());
    }
    if (!passedOver.empty() && imported.files.isEmpty())
        return std::move(passedOver.front());
    if (!passedOver.empty())
        imported.summary.notes.append(
            Tr::tr("%n file(s) of the folder are no captures and were passed over. The first: %1",
                   nullptr,
                   static_cast<int>(passedOver.size()))
                .arg(passedOver.front().toString()));
    noteToldTwice(imported.summary);
    if (builder.size() == 0)
        return noExchanges(imported, paths);
    JobSlice ordering(job, kReadingShare, 1);
    DRAMATIS_TRY(imported.table, builder.freeze(options.rule, ordering));
    applyRoutes(imported, options.routes);
    DRAMATIS_CHECK(job.checkpoint(1));
    return imported;
}

} // namespace dramatis::capture
