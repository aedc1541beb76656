package org.jieti.server.audit.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jieti.server.audit.AuditSettings;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals audit rows as they are committed, four times a second. The head of the chain goes to the
/// log each hour and at the end: a copy outside the database, against which the chain can be
/// verified.
@Component
class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration TOLD = Duration.ofHours(1);

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditSettings settings;
    private CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread thread;
    private Instant told = Instant.EPOCH;
    private boolean failing;

    Sealer(
            DSLContext database,
            TransactionTemplate transaction,
            Clock clock,
            AuditSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("audit-sealer").start(this::run);
    }

    private void run() {
        try {
            do {
                sealAll();
            } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
            sealAll();
            tell();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sealAll() {
        try {
            boolean sealed = false;
            while (Chain.waits(database) && sealBatch() > 0) {
                sealed = true;
            }
            failing = false;
            if (sealed && told.plus(TOLD).isBefore(clock.instant())) {
                tell();
            }
        } catch (RuntimeException e) {
            // Rows wait; the next round takes them. Said once, not four times a second.
            if (!failing) {
                LOG.warn("Audit rows cannot be sealed at present; they wait: {}", e.toString());
            }
            failing = true;
        }
    }

    private int sealBatch() {
        Integer sealed = transaction.execute(_ -> Chain.seal(database, clock, settings.digest()));
        return sealed == null ? 0 : sealed;
    }

    private void tell() {
        if (failing) {
            return;
        }
        Chain.Head head = Chain.head(database);
        if (head.position() > 0) {
            LOG.info("Audit chain: seal {} has the hash {}", head.position(), head.hash());
            told = clock.instant();
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
