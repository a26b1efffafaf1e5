// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/base/document_page.h"

// Only the meta object of the signals is to be compiled.
#include "moc_document_page.cpp"
