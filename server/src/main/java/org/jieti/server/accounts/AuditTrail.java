package org.jieti.server.accounts;

import java.util.Map;
import java.util.UUID;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down what the person did who sent the request that is being answered.
@Component
public class AuditTrail {
    private final Audit audit;
    private final Visitors visitors;

    AuditTrail(Audit audit, Visitors visitors) {
        this.audit = audit;
        this.visitors = visitors;
    }

    /// Adds a row, within the transaction that is under way.
    ///
    /// @param organisation whose matter it is; null for the platform's
    /// @param kind what was changed, as `round`
    public void record(
            SignedIn me,
            String action,
            @Nullable UUID organisation,
            String kind,
            Object id,
            Map<String, Object> detail) {
        audit.record(
                new AuditEvent(
                        me.id(),
                        me.name(),
                        action,
                        organisation,
                        kind,
                        id.toString(),
                        detail,
                        visitors.address()));
    }
}
