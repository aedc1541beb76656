package org.jieti.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RadarChartTest {
    private static final List<RadarChart.Axis> AXES =
            List.of(
                    new RadarChart.Axis("愿景机制", "III"),
                    new RadarChart.Axis("Application ecosystem", "I"),
                    new RadarChart.Axis("数据管理", "II"));

    private static RadarChart chart(String name, List<Double> values) {
        return new RadarChart(
                AXES,
                List.of("I", "II", "III", "IV", "V"),
                5,
                List.of(new RadarChart.Line(name, RadarChart.Role.RESULT, values)));
    }

    private static JsonNode json(RadarChart chart) {
        return new JsonMapper().readTree(chart.json());
    }

    @Test
    void axes_and_values_go_round_with_the_clock_from_the_first() {
        JsonNode option = json(chart("x", List.of(3.5, 1.25, 2.0))).at("/option");
        assertThat(option.at("/radar/indicator/0/name").asString()).isEqualTo("愿景机制\nIII");
        assertThat(option.at("/radar/indicator/1/name").asString()).isEqualTo("数据管理\nII");
        assertThat(option.at("/series/0/data/0/value/1").doubleValue()).isEqualTo(2.0);
        assertThat(option.at("/series/0/data/0/value/2").doubleValue()).isEqualTo(1.25);
    }

    @Test
    void a_long_name_is_broken_and_ends_in_its_mark() {
        assertThat(
                        json(chart("x", List.of(1.0, 1.0, 1.0)))
                                .at("/option/radar/indicator/2/name")
                                .asString())
                .isEqualTo("Application\necosystem I");
    }

    @Test
    void rings_are_labelled_from_the_middle_out() {
        JsonNode chart = json(chart("x", List.of(1.0, 1.0, 1.0)));
        assertThat(chart.at("/rings/0").asString()).isEmpty();
        assertThat(chart.at("/rings/5").asString()).isEqualTo("V");
        assertThat(chart.at("/option/radar/splitNumber").intValue()).isEqualTo(5);
    }

    @Test
    void a_name_cannot_close_the_script_it_stands_in() {
        RadarChart chart = chart("</script><b>", List.of(1.0, 1.0, 1.0));
        assertThat(chart.json()).doesNotContain("<", ">");
        assertThat(json(chart).at("/option/series/0/data/0/name").asString())
                .isEqualTo("</script><b>");
    }

    @Test
    void a_line_with_too_few_values_is_refused() {
        assertThatThrownBy(() -> chart("x", List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 values for 3 axes");
    }
}
