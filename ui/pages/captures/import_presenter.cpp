// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/import_presenter.h"

#include <QFileInfo>

#include <algorithm>

namespace dramatis::ui {

namespace {

/// Above this share of first records that cannot be read, a person should see them first.
constexpr double kFewSkipped = 0.05;

} // namespace

ImportPresenter::ImportPresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_listing(this)
    , m_counting(this)
{}

ImportPresenter::~ImportPresenter() = default;

void ImportPresenter::setFiles(const QStringList &paths)
{
    clear();
    addFiles(paths);
}

void ImportPresenter::clear()
{
    m_listing.cancel();
    m_counting.cancel();
    m_entries.clear();
    m_rules.clear();
    m_zone = {};
    m_rule = traffic::ResourceRule::Automatic;
    emit filesChanged();
}

void ImportPresenter::addFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    // Folders can be large and far away: they are listed in a worker.
    const auto list = [paths](JobControl &) { return capture::sourcePaths(paths); };
    m_listing.start(
        &m_services.pool, list, [this](Result<std::vector<capture::SourcePath>> sources) {
            if (!sources) {
                emit failed(sources.error());
                return;
            }
            const std::size_t before = m_entries.size();
            for (const auto &[path, isFound] : *sources) {
                const bool isThere = std::any_of(
                    m_entries.begin(), m_entries.end(), [&path = path](const auto &entry) {
                        return entry->item.path == path;
                    });
                if (isThere)
                    continue;
                auto entry = std::make_unique<Entry>(this);
                entry->item.path = path;
                entry->item.isFound = isFound;
                entry->item.bytes = QFileInfo(path).size();
                m_entries.push_back(std::move(entry));
            }
            emit filesChanged();
            for (std::size_t i = before; i < m_entries.size(); ++i)
                look(*m_entries[i]);
            if (before == m_entries.size() && !isLooking())
                emit looked();
        });
}

void ImportPresenter::removeFile(std::size_t index)
{
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(index));
    emit filesChanged();
    if (!isLooking())
        countRules();
}

void ImportPresenter::setFormat(std::size_t index, const QString &format)
{
    Entry &entry = *m_entries[index];
    if (entry.item.format == format && entry.item.state != ImportItem::State::Failed)
        return;
    entry.item.format = format;
    entry.item.mapping.reset();
    look(entry);
}

void ImportPresenter::setMapping(std::size_t index, const capture::ColumnMapping &mapping)
{
    Entry &entry = *m_entries[index];
    entry.item.mapping = mapping;
    look(entry);
}

void ImportPresenter::setZone(const capture::StampZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    for (const auto &entry : m_entries)
        if (entry->item.shown && entry->item.shown->takesZone)
            look(*entry);
}

void ImportPresenter::look(Entry &entry)
{
    entry.item.state = ImportItem::State::Looking;
    const auto work = [path = entry.item.path, options = optionsOf(entry.item)](
                          JobControl &job) -> Result<capture::PreviewPtr> {
        DRAMATIS_TRY(capture::Preview shown, capture::preview(path, options, job));
        return std::make_shared<const capture::Preview>(std::move(shown));
    };
    entry.look.start(&m_services.pool, work, [this, &entry](Result<capture::PreviewPtr> shown) {
        took(entry, std::move(shown));
    });
    emit fileChanged(indexOf(entry));
}

std::size_t ImportPresenter::indexOf(const Entry &entry) const
{
    const auto at = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const auto &one) { return one.get() == &entry; });
    return static_cast<std::size_t>(at - m_entries.begin());
}

void ImportPresenter::took(Entry &entry, Result<capture::PreviewPtr> shown)
{
    if (shown) {
        entry.item.shown = *std::move(shown);
        entry.item.state = ImportItem::State::Ready;
    } else {
        entry.item.shown.reset();
        entry.item.error = std::move(shown).error();
        entry.item.state = ImportItem::State::Failed;
    }
    emit fileChanged(indexOf(entry));
    if (isLooking())
        return;
    countRules();
    emit looked();
}

void ImportPresenter::countRules()
{
    std::vector<capture::PreviewPtr> previews;
    for (const auto &entry : m_entries)
        if (entry->item.shown)
            previews.push_back(entry->item.shown);
    const auto work = [previews = std::move(previews)](JobControl &job) {
        return capture::previewRules(previews, job);
    };
    m_counting.start(
        &m_services.pool, work, [this](Result<std::vector<capture::RulePreview>> rules) {
            // Without them the choice shows no numbers, which is no failure of the page.
            m_rules = rules ? *std::move(rules) : std::vector<capture::RulePreview>();
            emit rulesChanged();
        });
}

bool ImportPresenter::isLooking() const
{
    return m_listing.isRunning()
           || std::any_of(m_entries.begin(), m_entries.end(), [](const auto &entry) {
                  return entry->item.state == ImportItem::State::Looking;
              });
}

QStringList ImportPresenter::importable() const
{
    QStringList paths;
    for (const auto &entry : m_entries)
        if (entry->item.shown && entry->item.shown->exchanges > 0)
            paths.append(entry->item.path);
    return paths;
}

std::int64_t ImportPresenter::bytes() const
{
    std::int64_t sum = 0;
    for (const auto &entry : m_entries)
        sum += entry->item.bytes;
    return sum;
}

capture::FileOptions ImportPresenter::optionsOf(const ImportItem &item) const
{
    capture::FileOptions options;
    options.format = item.format;
    options.read.zone = m_zone;
    options.read.mapping = item.mapping;
    return options;
}

capture::ImportOptions ImportPresenter::options() const
{
    capture::ImportOptions options;
    options.read.zone = m_zone;
    options.rule = m_rule;
    for (const auto &entry : m_entries)
        if (!entry->item.format.isEmpty() || entry->item.mapping)
            options.perFile[entry->item.path] = optionsOf(entry->item);
    return options;
}

bool ImportPresenter::isPlain() const
{
    return !m_entries.empty()
           && std::all_of(m_entries.begin(),
                          m_entries.end(),
                          [](const auto &entry) {
                              const ImportItem &item = entry->item;
                              if (item.state == ImportItem::State::Failed)
                                  return item.isFound; // passed over, and said so
                              return item.shown
                                     && item.shown->confidence == capture::Confidence::Certain
                                     && !item.shown->takesZone
                                     && double(item.shown->skipped)
                                            <= kFewSkipped * double(item.shown->rows.size());
                          })
           && !importable().isEmpty();
}

} // namespace dramatis::ui
