package org.jieti.testkit;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/// Runs a test annotated with [Seeds] once per seed.
public final class Seeded implements TestTemplateInvocationContextProvider {
    /// The system property that replays one seed.
    public static final String REPLAY = "jieti.seed";

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /// The generator of a seed: always the same numbers for the same seed.
    public static RandomGenerator generator(long seed) {
        return ALGORITHM.create(seed);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Seeds.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        Seeds seeds = context.getRequiredTestMethod().getAnnotation(Seeds.class);
        return seeds(System.getProperty(REPLAY), seeds.value()).mapToObj(Run::new);
    }

    /// The seed to replay alone, or all.
    static LongStream seeds(@Nullable String replay, int count) {
        return replay == null || replay.isBlank()
                ? LongStream.rangeClosed(1, count)
                : LongStream.of(Long.parseLong(replay.strip()));
    }

    private record Run(long seed) implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RandomGenerator.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return generator(seed);
        }
    }
}
