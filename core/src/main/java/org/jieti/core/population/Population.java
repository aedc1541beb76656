package org.jieti.core.population;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The units that are scored together, in the order of their table. Ids are unique.
public record Population(List<Member> members) {
    public Population {
        members = List.copyOf(members);
        Set<String> ids = new HashSet<>();
        for (Member member : members) {
            if (!ids.add(member.id())) {
                throw new IllegalArgumentException("Unit %s occurs twice.".formatted(member.id()));
            }
        }
    }
}
