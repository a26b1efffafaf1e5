// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "core/capture/preview.h"
#include "core/capture/source_paths.h"
#include "core/jobs/latest_job.h"
#include "ui/pages/base/document_page.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace dramatis::ui {

/// A file that was named for import, and what is known of it.
struct ImportItem
{
    enum class State { Looking, Ready, Failed };

    QString path;
    std::int64_t bytes = 0;
    bool isFound = false; ///< in a folder that was named, not named itself
    State state = State::Looking;
    QString format;                                ///< as chosen; empty: as detected
    std::optional<capture::ColumnMapping> mapping; ///< of a table, as chosen; none: as guessed
    capture::PreviewPtr shown; ///< the last one there was, also while looking again
    Error error;               ///< of State::Failed
};

/// What the import page does, without widgets: looks at the files, all anew where an option changes
/// that bears on it, and says how they are to be imported. Every look reads the beginning of a file
/// only.
class ImportPresenter : public QObject
{
    Q_OBJECT

public:
    explicit ImportPresenter(const PageServices &services, QObject *parent = nullptr);
    ~ImportPresenter() override;

    /// Begins anew with these; of folders all files in them.
    void setFiles(const QStringList &paths);
    void addFiles(const QStringList &paths);
    void removeFile(std::size_t index);
    void clear();
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const ImportItem &item(std::size_t index) const { return m_entries[index]->item; }

    /// @param format  a reader's id or a format string; empty: as detected
    void setFormat(std::size_t index, const QString &format);
    /// Of a table: what its columns are.
    void setMapping(std::size_t index, const capture::ColumnMapping &mapping);
    /// Of all files whose stamps name no zone.
    void setZone(const capture::StampZone &zone);
    [[nodiscard]] const capture::StampZone &zone() const { return m_zone; }
    void setRule(traffic::ResourceRule rule) { m_rule = rule; }
    [[nodiscard]] traffic::ResourceRule rule() const { return m_rule; }
    /// What each rule makes of the first records of all files; empty while that is not known.
    [[nodiscard]] const std::vector<capture::RulePreview> &rules() const { return m_rules; }

    [[nodiscard]] bool isLooking() const;
    /// The files that can be imported.
    [[nodiscard]] QStringList importable() const;
    [[nodiscard]] std::int64_t bytes() const; ///< of all files together
    /// Format, zone and rule as chosen here; redaction is for the caller to add.
    [[nodiscard]] capture::ImportOptions options() const;
    /// Whether there is nothing to decide: every file is certainly of its format, says its zone,
    /// and nearly all of its first records could be read.
    [[nodiscard]] bool isPlain() const;

signals:
    /// Files came or went.
    void filesChanged();
    /// What is known of a file has changed.
    void fileChanged(std::size_t index);
    void rulesChanged();
    /// Every file was looked at.
    void looked();
    /// Folders could not be listed.
    void failed(const dramatis::Error &error);

private:
    struct Entry
    {
        explicit Entry(QObject *owner) : look(owner) {}
        ImportItem item;
        LatestJob<capture::PreviewPtr> look;
    };

    [[nodiscard]] std::size_t indexOf(const Entry &entry) const;
    void look(Entry &entry);
    void took(Entry &entry, Result<capture::PreviewPtr> shown);
    void countRules();
    [[nodiscard]] capture::FileOptions optionsOf(const ImportItem &item) const;

    PageServices m_services;
    std::vector<std::unique_ptr<Entry>> m_entries;
    LatestJob<std::vector<capture::SourcePath>> m_listing;
    LatestJob<std::vector<capture::RulePreview>> m_counting;
    std::vector<capture::RulePreview> m_rules;
    capture::StampZone m_zone;
    traffic::ResourceRule m_rule = traffic::ResourceRule::Automatic;
};

} // namespace dramatis::ui
