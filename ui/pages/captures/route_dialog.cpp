// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/route_dialog.h"

#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/pane_header.h"
#include "ui/base/state_label.h"
#include "ui/models/table_view.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

enum Column { TemplateColumn, OperationsColumn, ExchangesColumn, ColumnCount };

/// Hands over each letter as it is typed; Escape gives back what was there before.
class TypingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor)) {
            line->setProperty("before", index.data(Qt::EditRole));
            line->setPlaceholderText(RouteDialog::tr("/users/{user}"));
            line->setAccessibleName(RouteDialog::tr("Route template"));
            auto *self = const_cast<TypingDelegate *>(this); // a delegate's editors are made const
            connect(
                line, &QLineEdit::textEdited, self, [self, line] { emit self->commitData(line); });
        }
        return editor;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        // What was just typed comes back: the cursor stays where it is.
        const auto *line = qobject_cast<QLineEdit *>(editor);
        if (!line || line->text() != index.data(Qt::EditRole).toString())
            QStyledItemDelegate::setEditorData(editor, index);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *line = qobject_cast<QLineEdit *>(watched);
        const bool isEscape = event->type() == QEvent::KeyPress
                              && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (line && isEscape) {
            line->setText(line->property("before").toString());
            emit commitData(line);
        }
        return QStyledItemDelegate::eventFilter(watched, event);
    }
};

QString figure(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

std::vector<TableColumn<traffic::LearnedRoute>> learnedColumns()
{
    using Route = traffic::LearnedRoute;
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    std::vector<TableColumn<Route>> columns;
    columns.push_back({u"route"_s,
                       RouteDialog::tr("Route"),
                       {},
                       Qt::AlignLeft | Qt::AlignVCenter,
                       [](const Route &route) { return route.name; },
                       [](const Route &route) { return QVariant(route.name); }});
    columns.push_back({u"operations"_s,
                       RouteDialog::tr("Operations"),
                       RouteDialog::tr("How many different operations are named so"),
                       right,
                       [](const Route &route) { return figure(route.operations); },
                       [](const Route &route) { return QVariant(qulonglong(route.operations)); }});
    columns.push_back({u"exchanges"_s,
                       RouteDialog::tr("Exchanges"),
                       {},
                       right,
                       [](const Route &route) { return figure(route.exchanges); },
                       [](const Route &route) { return QVariant(qulonglong(route.exchanges)); }});
    columns.push_back({u"examples"_s,
                       RouteDialog::tr("For example"),
                       RouteDialog::tr("Operations that are named so, the most used first"),
                       Qt::AlignLeft | Qt::AlignVCenter,
                       [](const Route &route) {
                           constexpr qsizetype kLongest = 60;
                           const QString all = route.examples.join(u"  ");
                           return all.size() <= kLongest ? all : QString(all.left(kLongest) + u'…');
                       },
                       [](const Route &route) { return QVariant(route.examples.join(u' ')); }});
    return columns;
}

} // namespace

RouteDialog::RouteDialog(RouteEditor &editor, QWidget *parent) : QDialog(parent), m_editor(editor)
{
    setWindowTitle(tr("Routes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    auto *hint = new QLabel(
        tr("{name} stands for one part of a path, {name:id} for one that looks like an identifier, "
           "** for all that follows. A path without them stays as it is; so does all that a "
           "template takes that begins with =. The more specific template goes first."),
        this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Secondary);
    column->addWidget(hint);
    buildTemplates();
    column->addWidget(m_rows, 2);
    m_problem = new StateLabel(State::Critical, {}, this);
    m_problem->setWrapped(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(m_buttons);
    buildLearned();
    column->addWidget(m_header);
    column->addWidget(m_view, 3);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = box->button(QDialogButtonBox::Ok);
    setButtonRole(m_ok, ButtonRole::Primary);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(box);
    connect(&m_editor, &RouteEditor::rowsChanged, this, &RouteDialog::fillRows);
    connect(&m_editor, &RouteEditor::textChanged, this, &RouteDialog::showRows);
    connect(&m_editor, &RouteEditor::counted, this, &RouteDialog::showRows);
    connect(&m_editor, &RouteEditor::counted, this, &RouteDialog::showLearned);
    connect(&m_editor, &RouteEditor::failed, this, [this](const Error &error) {
        m_header->setCount(tr("could not be counted: %1").arg(error.message));
    });
    fillRows();
    showLearned();
    resize(920, 680);
    m_rows->setFocus();
}

void RouteDialog::buildTemplates()
{
    m_rows = new QTableWidget(0, ColumnCount, this);
    m_rows->setObjectName(u"routeTemplates"_s);
    m_rows->setAccessibleName(tr("Route templates"));
    m_rows->setHorizontalHeaderLabels({tr("Template"), tr("Operations"), tr("Exchanges")});
    m_rows->horizontalHeader()->setHighlightSections(false);
    m_rows->horizontalHeader()->setSectionResizeMode(TemplateColumn, QHeaderView::Stretch);
    m_rows->horizontalHeader()->setSectionResizeMode(OperationsColumn,
                                                     QHeaderView::ResizeToContents);
    m_rows->horizontalHeader()->setSectionResizeMode(ExchangesColumn,
                                                     QHeaderView::ResizeToContents);
    m_rows->horizontalHeaderItem(TemplateColumn)
        ->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->verticalHeader()->hide();
    m_rows->setItemDelegate(new TypingDelegate(m_rows));
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rows->setTextElideMode(Qt::ElideMiddle);
    m_rows->setShowGrid(false);
    m_rows->setWordWrap(false);
    m_rows->setTabKeyNavigation(false);
    connect(m_rows, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (!m_isFilling && item->column() == TemplateColumn)
            m_editor.setText(item->row(), item->text());
    });
    connect(m_rows, &QTableWidget::currentCellChanged, this, &RouteDialog::updateButtons);

    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QPushButton *add = addButton(tr("Add"), tr("Write a new template"));
    connect(add, &QPushButton::clicked, this, [this] { write({}); });
    m_remove = addButton(tr("Remove"), tr("Remove the chosen template"));
    connect(
        m_remove, &QPushButton::clicked, this, [this] { m_editor.remove(m_rows->currentRow()); });
    const QString order = tr("The order decides between templates that are equally specific");
    const auto moveBy = [this](int by) {
        const int from = m_rows->currentRow();
        m_editor.move(from, by);
        m_rows->setCurrentCell(from + by, TemplateColumn);
    };
    m_up = addButton(tr("Move up"), order);
    connect(m_up, &QPushButton::clicked, this, [moveBy] { moveBy(-1); });
    m_down = addButton(tr("Move down"), order);
    connect(m_down, &QPushButton::clicked, this, [moveBy] { moveBy(1); });
    row->addStretch();
    m_reset = addButton(tr("Reset to learned"), tr("Remove all templates"));
    connect(m_reset, &QPushButton::clicked, &m_editor, &RouteEditor::clear);
}

QPushButton *RouteDialog::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    setButtonRole(button, ButtonRole::Plain, true);
    m_buttons->layout()->addWidget(button);
    return button;
}

