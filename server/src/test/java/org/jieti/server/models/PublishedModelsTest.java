package org.jieti.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import org.jieti.server.ground.ServerTest;
import org.jieti.server.models.domain.ShippedModels;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class PublishedModelsTest {
    private final PublishedModels models;
    private final ShippedModels shipped;
    private final DSLContext database;

    PublishedModelsTest(PublishedModels models, ShippedModels shipped, DSLContext database) {
        this.models = models;
        this.shipped = shipped;
        this.database = database;
    }

    @BeforeEach
    void addShipped() {
        shipped.add();
    }

    @Test
    void a_shipped_model_is_found_by_id_and_hash_with_its_guidance_and_weights() {
        PublishedModel model = models.find("dgimm@2021.1", hash("dgimm@2021.1"));

        assertThat(model.model().id()).hasToString("dgimm@2021.1");
        assertThat(model.guidance()).hasSameSizeAs(model.model().criteria());
        String weights =
                database.select(WEIGHT_SET.SHA256)
                        .from(WEIGHT_SET)
                        .where(WEIGHT_SET.MODEL.eq("dgimm@2021.1"))
                        .and(WEIGHT_SET.ID.eq("value-30"))
                        .fetchSingle(WEIGHT_SET.SHA256);
        assertThat(models.weights(model, "value-30", weights).id()).isEqualTo("value-30");
    }

    @Test
    void adding_twice_adds_once() {
        int before = database.fetchCount(MATURITY_MODEL);
        shipped.add();

        assertThat(before).isEqualTo(4);
        assertThat(database.fetchCount(MATURITY_MODEL)).isEqualTo(before);
    }

    @Test
    void a_model_with_another_hash_is_not_the_one_that_was_pinned() {
        assertThatThrownBy(() -> models.find("dgimm@2021.1", "0".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String hash(String model) {
        return database.select(MATURITY_MODEL.SHA256)
                .from(MATURITY_MODEL)
                .where(MATURITY_MODEL.ID.eq(model))
                .fetchSingle(MATURITY_MODEL.SHA256);
    }
}
