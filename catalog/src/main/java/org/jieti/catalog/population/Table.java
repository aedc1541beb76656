package org.jieti.catalog.population;

import de.siegmar.fastcsv.reader.CsvRecord;

/// A table of a population, row by row after its heading.
sealed interface Table permits WideTable, LongTable {
    void row(CsvRecord row);

    /// There are no more rows.
    void end();
}
