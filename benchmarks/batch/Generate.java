import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.Rating;

/// Writes a table of answers of invented units: every criterion of a model for each, but for a few
/// left open, with insufficient evidence, or not applicable. The same seed gives the same file.
///
/// Arguments: folder of models, model, number of units, seed, file to write.
final class Generate {
    private static final String[] GROUPS = {"省级（虚构）", "地市级（虚构）", "县区级（虚构）"};

    private final RandomGenerator random;
    private final MaturityModel model;
    private final StringBuilder text = new StringBuilder();

    private Generate(RandomGenerator random, MaturityModel model) {
        this.random = random;
        this.model = model;
    }

    public static void main(String[] arguments) throws Exception {
        MaturityModel model =
                switch (new Catalog(Path.of(arguments[0])).modelNamed(arguments[1])) {
                    case Parsed.Ok<MaturityModel> ok -> ok.value();
                    case Parsed.Invalid<MaturityModel> invalid ->
                            throw new IllegalArgumentException(invalid.findings().toString());
                };
        int units = Integer.parseInt(arguments[2]);
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(Long.parseLong(arguments[3]));
        Generate generate = new Generate(random, model);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[4]))) {
            out.write("unit,item,rating,value,measure_unit,reason,name,region,peerGroup,asOf\n");
            for (int i = 1; i <= units; i++) {
                generate.text.setLength(0);
                generate.unit(i);
                out.append(generate.text);
            }
        }
    }

    private void unit(int number) {
        String id = "u%04d".formatted(number);
        String details =
                "虚构单位 %d,虚构省 %d,%s,2026-06-30"
                        .formatted(number, number % 31 + 1, GROUPS[number % GROUPS.length]);
        double maturity = 1 + 4 * random.nextDouble();
        List<Rating> ratings = model.ratings().ratings();
        boolean first = true;
        boolean excluded = false;
        for (Criterion criterion : model.criteria()) {
            double chance = random.nextDouble();
            if (criterion.kind() == CriterionKind.METRIC || chance < 0.02) {
                continue;
            }
            String answer;
            if (chance < 0.03) {
                answer = "insufficient,,,材料不足";
            } else if (chance < 0.04 && criterion.mayBeNotApplicable() && !excluded) {
                answer = "na,,,无此职能";
                excluded = true;
            } else {
                double behind = criterion.level() - maturity + random.nextGaussian();
                int step = Math.clamp((int) Math.floor(behind + 1), 0, ratings.size() - 1);
                answer = ratings.get(step).id() + ",,,";
            }
            row(id, criterion.id().value(), answer, first ? details : ",,,");
            first = false;
        }
        for (Measure measure : model.measures()) {
            double most = Math.min(measure.most(), measure.least() + 100);
            double value = measure.least() + random.nextDouble() * (most - measure.least());
            row(
                    id,
                    measure.id().value(),
                    ",%.2f,%s,".formatted(value, measure.unit()),
                    first ? details : ",,,");
            first = false;
        }
    }

    private void row(String unit, String item, String answer, String details) {
        text.append(unit).append(',').append(item).append(',').append(answer);
        text.append(',').append(details).append('\n');
    }
}
