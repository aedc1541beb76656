package org.jieti.server.accounts.domain;

import org.jooq.Field;
import org.jooq.impl.DSL;

/// The order of Chinese names.
final class Pinyin {
    private static final String COLLATION = "zh-Hans-CN-x-icu";

    private Pinyin() {}

    static Field<String> of(Field<String> name) {
        return name.collate(DSL.collation(COLLATION));
    }
}
