// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/build_report.h"

#include "core/report/tr.h"
#include "core/report/wording.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::report {

namespace {

/// What the figures follow from: the files, the scenario, the seed. Eight hex digits of its hash.
QString contentHash(const Subject &subject)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (subject.files)
        for (const capture::SourceFile &file : *subject.files)
            hash.addData(file.sha256);
    if (subject.run) {
        hash.addData(subject.run->scenarioHash.toUtf8());
        hash.addData(QByteArray::number(static_cast<qulonglong>(subject.run->seed)));
    }
    const QString digits = QString::fromLatin1(hash.result().toHex().left(8));
    return digits.left(4) + u' ' + digits.mid(4);
}

} // namespace

Report buildReport(const Subject &subject, const QStringList &sections)
{
    Report report;
    report.title = subject.title;
    report.author = subject.author;
    report.kicker = subject.run ? Tr::tr("Scenario report") : Tr::tr("Capture report");
    report.version = subject.version;
    report.date = QLocale().toString(QDateTime::fromMSecsSinceEpoch(subject.now / 1'000'000).date(),
                                     u"d MMM yyyy"_s);
    if (subject.statistics)
        report.dataRange = timeRange(subject.statistics->firstTime, subject.statistics->lastTime);
    report.contentHash = contentHash(subject);
    const QList<SectionKind> &all = allSections();
    const auto add = [&](const SectionKind &kind) {
        Section section = kind.build(subject);
        section.id = kind.id;
        section.name = kind.name;
        report.sections.push_back(std::move(section));
    };
    if (sections.isEmpty()) {
        for (const SectionKind &kind : all)
            add(kind);
        return report;
    }
    for (const QString &id : sections) {
        const auto kind = std::find_if(all.begin(), all.end(), [&id](const SectionKind &candidate) {
            return candidate.id == id;
        });
        if (kind != all.end())
            add(*kind);
    }
    return report;
}

} // namespace dramatis::report
