// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/comparison_columns.h"
#include "ui/pages/base/document_page.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace dramatis::ui {

class CaptureComparer;
class ErrorPanel;
class TableView;
class TimelinePlot;

/// Two captures beside one another: their requests and latencies since each began, and every
/// measure with its difference.
class CaptureComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit CaptureComparisonView(const PageServices &services, QWidget *parent = nullptr);

    /// Shows the captures of a document that can be chosen; the first one is `a`.
    void setDocument(Document *document, std::optional<CaptureId> a);
    /// Stops comparing: the view is not seen.
    void leave();

signals:
    void closeRequested();

private:
    void buildHead(QVBoxLayout *column);
    void fill(QComboBox *box, std::optional<CaptureId> chosen) const;
    void compare();
    void showDifferences(const traffic::CaptureComparison &comparison);

    CaptureComparer *m_comparer;
    Document *m_document = nullptr;
    QComboBox *m_a;
    QComboBox *m_b;
    QLabel *m_sentence;
    ErrorPanel *m_error;
    TimelinePlot *m_timeline;
    TableModel<ComparisonRow> *m_model;
    TableView *m_table;
};

} // namespace dramatis::ui
