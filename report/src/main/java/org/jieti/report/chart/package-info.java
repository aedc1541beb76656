/// Charts as options for ECharts. Colours are names of the page's style sheet, so that one chart
/// fits light, dark and print.
@NullMarked
package org.jieti.report.chart;

import org.jspecify.annotations.NullMarked;