void RouteDialog::buildLearned()
{
    m_header = new PaneHeader(tr("Learned routes"), this);
    m_learned = new TableModel<traffic::LearnedRoute>(learnedColumns(), this);
    m_view = new TableView(tr("Learned routes"), this);
    m_view->setTable(m_learned, 2);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_name = new QPushButton(tr("Name this route"), m_header);
    m_name->setToolTip(tr("Write a template that takes what the chosen route does"));
    m_name->setAutoDefault(false);
    setButtonRole(m_name, ButtonRole::Plain, true);
    m_header->addWidget(m_name);
    m_header->addWidget(m_view->makeTools(m_header));
    connect(m_name, &QPushButton::clicked, this, &RouteDialog::writeLearned);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &RouteDialog::writeLearned);
    connect(m_view, &TableView::currentRowChanged, this, &RouteDialog::updateButtons);
}

void RouteDialog::write(const QString &text)
{
    m_editor.add(text);
    const int row = m_rows->rowCount() - 1;
    m_rows->setCurrentCell(row, TemplateColumn);
    m_rows->setFocus();
    m_rows->editItem(m_rows->item(row, TemplateColumn));
}

void RouteDialog::choose(const QString &text)
{
    const auto &rows = m_editor.rows();
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const RouteEditor::Row &row) { return row.text == text; });
    if (found == rows.end())
        write(text);
    else
        m_rows->setCurrentCell(static_cast<int>(found - rows.begin()), TemplateColumn);
}

void RouteDialog::writeLearned()
{
    const int row = m_view->currentRow();
    if (row >= 0 && !m_learned->row(row).written.isEmpty())
        write(m_learned->row(row).written);
}

/// The table has the editor's rows again; the current one stays, as far as it is there.
void RouteDialog::fillRows()
{
    const int current = m_rows->currentRow();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_rows->setRowCount(0);
        m_rows->setRowCount(static_cast<int>(m_editor.rows().size()));
        for (int row = 0; row < m_rows->rowCount(); ++row) {
            m_rows->setItem(row, TemplateColumn, new QTableWidgetItem);
            for (const int column : {OperationsColumn, ExchangesColumn}) {
                auto *item = new QTableWidgetItem;
                item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
                m_rows->setItem(row, column, item);
            }
        }
    }
    showRows();
    if (m_rows->rowCount() > 0)
        m_rows->setCurrentCell(std::clamp(current, 0, m_rows->rowCount() - 1), TemplateColumn);
}

/// Texts, figures and what is wrong; nothing is made anew, so an open editor stays open.
void RouteDialog::showRows()
{
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const auto &rows = m_editor.rows();
    QString problem;
    for (int i = 0; i < m_rows->rowCount(); ++i) {
        const RouteEditor::Row &row = rows[static_cast<std::size_t>(i)];
        QTableWidgetItem *item = m_rows->item(i, TemplateColumn);
        item->setText(row.text);
        item->setToolTip(row.problem.isEmpty() ? row.text : row.problem);
        item->setIcon(row.problem.isEmpty() ? QIcon() : stateIcon(State::Critical));
        item->setData(Qt::AccessibleDescriptionRole, row.problem);
        m_rows->item(i, OperationsColumn)
            ->setText(row.use ? figure(row.use->operations) : QString());
        m_rows->item(i, ExchangesColumn)->setText(row.use ? figure(row.use->exchanges) : QString());
        if (!row.problem.isEmpty() && (problem.isEmpty() || i == m_rows->currentRow()))
            problem = row.problem;
    }
    m_problem->setState(State::Critical, problem);
    m_problem->setVisible(!problem.isEmpty());
    updateButtons();
}

void RouteDialog::showLearned()
{
    if (!m_editor.learned()) {
        m_header->setCount(tr("are being counted…"));
        return;
    }
    m_learned->setSnapshot(m_editor.learned());
    m_header->setCount(figure(m_editor.learned()->size()));
    updateButtons();
}

void RouteDialog::updateButtons()
{
    const int row = m_rows->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_rows->rowCount());
    m_reset->setEnabled(m_rows->rowCount() > 0);
    const int learned = m_view->currentRow();
    m_name->setEnabled(learned >= 0 && !m_learned->row(learned).written.isEmpty());
    m_ok->setEnabled(!m_editor.hasProblems());
    m_ok->setToolTip(m_ok->isEnabled() ? QString() : tr("A template cannot be used"));
}

} // namespace dramatis::ui
