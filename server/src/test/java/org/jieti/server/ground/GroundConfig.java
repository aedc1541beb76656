package org.jieti.server.ground;

import java.time.Clock;
import java.util.Map;
import org.jieti.server.accounts.People;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.models.PublishedModels;
import org.jieti.server.models.domain.ShippedModels;
import org.jieti.server.tokens.AccessTokens;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/// What a test brings to the application: its database, people, and passwords that are cheap to
/// check.
@TestConfiguration(proxyBeanMethods = false)
@Profile("test")
class GroundConfig {
    @Bean
    SwitchedDatabase dataSource() {
        return new SwitchedDatabase();
    }

    @Bean
    DatabaseOwner databaseOwner(SwitchedDatabase database) {
        return new DatabaseOwner(database);
    }

    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
        return new DelegatingPasswordEncoder(
                "quick", Map.of("quick", new Argon2PasswordEncoder(16, 32, 1, 64, 1)));
    }

    @Bean
    Cast cast(
            People people,
            TransactionTemplate transaction,
            DSLContext database,
            Environment environment) {
        return new Cast(people, transaction, database, environment);
    }

    @Bean
    Callers callers(Cast cast, AccessTokens tokens) {
        return new Callers(cast, tokens);
    }

    @Bean
    Scene scene(
            Cast cast,
            ShippedModels shipped,
            PublishedModels models,
            Assessments assessments,
            DSLContext database,
            TransactionTemplate transaction,
            Clock clock) {
        return new Scene(cast, shipped, models, assessments, database, transaction, clock);
    }
}
