package org.jieti.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that runs once per seed, with the seeds 1 to [#value()]. A parameter of type
/// [java.util.random.RandomGenerator] receives a generator that the seed alone determines.
///
/// The seed stands in the name of each run, and Maven's report counts the runs from 1, as seeds
/// do. `-Djieti.seed=17` replays that one, whether or not it lies in the range.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Seeded.class)
public @interface Seeds {
    /// The number of seeds.
    int value();
}
