// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/route_actions.h"

#include "ui/base/buttons.h"
#include "ui/base/failure_box.h"
#include "ui/base/icons.h"
#include "ui/models/table_view.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/route_dialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

RouteActions::RouteActions(CapturesPresenter &presenter,
                           TableView &view,
                           const TableModel<GroupRow> &operations,
                           QWidget &tools,
                           QThreadPool &pool)
    : QObject(&view)
    , m_presenter(presenter)
    , m_view(view)
    , m_operations(operations)
    , m_pool(pool)
    , m_edit(new QAction(icon(Icon::Rename), tr("Edit routes…"), this))
    , m_name(new QAction(icon(Icon::Rename), tr("Name this route…"), this))
    , m_keep(new QAction(tr("Do not fold this path"), this))
{
    m_edit->setObjectName(u"editRoutes"_s);
    m_edit->setToolTip(tr("Edit how paths are folded into routes: /users/42 into /users/{id}"));
    m_name->setToolTip(tr("Write a template that names this route"));
    m_keep->setToolTip(tr("Show each of its paths as an operation of its own"));
    for (QAction *action : {m_name, m_keep, m_edit})
        m_view.addAction(action);
    QToolButton *button = makeToolButton(m_edit, &tools); // the tabs beside it need the room
    if (auto *row = qobject_cast<QBoxLayout *>(tools.layout()))
        row->insertWidget(0, button);
    connect(m_edit, &QAction::triggered, this, &RouteActions::edit);
    connect(m_name, &QAction::triggered, this, &RouteActions::nameCurrent);
    connect(m_keep, &QAction::triggered, this, &RouteActions::keepCurrent);
    connect(&m_view, &TableView::currentRowChanged, this, &RouteActions::updateActions);
    connect(
        &m_presenter, &CapturesPresenter::statisticsChanged, this, &RouteActions::updateActions);
    updateActions();
}

std::optional<RouteActions::Named> RouteActions::current() const
{
    const project::CaptureRecord *record = m_presenter.capture();
    const int row = m_view.currentRow();
    if (!record || record->counted || row < 0 || row >= m_operations.rowCount())
        return std::nullopt;
    const traffic::RouteNames &routes = record->table->routes();
    const table::StringPool &operations = *record->table->pools().operations;
    Named named;
    named.name = m_operations.row(row).group.name;
    const StringId route = routes.names->find(named.name.toStdString());
    for (std::uint32_t id = 0; id < operations.size(); ++id) {
        if (route == table::StringPool::none() || routes.ofOperation[id] != route)
            continue;
        named.isFolded = operations.at(StringId{id}) != routes.names->at(route);
        named.isLearned = routes.takenBy.empty() || routes.takenBy[id] == traffic::kLearned;
        named.written =
            named.isLearned
                ? traffic::templateOfLearned(operations.at(StringId{id}), routes.names->at(route))
                : record->table->routeTemplates().at(routes.takenBy[id]).text;
        if (named.isFolded)
            break;
    }
    return named.written.isEmpty() ? std::nullopt : std::optional(named);
}

void RouteActions::edit()
{
    openDialog(std::nullopt);
}

void RouteActions::nameCurrent()
{
    if (const auto named = current())
        openDialog(named);
}

/// A template that keeps what it takes: of a learned route one more, else in the place of the one
/// that folds.
void RouteActions::keepCurrent()
{
    const auto named = current();
    if (!named)
        return;
    const QString kept =
        named->written.startsWith(u'=') ? named->written : QString(u'=' + named->written);
    QStringList texts = m_presenter.capture()->table->routeTemplates().texts();
    if (named->isLearned)
        texts.append(kept);
    else
        texts[texts.indexOf(named->written)] = kept;
    auto templates = traffic::RouteTemplates::parse(texts);
    if (templates)
        m_presenter.setRoutes(*std::move(templates));
    else
        showFailure(&m_view, tr("This path cannot be kept as it is."), templates.error());
}

void RouteActions::openDialog(const std::optional<Named> &named)
{
    const project::CaptureRecord *record = m_presenter.capture();
    if (!record || record->counted)
        return;
    const traffic::ExchangeTablePtr table = record->table;
    RouteEditor editor(table, record->summary.redacted, m_pool);
    RouteDialog dialog(editor, m_view.window());
    if (named && named->isLearned)
        dialog.write(named->written);
    else if (named)
        dialog.choose(named->written);
    if (dialog.exec() != QDialog::Accepted || editor.templates() == table->routeTemplates())
        return;
    if (const project::CaptureRecord *now = m_presenter.capture(); now && now->table == table)
        m_presenter.setRoutes(editor.templates());
}

void RouteActions::updateActions()
{
    const project::CaptureRecord *record = m_presenter.capture();
    m_edit->setEnabled(record && !record->counted);
    const auto named = current();
    m_name->setEnabled(named.has_value());
    m_keep->setEnabled(named && named->isFolded);
}

} // namespace dramatis::ui
