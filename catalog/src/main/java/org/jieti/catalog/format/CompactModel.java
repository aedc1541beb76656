package org.jieti.catalog.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Level;
import org.jieti.core.model.Limit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Overall;
import org.jieti.core.model.PointsRule;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Scope;
import org.jieti.core.model.Standing;
import org.jieti.core.model.StartState;
import org.jieti.core.model.Text;
import org.jieti.core.model.Variation;
import org.jieti.core.model.Veto;
import org.jspecify.annotations.Nullable;

/// The compact form of a checked model: its values one after the other, without names. A model in
/// this form is read several times as fast as from JSON, at every start of the command line.
///
/// Each part is written and read by a pair of methods that keep the same order. The form is no
/// format to keep: what was written is read by the same build.
@SuppressWarnings("EnumOrdinal") // the same build reads what it wrote
public final class CompactModel {
    /// One more whenever the form changes.
    private static final int FORM = 2;

    private CompactModel() {}

    public static byte[] written(MaturityModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(FORM);
            model(model, out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Model " + model.id() + " has no compact form.", e);
        }
    }

    /// The model that was written.
    ///
    /// Null if another build wrote it, or it ends too early.
    public static @Nullable MaturityModel read(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return in.readInt() == FORM ? model(in) : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static void model(MaturityModel model, DataOutput out) throws IOException {
        out.writeUTF(model.id().toString());
        variation(model.variation(), out);
        text(model.name(), out);
        text(model.summary(), out);
        text(model.disclaimer(), out);
        list(model.levels(), CompactModel::level, out);
        list(model.ratings().ratings(), CompactModel::rating, out);
        list(model.measures(), CompactModel::measure, out);
        list(model.domains(), CompactModel::domain, out);
        out.writeBoolean(model.grading() != null);
        if (model.grading() != null) {
            grading(model.grading(), out);
        }
        out.writeDouble(model.notApplicableCap());
        out.writeByte(model.effortCost().size());
        for (Map.Entry<Effort, Integer> effort : new TreeMap<>(model.effortCost()).entrySet()) {
            out.writeByte(effort.getKey().ordinal());
            out.writeInt(effort.getValue());
        }
    }

    private static MaturityModel model(DataInput in) throws IOException {
        ModelId id = ModelId.parse(in.readUTF());
        Variation variation = variation(in);
        Text name = text(in);
        Text summary = text(in);
        Text disclaimer = text(in);
        List<Level> levels = list(in, CompactModel::level);
        List<Rating> ratings = list(in, CompactModel::rating);
        List<Measure> measures = list(in, CompactModel::measure);
        List<Domain> domains = list(in, CompactModel::domain);
        Grading grading = in.readBoolean() ? grading(in) : null;
        double cap = in.readDouble();
        Map<Effort, Integer> effortCost = new HashMap<>();
        for (int left = in.readByte(); left > 0; left--) {
            effortCost.put(EFFORTS[in.readByte()], in.readInt());
        }
        return new MaturityModel(
                id,
                variation,
                name,
                summary,
                disclaimer,
                levels,
                new RatingScale(ratings),
                measures,
                domains,
                grading,
                cap,
                effortCost);
    }

    private static void variation(@Nullable Variation variation, DataOutput out)
            throws IOException {
        out.writeUTF(variation == null ? "" : variation.of().toString());
        if (variation != null) {
            list(variation.changes(), CompactModel::change, out);
        }
    }

    private static @Nullable Variation variation(DataInput in) throws IOException {
        String of = in.readUTF();
        return of.isEmpty()
                ? null
                : new Variation(ModelId.parse(of), list(in, CompactModel::change));
    }

    private static void change(Variation.Change change, DataOutput out) throws IOException {
        out.writeByte(change.kind().ordinal());
        out.writeUTF(change.at());
    }

    private static Variation.Change change(DataInput in) throws IOException {
        return new Variation.Change(KINDS_OF_CHANGE[in.readByte()], in.readUTF());
    }

    private static void level(Level level, DataOutput out) throws IOException {
        out.writeByte(level.number());
        out.writeUTF(level.code());
        text(level.name(), out);
        text(level.meaning(), out);
    }

    private static Level level(DataInput in) throws IOException {
        return new Level(in.readByte(), in.readUTF(), text(in), text(in));
    }

    private static void rating(Rating rating, DataOutput out) throws IOException {
        out.writeUTF(rating.id());
        text(rating.name(), out);
        out.writeDouble(rating.fulfilment());
    }

    private static Rating rating(DataInput in) throws IOException {
        return new Rating(in.readUTF(), text(in), in.readDouble());
    }

    private static void measure(Measure measure, DataOutput out) throws IOException {
        out.writeUTF(measure.id().value());
        text(measure.name(), out);
        text(measure.asks(), out);
        out.writeUTF(measure.unit());
        out.writeByte(measure.direction().ordinal());
        out.writeDouble(measure.least());
        out.writeDouble(measure.most());
        out.writeByte(measure.bands().size());
        for (Map.Entry<String, Band> band : new TreeMap<>(measure.bands()).entrySet()) {
            out.writeUTF(band.getKey());
            out.writeByte(band.getValue().limit().side().ordinal());
            out.writeDouble(band.getValue().limit().value());
            list(band.getValue().credit(), CompactModel::credit, out);
            out.writeByte(band.getValue().standing().ordinal());
        }
    }

    private static Measure measure(DataInput in) throws IOException {
        MeasureId id = new MeasureId(in.readUTF());
        Text name = text(in);
        Text asks = text(in);
        String unit = in.readUTF();
        Direction direction = DIRECTIONS[in.readByte()];
        double least = in.readDouble();
        double most = in.readDouble();
        Map<String, Band> bands = new HashMap<>();
        for (int left = in.readByte(); left > 0; left--) {
            String band = in.readUTF();
            Limit limit = new Limit(SIDES[in.readByte()], in.readDouble());
            List<Band.Credit> credit = list(in, CompactModel::credit);
            bands.put(band, new Band(limit, credit, STANDINGS[in.readByte()]));
        }
        return new Measure(id, name, asks, unit, direction, least, most, bands);
    }

    private static void credit(Band.Credit credit, DataOutput out) throws IOException {
        out.writeDouble(credit.at());
        out.writeDouble(credit.fulfilment());
    }

    private static Band.Credit credit(DataInput in) throws IOException {
        return new Band.Credit(in.readDouble(), in.readDouble());
    }

    private static void domain(Domain domain, DataOutput out) throws IOException {
        out.writeUTF(domain.id().value());
        text(domain.name(), out);
        optionalText(domain.alsoCalled(), out);
        text(domain.covers(), out);
        out.writeByte(domain.statements().size());
        for (Map.Entry<Integer, Text> statement : new TreeMap<>(domain.statements()).entrySet()) {
            out.writeByte(statement.getKey());
            text(statement.getValue(), out);
        }
        list(domain.children(), CompactModel::node, out);
    }

    private static Domain domain(DataInput in) throws IOException {
        NodeId id = new NodeId(in.readUTF());
        Text name = text(in);
        Text alsoCalled = optionalText(in);
        Text covers = text(in);
        Map<Integer, Text> statements = new HashMap<>();
        for (int left = in.readByte(); left > 0; left--) {
            statements.put((int) in.readByte(), text(in));
        }
        return new Domain(id, name, alsoCalled, covers, statements, list(in, CompactModel::node));
    }

    private static void node(Node node, DataOutput out) throws IOException {
        switch (node) {
            case Indicator indicator -> {
                out.writeBoolean(false);
                indicator(indicator, out);
            }
            case Criterion criterion -> {
                out.writeBoolean(true);
                criterion(criterion, out);
            }
            case Domain domain ->
                    throw new IllegalArgumentException("%s stands beneath.".formatted(domain.id()));
        }
    }

    private static Node node(DataInput in) throws IOException {
        return in.readBoolean() ? criterion(in) : indicator(in);
    }

    private static void indicator(Indicator indicator, DataOutput out) throws IOException {
        out.writeUTF(indicator.id().value());
        text(indicator.name(), out);
        text(indicator.asks(), out);
        out.writeByte(indicator.standing().ordinal());
        out.writeByte(indicator.points() == null ? NONE : indicator.points().ordinal());
        out.writeBoolean(indicator.start() != null);
        if (indicator.start() != null) {
            text(indicator.start().text(), out);
            list(indicator.start().source(), CompactModel::string, out);
        }
        list(indicator.children(), CompactModel::node, out);
    }

    private static Indicator indicator(DataInput in) throws IOException {
        NodeId id = new NodeId(in.readUTF());
        Text name = text(in);
        Text asks = text(in);
        Standing standing = STANDINGS[in.readByte()];
        int points = in.readByte();
        StartState start =
                in.readBoolean() ? new StartState(text(in), list(in, CompactModel::string)) : null;
        return new Indicator(
                id,
                name,
                asks,
                standing,
                points == NONE ? null : POINTS_RULES[points],
                start,
                list(in, CompactModel::node));
    }

    private static void criterion(Criterion criterion, DataOutput out) throws IOException {
        out.writeUTF(criterion.id().value());
        text(criterion.name(), out);
        out.writeByte(criterion.level());
        out.writeByte(criterion.kind().ordinal());
        out.writeByte(criterion.effort().ordinal());
        list(criterion.source(), CompactModel::string, out);
        out.writeByte(criterion.standing().ordinal());
        out.writeBoolean(criterion.mayBeNotApplicable());
        out.writeBoolean(criterion.mandatory());
        Veto veto = criterion.veto();
        out.writeBoolean(veto != null);
        if (veto != null) {
            out.writeByte(veto.cap());
            out.writeByte(veto.scope().ordinal());
        }
        MeasureBand reading = criterion.reading();
        out.writeBoolean(reading != null);
        if (reading != null) {
            out.writeUTF(reading.measure().value());
            out.writeUTF(reading.band());
        }
        Double points = criterion.statedPoints();
        out.writeBoolean(points != null);
        if (points != null) {
            out.writeDouble(points);
        }
    }

    private static Criterion criterion(DataInput in) throws IOException {
        return new Criterion(
                new NodeId(in.readUTF()),
                text(in),
                in.readByte(),
                KINDS[in.readByte()],
                EFFORTS[in.readByte()],
                list(in, CompactModel::string),
                STANDINGS[in.readByte()],
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean() ? new Veto(in.readByte(), SCOPES[in.readByte()]) : null,
                in.readBoolean()
                        ? new MeasureBand(new MeasureId(in.readUTF()), in.readUTF())
                        : null,
                in.readBoolean() ? in.readDouble() : null);
    }

    private static void grading(Grading grading, DataOutput out) throws IOException {
        list(grading.presets(), CompactModel::preset, out);
        out.writeDouble(grading.satisfied());
        out.writeByte(grading.spread());
        out.writeByte(grading.overall().ordinal());
    }

    private static Grading grading(DataInput in) throws IOException {
        return new Grading(
                list(in, CompactModel::preset),
                in.readDouble(),
                in.readByte(),
                OVERALLS[in.readByte()]);
    }

    private static void preset(Preset preset, DataOutput out) throws IOException {
        out.writeByte(
                switch (preset) {
                    case Preset.Share _ -> 0;
                    case Preset.Staged _ -> 1;
                    case Preset.BandOfScore _ -> 2;
                });
        out.writeUTF(preset.id());
        text(preset.name(), out);
        out.writeDouble(preset instanceof Preset.Share share ? share.threshold() : 0);
    }

    private static Preset preset(DataInput in) throws IOException {
        int rule = in.readByte();
        String id = in.readUTF();
        Text name = text(in);
        double threshold = in.readDouble();
        return switch (rule) {
            case 0 -> new Preset.Share(id, name, threshold);
            case 1 -> new Preset.Staged(id, name);
            case 2 -> new Preset.BandOfScore(id, name);
            default -> throw new IOException("No rule of a preset has the number " + rule);
        };
    }

    private static void string(String string, DataOutput out) throws IOException {
        out.writeUTF(string);
    }

    private static String string(DataInput in) throws IOException {
        return in.readUTF();
    }

    private static void text(Text text, DataOutput out) throws IOException {
        out.writeUTF(text.zh());
        out.writeUTF(text.en());
    }

    private static Text text(DataInput in) throws IOException {
        return new Text(in.readUTF(), in.readUTF());
    }

    private static void optionalText(@Nullable Text text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(text, out);
        }
    }

    private static @Nullable Text optionalText(DataInput in) throws IOException {
        return in.readBoolean() ? text(in) : null;
    }

    private interface Write<T> {
        void one(T value, DataOutput out) throws IOException;
    }

    private static <T> void list(List<T> values, Write<T> write, DataOutput out)
            throws IOException {
        out.writeShort(values.size());
        for (T value : values) {
            write.one(value, out);
        }
    }

    private interface Read<T> {
        T one(DataInput in) throws IOException;
    }

    private static <T> List<T> list(DataInput in, Read<T> read) throws IOException {
        int size = in.readShort();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read.one(in));
        }
        return values;
    }

    /// Stands for a points rule where there is none.
    private static final int NONE = -1;

    private static final CriterionKind[] KINDS = CriterionKind.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Effort[] EFFORTS = Effort.values();
    private static final Variation.Kind[] KINDS_OF_CHANGE = Variation.Kind.values();
    private static final Overall[] OVERALLS = Overall.values();
    private static final PointsRule[] POINTS_RULES = PointsRule.values();
    private static final Scope[] SCOPES = Scope.values();
    private static final Limit.Side[] SIDES = Limit.Side.values();
    private static final Standing[] STANDINGS = Standing.values();
}
