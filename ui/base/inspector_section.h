// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace dramatis::ui {

class ElidedLabel;

/// One fact: its name on the left, its value (or a control for it) on the right.
class PropertyRow : public QWidget
{
    Q_OBJECT

public:
    explicit PropertyRow(const QString &name, QWidget *parent = nullptr);

    /// @param toolTip  the reason if the value is unknown
    void setValue(const QString &value, const QString &toolTip = {});
    [[nodiscard]] QString value() const;
    /// A control in place of the text; the row takes it over, its name becomes the row's.
    void setControl(QWidget *control);

private:
    QLabel *m_name;
    ElidedLabel *m_value;
    QHBoxLayout *m_row;
};

/// A part of an inspector: heading, remark on the right, rows; a line divides it from the next.
class InspectorSection : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorSection(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Right of the heading: "36 h", "95 % intervals".
    void setAside(const QString &text);
    void setAside(QWidget *widget);
    PropertyRow *addRow(const QString &name, const QString &value = {});
    PropertyRow *addRow(const QString &name, QWidget *control);
    void addWidget(QWidget *widget);
    void addLayout(QLayout *layout);
    /// Small buttons side by side.
    void addButtons(const QList<QWidget *> &buttons);
    /// Removes rows and widgets; the heading stays.
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_aside;
    QHBoxLayout *m_headRow;
    QVBoxLayout *m_column;
};

/// A column of sections as an inspector has it: PageFrame::setInspector(inspector).
class Inspector : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);
    InspectorSection *addSection(const QString &title = {});
    void addWidget(QWidget *widget);
    /// Deletes all sections.
    void clear();

private:
    QVBoxLayout *m_column;
};

} // namespace dramatis::ui
