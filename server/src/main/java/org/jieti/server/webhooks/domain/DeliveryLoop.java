package org.jieti.server.webhooks.domain;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jieti.server.webhooks.WebhookSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

/// Looks every second for what is due; tests send it themselves.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class DeliveryLoop {
    @Configuration(proxyBeanMethods = false)
    @Profile("!test")
    static class Running implements AutoCloseable {
        private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);

        private final Deliveries deliveries;
        private final ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("webhooks").factory());

        Running(Deliveries deliveries) {
            this.deliveries = deliveries;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            var _ = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }

        private void look() {
            try {
                deliveries.sendDue();
            } catch (RuntimeException e) {
                LOG.warn("Webhooks could not be sent now, and will be tried again.", e);
            }
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
