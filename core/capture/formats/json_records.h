// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/base/result.h"
#include "core/capture/formats/json_paths.h"
#include "core/capture/formats/named_values.h"

#include <QByteArrayView>

#include <memory>

class QIODevice;

namespace dramatis::capture {

class ImportTally;

/// Reads objects that are one line each. Not to be shared between threads.
class JsonLine
{
public:
    /// @param paths  must outlive this
    explicit JsonLine(const JsonPaths &paths);
    ~JsonLine();

    /// Reads the object that begins at the first brace of `text`; what a container runtime or
    /// compose put before it is passed over. What is returned lives until the next call; it is null
    /// where there is no object, or none to its end.
    [[nodiscard]] const NamedValues *read(std::string_view text);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Takes the records of a document as they end.
class JsonRecordTaker
{
public:
    virtual ~JsonRecordTaker() = default;
    /// @param record  place of its path in JsonShape::records
    /// @param values  what the record and the objects around it have had so far
    /// @errors end the reading
    virtual Result<> take(int record, const NamedValues &values) = 0;
};

/// Reads a document, or several one after the other, as they come, in bounded memory: of a text
/// only its first 4 MiB are kept. Where a document is damaged, that is a record skipped in `tally`;
/// reading goes on with the next line if the document was not longer than one.
/// @errors Io, Cancelled, and what `taker` says
Result<> readJsonDocuments(QIODevice &device,
                           const JsonPaths &paths,
                           JsonRecordTaker &taker,
                           ImportTally &tally,
                           JobControl &job);

/// The fields that occur in the beginning of a document, one bit each.
[[nodiscard]] std::uint64_t fieldsInHead(QByteArrayView head, const JsonPaths &paths);

} // namespace dramatis::capture
