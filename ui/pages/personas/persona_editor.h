// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/latest_job.h"
#include "core/persona/exporters.h"
#include "core/persona/persona.h"
#include "core/persona/regroup.h"
#include "core/project/edit.h"
#include "ui/pages/base/document_page.h"

#include <QObject>

#include <optional>
#include <vector>

namespace dramatis::ui {

class Document;

/// What a person changes of the current set: names, pins, figures, whose a window is, versions.
/// Each can be undone. And its ways out of the project and into it.
class PersonaEditor : public QObject
{
    Q_OBJECT

public:
    explicit PersonaEditor(const PageServices &services, QObject *parent = nullptr);

    void setDocument(Document *document);

    void rename(PersonaId id, const QString &name);
    void setPinned(PersonaId id, bool pinned);
    /// @param value  in the metric's unit; none: what was measured
    void setFigure(PersonaId id, const QString &metric, std::optional<double> value);
    /// Moves windows, in a worker; one at a time, a second one takes the place of the first.
    void regroup(const persona::Regrouping &change);
    /// Leaves the current set as it is; what follows goes to a new version after it.
    void keepVersion();

    /// @errors Io
    [[nodiscard]] Result<> exportSet(const QString &path) const;
    /// @param personas  empty: all
    /// @errors Io, those of persona::exported
    [[nodiscard]] Result<> exportLoad(const persona::Exporter &exporter,
                                      const std::vector<PersonaId> &personas,
                                      const QString &path) const;
    /// Reads personas of another project as the newest version of these.
    /// @errors Io, Format
    [[nodiscard]] Result<> importSet(const QString &path);

signals:
    void regroupingChanged(bool regrouping);
    void failed(const QString &what, const dramatis::Error &error);

private:
    [[nodiscard]] persona::PersonaSetPtr set() const; ///< the current one; null for none
    void perform(const project::Edit &edit, const QString &failure);
    /// Puts `set` into the project as the version after the current one, and chooses it.
    Result<> addVersion(persona::PersonaSet set, const QString &what);

    PageServices m_services;
    Document *m_document = nullptr;
    LatestJob<persona::PersonaSet> m_regrouping;
};

} // namespace dramatis::ui
